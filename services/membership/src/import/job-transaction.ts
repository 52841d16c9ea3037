// Transactions of the service's own work on imports: they reach the whole node, and may emit facts.
import { asService } from '@gonglian/service/access.ts';
import { runIn, transact } from '@gonglian/service/database.ts';
import { openTx, type Running } from '@gonglian/service/handler.ts';
import type { Tx } from '@gonglian/service/use-case.ts';
import { writeFacts } from '@gonglian/outbox/outbox.ts';
import type { Own } from '../pipeline.ts';
import { lockJob, type ImportJob } from './import-job.ts';
import type { ImportState } from './import-state.ts';

export async function asJob<T>(
  running: Running<Own>,
  work: (tx: Tx<Own>) => Promise<T>,
): Promise<T> {
  const actor = {
    id: `import:${running.service}`,
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
