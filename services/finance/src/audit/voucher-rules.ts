// Rules over vouchers and lists of refunds.
import { isWorkingDay } from '@gonglian/kernel/working-days.ts';
import type { Sql } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideBenford } from './benford.ts';
import { yearsOf, type Audited } from './sample.ts';
import type { Hit, Scanned } from './scan.ts';

/** What one rule keeps, and one more that shows there were others. */
const ROWS_MAX = 100_000;

interface VoucherRow {
  no: number;
  on: string;
  fen: number;
  group: number;
}

const hitOf = ({ no, on, fen, group }: VoucherRow, againstFen: number): Hit => ({
  group,
  voucherNo: no,
  amountFen: fen,
  againstFen,
  on,
});

/** Written by hand on a day on which nobody works. A year without its table of holidays is refused. */
export function decideWeekendPostings(rows: readonly VoucherRow[]): Hit[] {
  return rows
    .filter(({ on }) => !isWorkingDay(on))
    .map((row, at) => hitOf({ ...row, group: at + 1 }, 0));
}

export async function scanWeekends(sql: Sql, audit: Audited): Promise<Scanned> {
  const { firstYear, lastYear } = yearsOf(audit);
  const rows = await sql<VoucherRow>`
    select v.no::float8 as no, (v.posted_at at time zone 'Asia/Shanghai')::date::text as on,
      p.amount_fen::float8 as fen, 0 as "group"
    from book as b join voucher as v using (book_id)
    join audit_population as p on p.union_id = b.union_id and p.subject = 'VOUCHER'
      and p.voucher_no = v.no and p.fiscal_year = v.fiscal_year
    where b.union_id = ${audit.unionId} and v.kind in ('MANUAL', 'REVERSAL')
      and v.fiscal_year between ${firstYear} and ${lastYear}
      and v.period between ${audit.periodFrom} and ${audit.periodTo}
      and (${audit.scopeKind} = '' or v.no::text in (select audit_scope_keys(${audit.unionId}, 'VOUCHER',
        ${audit.scopeKind}, ${audit.scopeCode}, ${firstYear}, ${lastYear})))
    order by v.no limit ${ROWS_MAX}`;
  return { examined: rows.length, hits: decideWeekendPostings(rows) };
}

/** Two vouchers that stand and name one document, by its number or by its hash. */
export async function scanDocuments(sql: Sql, audit: Audited): Promise<Scanned> {
  const { firstYear, lastYear } = yearsOf(audit);
  const rows = await sql<VoucherRow & { examined: number; sum: number }>`
    with standing as (
      select v.no, v.event_on, v.kind, p.amount_fen as fen,
        v.doc_kind || ':' || v.doc_id as document, v.kind = 'PAYMENT' as listed, v.doc_hash
      from book as b join voucher as v using (book_id)
      join audit_population as p on p.union_id = b.union_id and p.subject = 'VOUCHER'
        and p.voucher_no = v.no and p.fiscal_year = v.fiscal_year
      where b.union_id = ${audit.unionId} and v.reverses_no is null
        and v.kind not in ('FOUNDING', 'YEAR_CLOSE')
        and v.fiscal_year between ${firstYear} and ${lastYear}
        and v.period between ${audit.periodFrom} and ${audit.periodTo}
        and (${audit.scopeKind} = '' or v.no::text in (select audit_scope_keys(${audit.unionId}, 'VOUCHER',
        ${audit.scopeKind}, ${audit.scopeCode}, ${firstYear}, ${lastYear})))
        and not exists (select from reversal as r where r.book_id = v.book_id and r.original_no = v.no)),
    counted as (
      select s.*, count(*) over (partition by document) as by_document,
        -- The lines of one list share the hash of its file.
        case when doc_hash is null or listed then 1
          else count(*) over (partition by doc_hash, listed) end as by_hash,
        min(no) over (partition by document) as first_of_document,
        min(no) over (partition by doc_hash, listed) as first_of_hash,
        count(*) over () as examined
      from standing as s)
    select no::float8 as no, event_on::text as on, fen::float8 as fen, examined::float8 as examined,
      dense_rank() over (order by case when by_document > 1 then first_of_document
        else first_of_hash end)::int as "group",
      sum(fen) over (partition by case when by_document > 1 then first_of_document
        else first_of_hash end)::float8 as sum
    from counted where by_document > 1 or by_hash > 1 order by "group", no limit ${ROWS_MAX}`;
  const examined = rows[0]?.examined ?? (await countVouchers(sql, audit));
  return { examined, hits: rows.map((row) => hitOf(row, row.sum)) };
}

async function countVouchers(sql: Sql, audit: Audited): Promise<number> {
  const { firstYear, lastYear } = yearsOf(audit);
  const [found] = await sql<{ n: number }>`
    select count(*)::float8 as n from book as b join voucher as v using (book_id)
    where b.union_id = ${audit.unionId} and v.fiscal_year between ${firstYear} and ${lastYear}
      and v.period between ${audit.periodFrom} and ${audit.periodTo}
      and (${audit.scopeKind} = '' or v.no::text in (select audit_scope_keys(${audit.unionId}, 'VOUCHER',
        ${audit.scopeKind}, ${audit.scopeCode}, ${firstYear}, ${lastYear})))`;
  return found?.n ?? 0;
}

/** Lists of refunds that went through without having been shown, or before it was over. No project has any. */
export async function scanPublicity(sql: Sql, audit: Audited): Promise<Scanned> {
  if (audit.scopeKind !== '') return { examined: 0, hits: [] };
  const rows = await sql<{ recordId: string; fen: number; on: string; shown: boolean }>`
    select r.id as "recordId", l.refund_fen::float8 as fen, coalesce(r.published_on::text, '') as on,
      r.published_on is not null and r.publicity_ends_on is not null as shown
    from refund_run as r join refund_line as l on l.refund_id = r.id
    where l.union_id = ${audit.unionId} and l.removed_reason = '' and r.state = 'APPROVED'
      and r.period_to >= ${audit.periodFrom} and r.period_from <= ${audit.periodTo}
    order by r.id limit ${ROWS_MAX}`;
  const hits = rows
    .filter(({ shown }) => !shown)
    .map(({ recordId, fen, on }, at) => {
      return { group: at + 1, recordId, amountFen: fen, againstFen: 0, on };
    });
  return { examined: rows.length, hits };
}

/** The first digits of all that was posted. */
export async function scanBenford(sql: Sql, audit: Audited, today: string): Promise<Scanned> {
  const { firstYear, lastYear } = yearsOf(audit);
  const rows = await sql<{ digit: number; n: number; fen: number }>`
    select left(amount_fen::text, 1)::int as digit, count(*)::int as n,
      sum(amount_fen)::float8 as fen
    from audit_population
    where union_id = ${audit.unionId} and subject = 'VOUCHER' and amount_fen > 0
      and fiscal_year between ${firstYear} and ${lastYear}
      and period between ${audit.periodFrom} and ${audit.periodTo}
      and (${audit.scopeKind} = '' or key in (select audit_scope_keys(${audit.unionId}, 'VOUCHER',
        ${audit.scopeKind}, ${audit.scopeCode}, ${firstYear}, ${lastYear})))
    group by 1`;
  const of = (digit: number) => rows.find((row) => row.digit === digit);
  const counts = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => of(digit)?.n ?? 0);
  const found = decideBenford(counts, {
    leastCount: financePolicy('audit.benford_count', today),
    criticalMilli: financePolicy('audit.benford_critical_milli', today),
  });
  const { tooFew, statisticMilli, digit } = found;
  const fen = of(digit)?.fen ?? 0;
  const hits = digit === 0 ? [] : [{ group: digit, amountFen: fen, againstFen: 0, on: '' }];
  return { examined: counts.reduce((sum, one) => sum + one, 0), hits, tooFew, statisticMilli };
}
