// A file, sent as it is made: the bytes alone, no more of them in memory than the reader has asked for.

import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { isRefusal } from '@gonglian/kernel/refusal.ts';

const MEDIA_TYPE = /^[a-z]+\/[a-z0-9.+-]{1,100}(; ?charset=utf-8)?$/i;
const NAME_CHARS_MAX = 120;

/**
 * Answers with a file whose pieces come as encoded FileChunks; the first has come already, so what
 * refuses the whole file was an ordinary problem before. Later the status is sent, and a failure
 * breaks the connection off: nobody takes half a file for a whole one.
 */
export function sendFile(
  reply: FastifyReply,
  first: IteratorResult<Uint8Array, void>,
  pieces: AsyncIterator<Uint8Array, void>,
  onFailure: (error: unknown) => void,
): FastifyReply {
  const head = FileChunk.decode(first.done ? new Uint8Array() : first.value);
  const mediaType = MEDIA_TYPE.test(head.mediaType) ? head.mediaType : 'application/octet-stream';
  const bytes = Readable.from(contents(reply, head, pieces, onFailure), { objectMode: false });
  return reply
    .header('content-type', mediaType)
    .header('content-disposition', dispositionOf(head.fileName))
    .header('x-content-type-options', 'nosniff')
    .send(bytes);
}

/** RFC 6266: the name in UTF-8, and for old programs one in ASCII. */
export function dispositionOf(fileName: string): string {
  const name = [...fileName.toWellFormed()]
    .filter((char) => !/[\p{Cc}\p{Cf}/\\:*?"<>|]/u.test(char))
    .slice(0, NAME_CHARS_MAX)
    .join('');
  const whole = name.replaceAll('.', '') === '' ? 'file' : name;
  const ascii = whole.replaceAll(/[^\x20-\x7e]/g, '_').replaceAll('%', '_');
  const encoded = encodeURIComponent(whole).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

async function* contents(
  reply: FastifyReply,
  head: FileChunk,
  pieces: AsyncIterator<Uint8Array, void>,
  onFailure: (error: unknown) => void,
): AsyncGenerator<Uint8Array> {
  try {
    if (head.content.length > 0) yield head.content;
    for (;;) {
      const piece = await pieces.next();
      if (piece.done) return;
      const { content } = FileChunk.decode(piece.value);
      if (content.length > 0) yield content;
    }
  } catch (error) {
    if (!reply.raw.destroyed || !isRefusal(error)) onFailure(error);
    // A plain close would be the end of the file to whoever speaks HTTP/1.0; a reset is not.
    reply.raw.socket?.resetAndDestroy();
    throw error;
  } finally {
    await pieces.return?.();
  }
}
