// Makes the tokens of members who joined in a large batch, and of all who were there before search was: some at a time,
// until none waits.
import { setTimeout as pause } from 'node:timers/promises';
import { asService } from '@gonglian/service/access.ts';
import { sqlIn, transact } from '@gonglian/service/database.ts';
import type { Running } from '@gonglian/service/handler.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { indexQueued } from './token-rows.ts';

const LOOK_EVERY_MS = 1_000;
const RETRY_MS_MAX = 60_000;

/** Runs until it is stopped. What fails is tried again, later each time; nobody's record depends on it. */
export function keepFindable(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined);
  const work = async () => {
    for (let retryInMs = LOOK_EVERY_MS; !signal.aborted;) {
      try {
        if ((await indexSome(running)) === 0) await wait(LOOK_EVERY_MS);
        retryInMs = LOOK_EVERY_MS;
      } catch (err) {
        log.warn({ err, retryInMs }, 'members could not be made findable');
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

/** One transaction of the upkeep; answers how many members it made findable. */
export function indexSome({ orm, own }: Running<Own>): Promise<number> {
  return transact(orm, asService, (em) => indexQueued(sqlIn(em), own.vault));
}
