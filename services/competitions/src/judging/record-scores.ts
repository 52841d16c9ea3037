import type { RecordedScores } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { count, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdCompetition } from '../competition/competition.ts';
import { command } from '../pipeline.ts';
import { readBenches } from './benches.ts';
import { decideScores } from './decide-scores.ts';

const SCORES_MAX = 2_000;
const DAY_SECONDS = 86_400;

/** A judge's own sheets of one module; what he hands in again before the lock stands in place of what he had. */
export const recordScores = command({
  schema: z.strictObject({
    competitionId: id,
    tradeId: id,
    moduleNo: count,
    scores: z
      .array(
        z.strictObject({
          benchNo: z.int().min(1, 'too_small'),
          scoreHundredths: z.int().min(0, 'negative').max(10_000, 'too_large'),
          seconds: z.int().min(0, 'negative').max(DAY_SECONDS, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(SCORES_MAX, 'too_many'),
  }),
  permission: 'competitions.score.write',
  wholeNode: 'a judge scores wherever his own union stands; his account says what he judges',
  async run({ sql, actor, now }, ask): Promise<RecordedScores> {
    const { competitionId, tradeId, moduleNo, scores } = ask;
    const competition = await holdCompetition(sql, competitionId);
    const [judge] = await sql<{ judgeId: string }>`
      select judge_id as "judgeId" from competition_judge
      where trade_id = ${tradeId} and competition_id = ${competitionId} and account_id = ${actor.id}`;
    const stage = decideScores({
      state: competition.state,
      trade: competition.trades.find((trade) => trade.tradeId === tradeId),
      judges: judge !== undefined,
      benches: new Set(await readBenches(sql, tradeId, stageOf(competition))),
      moduleNo,
      scored: scores.map(({ benchNo }) => benchNo),
    });
    await sql`
      insert into score_sheet (trade_id, stage, bench_no, module_no, judge_id, competition_id, holder_union_id, score,
        seconds, recorded_at)
      select ${tradeId}::uuid, ${stage}, b, ${moduleNo}::int, ${judge?.judgeId ?? null}::uuid,
        ${competitionId}::uuid, ${competition.unionId}::uuid, s, t, ${now}
      from unnest(${scores.map(({ benchNo }) => benchNo)}::int[],
        ${scores.map(({ scoreHundredths }) => scoreHundredths)}::int[],
        ${scores.map(({ seconds }) => seconds)}::int[]) as n(b, s, t)
      on conflict (trade_id, stage, bench_no, module_no, judge_id) do update
        set score = excluded.score, seconds = excluded.seconds, recorded_at = excluded.recorded_at`;
    return { recorded: scores.length };
  },
});

const stageOf = ({ state }: { state: string }) => (state === 'FINAL' ? 'FINAL' : 'QUALIFYING');
