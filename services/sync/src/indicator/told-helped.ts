// One thing that welfare tells, the records behind it, and the cells that it moves. For tests.
import type { FactType } from '@gonglian/contracts/fact.ts';
import { WelfareRecountRow } from '@gonglian/contracts/gen/gonglian/welfare/v1/recount.ts';

export interface ToldHelp {
  what: string;
  type: FactType;
  data: object;
  helped: WelfareRecountRow[];
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
  helped: readonly Partial<WelfareRecountRow>[],
  cells: string[],
): ToldHelp {
  return {
    what,
    type: type as FactType,
    data: codec.fromPartial(data),
    helped: helped.map((row) => WelfareRecountRow.fromPartial({ month: MONTH, count: 1n, ...row })),
    cells,
  };
}

/** Of one number and its "of which": the total first. */
export const cellsOf = (what: string, ...dims: string[]): string[] =>
  ['', ...dims].map((one) => `${what} ${one}`);
