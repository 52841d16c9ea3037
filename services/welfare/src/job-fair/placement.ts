// Somebody who found work, asked after twice whether he still has it.
import type { JobPlacement } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { addDays, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { invalid, notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { shownName } from '@gonglian/service/person.ts';
import type { Sql } from '../pipeline.ts';

interface FollowUp {
  placedOn: CalendarDate;
  /** EMPLOYED, LEFT or empty, by days after. */
  answers: ReadonlyMap<number, string>;
  afterDays: number;
  followedOn: CalendarDate;
}

/**
 * In the order of refusals: another number of days, JOB_FOLLOWED_UP twice, JOB_FOLLOW_UP_ORDER before the earlier one or
 * after he has left, JOB_FOLLOW_UP_EARLY.
 */
export function decideFollowUp(
  { placedOn, answers, afterDays, followedOn }: FollowUp,
  days: readonly number[],
): void {
  const at = days.indexOf(afterDays);
  if (at === -1) throw invalid('FIELD_INVALID', { field: 'afterDays', rule: 'unknown_code' });
  if ((answers.get(afterDays) ?? '') !== '') throw refused('JOB_FOLLOWED_UP', { afterDays });
  const earlier = days.slice(0, at);
  if (earlier.some((one) => answers.get(one) !== 'EMPLOYED')) throw refused('JOB_FOLLOW_UP_ORDER');
  const from = addDays(placedOn, afterDays);
  if (followedOn < from) throw refused('JOB_FOLLOW_UP_EARLY', { from });
}

type Row = Omit<JobPlacement, 'personNameMasked'> & { personId: string; nameSealed: Buffer };

/** The newest first. The next day on which he is asked is that of the first answer that is missing. */
export async function findPlacements(
  sql: Sql,
  vault: Vault,
  of: {
    id?: string;
    unionId?: string | null;
    dueOn?: string | null;
    before?: string | null;
    limit: number;
    days: readonly number[];
  },
): Promise<JobPlacement[]> {
  const { id = null, unionId = null, dueOn = null, before = null, limit, days } = of;
  const [first = 0, second = 0] = days;
  const rows = await sql<Row>`
    select * from (
      select p.placement_id as "placementId", p.union_id as "unionId", u.name as "unionName",
        coalesce(p.vacancy_id::text, '') as "vacancyId", coalesce(p.training_id::text, '') as "trainingId",
        p.person_id as "personId", n.name_sealed as "nameSealed", p.worker_group as "workerGroup",
        p.placed_on::text as "placedOn", case when p.after_first = '' then (p.placed_on + ${first}::int)::text
          when p.after_first = 'EMPLOYED' and p.after_second = '' then (p.placed_on + ${second}::int)::text
          else '' end as "dueOn", p.after_first as "after30Days", p.after_second as "after90Days", p.version
      from job_placement as p join known_union as u using (union_id) join person as n using (person_id)) as p
    where (${id}::uuid is null or p."placementId" = ${id}::uuid)
      and (${unionId}::uuid is null or p."unionId" = ${unionId}::uuid)
      and (${dueOn}::text is null or (p."dueOn" <> '' and p."dueOn" <= ${dueOn}::text))
      and (${before}::uuid is null or p."placementId" < ${before}::uuid)
    order by p."placementId" desc limit ${limit}`;
  return rows.map(({ personId, nameSealed, ...row }) => ({
    ...row,
    personNameMasked: shownName(vault, personId, nameSealed),
  }));
}

/** JOB_PLACEMENT_UNKNOWN for one out of reach. */
export async function readPlacement(
  sql: Sql,
  vault: Vault,
  id: string,
  days: readonly number[],
): Promise<JobPlacement> {
  const [row] = await findPlacements(sql, vault, { id, days, limit: 1 });
  if (!row) throw notFound('JOB_PLACEMENT_UNKNOWN', { placementId: id });
  return row;
}
