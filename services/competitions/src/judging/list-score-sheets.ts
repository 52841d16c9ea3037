import type { ScoreSheetList } from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow } from '../competition/competition.ts';
import { query } from '../pipeline.ts';
import { isLocked } from './decide-scores.ts';

/** What a correction starts from. Before the lock nobody sees what another judge has given. */
export const listScoreSheets = query({
  schema: z.strictObject({ competitionId: id, tradeId: id, benchNo: z.int().min(1, 'too_small') }),
  permission: 'competitions.judge.read',
  async run({ sql }, { competitionId, tradeId, benchNo }): Promise<ScoreSheetList> {
    const { state } = await getCompetitionRow(sql, competitionId);
    if (!isLocked(state)) throw refused('SCORES_NOT_LOCKED');
    const items = await sql<ScoreSheetList['items'][number]>`
      select s.module_no as "moduleNo", s.judge_id as "judgeId", s.score as "givenHundredths",
        e.score as "scoreHundredths", s.seconds
      from score_sheet as s
      join effective_score as e using (trade_id, stage, bench_no, module_no, judge_id)
      where s.competition_id = ${competitionId} and s.trade_id = ${tradeId} and s.stage = 'FINAL'
        and s.bench_no = ${benchNo}
      order by s.module_no, s.judge_id`;
    return { items };
  },
});
