import type { VoucherNumber } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { invalid, refused, type Refusal } from '@gonglian/kernel/refusal.ts';
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
  const numbers = await readNumbers(tx.sql, unionId, [posted.no]);
  return numbers.get(posted.no) as VoucherNumber;
}

export function asRefusal({ code, details }: VoucherRefusal): Refusal {
  return MALFORMED.has(code) ? invalid(code, details) : refused(code, details);
}

/** By number in the book: what is printed on each. */
export async function readNumbers(
  sql: Sql,
  unionId: string,
  nos: readonly number[],
): Promise<Map<number, VoucherNumber>> {
  const rows = await sql<{ no: string; period: string; periodNo: number }>`
    select v.no, v.period, v.period_no as "periodNo" from book as b join voucher as v using (book_id)
    where b.union_id = ${unionId} and v.no = any(${nos}::bigint[])`;
  return new Map(
    rows.map(({ no, period, periodNo }) => [
      Number(no),
      { no: BigInt(no), period, periodNo: BigInt(periodNo) },
    ]),
  );
}
