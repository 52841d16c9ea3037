// Another person has looked at the evidence, and gives points: all that was claimed, or fewer and why.
import type { Assessment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import { count, expectedVersion, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { readAssessment } from './assessment.ts';

const SCORES_MAX = 200;

const Score = z.strictObject({
  itemNo: z.int().positive('required'),
  givenPoints: count,
  reason: optionalText(1_000),
});
type Score = z.output<typeof Score>;

type Standing = Pick<Assessment, 'state' | 'submittedBy'> & {
  items: readonly Pick<Assessment['items'][number], 'itemNo' | 'claimedPoints'>[];
};

/** In the order of refusals: state, person, which items, points, reasons. */
export function decideReview(
  { state, submittedBy, items }: Standing,
  scores: readonly Score[],
  reviewerId: string,
): void {
  if (state !== 'SUBMITTED') throw refused('ASSESSMENT_REVIEWED');
  if (submittedBy === reviewerId) throw refused('ASSESSMENT_SAME_PERSON');
  const claimed = items.filter(({ claimedPoints }) => claimedPoints > 0);
  const scored = new Set(scores.map(({ itemNo }) => itemNo));
  const missing = claimed.find(({ itemNo }) => !scored.has(itemNo));
  if (missing || scores.length !== claimed.length)
    throw refused('SCORES_INCOMPLETE', { itemNo: missing?.itemNo ?? 0 });
  for (const { itemNo, givenPoints, reason } of scores) {
    const claimedPoints = claimed.find((one) => one.itemNo === itemNo)?.claimedPoints ?? 0;
    if (givenPoints > claimedPoints) throw refused('SCORE_TOO_HIGH', { itemNo, claimedPoints });
    if (givenPoints < claimedPoints && reason === '')
      throw refused('SCORE_WITHOUT_REASON', { itemNo });
  }
}

export const reviewAssessment = command({
  schema: z.strictObject({
    assessmentId: id,
    expectedVersion,
    scores: z.array(Score).min(1, 'required').max(SCORES_MAX, 'too_many'),
  }),
  permission: 'finance.assessment.review',
  async run({ sql, actor, now }, ask): Promise<Assessment> {
    await sql`select from audit_assessment where id = ${ask.assessmentId} for update`;
    const assessment = await readAssessment(sql, ask.assessmentId);
    if (assessment.version !== ask.expectedVersion)
      throw stale('VERSION_MOVED', { version: assessment.version });
    decideReview(assessment, ask.scores, actor.id);
    await sql`
      insert into assessment_score (assessment_id, union_id, item_no, given_points, reason)
      select ${ask.assessmentId}, ${assessment.unionId}, *
      from unnest(${ask.scores.map((one) => one.itemNo)}::int[],
        ${ask.scores.map((one) => one.givenPoints)}::int[],
        ${ask.scores.map((one) => one.reason)}::text[])`;
    await sql`
      update audit_assessment set reviewed_by = ${actor.id}, reviewed_at = ${now},
        version = version + 1
      where id = ${ask.assessmentId}`;
    return readAssessment(sql, ask.assessmentId);
  },
});
