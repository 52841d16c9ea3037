// Transactions of the service's own work on imports: they reach the whole node, and may emit facts.
import { asOwnWork } from '@gonglian/service/own-work.ts';
import type { Running } from '@gonglian/service/handler.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import type { Own } from '../pipeline.ts';
import { lockJob, type ImportJob } from './import-job.ts';
import type { ImportState } from './import-state.ts';

export function asJob<T>(running: Running<Own>, work: (tx: Tx<Own>) => Promise<T>): Promise<T> {
  return asOwnWork(running, 'import', work);
}

/** The work on one import in its present state; somebody who cancels it moves it to another. */
export interface Work {
  running: Running<Own>;
  job: ImportJob;
  signal: AbortSignal;
}

/**
 * One step of the work, with the import locked: undefined where it is in that state no more, or the service is to stop.
 */
export async function workStep<T>(
  { running, job, signal }: Work,
  state: ImportState,
  step: (tx: Tx<Own>, job: ImportJob) => Promise<T>,
): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  return asJob(running, async (tx) => {
    const now = await lockJob(tx.sql, job.id);
    return now.state === state && now.version === job.version ? step(tx, now) : undefined;
  });
}
