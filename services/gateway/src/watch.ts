// Watching: the answer of any question, now and whenever it changes, as server-sent events.

import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { busy } from '@gonglian/kernel/refusal.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './config.ts';
import type { TakePlace } from './stream-places.ts';

/** What the question is answered with at one moment. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

type Ask = (signal: AbortSignal) => Promise<Answer>;

const ASK_AGAIN_MS = 500;
const ASK_AGAIN_MS_MAX = 2_000;
const SLOWER = 1.5;
// A browser waits this long before it asks again after a stream has ended without the event `end`.
export const RETRY_MS = 3_000;
// Nothing happens any more to what is in one of these states.
const FINAL = new Set(['DONE', 'UNDONE', 'CANCELLED', 'FAILED', 'READY', 'EXPIRED']);
// Of the first request; the rest belongs to its own connection or asks for the stream.
const LEFT_OUT = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'content-type',
  'last-event-id',
  'transfer-encoding',
]);

export function wantsEvents({ headers, method }: FastifyRequest): boolean {
  const kinds = headers.accept?.split(',', 10).map((kind) => kind.split(';')[0]?.trim());
  return method === 'GET' && kinds?.includes('text/event-stream') === true;
}

/**
 * Answers a GET as a stream of events, as many at once as `limits.streams`. Each time the question
 * is asked anew through every hook of this server, so a session that has ended, a duty that was
 * revoked and a record that is gone end the stream as they would refuse the request.
 */
export function openWatching(app: FastifyInstance, limits: Limits, takePlace: TakePlace) {
  const readers = new Set<AbortController>();
  // Before the server waits for open connections to end: these would not.
  app.addHook('preClose', async () => {
    for (const reader of readers) reader.abort();
  });

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    if (readers.size >= limits.streams) throw busy('TOO_MANY_STREAMS', { limit: limits.streams });
    takePlace(request, reply);
    const reader = new AbortController();
    readers.add(reader);
    const end = setTimeout(() => reader.abort(), limits.streamLifetimeMs).unref();
    reply.raw.once('close', () => {
      clearTimeout(end);
      readers.delete(reader);
      reader.abort();
    });
    const ask: Ask = (signal) => askAnew(app, request, signal);
    const first = await ask(reader.signal);
    if (first.status !== 200) {
      return reply.code(first.status).header('content-type', first.type).send(first.body);
    }
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(Readable.from(events(first, ask, limits.heartbeatMs, reader.signal)));
  };
}

/** The same question through every hook of the server, in the name of whoever asked it first. */
export async function askAnew(
  app: FastifyInstance,
  { url, headers, id, ip }: FastifyRequest,
  signal: AbortSignal,
): Promise<Answer> {
  const kept = Object.entries(headers).filter(([name]) => !LEFT_OUT.has(name));
  const answer = await app.inject({
    method: 'GET',
    url,
    headers: { ...Object.fromEntries(kept), 'x-request-id': id },
    remoteAddress: ip,
    signal,
  });
  const type = String(answer.headers['content-type'] ?? '');
  return { status: answer.statusCode, type, body: answer.body };
}

/** Written only as fast as they are read: a reader that does not read is not asked for. */
async function* events(
  first: Answer,
  ask: Ask,
  heartbeatMs: number,
  signal: AbortSignal,
): AsyncGenerator<string> {
  let shown = first.body;
  let waitMs = ASK_AGAIN_MS;
  let quietMs = 0;
  yield `retry: ${RETRY_MS}\n${event('message', shown)}`;
  while (!isFinal(shown)) {
    const pause = Math.min(waitMs, heartbeatMs);
    await sleep(pause, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return;
    quietMs += pause;
    const answer = await ask(signal).catch(() => undefined);
    if (signal.aborted || !answer) return;
    if (answer.status !== 200) {
      yield event('problem', answer.body);
      return;
    }
    const changed = answer.body !== shown;
    waitMs = changed ? ASK_AGAIN_MS : Math.min(waitMs * SLOWER, ASK_AGAIN_MS_MAX);
    if (changed) {
      shown = answer.body;
      quietMs = 0;
      yield event('message', shown);
    } else if (quietMs >= heartbeatMs) {
      quietMs = 0;
      yield ': still here\n\n';
    }
  }
  yield event('end', JSON.stringify({ state: stateOf(shown) }));
}

/** A JSON text has no line break of its own, so one line of data holds it. */
export function event(name: string, json: string): string {
  return `event: ${name}\ndata: ${json}\n\n`;
}

function isFinal(body: string): boolean {
  return FINAL.has(stateOf(body));
}

function stateOf(body: string): string {
  const answer: unknown = JSON.parse(body);
  const state: unknown = typeof answer === 'object' && answer && Reflect.get(answer, 'state');
  return typeof state === 'string' ? state : '';
}
