import type { StudySubsidy } from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { command } from '../pipeline.ts';
import { decideStudyStep, lockStudy, readStudy, StudyStepAsk, studyView } from './study-subsidy.ts';

/** By his union: that the evidence is what it says. */
export const checkStudySubsidy = command({
  schema: StudyStepAsk,
  permission: 'competitions.study.check',
  async run({ sql, own, actor }, ask): Promise<StudySubsidy> {
    const study = await lockStudy(sql, ask);
    const state = decideStudyStep(study, 'check', actor, ask);
    await sql`
      update study_subsidy set state = ${state}, checked_by = ${actor.id}, note = ${ask.note},
        version = version + 1
      where study_id = ${study.studyId}`;
    return studyView(own.vault, await readStudy(sql, study.studyId));
  },
});
