import { dropWhenSilent } from '@gonglian/outbox/silence.ts';
import type pg from 'pg';

const graceMs = 1000;

/**
 * Gives back to the pool what nobody else would. Where a connection breaks inside a transaction the ORM's rollback
 * fails as well, and then it does not release the connection: each break would cost the pool one place for good, until
 * a service that saw its database restart a few times waits for ever.
 */
export function guardPool(pool: pg.Pool, silenceMs = 75_000): void {
  const taken = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => taken.add(client));
  pool.on('release', (_error, client) => taken.delete(client));
  pool.on('connect', (client) => {
    dropWhenSilent(client, silenceMs, () => taken.has(client));
    client.once('end', () => {
      // Whoever releases in the ordinary way has done so by then; to release twice throws.
      setTimeout(() => taken.has(client) && client.release(true), graceMs).unref();
    });
  });
}
