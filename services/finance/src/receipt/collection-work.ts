// The service's own work on files of the tax bureau: one at a time, each chunk in a transaction of its own.
import type { Running } from '@gonglian/service/handler.ts';
import { asOwnWork } from '@gonglian/service/own-work.ts';
import type { Own, Tx } from '../pipeline.ts';
import { lockRow, type CollectionRow } from './collection.ts';
import type { CollectionState } from './collection-state.ts';

/** Lines in one transaction. */
export const CHUNK_LINES = 1_000;

export function asCollection<T>(running: Running<Own>, work: (tx: Tx) => Promise<T>): Promise<T> {
  return asOwnWork(running, 'collection', work);
}

/** The work on one file in its present state; somebody who cancels it moves it to another. */
export interface Work {
  running: Running<Own>;
  collection: CollectionRow;
  signal: AbortSignal;
}

/** One step, with the file locked: undefined where it is in that state no more, or the service is to stop. */
export async function workStep<T>(
  { running, collection, signal }: Work,
  state: CollectionState,
  step: (tx: Tx, now: CollectionRow) => Promise<T>,
): Promise<T | undefined> {
  if (signal.aborted) return undefined;
  return asCollection(running, async (tx) => {
    const now = await lockRow(tx.sql, collection.id);
    return now.state === state && now.version === collection.version ? step(tx, now) : undefined;
  });
}
