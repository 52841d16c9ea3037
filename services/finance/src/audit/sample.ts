// What samples are drawn from, and those that were drawn.
import type { AuditSample } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Sql } from '../pipeline.ts';
import type { AuditRow } from './audit.ts';

export const SUBJECTS = ['VOUCHER', 'PAYMENT_LINE'] as const;
export type Subject = (typeof SUBJECTS)[number];
export type Audited = Pick<
  AuditRow,
  'auditId' | 'unionId' | 'periodFrom' | 'periodTo' | 'scopeKind' | 'scopeCode'
>;

/** The fiscal years of the period: the ledger is divided by them. */
export const yearsOf = ({ periodFrom, periodTo }: Pick<Audited, 'periodFrom' | 'periodTo'>) => ({
  firstYear: Number(periodFrom.slice(0, 4)),
  lastYear: Number(periodTo.slice(0, 4)),
});

/** How many there are, and how much it is. */
export async function populationOf(
  sql: Sql,
  audit: Audited,
  subject: Subject,
): Promise<{ count: number; fen: number }> {
  const { firstYear, lastYear } = yearsOf(audit);
  const [sums] = await sql<{ count: number; fen: number }>`
    select count(*)::float8 as count, coalesce(sum(amount_fen), 0)::float8 as fen
    from audit_population
    where union_id = ${audit.unionId} and subject = ${subject}
      and fiscal_year between ${firstYear} and ${lastYear}
      and period between ${audit.periodFrom} and ${audit.periodTo}
      and (${audit.scopeKind} = '' or key in (select audit_scope_keys(${audit.unionId}, ${subject},
        ${audit.scopeKind}, ${audit.scopeCode}, ${firstYear}, ${lastYear})))`;
  return sums ?? { count: 0, fen: 0 };
}

/** An audit draws a handful; beyond this nobody would look. */
const SAMPLES_SHOWN = 100;

export async function readSamples(sql: Sql, auditId: string): Promise<AuditSample[]> {
  const rows = await sql<Record<keyof AuditSample, string> & { sampleCount: number }>`
    select id as "sampleId", subject, method, seed, threshold_fen::text as "thresholdFen",
      population_count::text as "populationCount", population_fen::text as "populationFen",
      sample_count as "sampleCount", sample_fen::text as "sampleFen", drawn_by as "drawnBy",
      scope_kind as "scopeKind", scope_code as "scopeCode",
      to_char(drawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "drawnAt"
    from audit_sample where audit_id = ${auditId} order by id limit ${SAMPLES_SHOWN}`;
  return rows.map((row) => ({
    ...row,
    thresholdFen: BigInt(row.thresholdFen),
    populationCount: BigInt(row.populationCount),
    populationFen: BigInt(row.populationFen),
    sampleFen: BigInt(row.sampleFen),
  }));
}
