// That what is said to be still owed at the end of a year is what the book holds of it.
import type { LedgerCheck } from '../ledger/ledger-checks.ts';

export const ACCRUAL_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'ACCRUALS_ARE_OPEN',
    spans: false,
    find: (sql, { bookId }) => sql`
      with booked as (
        select split_part(v.doc_id, '/', 1) as id, min(v.no) as no, sum(l.amount_fen) as fen
        from voucher as v join leg as l using (book_id, no, fiscal_year)
        join account as a using (book_id, account_no)
        where v.book_id = ${bookId} and v.kind = 'ACCRUAL' and a.code in ('132', '13101', '13102', '21201')
        group by 1),
      told as (
        select s.accrual_id::text as id, s.voucher_no as no, (s.open_own_fen + s.open_upper_fen + s.open_lower_fen)
          * case s.direction when 'IN' then 1 else -1 end as fen
        from accrual as s join book as b using (union_id) where b.book_id = ${bookId})
      select min(coalesce(told.no, booked.no)) as no from told full join booked using (id)
      where booked.fen is distinct from told.fen`,
  },
];
