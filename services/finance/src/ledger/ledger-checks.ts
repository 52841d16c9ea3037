// The invariants of ledger.md §3.8 as named checks over the rows as they stand. Each finds the first voucher that breaks
// it, or where no voucher is to blame the number of the account, pot, block or change.
import type { Sql } from '../pipeline.ts';

/** Vouchers of one book; a check of the whole book takes no notice of the numbers. */
export interface Span {
  bookId: number;
  fromNo: number;
  toNo: number;
}

export interface LedgerCheck {
  name: string;
  /** Whether it is of vouchers, and so asked a span at a time. */
  spans: boolean;
  find(sql: Sql, span: Span): Promise<{ no: string | null }[]>;
}

export const LEDGER_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'I1_BALANCED',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(v.no) as no from voucher as v
      left join (select no, sum(amount_fen) as total, count(*) as n from leg
        where book_id = ${bookId} and no between ${fromNo} and ${toNo} group by no) as l on l.no = v.no
      left join (select no, count(*) as n from move
        where book_id = ${bookId} and no between ${fromNo} and ${toNo} group by no) as m on m.no = v.no
      where v.book_id = ${bookId} and v.no between ${fromNo} and ${toNo}
        and (l.total is distinct from 0 or l.n <> v.leg_count or coalesce(m.n, 0) <> v.move_count)`,
  },
  {
    name: 'I2_RUNNING_BALANCES',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(l.no) as no from leg as l
      where l.book_id = ${bookId} and l.no between ${fromNo} and ${toNo}
        and ((l.version = 1 and l.balance_fen <> l.amount_fen)
          or (l.version <> 1 and not exists (select from leg as p where p.book_id = l.book_id
            and p.account_no = l.account_no and p.version = l.version - 1 and p.no <= l.no
            and p.balance_fen = l.balance_fen - l.amount_fen)))`,
  },
  {
    name: 'I3_INTERVALS',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(m.no) as no from move as m
      where m.book_id = ${bookId} and m.no between ${fromNo} and ${toNo}
        and ((m.out_end <> m.amount_fen and not exists (select from move as o where o.book_id = m.book_id
            and o.from_pot = m.from_pot and o.out_end = m.out_end - m.amount_fen))
          or (m.in_end <> m.amount_fen and not exists (select from move as i where i.book_id = m.book_id
            and i.to_pot = m.to_pot and i.in_end = m.in_end - m.amount_fen)))`,
  },
  {
    name: 'I5_ONE_VOUCHER_A_KEY',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(v.no) as no from voucher as v
      left join voucher_key as k on k.book_id = v.book_id and k.key = v.key
      left join reversal as r on r.book_id = v.book_id and r.original_no = v.reverses_no
      where v.book_id = ${bookId} and v.no between ${fromNo} and ${toNo}
        and (k.no is distinct from v.no or (v.reverses_no is not null and r.no is distinct from v.no))`,
  },
  {
    name: 'I8_PERIOD_OPEN',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(v.no) as no from voucher as v
      where v.book_id = ${bookId} and v.no between ${fromNo} and ${toNo}
        and exists (select from period_change as c where c.book_id = v.book_id and c.change = 'CLOSED'
          and c.period >= v.period and c.after_no < v.no)
        and 'REOPENED' is distinct from (select c.change from period_change as c where c.book_id = v.book_id
          and c.period = v.period and c.after_no < v.no order by c.change_no desc limit 1)`,
  },
  {
    name: 'I9_LEAVES',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(no) as no from voucher_leaves(${bookId}, ${fromNo}, ${toNo}) where kept <> found`,
  },
  {
    name: 'I9_NUMBERS',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(g.no) as no from generate_series(${fromNo}::bigint, ${toNo}::bigint) as g(no)
      left join voucher as v on v.book_id = ${bookId} and v.no = g.no where v.no is null`,
  },
];
