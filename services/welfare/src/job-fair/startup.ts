import type { StartupSupport } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import type { Sql } from '../pipeline.ts';

/** The newest first. */
export async function findStartups(
  sql: Sql,
  of: { id?: string; unionId?: string | null; before?: string | null; limit: number },
): Promise<StartupSupport[]> {
  const { id = null, unionId = null, before = null, limit } = of;
  type Row = Omit<StartupSupport, 'loanFen' | 'interestSubsidyFen'> & {
    loanFen: number;
    interestSubsidyFen: number;
  };
  const rows = await sql<Row>`
    select s.startup_id as "startupId", s.union_id as "unionId", u.name as "unionName", s.project_name as "projectName",
      s.supported_on::text as "supportedOn", s.bank_name as "bankName", s.loan_fen::float8 as "loanFen",
      s.interest_subsidy_fen::float8 as "interestSubsidyFen", s.jobs_created as "jobsCreated",
      s.households_benefited as "householdsBenefited", s.document_no as "documentNo"
    from startup_support as s join known_union as u using (union_id)
    where (${id}::uuid is null or s.startup_id = ${id}::uuid)
      and (${unionId}::uuid is null or s.union_id = ${unionId}::uuid)
      and (${before}::uuid is null or s.startup_id < ${before}::uuid)
    order by s.startup_id desc limit ${limit}`;
  return rows.map((row) => ({
    ...row,
    loanFen: BigInt(row.loanFen),
    interestSubsidyFen: BigInt(row.interestSubsidyFen),
  }));
}
