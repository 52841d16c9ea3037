// COMMITTING: one chunk after the other joins, each in a transaction with the count of how far it is, so that it can
// be broken off anywhere and gone on with.
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { joinRows, type JoinedRows } from '../join/join-rows.ts';
import type { Own } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { sheetResults } from './foresee-rows.ts';
import { insertResults, nextChunk, type KeptRow } from './import-chunks.ts';
import { moveTo, type ImportJob } from './import-job.ts';
import { decideStep } from './import-state.ts';
import { workStep, type Work } from './job-transaction.ts';

export async function workOnCommitting(work: Work): Promise<void> {
  for (let more: boolean | undefined = true; more;) {
    more = await workStep(work, 'COMMITTING', takeChunk);
  }
}

/** False when there was none left, and the import is done. */
async function takeChunk(tx: Tx<Own>, job: ImportJob): Promise<boolean> {
  const { sql, own, now } = tx;
  const chunk = await nextChunk(sql, own.vault, job.id);
  if (chunk === undefined) {
    await moveTo(sql, job.id, decideStep(job.state, 'committed'), now);
    await sql`update import_job set rows_done = rows, done_at = ${now} where id = ${job.id}`;
    return false;
  }
  const { joined, again, unchanged, refused } = await join(tx, job, chunk.kept);
  const rowOf = ({ row }: { row: number }) => chunk.kept[row - 1]?.row ?? 0;
  await insertResults(sql, job.id, sheetResults(chunk.kept, refused));
  await sql`
    update import_chunk set state = 'DONE', content = null, joined_rows = ${joined.map(rowOf)}::int[],
      joined_ids = ${joined.map(({ memberId }) => memberId)}::uuid[],
      again_rows = ${again.map(rowOf)}::int[]
    where import_id = ${job.id} and no = ${chunk.no}`;
  await sql`
    update import_job set rows_done = rows_done + ${chunk.rows},
      rows_joined = rows_joined + ${joined.length + again.length},
      rows_unchanged = rows_unchanged + ${unchanged},
      rows_refused = rows_refused + ${refused.length}, attempts = 0, touched_at = ${now}
    where id = ${job.id}`;
  return true;
}

/** A union that closes in the middle takes nobody any more: the rest is refused by its rule. */
async function join(tx: Tx<Own>, job: ImportJob, kept: readonly KeptRow[]): Promise<JoinedRows> {
  const { unionId, joinedOn } = job;
  try {
    requireAdmitting(await findUnion(tx.sql, unionId), unionId);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code } = error;
    const all = kept.map((_, at) => ({ row: at + 1, code, field: '', heldByUnionId: '' }));
    return { joined: [], again: [], unchanged: 0, refused: all };
  }
  return joinRows(
    tx,
    { unionId, joinedOn },
    kept.map(({ person }) => person),
  );
}
