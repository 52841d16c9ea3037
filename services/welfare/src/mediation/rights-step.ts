// A step of a mediation or of a case of legal aid: a row that stays, with who has the case from then on.
import type { RightsStep } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import type { Sql, Tx } from '../pipeline.ts';

const STEPS_MAX = 200;

interface Case {
  caseId: string;
  unionId: string;
  /** After the step. */
  version: number;
  state: string;
  stepOn: CalendarDate;
  step: string;
  agency?: string;
  note?: string;
}

export async function writeRightsStep(
  { sql, actor }: Pick<Tx, 'sql' | 'actor'>,
  { caseId, unionId, version, state, stepOn, step, agency = 'UNION', note = '' }: Case,
): Promise<void> {
  await sql`
    insert into rights_step (case_id, no, union_id, stepped_on, step, state, agency, acted_by, note)
    values (${caseId}, ${version}, ${unionId}, ${stepOn}, ${step}, ${state}, ${agency}, ${actor.id}, ${note})`;
}

export const rightsSteps = (sql: Sql, caseId: string): Promise<RightsStep[]> =>
  sql<RightsStep>`
    select no, stepped_on::text as "steppedOn", step, state, agency, acted_by as "actedBy", note
    from rights_step where case_id = ${caseId} order by no limit ${STEPS_MAX}`;
