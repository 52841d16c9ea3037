import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen, decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { decideStep, suggestions, suggestionStep, suggestionView } from './suggestion.ts';

/** What was decided to give for it, and by which document; money itself goes by a payment of finance. */
export const rewardSuggestion = command({
  schema: z.strictObject({
    ...suggestionStep,
    rewardFen: amountFen,
    rewardDocumentNo: text(100),
    rewardedOn: date,
  }),
  permission: 'competitions.suggestion.reward',
  async run({ sql, own, now }, ask): Promise<Suggestion> {
    const { suggestionId, state, benefitOn } = await suggestions.lock(sql, ask);
    const next = decideStep(state, 'reward');
    const today = chinaDate(now);
    decideDay(ask.rewardedOn, benefitOn, today);
    await sql`
      update suggestion set state = ${next}, reward_fen = ${ask.rewardFen},
        reward_document_no = ${ask.rewardDocumentNo}, rewarded_on = ${ask.rewardedOn},
        version = version + 1
      where id = ${suggestionId}`;
    return suggestionView(await suggestions.read(sql, suggestionId), own.vault, today);
  },
});
