// A round of inspections as it is kept and as the API shows it: each sees of it the units within his reach.
import type {
  InspectionFile,
  InspectionRound,
  InspectionUnit,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';

export const RESULTS = ['QUALIFIED', 'MOSTLY', 'UNQUALIFIED'] as const;
/** More units than a county has are several rounds. */
export const UNITS_MAX = 500;

/** One, or those before a place; the newest first. */
export function readRounds(
  sql: Sql,
  { roundId = '', cursor = '', limit }: { roundId?: string; cursor?: string; limit: number },
): Promise<InspectionRound[]> {
  return sql<InspectionRound>`
    select r.id as "roundId", r.title, r.fiscal_year as "fiscalYear", r.joint_body as "jointBody",
      r.basis, r.planned_by as "plannedBy", r.planned_on::text as "plannedOn", s.*
    from inspection_round as r cross join lateral (
      select count(*)::int as units,
        count(*) filter (where state <> 'PLANNED')::int as "unitsInspected",
        count(*) filter (where state = 'SETTLED')::int as "unitsSettled",
        coalesce(sum(findings), 0)::int as findings,
        coalesce(sum(closed), 0)::int as "findingsClosed"
      from inspection_standing where round_id = r.id) as s
    where (${roundId} = '' or r.id = nullif(${roundId}, '')::uuid)
      and (${cursor} = '' or r.id < nullif(${cursor}, '')::uuid)
    order by r.id desc limit ${limit}`;
}

/** INSPECTION_UNKNOWN for one out of reach. */
export async function readFile(sql: Sql, roundId: string): Promise<InspectionFile> {
  const [round] = await readRounds(sql, { roundId, limit: 1 });
  if (!round) throw notFound('INSPECTION_UNKNOWN', { roundId });
  const units = await sql<InspectionUnit>`
    select union_id as "unionId", union_name as "unionName", state,
      coalesce(inspected_on::text, '') as "inspectedOn", organising_result as "organisingResult",
      organising_note as "organisingNote", money_result as "moneyResult", money_note as "moneyNote",
      findings, closed as "findingsClosed", coalesce(next_deadline::text, '') as "nextDeadline", version
    from inspection_standing where round_id = ${roundId}
    order by union_name collate "C", union_id limit ${UNITS_MAX}`;
  return { round, units };
}

export interface Visit {
  year: number;
  joint: boolean;
  inspectedOn: string;
  version: number;
}

/**
 * Round and unit, locked until the transaction ends, so that findings are numbered one after another. INSPECTION_UNKNOWN
 * for a unit that the round does not visit, and for whoever reaches the unit and not the round: the visited write nothing.
 */
export async function lockVisit(
  sql: Sql,
  { roundId, unionId }: { roundId: string; unionId: string },
): Promise<Visit> {
  const [visit] = await sql<Visit>`
    select r.fiscal_year as year, r.joint_body <> '' as joint,
      coalesce(i.inspected_on::text, '') as "inspectedOn", i.version
    from inspection_unit as i join inspection_round as r on r.id = i.round_id
    where i.round_id = ${roundId} and i.union_id = ${unionId} for update of i, r`;
  if (!visit) throw notFound('INSPECTION_UNKNOWN', { roundId });
  return visit;
}
