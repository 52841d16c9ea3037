import { cancelOut } from './amounts.ts';
import { Cursor } from './cursor.ts';
import type { FindingCode } from './finding.ts';
import { FRAME_HEAD, HASH_BYTES } from './layout.ts';
import type { Frame } from './frames.ts';
import { readVoucher, type VoucherRecord } from './records.ts';
import { VoucherPlaces } from './voucher-places.ts';

/** What takes back what: each voucher once, by its mirror, which is read again from where it lies. */
export class Reversals {
  readonly #places = new VoucherPlaces();
  readonly #reread: (bodyAt: number, length: number) => Buffer;

  constructor(reread: (bodyAt: number, length: number) => Buffer) {
    this.#reread = reread;
  }

  add(no: number, { at, content }: Frame): void {
    this.#places.add(no, at, content.length);
  }

  findWrong(voucher: VoucherRecord): FindingCode | undefined {
    const place = this.#places.take(voucher.reversesNo);
    if (place === 'taken') return 'REVERSED_TWICE';
    if (!place) return 'REVERSAL_NOT_MIRRORED';
    const { at, length } = place;
    const bytes = this.#reread(at + FRAME_HEAD + HASH_BYTES, length - HASH_BYTES);
    const original = readVoucher(new Cursor(bytes));
    const right = original.no === voucher.reversesNo && original.reversesNo === 0;
    return right && cancelOut(original, voucher) ? undefined : 'REVERSAL_NOT_MIRRORED';
  }
}
