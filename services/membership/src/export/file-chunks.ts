import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const CSV = 'text/csv; charset=utf-8';

/** A file in pieces: the first names it and has no content. */
export async function* fileChunks(
  fileName: string,
  mediaType: string,
  bytes: AsyncIterable<Buffer>,
): AsyncGenerator<FileChunk> {
  yield FileChunk.fromPartial({ fileName, mediaType });
  for await (const content of bytes) yield { fileName: '', mediaType: '', content };
}
