import { invalid } from '@gonglian/kernel/refusal.ts';
import type { FastifyInstance } from 'fastify';

/**
 * Bodies stay text: proto JSON is parsed with its message type, and a key given twice is only seen
 * in the text.
 */
export function takeJsonText(app: FastifyInstance, bodyBytes: number): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'string', bodyLimit: bodyBytes } as const;
  app.addContentTypeParser('application/json', options, (_request, body, done) => done(null, body));
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
