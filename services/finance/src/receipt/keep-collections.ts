// Works on files of the tax bureau as they come, and goes on with those a dead process left.
import type { Running } from '@gonglian/service/handler.ts';
import { keepWorking } from '@gonglian/service/own-work.ts';
import { removeLeftFiles } from '@gonglian/service/staged-file.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { runNextCollection } from './run-collections.ts';

const REMOVE_EVERY_MS = 3_600_000;

/** Runs until it is stopped; a chunk that was begun is finished first. */
export function keepCollections(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  let removeAt = 0;
  const look = async (signal: AbortSignal) => {
    if (Date.now() >= removeAt) {
      await removeLeftFiles();
      removeAt = Date.now() + REMOVE_EVERY_MS;
    }
    return runNextCollection(running, signal);
  };
  return keepWorking('a collection', look, log);
}
