// How an audit package lies in its file (docs/audit-package.md). The body, cut into sheets; behind each sheet the hashes
// of its pieces; at the end the manifest, and the seal that signs it.
import { hash } from 'node:crypto';

export const MAGIC = Buffer.from('GL-AUDIT-PACKAGE-1\n');
export const END = Buffer.from('GL-AUDIT');
export const FORMAT = 'gonglian audit package 1';

/** Small enough that a changed byte in a piece is found by trying each. */
export const PIECE_BYTES = 512;
export const SHEET_PIECES = 2048;
export const SHEET_BYTES = PIECE_BYTES * SHEET_PIECES;
export const HASH_BYTES = 32;
/** The hash of a piece and the exclusive or of its bytes, which says by what a changed byte has changed. */
export const ENTRY_BYTES = HASH_BYTES + 1;
export const MANIFEST_MAX = 4096;

/** A frame of the body: what it is, how long it is, its content. */
export const FRAME_HEAD = 5;
/** Longer than any voucher with all its lines, and shorter than what would fill a memory. */
export const FRAME_MAX = 4 * 1024 * 1024;
export const TAG = {
  readme: 'R',
  book: 'B',
  account: 'A',
  pot: 'P',
  voucher: 'V',
  period: 'C',
  block: 'K',
  checkpoint: 'S',
  document: 'D',
  end: 'E',
} as const;
export type Tag = (typeof TAG)[keyof typeof TAG];
export const TAGS: ReadonlySet<string> = new Set(Object.values(TAG));

/** The form of a document's record; before it was 1, without a place and with the hash as text. */
export const DOCUMENT_FORM = 2;

/** Where the parts of the seal begin. */
export const SEAL = { length: 0, xor: 4, hash: 5, key: 37, signature: 69, check: 133, end: 134 };
export const SEAL_BYTES = SEAL.end + END.length;

export interface Manifest {
  format: string;
  /** Region code of the node. */
  node: string;
  madeAt: string;
  /** Bytes of the body, without the hashes between. */
  body: number;
  /** SHA-256 of all entries, one after another. */
  root: string;
}

/** What the node signs. */
export function signedBytes(manifestHash: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${FORMAT}\n`), manifestHash]);
}

export function sha256(bytes: Uint8Array): Buffer {
  return hash('sha256', bytes, 'buffer');
}

export function xorOf(bytes: Uint8Array): number {
  let all = 0;
  for (const byte of bytes) all ^= byte;
  return all;
}

/** Of a piece: its hash and the exclusive or of its bytes. */
export function entryOf(piece: Uint8Array): Buffer {
  const entry = Buffer.allocUnsafe(ENTRY_BYTES);
  sha256(piece).copy(entry);
  entry[HASH_BYTES] = xorOf(piece);
  return entry;
}

export const piecesOf = (bytes: number): number => Math.ceil(bytes / PIECE_BYTES);

/** Where a byte of the body lies in the file. */
export function fileOffset(bodyOffset: number): number {
  return bodyOffset + Math.floor(bodyOffset / SHEET_BYTES) * SHEET_PIECES * ENTRY_BYTES;
}

export function frame(tag: Tag, ...content: Uint8Array[]): Buffer {
  const head = Buffer.allocUnsafe(FRAME_HEAD);
  head.write(tag, 'latin1');
  head.writeUInt32BE(
    content.reduce((sum, { length }) => sum + length, 0),
    1,
  );
  return Buffer.concat([head, ...content]);
}
