// A paper is put into the store before its row stands: where the service was killed between the two, nobody ever asks for
// it, and it would lie there for good. The sweep takes away what has no row for a day.
import { isRefusal } from '@gonglian/kernel/refusal.ts';
import type { Running } from '@gonglian/service/handler.ts';
import { alone, asOwnWork, keepWorking } from '@gonglian/service/own-work.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { paperPlace } from './attachment.ts';

const PAGE_ROWS = 500;
/** A sweep; the next one goes on where it stopped, and at the end begins anew. */
const PAGES_MAX = 40;
const EVERY_MS = 3_600_000;
/** No request lives so long. */
const WITHOUT_ROW_MS = 86_400_000;

/** Sweeps once an hour until it is stopped. */
export function keepSwept(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  let [cursor, dueAt] = ['', 0];
  const look = async (signal: AbortSignal) => {
    if (Date.now() < dueAt) return false;
    dueAt = Date.now() + EVERY_MS;
    await alone(running, 'papers', async () => {
      const swept = await sweepPapers(running, { cursor, now: new Date(), signal });
      cursor = swept.nextCursor;
      const { removed, foreign } = swept;
      if (removed + foreign > 0) log.warn({ removed, foreign }, 'papers without a record');
    });
    return false;
  };
  return keepWorking('the sweep of papers', look, log);
}

interface Sweep {
  cursor: string;
  now: Date;
  signal?: AbortSignal;
}

/** How many were removed; `foreign` are those that this node has not sealed: they are somebody else's, and stay. */
export async function sweepPapers(
  running: Running<Own>,
  { cursor, now, signal }: Sweep,
): Promise<{ removed: number; foreign: number; nextCursor: string }> {
  const { store } = running.own;
  const before = new Date(now.getTime() - WITHOUT_ROW_MS);
  const swept = { removed: 0, foreign: 0, nextCursor: cursor };
  for (let page = 0; page < PAGES_MAX && !signal?.aborted; page += 1) {
    const { items, nextCursor } = await store.list(swept.nextCursor, PAGE_ROWS);
    const old = items.filter(({ keptAt }) => keptAt < before).map(({ key }) => key);
    for (const key of await withoutRow(running, old)) {
      const own = await isOwn(running.own, key);
      if (own) await store.remove(key);
      swept[own ? 'removed' : 'foreign'] += 1;
    }
    swept.nextCursor = nextCursor;
    if (nextCursor === '') break;
  }
  return swept;
}

function withoutRow(running: Running<Own>, keys: readonly string[]): Promise<string[]> {
  return asOwnWork(running, 'papers', async ({ sql }) => {
    const rows = await sql<{ key: string }>`
      select key from unnest(${keys}::uuid[]) as key
      where not exists (select from attachment where attachment_id = key)`;
    return rows.map(({ key }) => key);
  });
}

/** Whoever shares a bucket with another node by mistake loses nothing by it. */
async function isOwn({ store, vault }: Own, key: string): Promise<boolean> {
  try {
    vault.open(await store.get(key), paperPlace(key));
    return true;
  } catch (error) {
    if (isRefusal(error) && error.kind !== 'unavailable') return false;
    throw error;
  }
}
