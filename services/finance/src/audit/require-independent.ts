// Audit is not finance, by person and not by duty (domain §5.12).
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Month } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';

interface Audited {
  unionId: string;
  periodFrom: Month;
  periodTo: Month;
}

/** Refused AUDITOR_NOT_INDEPENDENT: who made, checked or approved what is audited does not audit it. */
export async function requireIndependent(
  sql: Sql,
  { unionId, periodFrom, periodTo }: Audited,
  persons: readonly string[],
): Promise<void> {
  const years = [periodFrom, periodTo].map((month) => Number(month.slice(0, 4)));
  const [signed] = await sql<{ no: string }>`
    select v.no from book as b join voucher as v using (book_id)
    where b.union_id = ${unionId} and v.fiscal_year between ${years[0]} and ${years[1]}
      and v.period between ${periodFrom} and ${periodTo}
      and (v.maker_id = any(${persons}::text[]) or v.checker_id = any(${persons}::text[])
        or v.approver_id = any(${persons}::text[]))
    limit 1`;
  if (signed) throw refused('AUDITOR_NOT_INDEPENDENT', { voucherNo: Number(signed.no) });
  const [asked] = await sql<{ batchNo: string }>`
    select batch_no as "batchNo" from payment
    where union_id = ${unionId} and fiscal_year between ${years[0]} and ${years[1]}
      and array[made_by, checked_by, approved_by, exported_by] && ${persons}::text[]
      and to_char(made_at at time zone 'Asia/Shanghai', 'YYYY-MM')
        between ${periodFrom} and ${periodTo}
    limit 1`;
  if (asked) throw refused('AUDITOR_NOT_INDEPENDENT', { batchNo: asked.batchNo });
}
