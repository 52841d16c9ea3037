import type { Sql } from '../pipeline.ts';

/** Payments whose every paid line stands on a statement of the bank are reconciled; those of which nothing was paid too. */
export async function reconcilePayments(sql: Sql, unionId: string, bank: string): Promise<void> {
  await sql`
    update payment as p set state = 'RECONCILED', version = version + 1
    where p.union_id = ${unionId} and p.bank = ${bank} and p.state = 'RESULT'
      and not exists (
        select from payment_line as l where l.payment_id = p.id and l.state = 'PAID'
          and not exists (
            select from statement_match as m
            where m.union_id = l.union_id and m.voucher_no = l.voucher_no))`;
}

/** Payments that these vouchers proved are at the bank's result again. */
export async function reopenPayments(
  sql: Sql,
  unionId: string,
  voucherNos: readonly number[],
): Promise<void> {
  await sql`
    update payment as p set state = 'RESULT', version = version + 1
    where p.union_id = ${unionId} and p.state = 'RECONCILED'
      and exists (
        select from payment_line as l where l.payment_id = p.id
          and l.voucher_no = any(${voucherNos}::bigint[]))`;
}
