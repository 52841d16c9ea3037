// That what this node says of money between levels is what its book says, and what the other end confirmed is what was
// sent (ledger.md §3.8, I11, I13, I14). Whether both ends say the same is asked of both by `./gonglian verify`.
import { ACCRUAL_CHECKS } from '../accrual/accrual-checks.ts';
import type { LedgerCheck } from '../ledger/ledger-checks.ts';

export const SETTLEMENT_CHECKS: readonly LedgerCheck[] = [
  ...ACCRUAL_CHECKS,
  {
    // Line by line: sent, and not yet given back, is out of the bank by its voucher; received is in it by its own.
    name: 'I11_SETTLEMENTS',
    spans: false,
    find: (sql, { bookId }) => sql`
      with told as (
        select s.*, s.settlement_id::text as id,
          case when s.direction = 'OUT' then -s.amount_fen else s.received_fen end as cash_fen
        from book as b join settlement as s using (union_id)
        where b.book_id = ${bookId} and ((s.direction = 'OUT' and s.sent_on is not null) or s.state = 'RECEIVED')),
      booked as (
        select v.no, v.doc_id, v.reverses_no, sum(l.amount_fen) filter (where a.code = '102') as cash_fen
        from voucher as v join leg as l using (book_id, no, fiscal_year)
        join account as a using (book_id, account_no)
        where v.book_id = ${bookId} and v.doc_kind = 'SETTLEMENT' group by 1, 2, 3),
      back as (select doc_id, reverses_no from booked where reverses_no is not null)
      select min(coalesce(booked.no, told.voucher_no, 0)) as no
      from told full join (select * from booked where reverses_no is null) as booked
        on booked.doc_id = told.id and booked.no = told.voucher_no
      left join back on back.doc_id = told.id and back.reverses_no = told.voucher_no
      where booked.cash_fen is distinct from told.cash_fen
        or (back.doc_id is not null) <> (told.state = 'RETURNED')`,
  },
  {
    // By neighbour: what its pot has gained and lost is what was sent there and received from there.
    name: 'I13_LEVELS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select 0 as no from (
        select case when f.kind = 'node' then f.key else t.key end as neighbour,
            case when f.kind = 'node' then -m.amount_fen else m.amount_fen end as fen
          from voucher as v join move as m using (book_id, no, fiscal_year)
          join pot as f on f.book_id = m.book_id and f.pot_no = m.from_pot
          join pot as t on t.book_id = m.book_id and t.pot_no = m.to_pot
          where v.book_id = ${bookId} and v.doc_kind = 'SETTLEMENT' and 'node' in (f.kind, t.kind)
        union all
        select s.neighbour, case when s.direction = 'OUT' then -s.amount_fen else s.received_fen end
          from book as b join settlement as s using (union_id)
          where b.book_id = ${bookId} and (s.state = 'RECEIVED'
            or (s.direction = 'OUT' and s.sent_on is not null and s.state <> 'RETURNED'))) as both_sides
      group by neighbour having sum(fen) <> 0 limit 1`,
  },
  {
    // Confirmed is the same amount under a voucher of the other end; anything else names its reason.
    name: 'I14_CONFIRMATIONS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(coalesce(s.voucher_no, 0)) as no from book as b join settlement as s using (union_id)
      where b.book_id = ${bookId}
        and ((s.state in ('CONFIRMED', 'RECEIVED') and (s.received_fen <> s.amount_fen or s.reason_code <> ''))
          or (s.state = 'CONFIRMED' and coalesce(s.neighbour_voucher_no, 0) = 0)
          or (s.state = 'DISPUTED' and s.reason_code = ''))`,
  },
];
