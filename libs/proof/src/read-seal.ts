// The end of the file: the manifest and the seal over it. What is damaged there is put right where it can be, so that the
// rest can be held against it.
import { findChange, type Change } from './find-change.ts';
import {
  END,
  FORMAT,
  HASH_BYTES,
  MANIFEST_MAX,
  SEAL,
  SEAL_BYTES,
  sha256,
  signedBytes,
  xorOf,
  type Manifest,
} from './layout.ts';
import { isSignedBy, KEY_BYTES, SIGNATURE_BYTES } from './signing.ts';
import type { Source } from './source.ts';
import type { Spot } from './spot.ts';

export interface Sealed {
  manifest: Manifest;
  key: Buffer;
  /** Whether the signature is of this manifest and this key. */
  signed: boolean;
  /** Bytes of manifest and seal as they stand in the file. */
  tailBytes: number;
  spots: Spot[];
}

const TAIL_MAX = MANIFEST_MAX + SEAL_BYTES;
/** So many bytes behind the end are looked past. */
const BEHIND_MAX = 64 * 1024;

/** Undefined where the end of the file is no end of a package. */
export function readSeal(source: Source): Sealed | undefined {
  const tail = source.read(Math.max(0, source.size - TAIL_MAX - BEHIND_MAX), TAIL_MAX + BEHIND_MAX);
  const tailAt = source.size - tail.length;
  const found = findSeal(tail);
  if (!found) return undefined;
  const { seal, sealAt, change } = found;
  const spots: Spot[] = [];
  if (change) spots.push({ ...change, region: 'seal', at: tailAt + change.at });
  const hash = seal.subarray(SEAL.hash, SEAL.hash + HASH_BYTES);
  const signed = isSealSigned(seal);
  const length = seal.readUInt32BE(SEAL.length);
  const wanted = {
    length,
    xor: seal[SEAL.xor] ?? 0,
    isRight: (bytes: Buffer) => sha256(bytes).equals(hash),
  };
  for (const more of [0, 1, -1]) {
    const at = sealAt - length - more;
    const bytes = tail.subarray(Math.max(0, at), sealAt);
    const right = more === 0 && wanted.isRight(bytes);
    const put = right ? undefined : findChange(bytes, wanted);
    if (!right && !put) continue;
    if (put) spots.push({ ...put.change, region: 'manifest', at: tailAt + at + put.change.at });
    const manifest = parse(put?.bytes ?? bytes);
    const key = seal.subarray(SEAL.key, SEAL.key + KEY_BYTES);
    return manifest && { manifest, key, signed, tailBytes: tail.length - at, spots };
  }
  return damaged(tail, tailAt, sealAt, seal, spots);
}

/** The manifest is not what was signed, and more than a byte of it: it is read as it stands. */
function damaged(
  tail: Buffer,
  tailAt: number,
  sealAt: number,
  seal: Buffer,
  spots: Spot[],
): Sealed | undefined {
  const length = seal.readUInt32BE(SEAL.length);
  const manifest = parse(tail.subarray(Math.max(0, sealAt - length), sealAt));
  if (!manifest) return undefined;
  const at = tailAt + sealAt - length;
  const key = seal.subarray(SEAL.key, SEAL.key + KEY_BYTES);
  spots.push({ region: 'manifest', kind: 'range', at, length });
  return { manifest, key, signed: false, tailBytes: tail.length - sealAt + length, spots };
}

function isSealSigned(seal: Buffer): boolean {
  const hash = seal.subarray(SEAL.hash, SEAL.hash + HASH_BYTES);
  const key = seal.subarray(SEAL.key, SEAL.key + KEY_BYTES);
  const signature = seal.subarray(SEAL.signature, SEAL.signature + SIGNATURE_BYTES);
  return isSignedBy(key, signedBytes(hash), signature);
}

interface FoundSeal {
  seal: Buffer;
  /** In the tail. */
  sealAt: number;
  /** By its place in the tail. */
  change?: Change;
}

function findSeal(tail: Buffer): FoundSeal | undefined {
  const sealAt = tail.length - SEAL_BYTES;
  if (sealAt < 0) return undefined;
  if (isWhole(tail.subarray(sealAt))) return { seal: tail.subarray(sealAt), sealAt };
  return findDamaged(tail) ?? findBefore(tail);
}

/** Its end is there, and its bytes agree with their exclusive or. */
function isWhole(seal: Buffer): boolean {
  return (
    seal.length === SEAL_BYTES &&
    seal.subarray(SEAL.end).equals(END) &&
    xorOf(seal.subarray(0, SEAL.check)) === seal[SEAL.check] &&
    seal.readUInt32BE(SEAL.length) <= MANIFEST_MAX
  );
}

function findDamaged(tail: Buffer): FoundSeal | undefined {
  for (const more of [0, 1, -1]) {
    const at = tail.length - SEAL_BYTES - more;
    const found = findChange(tail.subarray(Math.max(0, at)), {
      length: SEAL_BYTES,
      // The byte before the end makes those before it nothing.
      xor: xorOf(END),
      isRight: (seal) => isWhole(seal) && isOf(seal, tail, at) && isSealSigned(seal),
    });
    if (!found) continue;
    const change = { ...found.change, at: at + found.change.at };
    return { seal: found.bytes, sealAt: at, change };
  }
  return undefined;
}

/** Whether the manifest before it is the one it names. */
function isOf(seal: Buffer, tail: Buffer, sealAt: number): boolean {
  const length = seal.readUInt32BE(SEAL.length);
  if (length > sealAt) return false;
  const hash = seal.subarray(SEAL.hash, SEAL.hash + HASH_BYTES);
  const manifest = tail.subarray(sealAt - length, sealAt);
  return xorOf(manifest) === seal[SEAL.xor] && sha256(manifest).equals(hash);
}

/** Something stands behind the end. */
function findBefore(tail: Buffer): FoundSeal | undefined {
  const end = tail.lastIndexOf(END, -END.length - 1);
  const sealAt = end + END.length - SEAL_BYTES;
  if (end < 0 || sealAt < 0) return undefined;
  const seal = tail.subarray(sealAt, sealAt + SEAL_BYTES);
  if (!isWhole(seal)) return undefined;
  const at = sealAt + SEAL_BYTES;
  const change: Change = { at, kind: 'inserted', length: tail.length - at, is: tail[at] ?? 0 };
  return { seal, sealAt, change };
}

function parse(bytes: Buffer): Manifest | undefined {
  try {
    const read = JSON.parse(bytes.toString()) as Partial<Manifest>;
    const { format, node, madeAt, body, root } = read;
    const right =
      format === FORMAT &&
      typeof node === 'string' &&
      typeof madeAt === 'string' &&
      Number.isSafeInteger(body) &&
      Number(body) >= 0 &&
      typeof root === 'string';
    return right ? (read as Manifest) : undefined;
  } catch {
    return undefined;
  }
}
