import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/** A reader who has to wait for a piece waits for this much. */
const PIECE_BYTES = 256 * 1024;

/** A file in pieces: the first names it and has no content. */
export async function* fileChunks(
  fileName: string,
  mediaType: string,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<FileChunk> {
  yield FileChunk.fromPartial({ fileName, mediaType });
  for await (const some of bytes) {
    for (let at = 0; at < some.length; at += PIECE_BYTES) {
      const content = some.subarray(at, at + PIECE_BYTES);
      yield { fileName: '', mediaType: '', content };
    }
  }
}
