// That lines the bank has paid and the vouchers of them say the same (ledger.md §3.8, I5: each payment line once).
import type { LedgerCheck } from '../ledger/ledger-checks.ts';

export const PAYMENT_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'I5_PAYMENT_LINES',
    spans: false,
    find: (sql, { bookId }) => sql`
      with paid as (
        select l.id::text as id, l.voucher_no, l.amount_fen
        from book as b join payment_line as l on l.union_id = b.union_id
        where b.book_id = ${bookId} and l.state = 'PAID'),
      booked as (
        select v.no, v.doc_id, -sum(l.amount_fen) filter (where a.code = '102') as cash_fen
        from voucher as v join leg as l using (book_id, no, fiscal_year)
        join account as a using (book_id, account_no)
        where v.book_id = ${bookId} and v.doc_kind = 'PAYMENT_LINE' and v.reverses_no is null group by 1, 2)
      select min(coalesce(booked.no, paid.voucher_no)) as no
      from paid full join booked on booked.doc_id = paid.id and booked.no = paid.voucher_no
      where booked.cash_fen is distinct from paid.amount_fen`,
  },
];
