// Whose the lines of a chunk are. It is matched while the one before it is written, so what that one brings is carried
// over instead of being read.
import type { Tx } from '../pipeline.ts';
import { nextChunk, type Chunk } from './collection-chunks.ts';
import { asCollection, type Work } from './collection-work.ts';
import { findCoverings } from './find-coverings.ts';
import { findKnown, NOTHING_BEFORE } from './find-known.ts';
import { decideMatch, type Match } from './match-line.ts';
import type { ReadLine } from './read-line.ts';

export interface MatchedChunk extends Chunk {
  /** One a line. */
  matches: readonly Match[];
  brought: Brought;
}

type Months = Pick<ReadLine, 'periodFrom' | 'periodTo'>;

interface Brought {
  slips: Set<string>;
  /** By payer: for which months something comes in. */
  months: Map<string, Months[]>;
}

const nothing = (): Brought => ({ slips: new Set(), months: new Map() });

/** The chunk after one that is being written; undefined where none is left. */
export function matchNext(
  { running, collection }: Work,
  last?: MatchedChunk,
): Promise<MatchedChunk | undefined> {
  return asCollection(running, async (tx) => {
    const chunk = await nextChunk(tx.sql, collection.id, last?.no ?? 0);
    return chunk && matchAll(tx, collection.id, chunk, last?.brought ?? nothing());
  });
}

/** One after another: what a line brings overlaps what the next one says it brings. */
async function matchAll(
  { sql, node }: Tx,
  collectionId: string,
  { no, lines }: Chunk,
  last: Brought,
): Promise<MatchedChunk> {
  const coverings = await findCoverings(sql, lines);
  const known = await findKnown(sql, collectionId, lines);
  const brought = nothing();
  const matches = lines.map((line, n) => {
    const { slip, twice, overlaps } = known.get(n) ?? NOTHING_BEFORE;
    const isTwice = twice || [last, brought].some(({ slips }) => slips.has(line.slipNo));
    const match = decideMatch(
      {
        ...line,
        // A slip stands once in a file: of two the first is taken, the others wait for somebody to look.
        code: line.code === '' && isTwice ? 'SLIP_TWICE' : line.code,
        receivedOn: line.receivedOn ?? '',
        fundFen: line.amountFen + line.lateFeeFen,
      },
      {
        slip,
        coverings: coverings.get(n) ?? [],
        overlaps: overlaps || overlap(last, line) || overlap(brought, line),
        node,
      },
    );
    add(brought, line, match);
    return match;
  });
  return { no, lines, matches, brought };
}

function overlap({ months }: Brought, { payerUscc, periodFrom, periodTo }: ReadLine): boolean {
  const others = months.get(payerUscc) ?? [];
  return others.some((one) => {
    const same = one.periodFrom === periodFrom && one.periodTo === periodTo;
    return !same && one.periodFrom <= periodTo && one.periodTo >= periodFrom;
  });
}

function add({ slips, months }: Brought, line: ReadLine, { outcome }: Match): void {
  if (line.slipNo !== '') slips.add(line.slipNo);
  if (outcome !== 'post' && outcome !== 'hold') return;
  const others = months.get(line.payerUscc);
  if (others) others.push(line);
  else months.set(line.payerUscc, [line]);
}
