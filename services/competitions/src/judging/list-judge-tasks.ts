import type {
  JudgeScore,
  JudgeTaskList,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow } from '../competition/competition.ts';
import { query, type Sql } from '../pipeline.ts';
import { readBenches } from './benches.ts';
import type { ScoringStage } from './decide-scores.ts';

/** What the account that asks is to score: bench numbers alone, and of what was handed in only its own. */
export const listJudgeTasks = query({
  schema: z.strictObject({ competitionId: id }),
  permission: 'competitions.score.read',
  async run({ sql, actor, beyondScope }, { competitionId }): Promise<JudgeTaskList> {
    const { state, trades } = await getCompetitionRow(sql, competitionId);
    const stage = state === 'QUALIFYING' ? 'QUALIFYING' : 'FINAL';
    await beyondScope(
      'a judge scores wherever his own union stands; his account says what he judges',
    );
    const judged = await sql<{ tradeId: string; judgeId: string }>`
      select trade_id as "tradeId", judge_id as "judgeId" from competition_judge
      where competition_id = ${competitionId} and account_id = ${actor.id}`;
    const items: JudgeTaskList['items'] = [];
    for (const { tradeId, title, modules } of trades) {
      const judge = judged.find((one) => one.tradeId === tradeId);
      if (!judge) continue;
      const benchNos = await readBenches(sql, tradeId, stage);
      const scores = await ownScores(sql, judge, stage);
      items.push({ tradeId, title, stage, modules, benchNos, scores });
    }
    return { items };
  },
});

function ownScores(
  sql: Sql,
  { tradeId, judgeId }: { tradeId: string; judgeId: string },
  stage: ScoringStage,
): Promise<JudgeScore[]> {
  return sql<JudgeScore>`
    select module_no as "moduleNo", bench_no as "benchNo", score as "scoreHundredths", seconds
    from score_sheet where trade_id = ${tradeId} and stage = ${stage} and judge_id = ${judgeId}
    order by module_no, bench_no`;
}
