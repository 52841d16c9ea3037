// The leaves of a block as its records come, and whether it is the record or the leaf that was changed.
import { hash } from 'node:crypto';
import type { Amounts } from './amounts.ts';
import { Cursor } from './cursor.ts';
import type { Finding } from './finding.ts';
import type { Frame } from './frames.ts';
import { FRAME_HEAD, HASH_BYTES, sha256, TAG } from './layout.ts';
import { mendRecord } from './mend-record.ts';
import { fieldAt } from './records.ts';

/** Looked for at most so many times: of a book that is wrong throughout the first records say enough. */
const MENDS_MAX = 40;
const BODY = Buffer.from([5, 1]);

interface Wrong {
  frame: Frame;
  no: number;
  /** Its place among the leaves of the block. */
  n: number;
  gives: Buffer;
}

type Tell = (
  code: 'RECORD_CHANGED' | 'LEAF_CHANGED',
  frame: Frame,
  no: number,
  more?: Partial<Finding>,
) => void;

export class Leaves {
  readonly #tell: Tell;
  #leaves: Buffer[] = [];
  #wrong: Wrong[] = [];
  #mends = 0;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  get open(): boolean {
    return this.#leaves.length > 0;
  }

  /** A record under its leaf, as it was where that can be found out. */
  take(frame: Frame, no: number, amounts: Amounts): Cursor {
    const leaf = frame.content.subarray(0, HASH_BYTES);
    const bytes = frame.content.subarray(HASH_BYTES);
    const gives = sha256(bytes);
    this.#leaves.push(leaf);
    if (gives.equals(leaf)) return new Cursor(bytes);
    const mended = this.mend(frame, amounts);
    if (!mended) this.#wrong.push({ frame, no, n: this.#leaves.length - 1, gives });
    else this.#tell('RECORD_CHANGED', frame, no, changed(frame, mended));
    return new Cursor(mended ?? bytes);
  }

  mend(frame: Frame, amounts?: Amounts): Buffer | undefined {
    this.#mends += 1;
    if (this.#mends > MENDS_MAX) return undefined;
    return mendRecord(frame.content, HASH_BYTES, frame.tag === TAG.voucher ? amounts : undefined);
  }

  /** Ends a block; whether its leaves are those that its body was made of. */
  close(body: Buffer): boolean {
    const right = bodyOf(this.#leaves).equals(body);
    const given = this.#leaves.slice();
    for (const { n, gives } of this.#wrong) given[n] = gives;
    const kept = !right && this.#wrong.length > 0 && bodyOf(given).equals(body);
    for (const { frame, no, gives } of this.#wrong) {
      if (kept) this.#tell('LEAF_CHANGED', frame, no, differing(frame, 0, gives));
      else this.#tell('RECORD_CHANGED', frame, no, wholeOf(frame));
    }
    this.#leaves = [];
    this.#wrong = [];
    return right || kept;
  }
}

function bodyOf(leaves: readonly Buffer[]): Buffer {
  return hash('sha256', Buffer.concat([BODY, ...leaves]), 'buffer');
}

/** The first byte in which a record differs from what it was, and how far the difference goes. */
export function changed(frame: Frame, mended: Buffer): Partial<Finding> {
  return differing(frame, HASH_BYTES, mended);
}

function differing(frame: Frame, from: number, was: Buffer): Partial<Finding> {
  const places = [...was.keys()].filter((at) => frame.content[from + at] !== was[at]);
  const first = places[0] ?? 0;
  const length = (places.at(-1) ?? first) - first + 1;
  const bodyAt = frame.at + FRAME_HEAD + from + first;
  const bytes = { is: frame.content[from + first] ?? 0, was: was[first] ?? 0 };
  const kind = length === 1 ? 'changed' : 'range';
  const spot = { region: 'body', kind, at: 0, bodyAt, length, ...bytes } as const;
  return { field: fieldAt(frame.tag, frame.content, from + first), bodyAt, spot };
}

function wholeOf(frame: Frame): Partial<Finding> {
  const bodyAt = frame.at + FRAME_HEAD + HASH_BYTES;
  const length = frame.content.length - HASH_BYTES;
  return { bodyAt, spot: { region: 'body', kind: 'range', at: 0, bodyAt, length } };
}
