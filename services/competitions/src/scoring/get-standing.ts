import type { Standing } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow, ruleBookOf } from '../competition/competition.ts';
import { query } from '../pipeline.ts';
import { rankOf } from './read-sheets.ts';

/** The score board: bench numbers and no names, as the sheets handed in so far have it. */
export const getStanding = query({
  schema: z.strictObject({ competitionId: id, tradeId: id }),
  permission: 'competitions.competition.read',
  async run({ sql, beyondScope }, { competitionId, tradeId }): Promise<Standing> {
    const competition = await getCompetitionRow(sql, competitionId);
    const trade = competition.trades.find((one) => one.tradeId === tradeId);
    if (!trade) throw notFound('COMPETITION_TRADE_UNKNOWN', { tradeId });
    await beyondScope('sheets are of whoever holds it; the board shows bench numbers alone');
    const stage = competition.state === 'QUALIFYING' ? 'QUALIFYING' : 'FINAL';
    const ruleBook = ruleBookOf(competition);
    const ranked = await rankOf(sql, trade, stage, ruleBook);
    return {
      items: ranked.map(({ benchNo, rank, total, practical, seconds }) => ({
        benchNo,
        rank,
        totalHundredths: total,
        practicalHundredths: practical,
        seconds,
      })),
      stage,
      ruleBook: ruleBook.version,
    };
  },
});
