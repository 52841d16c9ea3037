import type { ScoreCorrection } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { count, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow, holdCompetition } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command, type Sql } from '../pipeline.ts';
import { correctionText } from './correction-text.ts';

/** The only way after the lock: a record of its own beside the sheet, which stays as it was handed in. */
export const correctScore = command({
  schema: z.strictObject({
    competitionId: id,
    tradeId: id,
    judgeId: id,
    moduleNo: count,
    benchNo: count,
    scoreHundredths: z.int().min(0, 'negative').max(10_000, 'too_large'),
    reason: text(200),
    correctionDocument: text(100),
  }),
  permission: 'competitions.score.correct',
  async run({ sql, actor, now, own, requireUnions }, ask): Promise<ScoreCorrection> {
    const { competitionId } = ask;
    await requireUnions([(await getCompetitionRow(sql, competitionId)).unionId]);
    const competition = await holdCompetition(sql, competitionId);
    requireState(competition, 'SCORING_LOCKED', 'APPEAL_WINDOW');
    const old = await readScore(sql, ask);
    if (old.accountId === actor.id) throw refused('CORRECTOR_IS_JUDGE');
    if (old.score === ask.scoreHundredths) throw refused('CORRECTION_SAME');
    const { reason, correctionDocument, scoreHundredths } = ask;
    const record = {
      correctionId: newId(),
      oldHundredths: old.score,
      scoreHundredths,
      reason,
      correctionDocument,
      correctedBy: actor.id,
      correctedAt: now.toISOString(),
    };
    const signature = own.signer.sign(Buffer.from(correctionText(ask, record)));
    await sql`
      insert into score_correction (correction_id, competition_id, holder_union_id, trade_id, bench_no, module_no,
        judge_id, old_score, score, reason, correction_document, corrected_by, corrected_at, signature)
      values (${record.correctionId}, ${competitionId}, ${competition.unionId}, ${ask.tradeId},
        ${ask.benchNo}, ${ask.moduleNo}, ${ask.judgeId}, ${old.score}, ${scoreHundredths}, ${reason},
        ${correctionDocument}, ${actor.id}, ${now}, ${signature})`;
    return { ...record, signature: signature.toString('hex') };
  },
});

interface Place {
  tradeId: string;
  judgeId: string;
  moduleNo: number;
  benchNo: number;
}

/** As it counts, and whose it is. The sheet is locked: two corrections of one are one after the other. */
async function readScore(
  sql: Sql,
  { tradeId, judgeId, moduleNo, benchNo }: Place,
): Promise<{ score: number; accountId: string }> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(${`${tradeId} ${judgeId} ${moduleNo} ${benchNo}`}, 0))`;
  const [row] = await sql<{ score: number; accountId: string }>`
    select s.score, j.account_id as "accountId"
    from effective_score as s join competition_judge as j using (judge_id)
    where s.trade_id = ${tradeId} and s.stage = 'FINAL' and s.judge_id = ${judgeId}
      and s.module_no = ${moduleNo} and s.bench_no = ${benchNo}`;
  if (!row) throw notFound('SCORE_UNKNOWN', { benchNo, moduleNo });
  return row;
}
