// Work that a service does by itself, in steps: each step a transaction that reaches the whole node and may emit facts.
import { setTimeout as pause } from 'node:timers/promises';
import { writeFacts } from '@gonglian/outbox/outbox.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { asService } from './access.ts';
import { runIn, sqlIn, transact } from './database.ts';
import { openTx, type Running } from './handler.ts';
import type { Tx } from './use-case.ts';

/** `what` names the work in the actor's id: import, collection. */
export async function asOwnWork<Own, T>(
  running: Running<Own>,
  what: string,
  work: (tx: Tx<Own>) => Promise<T>,
): Promise<T> {
  const actor = {
    id: `${what}:${running.service}`,
    duty: 'service',
    scope: '',
    node: running.node,
    member: '',
  };
  const done = await transact(running.orm, asService, async (em) => {
    const { tx, facts } = openTx(running, em, actor, new Date(), asService);
    const result = await work(tx);
    await em.flush();
    await writeFacts(runIn(em), running.service, facts, tx.now);
    return { result, facts: facts.length };
  });
  if (done.facts > 0) running.wakeRelay();
  return done.result;
}

/** The lock's own transaction only waits meanwhile, and must not be taken for a forgotten one. */
const SIGN_MS = 10_000;

/** Does the work where no other replica is at it; false where one is. */
export async function alone<Own>(
  running: Running<Own>,
  lock: string,
  work: () => Promise<void>,
): Promise<boolean> {
  return transact(running.orm, asService, async (em) => {
    const sql = sqlIn(em);
    const [mine] = await sql<{ locked: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended(${lock}, 0)) as locked`;
    if (!mine?.locked) return false;
    const sign = setInterval(() => void sql`select 1`.catch(() => undefined), SIGN_MS);
    try {
      await work();
      return true;
    } finally {
      clearInterval(sign);
    }
  });
}

const LOOK_EVERY_MS = 500;
const RETRY_MS_MAX = 60_000;

/** Looks for work until it is stopped; a step that was begun is finished first. */
export function keepWorking(
  what: string,
  look: (signal: AbortSignal) => Promise<boolean>,
  log: Logger,
): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined);
  const work = async () => {
    for (let retryInMs = LOOK_EVERY_MS; !signal.aborted;) {
      try {
        if (!(await look(signal))) await wait(LOOK_EVERY_MS);
        retryInMs = LOOK_EVERY_MS;
      } catch (err) {
        log.warn({ err, retryInMs }, `${what} could not be gone on with`);
        await wait(retryInMs);
        retryInMs = Math.min(2 * retryInMs, RETRY_MS_MAX);
      }
    }
  };
  const worked = work();
  return {
    async stop() {
      stopping.abort();
      await worked;
    },
  };
}
