import type { StudySubsidyPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/study.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findStudies, STUDY_STATES, studyView } from './study-subsidy.ts';

export const listStudySubsidies = query({
  schema: z.strictObject({
    unionId: optionalId,
    state: code(['', ...STUDY_STATES]),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.study.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own }, ask): Promise<StudySubsidyPage> {
    const { unionId, state, cursor, limit: most } = ask;
    const of = { unionId: unionId || null, state, before: cursor || null, limit: most };
    const rows = await findStudies(sql, of);
    return {
      items: rows.map((row) => studyView(own.vault, row)),
      nextCursor: rows.length === most ? (rows.at(-1)?.studyId ?? '') : '',
    };
  },
});
