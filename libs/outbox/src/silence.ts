import type { Socket } from 'node:net';
import type pg from 'pg';

/**
 * Drops a connection on which nothing has moved for `silenceMs` while something was asked of it. A peer that died
 * without a word is noticed by TCP after a quarter of an hour; the server's own statement timeout is shorter than
 * `silenceMs`, so only a peer that is gone stays silent for so long.
 */
export function dropWhenSilent(
  client: pg.ClientBase,
  silenceMs: number,
  isAsked: () => boolean = () => true,
): void {
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  stream.setTimeout(silenceMs, () => {
    if (isAsked()) stream.destroy(new Error('Connection terminated: the peer is silent'));
  });
}
