// An application for help with a degree: its way through three persons, as it is kept, and as the API shows it.
import type {
  StudyShare,
  StudySubsidy,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { authorName } from '@gonglian/service/author.ts';
import type { Sql } from '../pipeline.ts';
import type { Degree } from './study-policy.ts';

export const STUDY_STATES = ['APPLIED', 'CHECKED', 'REVIEWED', 'APPROVED', 'REFUSED'] as const;
export type StudyState = (typeof STUDY_STATES)[number];

const STEPS = {
  check: { from: 'APPLIED', to: 'CHECKED' },
  review: { from: 'CHECKED', to: 'REVIEWED' },
  approve: { from: 'REVIEWED', to: 'APPROVED' },
} as const satisfies Record<string, { from: StudyState; to: StudyState }>;
export type StudyStep = keyof typeof STEPS;

export const StudyStepAsk = z.strictObject({
  studyId: id,
  expectedVersion,
  passed: z.boolean(),
  note: optionalText(200),
});
export type StudyStepAsk = z.output<typeof StudyStepAsk>;

interface Signed {
  state: StudyState;
  memberId: string | null;
  appliedBy: string;
  checkedBy: string;
  reviewedBy: string;
}

/** In the order of refusals: state, the applicant himself, who has signed before; STUDY_REASON_MISSING for a no without one. */
export function decideStudyStep(
  study: Signed,
  step: StudyStep,
  actor: { id: string; member: string },
  { passed, note }: { passed: boolean; note: string },
): StudyState {
  const { from, to } = STEPS[step];
  const { state, memberId, appliedBy, checkedBy, reviewedBy } = study;
  if (state !== from) throw refused('STUDY_STATE_WRONG', { state });
  if (memberId !== null && (actor.member === memberId || actor.id === appliedBy))
    throw refused('PAYEE_IS_APPROVER');
  if ([checkedBy, reviewedBy].includes(actor.id)) throw refused('STUDY_SIGNED_ALREADY');
  if (!passed && note === '') throw refused('STUDY_REASON_MISSING');
  return passed ? to : 'REFUSED';
}

export interface StudyRow {
  studyId: string;
  unionId: string;
  unionName: string;
  personId: string | null;
  memberId: string | null;
  nameSealed: Buffer | null;
  degree: Degree;
  studyStage: string;
  school: string;
  major: string;
  tuitionFen: number;
  evidenceSha256: string[];
  appliedOn: string;
  appliedBy: string;
  state: StudyState;
  checkedBy: string;
  reviewedBy: string;
  note: string;
  amountFen: number;
  orderedBy: string;
  approvedOn: string;
  shares: { level: string; amountFen: number; payoutState: string }[];
  version: number;
}

interface Find {
  id?: string;
  unionId?: string | null;
  state?: string;
  before?: string | null;
  limit: number;
}

/** The newest first. */
export function findStudies(sql: Sql, of: Find): Promise<StudyRow[]> {
  const { id: one = null, unionId = null, state = '', before = null, limit } = of;
  return sql<StudyRow>`
    select s.study_id as "studyId", s.union_id as "unionId", coalesce(u.name, '') as "unionName",
      s.person_id as "personId", s.member_id as "memberId", p.name_sealed as "nameSealed", s.degree,
      s.stage as "studyStage", s.school, s.major, s.tuition_fen::float8 as "tuitionFen",
      s.evidence_sha256 as "evidenceSha256", s.applied_on::text as "appliedOn", s.applied_by as "appliedBy",
      s.state, s.checked_by as "checkedBy", s.reviewed_by as "reviewedBy", s.note,
      s.amount_fen::float8 as "amountFen", s.ordered_by as "orderedBy",
      coalesce(s.approved_on::text, '') as "approvedOn", s.version,
      coalesce((
        select json_agg(json_build_object('level', level, 'amountFen', amount_fen,
          'payoutState', payout_state('STUDY_SUBSIDY', s.study_id::text, level))
          order by array_position(array['PROVINCE', 'CITY', 'COUNTY'], level))
        from study_share as h where h.study_id = s.study_id), '[]') as shares
    from study_subsidy as s left join known_union as u using (union_id) left join person as p using (person_id)
    where (${one}::uuid is null or s.study_id = ${one}::uuid)
      and (${unionId}::uuid is null or s.union_id = ${unionId}::uuid)
      and (${state}::text = '' or s.state = ${state}::text)
      and (${before}::uuid is null or s.study_id < ${before}::uuid)
    order by s.study_id desc limit ${limit}`;
}

/** STUDY_UNKNOWN for one out of reach. */
export async function readStudy(sql: Sql, studyId: string): Promise<StudyRow> {
  const [row] = await findStudies(sql, { id: studyId, limit: 1 });
  if (!row) throw notFound('STUDY_UNKNOWN', { studyId });
  return row;
}

/** Locked until the transaction ends; stale where it has gone on since it was looked at. */
export async function lockStudy(
  sql: Sql,
  ask: { studyId: string; expectedVersion: number },
): Promise<StudyRow> {
  await sql`select from study_subsidy where study_id = ${ask.studyId} for update`;
  const row = await readStudy(sql, ask.studyId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

export function studyView(vault: Vault, row: StudyRow): StudySubsidy {
  const { personId, memberId, nameSealed, shares, ...rest } = row;
  const { appliedBy: _, checkedBy: _c, reviewedBy: _r, ...shown } = rest;
  return {
    ...shown,
    own: memberId !== null,
    personNameMasked: authorName(vault, { personId, nameSealed }),
    tuitionFen: BigInt(row.tuitionFen),
    amountFen: BigInt(row.amountFen),
    shares: shares.map((share): StudyShare => ({ ...share, amountFen: BigInt(share.amountFen) })),
  };
}
