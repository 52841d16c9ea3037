import { invalid } from '@gonglian/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';
import type { Readable } from 'node:stream';

/** Of a body that is refused for its length so much is still taken off the line, for so long. */
const UNREAD_BYTES = 16 * 2 ** 20;
const UNREAD_MS = 2_000;

/**
 * Bodies stay text: proto JSON is parsed with its message type, and a key given twice is only seen
 * in the text.
 */
export function takeJsonText(app: FastifyInstance, bodyBytes: number): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: bodyBytes } as const;
  app.addContentTypeParser('application/json', options, (_request, body, done) => done(null, body));
  app.addHook('onSend', async ({ raw }, reply) => {
    if (reply.statusCode === 413) await leaveUnread(raw);
  });
}

/** Whoever is still sending when the line is closed on him sees it break, and never reads what he is answered. */
function leaveUnread(body: Readable): Promise<void> {
  return new Promise((resolve) => {
    let left = UNREAD_BYTES;
    const timer = setTimeout(resolve, UNREAD_MS);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    body.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) done();
    });
    body.once('end', done).once('close', done);
    if (body.readableEnded || body.destroyed) done();
  });
}

export function textOf(body: unknown): string {
  return typeof body === 'string' ? body : '';
}

export function parseJson(body: unknown): unknown {
  try {
    return JSON.parse(textOf(body));
  } catch (error) {
    throw invalid('MALFORMED_JSON', {}, { cause: error });
  }
}
