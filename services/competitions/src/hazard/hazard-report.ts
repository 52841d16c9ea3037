// A danger that somebody saw and took a picture of: as it is kept and shown, and what may become of it (row 150).
import type { HazardReport } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { authorName } from '@gonglian/service/author.ts';
import type { Sql } from '../pipeline.ts';
import { daysLate, submissions, type Wanted } from '@gonglian/service/submission.ts';

export const HAZARD_STATES = ['SUBMITTED', 'FORWARDED', 'FIXED', 'REFUSED', 'AWARDED'] as const;
export type HazardState = (typeof HAZARD_STATES)[number];

const STEPS = {
  forward: { from: 'SUBMITTED', to: 'FORWARDED' },
  fix: { from: 'FORWARDED', to: 'FIXED' },
  refuse: { from: 'FORWARDED', to: 'REFUSED' },
  award: { from: 'FIXED', to: 'AWARDED' },
} as const satisfies Record<string, { from: HazardState; to: HazardState }>;
export type HazardStep = keyof typeof STEPS;

/** The state after a step; refused HAZARD_STATE_WRONG where another comes first. */
export function decideStep(state: HazardState, step: HazardStep): HazardState {
  const { from, to } = STEPS[step];
  if (state !== from) throw refused('HAZARD_STATE_WRONG', { state });
  return to;
}

export interface HazardRow {
  hazardReportId: string;
  unionId: string;
  unionName: string;
  personId: string | null;
  nameSealed: Buffer | null;
  own: boolean;
  place: string;
  content: string;
  photoSha256: string;
  reportedOn: CalendarDate;
  state: HazardState;
  employerUnionId: string;
  employerUnionName: string;
  forwardedOn: CalendarDate;
  dueOn: CalendarDate;
  outcome: string;
  closedOn: CalendarDate;
  evidenceSha256: string[];
  awardFen: number;
  awardDocumentNo: string;
  awardedOn: CalendarDate;
  payoutState: string;
  version: number;
}

/** What each step of a report names. */
export const hazardStep = { hazardReportId: id, expectedVersion };

/** The newest first. */
function findHazards(
  sql: Sql,
  { id: one, unionId, state, lateOn, before, limit }: Wanted,
): Promise<HazardRow[]> {
  return sql<HazardRow>`
    select h.id as "hazardReportId", h.union_id as "unionId", u.name as "unionName",
      h.person_id as "personId", p.name_sealed as "nameSealed", h.member_id is not null as own,
      h.place, h.content, h.photo_sha256 as "photoSha256", h.reported_on::text as "reportedOn",
      h.state, coalesce(h.employer_union_id::text, '') as "employerUnionId",
      coalesce(e.name, '') as "employerUnionName",
      coalesce(h.forwarded_on::text, '') as "forwardedOn", coalesce(h.due_on::text, '') as "dueOn",
      h.outcome, coalesce(h.closed_on::text, '') as "closedOn",
      h.evidence_sha256 as "evidenceSha256", h.award_fen::float8 as "awardFen",
      h.award_document_no as "awardDocumentNo", coalesce(h.awarded_on::text, '') as "awardedOn",
      payout_state('HAZARD_AWARD', h.id::text, '') as "payoutState", h.version
    from hazard_report as h join known_union as u using (union_id)
    left join known_union as e on e.union_id = h.employer_union_id
    left join person as p using (person_id)
    where (${one}::uuid is null or h.id = ${one}::uuid)
      and (${unionId}::uuid is null or ${unionId}::uuid in (h.union_id, h.employer_union_id))
      and (${state}::text is null or h.state = ${state}::text)
      and (${lateOn}::date is null or (h.state = 'FORWARDED' and h.due_on < ${lateOn}::date))
      and (${before}::uuid is null or h.id < ${before}::uuid)
    order by h.id desc limit ${limit}`;
}

export const hazards = submissions({
  idName: 'hazardReportId',
  find: findHazards,
  hold: (sql, held) => sql`select from hazard_report where id = ${held} for update`,
  unknown: (hazardReportId) => notFound('HAZARD_UNKNOWN', { hazardReportId }),
});

export function hazardView(
  { personId, nameSealed, ...row }: HazardRow,
  vault: Vault,
  today: CalendarDate,
): HazardReport {
  return {
    ...row,
    personNameMasked: authorName(vault, { personId, nameSealed }),
    overdueDays: daysLate({ waits: row.state === 'FORWARDED', dueOn: row.dueOn }, today),
    awardFen: BigInt(row.awardFen),
  };
}
