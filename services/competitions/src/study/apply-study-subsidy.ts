import type { StudySubsidy } from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate } from '@gonglian/kernel/refusal.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen, evidence } from '@gonglian/service/record-fields.ts';
import { author, enterAuthor } from '@gonglian/service/author.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { DEGREES } from './study-policy.ts';
import { readStudy, studyView } from './study-subsidy.ts';

/** Duplicate STUDY_APPLIED: a degree is helped with once at its enrolment and once at its diploma. */
export const applyStudySubsidy = command({
  schema: z.strictObject({
    ...author,
    degree: code(DEGREES),
    studyStage: code(['ENROLMENT', 'DIPLOMA']),
    school: text(100),
    major: text(100),
    tuitionFen: amountFen,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.study.apply',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<StudySubsidy> {
    const { sql, own, actor, now } = tx;
    const { unionId, personId, memberId } = await enterAuthor(tx, ask);
    await requireLivingUnion(sql, unionId);
    const studyId = newId();
    const applied = await sql`
      insert into study_subsidy (study_id, union_id, person_id, member_id, applicant, degree, stage, school, major,
        tuition_fen, evidence_sha256, applied_on, applied_by)
      values (${studyId}, ${unionId}, ${personId}, ${memberId}, ${personId ?? memberId}, ${ask.degree},
        ${ask.studyStage}, ${ask.school}, ${ask.major}, ${ask.tuitionFen}, ${ask.evidenceSha256},
        ${chinaDate(now)}, ${actor.id})
      on conflict do nothing returning 1`;
    if (applied.length === 0) throw duplicate('STUDY_APPLIED');
    return studyView(own.vault, await readStudy(sql, studyId));
  },
});
