// Works on imports as they come, goes on with those a dead process left, and each hour removes what is past its day.
import { setTimeout as pause } from 'node:timers/promises';
import type { Running } from '@gonglian/service/handler.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { removeLeftFiles } from './import-parts.ts';
import { asJob } from './job-transaction.ts';
import { removeOld } from './remove-old.ts';
import { runNextImport } from './run-imports.ts';

const LOOK_EVERY_MS = 500;
const RETRY_MS_MAX = 60_000;
const REMOVE_EVERY_MS = 3_600_000;

/** Runs until it is stopped; a chunk that was begun is finished first. */
export function keepImports(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const wait = (ms: number) => pause(ms, undefined, { signal }).catch(() => undefined);
  let removeAt = 0;
  const look = async () => {
    if (Date.now() >= removeAt) {
      await removeLeftFiles();
      await asJob(running, removeOld);
      removeAt = Date.now() + REMOVE_EVERY_MS;
    }
    return runNextImport(running, signal);
  };
  const work = async () => {
    for (let retryInMs = LOOK_EVERY_MS; !signal.aborted;) {
      try {
        if (!(await look())) await wait(LOOK_EVERY_MS);
        retryInMs = LOOK_EVERY_MS;
      } catch (err) {
        log.warn({ err, retryInMs }, 'an import could not be gone on with');
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
