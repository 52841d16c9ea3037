// What somebody thinks could be done better: as it is kept and shown, and what may become of it (domain §4.5).
import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { authorName } from '@gonglian/service/author.ts';
import type { Sql } from '../pipeline.ts';
import { daysLate, submissions, type Wanted } from '@gonglian/service/submission.ts';

export const SUGGESTION_STATES = [
  'SUBMITTED',
  'ADOPTED',
  'REJECTED',
  'BENEFIT_RECORDED',
  'REWARDED',
] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

const STEPS = {
  adopt: { from: 'SUBMITTED', to: 'ADOPTED' },
  reject: { from: 'SUBMITTED', to: 'REJECTED' },
  recordBenefit: { from: 'ADOPTED', to: 'BENEFIT_RECORDED' },
  reward: { from: 'BENEFIT_RECORDED', to: 'REWARDED' },
} as const satisfies Record<string, { from: SuggestionState; to: SuggestionState }>;
export type SuggestionStep = keyof typeof STEPS;

/** The state after a step; refused SUGGESTION_STATE_WRONG where another comes first. */
export function decideStep(state: SuggestionState, step: SuggestionStep): SuggestionState {
  const { from, to } = STEPS[step];
  if (state !== from) throw refused('SUGGESTION_STATE_WRONG', { state });
  return to;
}

export interface SuggestionRow {
  suggestionId: string;
  unionId: string;
  unionName: string;
  personId: string | null;
  nameSealed: Buffer | null;
  own: boolean;
  title: string;
  content: string;
  submittedOn: CalendarDate;
  dueOn: CalendarDate;
  state: SuggestionState;
  answer: string;
  answeredOn: CalendarDate;
  benefitFen: number;
  benefitOn: CalendarDate;
  evidenceSha256: string[];
  rewardFen: number;
  rewardDocumentNo: string;
  rewardedOn: CalendarDate;
  payoutState: string;
  version: number;
}

/** What each step of a suggestion names. */
export const suggestionStep = { suggestionId: id, expectedVersion };

/** The newest first. */
function findSuggestions(
  sql: Sql,
  { id: one, unionId, state, lateOn, before, limit }: Wanted,
): Promise<SuggestionRow[]> {
  return sql<SuggestionRow>`
    select s.id as "suggestionId", s.union_id as "unionId", u.name as "unionName",
      s.person_id as "personId", p.name_sealed as "nameSealed", s.member_id is not null as own,
      s.title, s.content, s.submitted_on::text as "submittedOn", s.due_on::text as "dueOn", s.state,
      s.answer, coalesce(s.answered_on::text, '') as "answeredOn",
      s.benefit_fen::float8 as "benefitFen", coalesce(s.benefit_on::text, '') as "benefitOn",
      s.evidence_sha256 as "evidenceSha256", s.reward_fen::float8 as "rewardFen",
      s.reward_document_no as "rewardDocumentNo", coalesce(s.rewarded_on::text, '') as "rewardedOn",
      payout_state('SUGGESTION_REWARD', s.id::text, '') as "payoutState", s.version
    from suggestion as s join known_union as u using (union_id)
    left join person as p using (person_id)
    where (${one}::uuid is null or s.id = ${one}::uuid)
      and (${unionId}::uuid is null or s.union_id = ${unionId}::uuid)
      and (${state}::text is null or s.state = ${state}::text)
      and (${lateOn}::date is null or (s.state = 'SUBMITTED' and s.due_on < ${lateOn}::date))
      and (${before}::uuid is null or s.id < ${before}::uuid)
    order by s.id desc limit ${limit}`;
}

export const suggestions = submissions({
  idName: 'suggestionId',
  find: findSuggestions,
  hold: (sql, held) => sql`select from suggestion where id = ${held} for update`,
  unknown: (suggestionId) => notFound('SUGGESTION_UNKNOWN', { suggestionId }),
});

export function suggestionView(
  { personId, nameSealed, ...row }: SuggestionRow,
  vault: Vault,
  today: CalendarDate,
): Suggestion {
  return {
    ...row,
    personNameMasked: authorName(vault, { personId, nameSealed }),
    overdueDays: daysLate({ waits: row.state === 'SUBMITTED', dueOn: row.dueOn }, today),
    benefitFen: BigInt(row.benefitFen),
    rewardFen: BigInt(row.rewardFen),
  };
}
