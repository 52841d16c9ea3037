// That receipts and their vouchers say the same, and that every share follows from its profile (ledger.md §3.8, I6).
import type { LedgerCheck } from '../ledger/ledger-checks.ts';

export const RECEIPT_CHECKS: readonly LedgerCheck[] = [
  {
    name: 'I6_SHARES',
    spans: true,
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(v.no) as no from voucher as v
      left join fund_receipt as r
        on r.voucher_no = v.no and r.doc_kind = v.doc_kind and r.slip_no = v.doc_id
      left join (
        select l.no, coalesce(sum(l.amount_fen) filter (where a.code = '102'), 0) as cash,
            coalesce(-sum(l.amount_fen) filter (where a.code in ('402', '211')), 0) as upper,
            coalesce(-sum(l.amount_fen) filter (where a.code = '21202'), 0) as lower,
            coalesce(-sum(l.amount_fen) filter (where a.code = '215'), 0) as held
          from leg as l join account as a using (book_id, account_no)
          where l.book_id = ${bookId} and l.no between ${fromNo} and ${toNo} group by l.no) as l
        on l.no = v.no
      where v.book_id = ${bookId} and v.no between ${fromNo} and ${toNo}
        and v.doc_kind in ('tax-slip', 'bank-receipt', 'fiscal-order') and v.reverses_no is null
        and (r.id is null or l.cash <> r.received_fen
          or case when r.mode = 'PREP' then l.held <> r.fund_fen
            else l.upper <> r.fund_fen - r.grassroots_fen
              or l.lower <> case when r.mode = 'SELF_PAY' then 0 else r.grassroots_fen end end
          or (r.union_id is not null and r.fund_fen - r.grassroots_fen
            <> round(r.fund_fen::numeric * r.county_bp / 10000)
              + round(r.fund_fen::numeric * r.city_bp / 10000)
              + round(r.fund_fen::numeric * r.province_bp / 10000)
              + round(r.fund_fen::numeric * r.national_bp / 10000)))`,
  },
  {
    name: 'I6_REVERSALS',
    spans: true,
    // A receipt is taken back exactly where its voucher is.
    find: (sql, { bookId, fromNo, toNo }) => sql`
      select min(n.no) as no from (
        select v.no from voucher as v
        left join fund_receipt as r on v.no in (r.reversed_no, r.reversed_founding_no)
          and r.id = case when v.doc_kind = 'fund-receipt' and v.reverses_no is not null
            then v.doc_id::uuid end
        where v.book_id = ${bookId} and v.no between ${fromNo} and ${toNo}
          and v.doc_kind = 'fund-receipt' and v.reverses_no is not null
          and (r.id is null or v.reverses_no not in (r.voucher_no, coalesce(r.founding_voucher_no, 0)))
        union all
        select v.no from voucher as v
        join fund_receipt as r
          on r.slip_no = v.doc_id and r.doc_kind = v.doc_kind and r.voucher_no = v.no
        where v.book_id = ${bookId} and v.no between ${fromNo} and ${toNo}
          and v.doc_kind in ('tax-slip', 'bank-receipt', 'fiscal-order')
          and r.reversed_no is not null and not exists (select from voucher as b
            where b.book_id = v.book_id and b.no = r.reversed_no and b.reverses_no = v.no)) as n`,
  },
];
