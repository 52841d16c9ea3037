// What the bank said and what the book says are held against each other (ledger.md §3.8, I14): a statement adds up, goes
// on where the one before it ended, and each line is what it was matched with. What is then on one side only is the
// difference, and each piece of it is named by the reconciliation.
import type { LedgerCheck } from '../ledger/ledger-checks.ts';

export const STATEMENT_CHECKS: readonly LedgerCheck[] = [
  {
    // The month, as 202603.
    name: 'I14_BANK_STATEMENTS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(replace(month, '-', '')::bigint) as no from (
        select s.month, s.opening_fen, s.closing_fen, s.line_count,
          lag(s.closing_fen) over (partition by s.bank order by s.month) as before_fen,
          (select coalesce(sum(l.amount_fen), 0) from statement_line as l where l.statement_id = s.id) as lines_fen,
          (select count(*) from statement_line as l where l.statement_id = s.id) as lines
        from book as b join bank_statement as s using (union_id) where b.book_id = ${bookId}) as s
      where s.opening_fen + s.lines_fen <> s.closing_fen or s.lines <> s.line_count
        or s.before_fen <> s.opening_fen`,
  },
  {
    name: 'I14_BANK_MATCHES',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(m.no) as no from (
        select s.id, s.amount_fen, min(m.voucher_no) as no, sum(l.amount_fen) as booked_fen,
          bool_and(a.code = '102' and a.mark = s.bank) as of_bank
        from book as b join statement_line as s using (union_id) join statement_match as m on m.line_id = s.id
        left join leg as l on l.book_id = b.book_id and l.no = m.voucher_no and l.n = m.leg_n
        left join account as a on a.book_id = b.book_id and a.account_no = l.account_no
        where b.book_id = ${bookId} group by s.id, s.amount_fen) as m
      where m.booked_fen is distinct from m.amount_fen or m.of_bank is not true`,
  },
];
