// What one subordinate says, taken in its order.
import type {
  Cell,
  Digest,
  DownwardMessage,
  LeafWindow,
  RepairWindow,
} from '@gonglian/contracts/gen/gonglian/sync/v1/events.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Reaction } from '@gonglian/service/use-case.ts';
import { writeCells, type Changed, type Writing } from '../cell/cell.ts';
import { sumRoot, type SumKey } from '../cell/sum-root.ts';
import { takeCells, type Taken, type Taking } from '../cell/take.ts';
import { tell } from '../cell/tell.ts';
import { reaction, type Own } from '../pipeline.ts';
import { noteTaken, tellLetter } from '../letter/take-letters.ts';
import { takeReportingUnions } from '../tree/reporting.ts';
import { replaceRange } from './replace-range.ts';
import { differing, freshLeaves, rootOf } from './leaves.ts';
import { upward } from './say.ts';

export type DownwardBody = Omit<Partial<DownwardMessage>, 'sentAt'>;

/** How often a subordinate whose digest goes on differing is asked without a pause, and how long the pause is. */
const ASKS_MAX = 5;
const PAUSE_MS = 10 * 60_000;
const RANGES_MAX = 100;

/** `ask` is called inside the transaction; what is asked is sent after it, and asked again if it is lost. */
export function onUpward(
  subordinate: string,
  ask: (question: DownwardBody) => void,
): Reaction<Own> {
  return reaction({
    facts: [upward],
    async apply(tx, batch) {
      const writing = await writeCells(tx);
      await noteHeard(writing, subordinate);
      const taking = takingFrom(writing, subordinate);
      const lastDigest = batch.findLastIndex(({ data }) => data.digest !== undefined);
      for (const [n, { data, position }] of batch.entries()) {
        if (data.cells) taking.gather(data.cells.cells);
        else await taking.flush();
        if (data.unions) await takeReportingUnions(writing, subordinate, data.unions.unions);
        if (data.digest && n === lastDigest) {
          await compare(writing, subordinate, position, data.digest, ask);
        }
        if (data.leaves) await askForRanges(writing, subordinate, data.leaves, ask);
        if (data.repair) await taking.replace(data.repair);
        if (data.letter) tellLetter(tx, subordinate, data.letter);
        if (data.lettersTaken) await noteTaken(tx.sql, subordinate, data.lettersTaken.no);
      }
      await taking.finish();
    },
  });
}

/** Gathers cells over messages, since what comes in one batch is best written in few statements. */
function takingFrom(writing: Writing, subordinate: string) {
  const subordinateRoot = nodeRootUnionId(subordinate);
  const sums = new Map<string, SumKey>();
  const published: Changed[] = [];
  let gathered: Cell[] = [];

  function note(taken: Taken): void {
    published.push(...taken.published);
    for (const { unionId, scope, indicator, period, dims } of taken.moved) {
      if (unionId !== subordinateRoot || scope !== 'subtree') continue;
      sums.set(`${indicator} ${period} ${dims}`, { indicator, period, dims });
    }
  }
  async function flush(taking: Taking = 'newer'): Promise<void> {
    if (gathered.length === 0) return;
    const cells = gathered;
    gathered = [];
    note(await takeCells(writing, subordinate, cells, taking));
  }
  return {
    gather: (cells: readonly Cell[]) => void gathered.push(...cells),
    flush,
    async replace(repair: RepairWindow): Promise<void> {
      note(await replaceRange(writing, subordinate, repair));
    },
    async finish(): Promise<void> {
      await flush();
      const keys = [...sums.values()];
      await tell(writing, [...published, ...(await sumRoot(writing, keys))]);
    },
  };
}

async function noteHeard({ sql, tx }: Writing, subordinate: string): Promise<void> {
  await sql`
    insert into peer (node, received_at) values (${subordinate}, ${tx.now.toISOString()})
    on conflict (node) do update set received_at = excluded.received_at`;
}

/** Both ends describe the same position, so a difference is a difference and not a delay. */
async function compare(
  { sql, tx }: Writing,
  subordinate: string,
  position: number,
  digest: Digest,
  ask: (question: DownwardBody) => void,
): Promise<void> {
  const root = rootOf(await freshLeaves(sql, subordinate));
  const agrees = Buffer.compare(root, digest.root) === 0;
  const now = tx.now.toISOString();
  const [due] = await sql<{ mismatches: number; askedMsAgo: string | null }>`
    update peer set compared_position = ${position}, agrees = ${agrees},
      mismatches = case when ${agrees} then 0 else mismatches + 1 end
    where node = ${subordinate}
    returning mismatches,
      extract(epoch from ${now}::timestamptz - asked_at) * 1000 as "askedMsAgo"`;
  if (agrees || !due) return;
  if (due.mismatches > ASKS_MAX && Number(due.askedMsAgo ?? PAUSE_MS) < PAUSE_MS) return;
  await sql`update peer set asked_at = ${now} where node = ${subordinate}`;
  ask({ leavesWanted: { root } });
}

async function askForRanges(
  { sql }: Writing,
  subordinate: string,
  theirs: LeafWindow,
  ask: (question: DownwardBody) => void,
): Promise<void> {
  const differ = differing(await freshLeaves(sql, subordinate), theirs.leaves);
  if (differ.length === 0) return;
  const ranges = differ.slice(0, RANGES_MAX).map((range) => ({ ...range, hash: Buffer.alloc(0) }));
  ask({ rangesWanted: { ranges } });
}
