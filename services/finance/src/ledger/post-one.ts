import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { invalid, refused, type Refusal } from '@gonglian/kernel/refusal.ts';
import type { Tx } from '../pipeline.ts';
import { postVouchers } from './post-vouchers.ts';
import type { VoucherNo, VoucherRefusal, VoucherToPost } from './voucher.ts';

/** Codes of what does not parse, whatever the book. */
const MALFORMED: ReadonlySet<string> = new Set([
  'VOUCHER_TEXT_INVALID',
  'DATE_INVALID',
  'PERIOD_INVALID',
  'AMOUNT_OUT_OF_RANGE',
  'POT_INVALID',
]);

/** Posts one voucher or throws why not. */
export async function postOne(
  tx: Tx,
  unionId: string,
  voucher: VoucherToPost,
): Promise<VoucherNumber> {
  const [posted] = await postVouchers(tx, unionId, [voucher]);
  if (!posted) throw new Error('one voucher has one answer');
  if (posted.refusal) throw asRefusal(posted.refusal);
  return voucherNumber(posted);
}

export function asRefusal({ code, details }: VoucherRefusal): Refusal {
  return MALFORMED.has(code) ? invalid(code, details) : refused(code, details);
}

export function voucherNumber({ no, period, periodNo }: VoucherNo): VoucherNumber {
  return { no: BigInt(no), period, periodNo: BigInt(periodNo) };
}
