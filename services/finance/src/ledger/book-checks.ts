// The same for what is true of a book as a whole.
import type { LedgerCheck } from './ledger-checks.ts';

export const BOOK_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'I1_NO_STRAY_LINES',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(s.no) as no from (
        select no from leg where book_id = ${bookId} union select no from move where book_id = ${bookId}) as s
      left join voucher as v on v.book_id = ${bookId} and v.no = s.no where v.no is null`,
  },
  {
    name: 'I2_BALANCES',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(s.account_no) as no from account_balance as s
      left join (select account_no, sum(amount_fen) as total, count(*) as n, max(version) as version from leg
        where book_id = ${bookId} group by account_no) as l on l.account_no = s.account_no
      left join (select account_no, sum(debit_fen - credit_fen) as total from account_month
        where book_id = ${bookId} group by account_no) as m on m.account_no = s.account_no
      where s.book_id = ${bookId} and (s.balance_fen <> coalesce(l.total, 0) or s.version <> coalesce(l.n, 0)
        or s.version <> coalesce(l.version, 0) or s.balance_fen <> coalesce(m.total, 0))`,
  },
  {
    name: 'I2_MONTHS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(coalesce(m.account_no, l.account_no)) as no from (
        select v.period, l.account_no, coalesce(sum(l.amount_fen) filter (where l.amount_fen > 0), 0) as debit_fen,
            coalesce(-sum(l.amount_fen) filter (where l.amount_fen < 0), 0) as credit_fen
          from leg as l join voucher as v using (book_id, no, fiscal_year)
          where l.book_id = ${bookId} group by 1, 2) as l
      full join (select * from account_month where book_id = ${bookId}) as m
        on m.period = l.period and m.account_no = l.account_no
      where (m.debit_fen, m.credit_fen) is distinct from (l.debit_fen, l.credit_fen)`,
  },
  {
    // The month, as 202603.
    name: 'I13_TRIAL_BALANCE',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(no) as no from (
        select replace(period, '-', '')::bigint as no from account_month where book_id = ${bookId}
        group by period having sum(debit_fen) <> sum(credit_fen)) as uneven`,
  },
  {
    name: 'I3_TOTALS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(t.pot_no) as no from pot_total as t
      left join (select from_pot, sum(amount_fen) as fen, max(out_end) as at from move
        where book_id = ${bookId} group by 1) as o on o.from_pot = t.pot_no
      left join (select to_pot, sum(amount_fen) as fen, max(in_end) as at from move
        where book_id = ${bookId} group by 1) as i on i.to_pot = t.pot_no
      where t.book_id = ${bookId} and ((t.out_fen, t.out_fen) is distinct from (coalesce(o.fen, 0), coalesce(o.at, 0))
        or (t.in_fen, t.in_fen) is distinct from (coalesce(i.fen, 0), coalesce(i.at, 0)))`,
  },
  {
    name: 'I4_POTS_ARE_CASH',
    spans: false,
    find: (sql, { bookId }) => sql`
      select 0 as no from (
        select bank, sum(cash) as cash, sum(pots) as pots, sum(kept) as kept from (
          select a.mark as bank, s.balance_fen as cash, 0 as pots, 0 as kept
            from account as a join account_balance as s using (book_id, account_no)
            where a.book_id = ${bookId} and a.code in ('101', '102')
          union all
          select p.bank, 0, t.in_fen - t.out_fen, 0 from pot as p join pot_total as t using (book_id, pot_no)
            where p.book_id = ${bookId}
              and p.kind in ('own', 'upper', 'lower', 'prep', 'trust', 'project')
          union all
          select bank, 0, 0, cash_fen from purse where book_id = ${bookId}) as one group by bank) as purses
      where cash <> pots or cash <> kept limit 1`,
  },
  {
    name: 'I7_REVERSALS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(no) as no from (
        select r.no from reversal as r join leg as l on l.book_id = r.book_id and l.no in (r.no, r.original_no)
          where r.book_id = ${bookId} group by r.no, l.account_no having sum(l.amount_fen) <> 0
        union all
        select r.no from reversal as r join move as m on m.book_id = r.book_id and m.no in (r.no, r.original_no)
          where r.book_id = ${bookId} group by r.no, least(m.from_pot, m.to_pot), greatest(m.from_pot, m.to_pot)
          having sum(case when m.from_pot < m.to_pot then m.amount_fen else -m.amount_fen end) <> 0
        union all
        select v.no from voucher as v left join reversal as r using (book_id, no)
          where v.book_id = ${bookId} and v.reverses_no is distinct from r.original_no) as bad`,
  },
  {
    // What left a pot had come before: the trace finds every fen (I3 says that it finds it once).
    name: 'I12_TRACE',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(gone) as no from (
        select e.gone, min(e.come) over (partition by e.pot order by e.at desc, e.gone nulls first
            rows unbounded preceding) as come
          from (
            select to_pot as pot, in_end as at, no as come, null::bigint as gone from move where book_id = ${bookId}
            union all
            select m.from_pot, m.out_end, null, m.no from move as m
              join pot_total as t on t.book_id = m.book_id and t.pot_no = m.from_pot and t.floored
              where m.book_id = ${bookId}) as e) as w
      where gone is not null and (come is null or come > gone)`,
  },
  {
    name: 'I9_ACCOUNTS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(a.account_no) as no from account as a join book as b using (book_id)
      where a.book_id = ${bookId} and a.leaf <> sha256('\\x0001'::bytea || sealed('account')
        || sealed(b.union_id::text) || int8send(a.account_no) || sealed(a.code) || sealed(a.party)
        || sealed(a.project) || sealed(a.mark))`,
  },
  {
    name: 'I9_POTS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(p.pot_no) as no from pot as p join book as b using (book_id)
      where p.book_id = ${bookId} and p.leaf <> sha256('\\x0001'::bytea || sealed('pot') || sealed(b.union_id::text)
        || int8send(p.pot_no) || sealed(p.kind) || sealed(p.key) || sealed(p.bank))`,
  },
  {
    name: 'I9_PERIODS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(c.change_no) as no from period_change as c join book as b using (book_id)
      where c.book_id = ${bookId} and c.leaf <> sha256('\\x0001'::bytea || sealed('period')
        || sealed(b.union_id::text) || int8send(c.change_no) || sealed(c.period) || sealed(c.change)
        || int8send(c.after_no) || sealed(c.actor_id) || sealed(c.reason) || sealed_ms(c.changed_at))`,
  },
  {
    name: 'I9_PERIOD_NUMBERS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(v.first_no) as no from (
        select period, count(*) as n, max(period_no) as last, min(no) as first_no from voucher
          where book_id = ${bookId} group by period) as v
      left join book_period as p on p.book_id = ${bookId} and p.period = v.period
      where v.n <> v.last or p.last_period_no is distinct from v.last`,
  },
  {
    name: 'I9_BLOCKS',
    spans: false,
    find: (sql, { bookId }) => sql`
      select min(greatest(first_no, 1)) as no from block_hashes(${bookId}) where whole is not true`,
  },
];
