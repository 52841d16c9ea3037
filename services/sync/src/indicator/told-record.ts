// One thing that competitions tells, the records behind it, and the cells that it moves. For tests.
import type { FactType } from '@gonglian/contracts/fact.ts';
import { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';

export interface ToldRecord {
  what: string;
  type: FactType;
  data: object;
  rows: CompetitionsRecountRow[];
  /** Of January 2023: `delta indicator dims`. */
  cells: string[];
}

const MONTH = '2023-01';
export const DAY = `${MONTH}-09`;

interface Codec<Data> {
  fromPartial(data: Partial<Data>): Data;
}

/** Of no union yet. */
export function told<Data extends object>(
  [what, type, codec, data]: readonly [string, FactType<string, Data>, Codec<Data>, Partial<Data>],
  rows: readonly Partial<CompetitionsRecountRow>[],
  cells: string[],
): ToldRecord {
  return {
    what,
    type: type as FactType,
    data: codec.fromPartial(data),
    rows: rows.map((row) =>
      CompetitionsRecountRow.fromPartial({ month: MONTH, count: 1n, ...row }),
    ),
    cells,
  };
}
