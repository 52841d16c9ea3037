import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import { invalid, isRefusal, refused } from '@gonglian/kernel/refusal.ts';
import {
  getFileNameLowLevel,
  openPromise,
  validateFileName,
  type Entry,
  type ZipFile,
} from 'yauzl';
import { RATIO_FROM_BYTES, type SheetLimits } from './limits.ts';

/** The parts of a package, checked before the first byte of one is inflated. Names in lower case. */
export interface ZipParts {
  has(name: string): boolean;
  names(): string[];
  /** The part's text; refuses more than it declares, a wrong checksum, and what is not UTF-8. */
  text(name: string): AsyncGenerator<string>;
}

const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const LINK = 0o120000;
const KIND = 0o170000;

/** The archive must begin with its first part: a picture or a page with one behind it is no workbook. */
export async function openParts(file: string, limits: SheetLimits): Promise<ZipParts> {
  const zip = await orBroken(
    openPromise(file, { autoClose: false, decodeStrings: false, validateEntrySizes: false }),
  );
  if (zip.entryCount > limits.entries) {
    throw refused('SHEET_TOO_MANY_PARTS', { limit: limits.entries });
  }
  const entries = new Map<string, Entry>();
  let packed = 0;
  let inflated = 0;
  for await (const entry of refusing(zip.eachEntry())) {
    const name = nameOf(entry);
    if (entries.has(name)) throw invalid('SHEET_ZIP_PATHS', { why: 'twice' });
    entries.set(name, entry);
    checkEntry(entry, limits);
    packed += entry.compressedSize;
    inflated += entry.uncompressedSize;
  }
  // Parts that lie over one another are how a small archive holds a large one many times.
  if (packed > zip.fileSize || inflated > limits.inflatedBytes) throw refused('SHEET_ZIP_BOMB');
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    text: (name) => readText(zip, entries.get(name)),
  };
}

function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const name = getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
  const unclean = /\p{Cc}|\\|(^|\/)\.{1,2}(\/|$)/u.test(name);
  if (unclean || validateFileName(name) !== null) {
    throw invalid('SHEET_ZIP_PATHS', { why: 'path' });
  }
  return name.toLowerCase();
}

function checkEntry(entry: Entry, limits: SheetLimits): void {
  if (((entry.externalFileAttributes >>> 16) & KIND) === LINK) {
    throw invalid('SHEET_ZIP_PATHS', { why: 'link' });
  }
  if ((entry.generalPurposeBitFlag & ENCRYPTED) !== 0) throw invalid('SHEET_ENCRYPTED');
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    throw invalid('SHEET_BROKEN', { why: 'method' });
  }
  const { compressedSize, uncompressedSize } = entry;
  const large = uncompressedSize > RATIO_FROM_BYTES;
  if (large && uncompressedSize > limits.ratio * compressedSize) throw refused('SHEET_ZIP_BOMB');
}

async function* readText(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (entry === undefined) throw invalid('SHEET_BROKEN', { why: 'part' });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let sum = 0;
  const stream = await orBroken(zip.openReadStreamPromise(entry));
  for await (const chunk of refusing(stream as AsyncIterable<Buffer>)) {
    size += chunk.length;
    if (size > entry.uncompressedSize) throw refused('SHEET_ZIP_BOMB', { why: 'declared' });
    sum = crc32(chunk, sum);
    yield decoded(decoder, chunk);
  }
  if (size !== entry.uncompressedSize || sum !== entry.crc32) {
    throw invalid('SHEET_BROKEN', { why: 'checksum' });
  }
  yield decoded(decoder);
}

function decoded(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (error) {
    throw broken(error);
  }
}

/** Whatever the zip library or zlib has to say: the file is not as it should be. */
function broken(cause: unknown): unknown {
  return isRefusal(cause) ? cause : invalid('SHEET_BROKEN', { why: 'zip' }, { cause });
}

async function orBroken<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise;
  } catch (error) {
    throw broken(error);
  }
}

async function* refusing<Value>(values: AsyncIterable<Value>): AsyncGenerator<Value> {
  const iterator = values[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await orBroken(iterator.next());
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}

const HEAD_BYTES = 4_096;

/** The beginning of a file, by which its kind is told. */
export async function headOf(file: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(file, { end: HEAD_BYTES - 1 })) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}
