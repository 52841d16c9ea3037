// A grassroots union’s list. What is wrong with a row is told row by row; the others go on.
import type {
  MutualAidListing,
  MutualAidRowRefused,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/mutual_aid.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { code, id, optionalText } from '@gonglian/service/fields.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { z } from 'zod';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { batchView, decideEnrolling, decideRow, readBatch } from './enrolment.ts';
import { readPlan, type PlanRow } from './plan.ts';

const ROWS_MAX = 1_000;
export const INSURANCES = ['EMPLOYEE', 'RESIDENT'] as const;

const EnrolMutualAid = z.strictObject({
  planId: id,
  unionId: id,
  people: z
    .array(
      z.strictObject({
        personName: optionalText(60),
        idNumber: optionalText(18),
        insurance: code(INSURANCES),
      }),
    )
    .min(1, 'required')
    .max(ROWS_MAX, 'too_many'),
});
type Person = z.output<typeof EnrolMutualAid>['people'][number];
type Taken = Person & { row: number; personId: string };

export const enrolMutualAid = command({
  schema: EnrolMutualAid,
  permission: 'welfare.mutual-aid.enrol',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<MutualAidListing> {
    const { sql, own, actor, now } = tx;
    const today = chinaDate(now);
    const plan = await readPlan(sql, ask.planId);
    decideEnrolling(plan, today);
    await requireLivingUnion(sql, ask.unionId);
    const refusals: MutualAidRowRefused[] = [];
    const fit = decideRows(plan, ask.people, refusals, today);
    const ids = await enterPeople({ sql, vault: own.vault, today }, fit);
    const named = fit.map((one, at) => ({ ...one, personId: ids[at] ?? '' }));
    const based = await withBase(tx, plan, named, refusals);
    const batchId = newId();
    const { unionId } = ask;
    const taken = await writeBatch(sql, { batchId, unionId, plan, by: actor.id, today }, based);
    const listed = new Set(taken);
    for (const { row, personId } of based)
      if (!listed.has(personId)) refusals.push({ row, code: 'ENROLLED_ALREADY' });
    return {
      batch: taken.length > 0 ? batchView(await readBatch(sql, batchId), today) : undefined,
      refused: refusals.toSorted((a, b) => a.row - b.row),
    };
  },
});

function decideRows(
  plan: PlanRow,
  people: readonly Person[],
  refusals: MutualAidRowRefused[],
  today: string,
): (Person & { row: number })[] {
  const before = new Set<string>();
  const fit: (Person & { row: number })[] = [];
  for (const [at, person] of people.entries()) {
    const decided = decideRow(plan, person, before, today);
    if ('code' in decided) refusals.push({ row: at + 1, code: decided.code });
    else {
      before.add(decided.number);
      fit.push({ ...person, row: at + 1 });
    }
  }
  return fit;
}

/** Whoever does not take part in the plan that this one is an extra of is told so. */
async function withBase(
  { sql, beyondScope }: Tx,
  { basePlanId }: PlanRow,
  named: readonly Taken[],
  refusals: MutualAidRowRefused[],
): Promise<Taken[]> {
  if (basePlanId === '') return [...named];
  await beyondScope('whoever takes part in the other plan may do so by another union');
  const found = await sql<{ personId: string }>`
    select person_id as "personId" from mutual_enrolment
    where plan_id = ${basePlanId} and state <> 'CANCELLED'
      and person_id = any(${named.map(({ personId }) => personId)}::uuid[])`;
  const based = new Set(found.map(({ personId }) => personId));
  for (const { row, personId } of named)
    if (!based.has(personId)) refusals.push({ row, code: 'BASE_PLAN_NOT_TAKEN' });
  return named.filter(({ personId }) => based.has(personId));
}

interface NewBatch {
  batchId: string;
  unionId: string;
  plan: PlanRow;
  by: string;
  today: string;
}

/** Answers who was taken. Of two lists at once that name the same person the second waits, and then finds him enrolled. */
async function writeBatch(
  sql: Sql,
  { batchId, unionId, plan, by, today }: NewBatch,
  people: readonly Taken[],
): Promise<string[]> {
  if (people.length === 0) return [];
  await sql`
    insert into mutual_batch (batch_id, plan_id, holder_union_id, union_id, persons, premium_fen, listed_on, made_by)
    values (${batchId}, ${plan.planId}, ${plan.unionId}, ${unionId}, ${people.length}, 0, ${today}, ${by})`;
  const taken = await sql<{ personId: string }>`
    insert into mutual_enrolment (enrolment_id, batch_id, plan_id, holder_union_id, union_id, person_id, insurance)
    select id, ${batchId}::uuid, ${plan.planId}::uuid, ${plan.unionId}::uuid, ${unionId}::uuid, person, insurance
    from unnest(${people.map(() => newId())}::uuid[], ${people.map(({ personId }) => personId)}::uuid[],
      ${people.map(({ insurance }) => insurance)}::text[]) as p(id, person, insurance)
    order by person on conflict do nothing returning person_id as "personId"`;
  if (taken.length === 0) await sql`delete from mutual_batch where batch_id = ${batchId}`;
  else
    await sql`
      update mutual_batch set persons = ${taken.length}, premium_fen = ${taken.length * plan.premiumFen}
      where batch_id = ${batchId}`;
  return taken.map(({ personId }) => personId);
}
