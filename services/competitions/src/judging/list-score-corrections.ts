import type {
  SheetCorrection,
  SheetCorrectionList,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/contest.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

/** More than any jury has signed. */
const CORRECTIONS_MAX = 500;

/** For whoever holds the competition. */
export const listScoreCorrections = query({
  schema: z.strictObject({ competitionId: id }),
  permission: 'competitions.judge.read',
  async run({ sql }, { competitionId }): Promise<SheetCorrectionList> {
    const rows = await sql<SheetCorrection>`
      select correction_id as "correctionId", trade_id as "tradeId", bench_no as "benchNo",
        module_no as "moduleNo", judge_id as "judgeId", old_score as "oldHundredths",
        score as "scoreHundredths", reason, correction_document as "correctionDocument",
        corrected_by as "correctedBy", corrected_at as "correctedAt", encode(signature, 'hex') as signature
      from score_correction where competition_id = ${competitionId}
      order by correction_id desc limit ${CORRECTIONS_MAX}`;
    return {
      items: rows.map((row) => ({ ...row, correctedAt: new Date(row.correctedAt).toISOString() })),
    };
  },
});
