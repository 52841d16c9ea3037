import type { StudySubsidy } from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { command } from '../pipeline.ts';
import { decideStudyStep, lockStudy, readStudy, StudyStepAsk, studyView } from './study-subsidy.ts';

/** At this node, by another person. */
export const reviewStudySubsidy = command({
  schema: StudyStepAsk,
  permission: 'competitions.study.review',
  async run({ sql, own, actor }, ask): Promise<StudySubsidy> {
    const study = await lockStudy(sql, ask);
    const state = decideStudyStep(study, 'review', actor, ask);
    await sql`
      update study_subsidy set state = ${state}, reviewed_by = ${actor.id}, note = ${ask.note},
        version = version + 1
      where study_id = ${study.studyId}`;
    return studyView(own.vault, await readStudy(sql, study.studyId));
  },
});
