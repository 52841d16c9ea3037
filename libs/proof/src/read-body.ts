// The body sheet by sheet, each piece held against its hash. Of a piece that differs the byte is looked for and put back:
// so what comes behind a damage is read as it was, and is judged by itself.
import { createHash } from 'node:crypto';
import { findChange } from './find-change.ts';
import {
  ENTRY_BYTES,
  entryOf,
  fileOffset,
  HASH_BYTES,
  PIECE_BYTES,
  piecesOf,
  sha256,
  SHEET_BYTES,
} from './layout.ts';
import type { Sealed } from './read-seal.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

export interface Sheet {
  bodyAt: number;
  bytes: Buffer;
}

export interface Body {
  /** In order; ends early where it can no longer be told what belongs where. */
  sheets(): Generator<Sheet>;
  /** Bytes that were read before. */
  reread(bodyAt: number, length: number): Buffer;
  spots: Spot[];
  /** Undefined until all is read, and where there is nothing to hold it against. */
  rootRight: boolean | undefined;
}

/** More damages than these are not named one by one. */
const SPOTS_MAX = 100;

export function openBody(source: Source, sealed: Sealed | undefined): Body {
  return sealed ? new SealedBody(source, sealed) : new CutBody(source);
}

class SealedBody implements Body {
  readonly spots: Spot[] = [];
  rootRight: boolean | undefined;
  readonly #source: Source;
  readonly #sealed: Sealed;
  /** How many bytes more the file has, or fewer, than it should; and how many of them were found. */
  readonly #surplus: number;
  #shift = 0;
  /** Sheets that were put right, by where they begin. */
  readonly #mended = new Map<number, Buffer>();

  constructor(source: Source, sealed: Sealed) {
    this.#source = source;
    this.#sealed = sealed;
    const { body } = sealed.manifest;
    const end = fileOffset(body) + listBytes(body % SHEET_BYTES);
    this.#surplus = source.size - sealed.tailBytes - end;
  }

  *sheets(): Generator<Sheet> {
    const { body, root } = this.#sealed.manifest;
    const all = createHash('sha256');
    for (let bodyAt = 0; bodyAt < body; bodyAt += SHEET_BYTES) {
      const length = Math.min(SHEET_BYTES, body - bodyAt);
      const sheet = this.#readSheet(bodyAt, length);
      if (!sheet) return;
      all.update(sheet.list);
      yield { bodyAt, bytes: sheet.bytes };
    }
    this.rootRight = all.digest('hex') === root;
    if (this.#surplus === this.#shift) return;
    const at = fileOffset(body) + listBytes(body % SHEET_BYTES) + this.#shift;
    const length = Math.abs(this.#surplus - this.#shift);
    this.#found({ region: 'list', kind: this.#surplus > 0 ? 'inserted' : 'missing', at, length });
  }

  reread(bodyAt: number, length: number): Buffer {
    const parts: Buffer[] = [];
    for (let at = bodyAt; at < bodyAt + length;) {
      const sheetAt = at - (at % SHEET_BYTES);
      const end = Math.min(bodyAt + length, sheetAt + SHEET_BYTES);
      const mended = this.#mended.get(sheetAt);
      parts.push(
        mended?.subarray(at - sheetAt, end - sheetAt) ??
          this.#source.read(fileOffset(at) + this.#shift, end - at),
      );
      at = end;
    }
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  }

  #readSheet(bodyAt: number, length: number): { bytes: Buffer; list: Buffer } | undefined {
    const list = listBytes(length);
    const at = fileOffset(bodyAt) + this.#shift;
    const raw = this.#source.read(at, length + list);
    const read = { bytes: raw.subarray(0, length), list: raw.subarray(length) };
    const whole = raw.length === length + list;
    const differing = whole ? differingPieces(read) : [];
    if (whole && differing.length === 0) return read;
    const missing = this.#surplus - this.#shift;
    if (missing === 0) return this.#mend(bodyAt, at, read, differing);
    // Fewer bytes than a sheet has are looked for; of more nobody can say where they were.
    if (length + missing <= 0) return this.#lost(bodyAt, at, 0);
    const standing = this.#source.read(at, length + list + missing);
    return this.#realign(bodyAt, at, standing, length, missing);
  }

  #mend(bodyAt: number, at: number, read: { bytes: Buffer; list: Buffer }, pieces: number[]) {
    const mended = { bytes: Buffer.from(read.bytes), list: Buffer.from(read.list) };
    for (const piece of pieces) {
      const from = piece * PIECE_BYTES;
      const bytes = read.bytes.subarray(from, from + PIECE_BYTES);
      const entry = read.list.subarray(piece * ENTRY_BYTES, (piece + 1) * ENTRY_BYTES);
      const right = entryOf(bytes);
      const wrong = [...right.keys()].filter((n) => right[n] !== entry[n]);
      if (wrong.length <= ENTRY_CHANGED_MAX) {
        right.copy(mended.list, piece * ENTRY_BYTES);
        for (const n of wrong) {
          const place = at + read.bytes.length + piece * ENTRY_BYTES + n;
          const [is = 0, was = 0] = [entry[n], right[n]];
          this.#found({ region: 'list', kind: 'changed', at: place, length: 1, is, was });
        }
        continue;
      }
      const found = findChange(bytes, wantedOf(entry, bytes.length));
      found?.bytes.copy(mended.bytes, from);
      const change = found?.change ?? { kind: 'range' as const, at: 0, length: bytes.length };
      const place = { at: at + from + change.at, bodyAt: bodyAt + from + change.at };
      this.#found({ ...change, region: 'body', ...place });
    }
    this.#mended.set(bodyAt, mended.bytes);
    return mended;
  }

  /** Something was put in or taken out: it is looked for in the first piece, or the first entry, that does not fit. */
  #realign(bodyAt: number, at: number, raw: Buffer, length: number, missing: number) {
    const list = raw.subarray(length + missing);
    const body = raw.subarray(0, length);
    const [piece = 0] = differingPieces({ bytes: body, list });
    const from = piece * PIECE_BYTES;
    const entry = list.subarray(piece * ENTRY_BYTES, (piece + 1) * ENTRY_BYTES);
    const wanted = wantedOf(entry, Math.min(PIECE_BYTES, length - from));
    const found = findChange(raw.subarray(from, from + wanted.length + missing), wanted);
    if (found) {
      const rest = raw.subarray(from + wanted.length + missing, length + missing);
      const bytes = Buffer.concat([raw.subarray(0, from), found.bytes, rest]);
      const place = { at: at + from + found.change.at, bodyAt: bodyAt + from + found.change.at };
      this.#found({ ...found.change, region: 'body', ...place });
      return this.#realigned(bodyAt, { bytes, list }, missing);
    }
    const right = listOf(body);
    const standing = raw.subarray(length);
    const n = firstDifference(right, standing);
    const kept = standing.subarray(n + Math.max(0, missing));
    const whole = standing.length === right.length + missing;
    if (whole && kept.equals(right.subarray(n + Math.max(0, -missing)))) {
      const kind = missing > 0 ? 'inserted' : 'missing';
      const place = at + length + n;
      const bytes = missing > 0 ? { is: standing[n] ?? 0 } : { was: right[n] ?? 0 };
      const size = Math.abs(missing);
      this.#found({ region: 'list', kind, at: place, length: size, ...bytes });
      return this.#realigned(bodyAt, { bytes: body, list: right }, missing);
    }
    return this.#lost(bodyAt, at, from);
  }

  /** From here on it cannot be told what belongs where. */
  #lost(bodyAt: number, at: number, from: number): undefined {
    const length = this.#source.size - this.#sealed.tailBytes - at - from;
    const place = { at: at + from, bodyAt: bodyAt + from };
    this.#found({ region: 'body', kind: 'range', length: Math.max(0, length), ...place });
    return undefined;
  }

  #realigned(bodyAt: number, sheet: { bytes: Buffer; list: Buffer }, shift: number) {
    this.#shift += shift;
    this.#mended.set(bodyAt, Buffer.from(sheet.bytes));
    return sheet;
  }

  #found(spot: Spot): void {
    if (this.spots.length < SPOTS_MAX) this.spots.push(spot);
  }
}

/** Of a hash whose piece has changed nearly all bytes differ; of one that was itself changed, as many as were. */
const ENTRY_CHANGED_MAX = 4;

const listBytes = (bytes: number): number => piecesOf(bytes) * ENTRY_BYTES;

function wantedOf(entry: Buffer, length: number) {
  const hash = entry.subarray(0, HASH_BYTES);
  const isRight = (bytes: Buffer) => sha256(bytes).equals(hash);
  return { length, xor: entry[HASH_BYTES] ?? 0, isRight };
}

function listOf(bytes: Buffer): Buffer {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES)
    entries.push(entryOf(bytes.subarray(at, at + PIECE_BYTES)));
  return Buffer.concat(entries);
}

function firstDifference(a: Buffer, b: Buffer): number {
  const least = Math.min(a.length, b.length);
  for (let at = 0; at < least; at += 1) if (a[at] !== b[at]) return at;
  return least;
}

/** The numbers of the pieces that their entries do not fit. */
function differingPieces({ bytes, list }: { bytes: Buffer; list: Buffer }): number[] {
  const differing: number[] = [];
  for (let at = 0, n = 0; at < bytes.length; at += PIECE_BYTES, n += 1) {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    const entry = n * ENTRY_BYTES;
    const fits =
      sha256(piece).compare(list, entry, entry + HASH_BYTES) === 0 &&
      fastXor(piece) === list[entry + HASH_BYTES];
    if (!fits) differing.push(n);
  }
  return differing;
}

/** Four bytes at a time. */
function fastXor(piece: Buffer): number {
  if (piece.byteOffset % 4 !== 0) return piece.reduce((all, byte) => all ^ byte, 0);
  const whole = piece.length >> 2;
  let all = 0;
  for (const word of new Int32Array(piece.buffer, piece.byteOffset, whole)) all ^= word;
  let byte = (all ^ (all >>> 8) ^ (all >>> 16) ^ (all >>> 24)) & 0xff;
  for (let at = whole * 4; at < piece.length; at += 1) byte ^= piece[at] ?? 0;
  return byte;
}

/** What is left of a package without its end: its sheets as far as they go, held against nothing. */
class CutBody implements Body {
  readonly spots: Spot[] = [];
  readonly rootRight = undefined;
  readonly #source: Source;

  constructor(source: Source) {
    this.#source = source;
  }

  *sheets(): Generator<Sheet> {
    for (let bodyAt = 0; fileOffset(bodyAt) < this.#source.size; bodyAt += SHEET_BYTES)
      yield { bodyAt, bytes: this.#source.read(fileOffset(bodyAt), SHEET_BYTES) };
  }

  reread(bodyAt: number, length: number): Buffer {
    const first = Math.min(length, SHEET_BYTES - (bodyAt % SHEET_BYTES));
    const bytes = this.#source.read(fileOffset(bodyAt), first);
    if (first === length) return bytes;
    return Buffer.concat([bytes, this.reread(bodyAt + first, length - first)]);
  }
}
