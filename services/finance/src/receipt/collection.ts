// A tax bureau's file as it is kept and as the API shows it.
import { Collection } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { PART_BYTES_MAX } from '@gonglian/service/file-parts.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';
import type { CollectionState } from './collection-state.ts';

export interface CollectionRow {
  id: string;
  createdBy: string;
  postedBy: string | null;
  fileName: string;
  sizeBytes: number;
  sha256: string;
  totalFen: string;
  bank: string;
  state: CollectionState;
  failure: string;
  failureRow: number;
  lines: number;
  linesDone: number;
  createdAt: string;
  doneAt: string | null;
  partsReceived: number;
  version: number;
}

/** Which file, as it was when somebody looked at it. */
export const CollectionStepAsk = z.strictObject({ collectionId: id, expectedVersion });

interface Find {
  collectionId?: string | null;
  before?: string | null;
  limit?: number;
}

/** The newest first; by id, or before one. */
export function findCollections(
  sql: Sql,
  { collectionId = null, before = null, limit = 1 }: Find,
): Promise<CollectionRow[]> {
  return sql<CollectionRow>`
    select c.id, c.created_by as "createdBy", c.posted_by as "postedBy", c.file_name as "fileName",
      c.size_bytes as "sizeBytes", c.sha256, c.total_fen::text as "totalFen", c.bank, c.state,
      c.failure, c.failure_row as "failureRow", c.lines, c.lines_done as "linesDone",
      to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
      to_char(c.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "doneAt",
      (select count(*)::int from collection_part p where p.collection_id = c.id) as "partsReceived",
      c.version
    from collection c
    where (${collectionId}::uuid is null or c.id = ${collectionId}::uuid)
      and (${before}::uuid is null or c.id < ${before}::uuid)
    order by c.id desc limit ${limit}`;
}

/** COLLECTION_UNKNOWN for one out of reach. */
export async function getRow(sql: Sql, collectionId: string): Promise<CollectionRow> {
  const [row] = await findCollections(sql, { collectionId });
  if (!row) throw notFound('COLLECTION_UNKNOWN', { collectionId });
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockRow(sql: Sql, collectionId: string): Promise<CollectionRow> {
  await sql`select id from collection where id = ${collectionId} for update`;
  return getRow(sql, collectionId);
}

/** A step of a person: stale where the file has gone on since it was looked at. */
export async function lockStep(
  sql: Sql,
  ask: { collectionId: string; expectedVersion: number },
): Promise<CollectionRow> {
  const row = await lockRow(sql, ask.collectionId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Takes the next state; the count of what is done in it begins anew. */
export async function moveTo(
  sql: Sql,
  collectionId: string,
  state: CollectionState,
  now: Date,
  failure: { code: string; row: number } = { code: '', row: 0 },
): Promise<void> {
  await sql`
    update collection set state = ${state}, failure = ${failure.code},
      failure_row = ${failure.row}, lines_done = 0, attempts = 0, touched_at = ${now},
      version = version + 1, done_at = case when ${state} = 'DONE' then ${now}::timestamptz end
    where id = ${collectionId}`;
}

/** With what came of the lines. */
export async function collectionViews(
  sql: Sql,
  rows: readonly CollectionRow[],
): Promise<Collection[]> {
  const sums = await sql<{ id: string; outcome: Outcome; lines: number; fen: string }>`
    select collection_id as id, outcome, lines, fen::text as fen
    from collection_outcome where collection_id = any(${rows.map(({ id: one }) => one)}::uuid[])`;
  return rows.map((row) => {
    const of = (outcome: Outcome) =>
      sums.find((one) => one.id === row.id && one.outcome === outcome) ?? { lines: 0, fen: '0' };
    return Collection.fromPartial({
      ...shown(row),
      linesPosted: of('posted').lines,
      linesHeld: of('held').lines,
      linesKnown: of('known').lines,
      linesWaiting: of('waiting').lines,
      linesRejected: of('rejected').lines,
      postedFen: BigInt(of('posted').fen),
      heldFen: BigInt(of('held').fen),
      knownFen: BigInt(of('known').fen),
      waitingFen: BigInt(of('waiting').fen),
      rejectedFen: BigInt(of('rejected').fen),
    });
  });
}

export type Outcome = 'posted' | 'held' | 'known' | 'waiting' | 'rejected';

/** Some lines have come to something, or to something else: then those that waited are one less. */
export async function addOutcomes(
  sql: Sql,
  collectionId: string,
  added: readonly { outcome: Outcome; lines: number; fen: number }[],
): Promise<void> {
  await sql`
    insert into collection_outcome as o (collection_id, outcome, lines, fen)
    select ${collectionId}, a.* from unnest(${added.map(({ outcome }) => outcome)}::text[],
      ${added.map(({ lines }) => lines)}::int[], ${added.map(({ fen }) => fen)}::bigint[]) as a
    on conflict (collection_id, outcome)
      do update set lines = o.lines + excluded.lines, fen = o.fen + excluded.fen`;
}

function shown(row: CollectionRow) {
  const { fileName, state, failure, failureRow, bank, lines, linesDone, version } = row;
  return {
    collectionId: row.id,
    fileName,
    state,
    failure,
    failureRow,
    totalFen: BigInt(row.totalFen),
    bank,
    parts: Math.max(Math.ceil(row.sizeBytes / PART_BYTES_MAX), row.partsReceived),
    partsReceived: row.partsReceived,
    lines,
    linesDone,
    createdAt: row.createdAt,
    doneAt: row.doneAt ?? '',
    version,
  };
}

/** The view after a change of this transaction. */
export async function viewNow(sql: Sql, collectionId: string): Promise<Collection> {
  const [view] = await collectionViews(sql, [await getRow(sql, collectionId)]);
  return view ?? Collection.fromPartial({});
}
