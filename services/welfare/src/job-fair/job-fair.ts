// A job fair as it is kept and as the API shows it.
import type { JobEmployer, JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import type { Sql, Tx } from '../pipeline.ts';
import type { FairState } from './fair-steps.ts';

export const CHANNELS = ['OFFLINE', 'ONLINE', 'LIVESTREAM'] as const;
export const CAMPAIGNS = [
  'SPRING_BREEZE',
  'EMPLOYMENT_AID_MONTH',
  'PRIVATE_FIRMS_WEEK',
  'AUTUMN_MONTH',
  'SUNSHINE',
  'OTHER',
] as const;
export const WORKER_GROUPS = ['MIGRANT', 'HARDSHIP', 'GRADUATE', 'NEW_FORM', 'OTHER'] as const;

const EMPLOYERS_MAX = 2_000;

/** What each step of a fair names. */
export const fairStep = { jobFairId: id, expectedVersion };

export interface FairRow extends Omit<JobFair, 'employers' | 'state'> {
  state: FairState;
}

/** The newest first. */
export function findFairs(
  sql: Sql,
  of: {
    id?: string;
    unionId?: string | null;
    state?: string | null;
    before?: string | null;
    limit: number;
  },
): Promise<FairRow[]> {
  const { id: one = null, unionId = null, state = null, before = null, limit } = of;
  return sql<FairRow>`
    select f.job_fair_id as "jobFairId", f.union_id as "unionId", u.name as "unionName", f.title, f.channel, f.campaign,
      f.place, f.holds_from::text as "holdsFrom", f.holds_to::text as "holdsTo", f.state, f.state_on::text as "stateOn",
      f.attendees, e.count as "employerCount", v.count as "vacancyCount", v.wanted, v.intents, p.count as placed,
      f.report, f.version
    from job_fair as f join known_union as u using (union_id), lateral (
      select count(*)::int from job_employer where job_fair_id = f.job_fair_id) as e, lateral (
      select count(*)::int, coalesce(sum(headcount), 0)::int as wanted, coalesce(sum(intents), 0)::int as intents
      from job_vacancy where job_fair_id = f.job_fair_id and state = 'OPEN') as v, lateral (
      select count(*)::int from job_placement as p join job_vacancy as w using (vacancy_id)
      where w.job_fair_id = f.job_fair_id) as p
    where (${one}::uuid is null or f.job_fair_id = ${one}::uuid)
      and (${unionId}::uuid is null or f.union_id = ${unionId}::uuid)
      and (${state}::text is null or f.state = ${state}::text)
      and (${before}::uuid is null or f.job_fair_id < ${before}::uuid)
    order by f.job_fair_id desc limit ${limit}`;
}

/** JOB_FAIR_UNKNOWN for one that is not known. */
export async function readFair(sql: Sql, jobFairId: string): Promise<FairRow> {
  const [row] = await findFairs(sql, { id: jobFairId, limit: 1 });
  if (!row) throw notFound('JOB_FAIR_UNKNOWN', { jobFairId });
  return row;
}

/** Locked until the transaction ends. Everybody sees a fair: whoever changes it has its union in reach. */
export async function holdFair(
  tx: Pick<Tx, 'sql' | 'requireUnions'>,
  jobFairId: string,
): Promise<FairRow> {
  const { unionId } = await readFair(tx.sql, jobFairId);
  await tx.requireUnions([unionId]);
  await tx.sql`select from job_fair where job_fair_id = ${jobFairId} for update`;
  return readFair(tx.sql, jobFairId);
}

/** Locked, and stale where it has gone on since it was looked at. */
export async function lockFair(
  tx: Pick<Tx, 'sql' | 'requireUnions'>,
  ask: { jobFairId: string; expectedVersion: number },
): Promise<FairRow> {
  const row = await holdFair(tx, ask.jobFairId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function takeFairStep(
  sql: Sql,
  jobFairId: string,
  { state, on }: { state: FairState; on: string },
): Promise<unknown> {
  return sql`
    update job_fair set state = ${state}, state_on = ${on}, version = version + 1 where job_fair_id = ${jobFairId}`;
}

export const fairView = (row: FairRow): JobFair => ({ ...row, employers: [] });

/** A fair with the employers that came. */
export async function readWholeFair(sql: Sql, jobFairId: string): Promise<JobFair> {
  const row = await readFair(sql, jobFairId);
  const employers = await sql<JobEmployer>`
    select e.job_fair_id as "jobFairId", e.employer_uscc as "employerUscc", e.name as "employerName",
      e.licence_sha256 as "licenceSha256", (select count(*)::int from job_vacancy as v
        where v.job_fair_id = e.job_fair_id and v.employer_uscc = e.employer_uscc and v.state = 'OPEN') as "vacancyCount"
    from job_employer as e where e.job_fair_id = ${jobFairId} order by e.name limit ${EMPLOYERS_MAX}`;
  return { ...row, employers };
}
