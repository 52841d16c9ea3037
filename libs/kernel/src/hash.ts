// Hashing that two nodes must agree on to the byte: canonical JSON, digests and RFC 6962 trees (domain §7.2).
import { hash } from 'node:crypto';

/** `std` nodes use sha256, `gm` nodes sm3; an algorithm is always named beside its digest. */
export type HashName = 'sha256' | 'sm3';

const DEPTH_MAX = 64;

/**
 * JSON with sorted keys and no spaces; a bigint is written as a text, an undefined member left out.
 * Anything but plain values (dates, buffers, NaN, cycles) is a bug and throws TypeError.
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  if (depth > DEPTH_MAX) throw new TypeError('canonicalJson: nested too deep');
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'bigint') return `"${value}"`;
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, depth + 1)).join(',')}]`;
  if (isPlainObject(value)) {
    const members = Object.keys(value)
      .filter((key) => value[key] !== undefined)
      .toSorted()
      .map((key) => `${JSON.stringify(key)}:${written(value[key], depth + 1)}`);
    return `{${members.join(',')}}`;
  }
  throw new TypeError(`canonicalJson: not a plain value (${typeof value})`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}

/** The SHA-256 of a text (UTF-8) or of bytes, 64 lower-case hex digits. */
export function sha256Hex(data: string | Uint8Array): string {
  return digestHex('sha256', data);
}

/** The digest of a text (UTF-8) or of bytes, 64 lower-case hex digits. */
export function digestHex(algorithm: HashName, data: string | Uint8Array): string {
  return hash(algorithm, data, 'hex');
}

const LEAF = Buffer.from([0x00]);
const NODE = Buffer.from([0x01]);

/** The hash of one leaf (RFC 6962 §2.1: prefix 0x00). */
export function leafHash(leaf: Uint8Array, algorithm: HashName = 'sha256'): Buffer {
  return hash(algorithm, Buffer.concat([LEAF, leaf]), 'buffer');
}

/** The hash of two subtrees (RFC 6962 §2.1: prefix 0x01), so that no leaf can pose as a node. */
export function nodeHash(left: Buffer, right: Buffer, algorithm: HashName = 'sha256'): Buffer {
  return hash(algorithm, Buffer.concat([NODE, left, right]), 'buffer');
}

/** The tree head over leaves in order (RFC 6962 §2.1); no leaves give the hash of nothing. */
export function merkleRoot(leaves: Iterable<Uint8Array>, algorithm: HashName = 'sha256'): Buffer {
  const perfect: { height: number; root: Buffer }[] = []; // ever smaller complete subtrees
  for (const leaf of leaves) {
    let tree = { height: 0, root: leafHash(leaf, algorithm) };
    for (let left = perfect.at(-1); left?.height === tree.height; left = perfect.at(-1)) {
      perfect.pop();
      tree = { height: tree.height + 1, root: nodeHash(left.root, tree.root, algorithm) };
    }
    perfect.push(tree);
  }
  const last = perfect.pop();
  if (last === undefined) return hash(algorithm, '', 'buffer');
  return perfect.reduceRight((right, { root }) => nodeHash(root, right, algorithm), last.root);
}
