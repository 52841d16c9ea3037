import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { postVouchers } from './post-vouchers.ts';
import type { VoucherRefusal, VoucherToPost } from './voucher.ts';

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
  return numberOf(tx.sql, unionId, posted.no);
}

export function asRefusal({ code, details }: VoucherRefusal): Error {
  return MALFORMED.has(code) ? invalid(code, details) : refused(code, details);
}

async function numberOf(sql: Sql, unionId: string, no: number): Promise<VoucherNumber> {
  const [row] = await sql<{ period: string; periodNo: number }>`
    select v.period, v.period_no as "periodNo" from book as b join voucher as v using (book_id)
    where b.union_id = ${unionId} and v.no = ${no}`;
  return { no: BigInt(no), period: row?.period ?? '', periodNo: BigInt(row?.periodNo ?? 0) };
}
