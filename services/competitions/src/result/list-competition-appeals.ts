import type { CompetitionAppealList } from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findAppeals } from './appeal.ts';

export const listCompetitionAppeals = query({
  schema: z.strictObject({ competitionId: id }),
  permission: 'competitions.entry.read',
  async run({ sql }, { competitionId }): Promise<CompetitionAppealList> {
    return { items: await findAppeals(sql, { competitionId }) };
  },
});
