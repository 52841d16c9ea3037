import type { StudySubsidy } from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { readStudy, studyView } from './study-subsidy.ts';

export const getStudySubsidy = query({
  schema: z.strictObject({ studyId: id }),
  permission: 'competitions.study.read',
  run: async ({ sql, own }, { studyId }): Promise<StudySubsidy> =>
    studyView(own.vault, await readStudy(sql, studyId)),
});
