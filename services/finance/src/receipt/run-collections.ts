// Goes on with files that are at work, wherever they were left.
import { isRefusal, isTransient, type RefusalDetails } from '@gonglian/kernel/refusal.ts';
import { asRefusal } from '@gonglian/service/errors.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { alone } from '@gonglian/service/own-work.ts';
import type { Own, Sql } from '../pipeline.ts';
import { dropChunks } from './collection-chunks.ts';
import { decideStep } from './collection-state.ts';
import { asCollection } from './collection-work.ts';
import { getRow, lockRow, moveTo, type CollectionRow } from './collection.ts';
import { workOnPosting } from './work-posting.ts';
import { workOnReading } from './work-reading.ts';

/** What fails for another reason than the file's own is tried so often. */
const ATTEMPTS_MAX = 5;
const never = new AbortController().signal;

/** The file that has waited longest goes on, one at a time: they post to one book. False where none waits. */
export async function runNextCollection(running: Running<Own>, signal = never): Promise<boolean> {
  const next = await asCollection(running, ({ sql }) => findNext(sql));
  if (next === undefined) return false;
  return alone(running, 'collections', () => goOn(running, next, signal));
}

async function findNext(sql: Sql): Promise<string | undefined> {
  const [next] = await sql<{ id: string }>`
    select id from collection where state in ('READING', 'POSTING') order by touched_at limit 1`;
  return next?.id;
}

async function goOn(running: Running<Own>, id: string, signal: AbortSignal): Promise<void> {
  const collection = await asCollection(running, ({ sql }) => getRow(sql, id));
  const work = { running, collection, signal };
  try {
    if (collection.state === 'READING') await workOnReading(work);
    if (collection.state === 'POSTING') await workOnPosting(work);
  } catch (error) {
    const failure = asRefusal(error);
    const final = isRefusal(failure) && !isTransient(failure.kind) ? failure : undefined;
    const ended = await noteFailure(running, collection, final);
    if (!ended) throw error;
  }
}

/** What is wrong with the file ends it: true; what is wrong with us is tried again, after the others. */
function noteFailure(
  running: Running<Own>,
  collection: CollectionRow,
  failure: { code: string; details: RefusalDetails } | undefined,
): Promise<boolean> {
  return asCollection(running, async ({ sql, now }) => {
    const { state, version } = await lockRow(sql, collection.id);
    if (state !== collection.state || version !== collection.version) return true;
    const [tried] = await sql<{ attempts: number }>`
      update collection set attempts = attempts + 1, touched_at = ${now}
      where id = ${collection.id} returning attempts`;
    // What was posted stays so: a file that is being posted is never given up half way.
    const mayFail = state === 'READING';
    if (!mayFail || (!failure && (tried?.attempts ?? 0) < ATTEMPTS_MAX)) return false;
    const { code = 'COLLECTION_BROKEN', details = {} } = failure ?? {};
    const row = Number(details['row'] ?? 0);
    await dropChunks(sql, collection.id);
    await sql`delete from collection_part where collection_id = ${collection.id}`;
    await sql`update collection set lines = 0 where id = ${collection.id}`;
    await moveTo(sql, collection.id, decideStep('READING', 'fail'), now, { code, row });
    return true;
  });
}
