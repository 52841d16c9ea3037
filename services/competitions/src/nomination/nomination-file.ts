// What belongs to a nomination besides itself, as its file shows it.
import type {
  HonourConsultation,
  HonourObjection,
  HonourPublicity,
  NominationStep,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import type { Sql } from '../pipeline.ts';

const ROWS_MAX = 500;

export function readSteps(sql: Sql, nominationId: string): Promise<NominationStep[]> {
  return sql<NominationStep>`
    select step, state, happened_on::text as "happenedOn", acted_by as "actedBy", note
    from nomination_step where nomination_id = ${nominationId} order by step_no limit ${ROWS_MAX}`;
}

export function readPublicities(sql: Sql, nominationId: string): Promise<HonourPublicity[]> {
  return sql<HonourPublicity>`
    select stage, starts_on::text as "startsOn", ends_on::text as "endsOn",
      working_days as "workingDays", channel
    from honour_publicity where nomination_id = ${nominationId} order by starts_on, ends_on`;
}

export function readObjections(sql: Sql, nominationId: string): Promise<HonourObjection[]> {
  return sql<HonourObjection>`
    select objection_id as "objectionId", stage, raised_on::text as "raisedOn", summary,
      coalesce(closed_on::text, '') as "closedOn", outcome
    from honour_objection where nomination_id = ${nominationId} order by objection_id limit ${ROWS_MAX}`;
}

export function readConsultations(sql: Sql, nominationId: string): Promise<HonourConsultation[]> {
  return sql<HonourConsultation>`
    select body, asked_on::text as "askedOn", coalesce(replied_on::text, '') as "repliedOn", reply, note
    from honour_consultation where nomination_id = ${nominationId} order by asked_on, body`;
}

/** Empty until it is awarded. */
export async function readGrantId(sql: Sql, nominationId: string): Promise<string> {
  const [grant] = await sql<{ grantId: string }>`
    select grant_id as "grantId" from honour_grant where nomination_id = ${nominationId}`;
  return grant?.grantId ?? '';
}
