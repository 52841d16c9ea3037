// A hash says that something changed, not what. Of one changed byte it can be found out: whatever, put back, gives the
// hash again is what was there.

export interface Change {
  /** From the beginning of the bytes that were looked at. */
  at: number;
  kind: 'changed' | 'inserted' | 'missing';
  length: number;
  /** What stands there now; undefined where it is missing. */
  is?: number;
  /** What stood there; undefined where it was inserted. */
  was?: number;
}

export interface Found {
  change: Change;
  /** The bytes as they were. */
  bytes: Buffer;
}

interface Wanted {
  length: number;
  /** The exclusive or of what was there, where it is known: one try a place then, not 255. */
  xor?: number;
  isRight(bytes: Buffer): boolean;
}

/** One byte that was changed or is missing, or some that were put in at one place. Undefined where it is more than that. */
export function findChange(bytes: Buffer, wanted: Wanted): Found | undefined {
  if (bytes.length === wanted.length) return findChanged(bytes, wanted);
  if (bytes.length > wanted.length) return findInserted(bytes, wanted);
  return bytes.length === wanted.length - 1 ? findMissing(bytes, wanted) : undefined;
}

const xorOf = (bytes: Buffer): number => bytes.reduce((all, byte) => all ^ byte, 0);

/** What a byte may differ by. */
function differences(bytes: Buffer, { xor }: Wanted): number[] {
  if (xor === undefined) return Array.from({ length: 255 }, (_, n) => n + 1);
  const difference = xorOf(bytes) ^ xor;
  return difference === 0 ? [] : [difference];
}

function findChanged(bytes: Buffer, wanted: Wanted): Found | undefined {
  const tried = Buffer.from(bytes);
  for (const difference of differences(bytes, wanted)) {
    for (let at = 0; at < tried.length; at += 1) {
      const is = bytes[at] ?? 0;
      const was = is ^ difference;
      tried[at] = was;
      if (wanted.isRight(tried)) {
        return { change: { at, kind: 'changed', length: 1, is, was }, bytes: tried };
      }
      tried[at] = is;
    }
  }
  return undefined;
}

function findInserted(bytes: Buffer, wanted: Wanted): Found | undefined {
  const length = bytes.length - wanted.length;
  const tried = Buffer.from(bytes.subarray(length));
  for (let at = 0; at <= tried.length; at += 1) {
    if (wanted.isRight(tried)) {
      return { change: { at, kind: 'inserted', length, is: bytes[at] ?? 0 }, bytes: tried };
    }
    if (at < tried.length) tried[at] = bytes[at] ?? 0;
  }
  return undefined;
}

function findMissing(bytes: Buffer, wanted: Wanted): Found | undefined {
  const values =
    wanted.xor === undefined
      ? Array.from({ length: 256 }, (_, n) => n)
      : [xorOf(bytes) ^ wanted.xor];
  for (const was of values) {
    const tried = Buffer.concat([Buffer.from([was]), bytes]);
    for (let at = 0; at < tried.length; at += 1) {
      if (wanted.isRight(tried)) {
        return { change: { at, kind: 'missing', length: 1, was }, bytes: tried };
      }
      tried[at] = bytes[at] ?? 0;
      if (at + 1 < tried.length) tried[at + 1] = was;
    }
  }
  return undefined;
}
