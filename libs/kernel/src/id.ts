import { getRandomValues } from 'node:crypto';
import { v5, v7, validate } from 'uuid';

// Fixed for ever: changing it would give every node's root union another id.
const PROJECT_NAMESPACE = '6f2d1c0a-5b7e-5c1d-9a44-0d8b3e7a91c5';
const CANONICAL = /^[0-9a-f-]{36}$/;

/** Random bytes are asked for in pages: for sixteen at a time the asking costs most of an id. */
const page = new Uint8Array(4_096);
let used = page.length;

function randomBytes(): Uint8Array {
  if (used === page.length) {
    getRandomValues(page);
    used = 0;
  }
  used += 16;
  return page.subarray(used - 16, used);
}

let last = { msecs: 0, seq: 0 };

/** A new UUIDv7 in lower case: ids sort by the time they were made, and those of one millisecond by their order. */
export function newId(): string {
  const random = randomBytes();
  const now = Date.now();
  // Sequences begin in the lower half, so that counting on from one has room.
  if (now > last.msecs)
    last = { msecs: now, seq: new DataView(random.buffer, random.byteOffset).getUint32(6) >>> 1 };
  else last.seq += 1;
  return v7({ random, ...last });
}

/** The id of the root union of the node for a region code: the same wherever it is computed (UUIDv5). */
export function nodeRootUnionId(regionCode: string): string {
  return v5(`root-union/${regionCode}`, PROJECT_NAMESPACE);
}

/** Whether a text is a UUID in canonical lower case; ids are compared as texts. */
export function isId(text: string): boolean {
  return CANONICAL.test(text) && validate(text);
}
