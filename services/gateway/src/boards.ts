// A board is asked for once for all who watch it, and told to each of them as server-sent events: a hall of a thousand
// phones costs the service what one does.

import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { busy } from '@gonglian/kernel/refusal.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Limits } from './config.ts';
import type { TakePlace } from './stream-places.ts';
import { askAnew, event, RETRY_MS, type Answer } from './watch.ts';

/** Operations whose answer is the same for whoever may ask. */
export const BOARDS: ReadonlySet<string> = new Set(['GetStanding']);

// From one question to the next: changes that are closer together are told as one.
const PAUSE_MS = 250;
// With what the answer may be old (login/accounts.ts), within five seconds.
const CHECK_MS = 2_500;

/** Whether a stream that was opened may go on: it outlives no session and no duty. */
export type MayGoOn = (request: FastifyRequest) => Promise<boolean>;

interface Reader {
  readonly request: FastifyRequest;
  readonly stream: Readable;
  /** What it was told last. */
  shown: string;
}

interface Board {
  readonly readers: Set<Reader>;
  toldMs: number;
}

export function openBoards(
  app: FastifyInstance,
  limits: Limits,
  takePlace: TakePlace,
  mayGoOn: MayGoOn,
) {
  const boards = new Map<string, Board>();
  let readers = 0;
  // Before the server waits for open connections to end: these would not.
  app.addHook('preClose', async () => {
    for (const board of boards.values()) for (const reader of board.readers) end(board, reader);
  });

  function join(url: string, reader: Reader): void {
    const board = boards.get(url) ?? { readers: new Set(), toldMs: Date.now() };
    board.readers.add(reader);
    readers += 1;
    const over = setTimeout(() => end(board, reader), limits.streamLifetimeMs).unref();
    const check = setInterval(() => {
      void mayGoOn(reader.request).then((may) => may || end(board, reader));
    }, CHECK_MS).unref();
    reader.stream.once('close', () => {
      clearTimeout(over);
      clearInterval(check);
      board.readers.delete(reader);
      readers -= 1;
    });
    if (boards.has(url)) return;
    boards.set(url, board);
    void follow(app, board, { heartbeatMs: limits.heartbeatMs, onEnd: () => boards.delete(url) });
  }

  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const limit = limits.boardStreams;
    if (readers >= limit) throw busy('TOO_MANY_STREAMS', { limit });
    takePlace(request, reply);
    // Whoever comes asks for himself: whether he may, and what stands now.
    const gone = new AbortController();
    reply.raw.once('close', () => gone.abort());
    const first = await askAnew(app, request, gone.signal);
    if (first.status !== 200) {
      return reply.code(first.status).header('content-type', first.type).send(first.body);
    }
    const stream = new Readable({ read() {} });
    stream.push(`retry: ${RETRY_MS}\n${event('message', first.body)}`);
    join(request.url, { request, stream, shown: first.body });
    return reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('x-accel-buffering', 'no')
      .send(stream);
  };
}

/** Asks in the name of whoever watches, as long as somebody does; never for longer than it pauses. */
async function follow(
  app: FastifyInstance,
  board: Board,
  { heartbeatMs, onEnd }: { heartbeatMs: number; onEnd: () => void },
): Promise<void> {
  let tookMs = 0;
  for (;;) {
    await sleep(Math.max(PAUSE_MS - tookMs, tookMs));
    const [asker] = board.readers;
    // In one step with the look that finds nobody, so that whoever comes next opens it anew.
    if (!asker) return onEnd();
    const beganMs = performance.now();
    const answer = await askAnew(app, asker.request, AbortSignal.timeout(heartbeatMs)).catch(
      () => undefined,
    );
    tookMs = performance.now() - beganMs;
    if (answer) tell(board, asker, answer);
    if (Date.now() - board.toldMs < heartbeatMs) continue;
    board.toldMs = Date.now();
    for (const { stream } of board.readers) stream.push(': still here\n\n');
  }
}

/** A service that does not answer ends nothing; whoever may not ask any more is told so, and the next one asks. */
function tell(board: Board, asker: Reader, { status, body }: Answer): void {
  if (status >= 500 || status === 429) return;
  if (status !== 200) {
    asker.stream.push(event('problem', body));
    end(board, asker);
    return;
  }
  // Written once, not once a reader.
  const text = Buffer.from(event('message', body));
  for (const reader of board.readers) {
    // Who has not read the last one yet gets the newest when he has: never two wait for one reader.
    if (reader.shown === body || reader.stream.readableLength > 0) continue;
    reader.shown = body;
    reader.stream.push(text);
    board.toldMs = Date.now();
  }
}

/** The next to ask is another one, also before this stream has closed. */
function end(board: Board, reader: Reader): void {
  if (board.readers.delete(reader)) reader.stream.push(null);
}
