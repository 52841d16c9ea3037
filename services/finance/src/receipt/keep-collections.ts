// Works on files of the tax bureau as they come, and goes on with those a dead process left.
import type { Running } from '@gonglian/service/handler.ts';
import { keepWorking } from '@gonglian/service/own-work.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import type { Own } from '../pipeline.ts';
import { runNextCollection } from './run-collections.ts';

/** Runs until it is stopped; a chunk that was begun is finished first. */
export function keepCollections(running: Running<Own>, log: Logger): { stop(): Promise<void> } {
  return keepWorking('a collection', (signal) => runNextCollection(running, signal), log);
}
