import { Readable } from 'node:stream';
import { busy, unavailable } from '@gonglian/kernel/refusal.ts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Limits } from './config.ts';
import type { TakePlace } from './stream-places.ts';

/** Which numbers moved; readers fetch the cells they show. */
export interface CellChange {
  readonly unionId: string;
  readonly indicators: readonly string[];
  readonly period: string;
}

/** Calls back for every change until the returned function is called. */
export type Subscribe = (onChange: (change: CellChange) => void) => Promise<() => unknown>;

export interface Changes {
  /** `mayGoOn` is asked of every reader again and again: a stream outlives no session. */
  mount(
    api: FastifyInstance,
    mayGoOn: (request: FastifyRequest) => Promise<boolean>,
    takePlace: TakePlace,
  ): void;
  close(): Promise<void>;
}

// A browser waits this long before it asks again after a stream has ended.
const RETRY_MS = 3_000;
// With what the answer may be old (login/accounts.ts), within five seconds.
const CHECK_MS = 2_500;

/**
 * One subscription for the gateway, fanned out to a bounded number of readers (server-sent events).
 */
export async function openChanges(
  subscribe: Subscribe | undefined,
  limits: Limits,
): Promise<Changes> {
  const readers = new Set<Readable>();
  const unsubscribe = await subscribe?.((change) => {
    tellAll(`event: cell.changed\ndata: ${JSON.stringify(change)}\n\n`);
  });
  const heartbeat = setInterval(() => tellAll(': still here\n\n'), limits.heartbeatMs).unref();

  function tellAll(text: string): void {
    for (const reader of readers) {
      reader.push(text);
      // A reader that does not read is cut off: it comes back and fetches afresh, so nothing is
      // lost by it.
      if (reader.readableLength > limits.streamBytes) reader.destroy();
    }
  }

  function open(mayGoOn: () => Promise<boolean>, take: () => void): Readable {
    if (!subscribe) throw unavailable('CHANGES_UNAVAILABLE');
    if (readers.size >= limits.streams) throw busy('TOO_MANY_STREAMS', { limit: limits.streams });
    take();
    const reader = new Readable({ read() {} });
    readers.add(reader);
    const end = setTimeout(() => reader.push(null), limits.streamLifetimeMs).unref();
    const check = setInterval(() => {
      void mayGoOn().then((may) => may || reader.destroyed || reader.push(null));
    }, CHECK_MS).unref();
    reader.once('close', () => {
      clearTimeout(end);
      clearInterval(check);
      readers.delete(reader);
    });
    reader.push(`retry: ${RETRY_MS}\n: open\n\n`);
    return reader;
  }

  return {
    mount(api, mayGoOn, takePlace) {
      api.get('/changes', { exposeHeadRoute: false }, async (request, reply) =>
        reply
          .header('content-type', 'text/event-stream; charset=utf-8')
          .header('x-accel-buffering', 'no')
          .send(
            open(
              () => mayGoOn(request),
              () => takePlace(request, reply),
            ),
          ),
      );
    },
    async close() {
      clearInterval(heartbeat);
      for (const reader of readers) reader.push(null);
      await unsubscribe?.();
    },
  };
}
