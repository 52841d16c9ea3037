// A reform whole (产改): what each agency has to do, what it met on, decided and tried, and what others gave it.
import type {
  DutyLine,
  FirmPair,
  ReformEvaluation,
  ReformRecord,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { daysBetween } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

/** Of each of its lists; a reform of a province has fewer. */
export const LINES_MAX = 1_000;

/** Refused AGENCY_NOT_MEMBER with the first that is none. */
export function requireMembers(members: readonly string[], agencies: readonly string[]): void {
  const stranger = agencies.find((agency) => !members.includes(agency));
  if (stranger !== undefined) throw refused('AGENCY_NOT_MEMBER', { agency: stranger });
}

type Of = { programmeId: string | null; id?: string };

/** The first due first. */
export async function findDutyLines(
  sql: Sql,
  { programmeId, id = null }: { programmeId: string | null; id?: string | null },
  today: CalendarDate,
): Promise<DutyLine[]> {
  const rows = await sql<Omit<DutyLine, 'overdueDays'>>`
    select duty_line_id as "dutyLineId", agency, duty_text as "dutyText", due_on::text as "dueOn", state,
      coalesce(finished_on::text, '') as "finishedOn", result_text as "resultText",
      evidence_sha256 as "evidenceSha256", version
    from duty_line
    where (${programmeId}::uuid is null or programme_id = ${programmeId}::uuid)
      and (${id}::uuid is null or duty_line_id = ${id}::uuid)
    order by due_on, duty_line_id limit ${LINES_MAX}`;
  return rows.map((row) => {
    const overdueDays = Math.max(0, daysBetween(row.dueOn, row.finishedOn || today));
    return { ...row, overdueDays };
  });
}

/** DUTY_LINE_UNKNOWN for one out of reach. */
export async function readDutyLine(sql: Sql, id: string, today: CalendarDate): Promise<DutyLine> {
  const [row] = await findDutyLines(sql, { programmeId: null, id }, today);
  if (!row) throw notFound('DUTY_LINE_UNKNOWN', { dutyLineId: id });
  return row;
}

/** The newest first. */
export function findRecords(sql: Sql, programmeId: string): Promise<ReformRecord[]> {
  return sql<ReformRecord>`
    select record_id as "recordId", union_id as "unionId", kind as "recordKind", title,
      document_no as "documentNo", recorded_on::text as "recordedOn", agencies,
      document_kind as "documentKind", coalesce(pilot_id::text, '') as "pilotId",
      evidence_sha256 as "evidenceSha256"
    from reform_record where programme_id = ${programmeId} order by record_id desc limit ${LINES_MAX}`;
}

/** The newest first. */
export function findEvaluations(
  sql: Sql,
  { programmeId, id = null }: { programmeId: string; id?: string | null },
): Promise<ReformEvaluation[]> {
  return sql<ReformEvaluation>`
    select e.evaluation_id as "evaluationId", e.union_id as "unionId", u.name as "unionName", e.year,
      e.evaluator, e.items as "scoreItems", e.score, e.max_score as "maxScore",
      e.evaluated_on::text as "evaluatedOn", e.evidence_sha256 as "evidenceSha256"
    from reform_evaluation as e join known_union as u using (union_id)
    where e.programme_id = ${programmeId} and (${id}::uuid is null or e.evaluation_id = ${id}::uuid)
    order by e.evaluation_id desc limit ${LINES_MAX}`;
}

/** The newest first. */
export function findPairs(sql: Sql, { programmeId, id }: Of): Promise<FirmPair[]> {
  return sql<FirmPair>`
    select p.pair_id as "pairId", p.pilot_id as "pilotId", p.union_id as "leadUnionId",
      l.name as "leadUnionName", p.partner_union_id as "partnerUnionId", r.name as "partnerUnionName",
      p.goals, p.paired_on::text as "pairedOn", a.activities as "activityCount", a.participants,
      a.last as "lastHeldOn", p.state, coalesce(p.ended_on::text, '') as "endedOn", p.outcome, p.version
    from firm_pair as p
    join known_union as l on l.union_id = p.union_id
    join known_union as r on r.union_id = p.partner_union_id,
    lateral (
      select count(*)::int as activities, coalesce(sum(participants), 0)::int as participants,
        coalesce(max(held_on)::text, '') as last
      from pair_activity as t where t.pair_id = p.pair_id) as a
    where (${programmeId}::uuid is null or p.programme_id = ${programmeId}::uuid)
      and (${id ?? null}::uuid is null or p.pair_id = ${id ?? null}::uuid)
    order by p.pair_id desc limit ${LINES_MAX}`;
}

/** PAIR_UNKNOWN for one out of reach. */
export async function readPair(sql: Sql, pairId: string): Promise<FirmPair> {
  const [row] = await findPairs(sql, { programmeId: null, id: pairId });
  if (!row) throw notFound('PAIR_UNKNOWN', { pairId });
  return row;
}

/** Locked until the transaction ends. Refused PAIR_ENDED. */
export async function lockPair(sql: Sql, pairId: string): Promise<FirmPair> {
  await sql`select from firm_pair where pair_id = ${pairId} for update`;
  const pair = await readPair(sql, pairId);
  if (pair.state === 'ENDED') throw refused('PAIR_ENDED', { endedOn: pair.endedOn });
  return pair;
}
