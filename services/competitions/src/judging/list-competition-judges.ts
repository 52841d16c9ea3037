import type { CompetitionJudgeList } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { findJudges, judgeView } from './judge.ts';

/** For whoever holds the competition; at most as many as a rule book allows for each of its trades. */
export const listCompetitionJudges = query({
  schema: z.strictObject({ competitionId: id }),
  permission: 'competitions.judge.read',
  async run({ sql, own }, { competitionId }): Promise<CompetitionJudgeList> {
    const rows = await findJudges(sql, competitionId);
    return { items: rows.map((row) => judgeView(own.vault, row)) };
  },
});
