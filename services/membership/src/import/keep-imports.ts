// Works on imports as they come, goes on with those a dead process left, and each hour removes what is past its day.
import type { Running } from '@gonglian/service/handler.ts';
import { keepWorking } from '@gonglian/service/own-work.ts';
import { removeLeftFiles } from '@gonglian/service/staged-file.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { asJob } from './job-transaction.ts';
import { removeOld } from './remove-old.ts';
import { runNextImport } from './run-imports.ts';

const REMOVE_EVERY_MS = 3_600_000;

/** Runs until it is stopped; a chunk that was begun is finished first. */
export function keepImports(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  let removeAt = 0;
  const look = async (signal: AbortSignal) => {
    if (Date.now() >= removeAt) {
      await removeLeftFiles();
      await asJob(running, removeOld);
      removeAt = Date.now() + REMOVE_EVERY_MS;
    }
    return runNextImport(running, signal);
  };
  return keepWorking('an import', look, log);
}
