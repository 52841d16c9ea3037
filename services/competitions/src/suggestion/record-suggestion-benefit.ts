import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence, optionalFen } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { decideStep, suggestions, suggestionStep, suggestionView } from './suggestion.ts';

/** What it has brought once it was carried out, with what shows it. */
export const recordSuggestionBenefit = command({
  schema: z.strictObject({
    ...suggestionStep,
    benefitFen: optionalFen,
    benefitOn: date,
    evidenceSha256: evidence,
  }),
  permission: 'competitions.suggestion.answer',
  async run({ sql, own, now }, ask): Promise<Suggestion> {
    const { suggestionId, state, answeredOn } = await suggestions.lock(sql, ask);
    const next = decideStep(state, 'recordBenefit');
    const today = chinaDate(now);
    decideDay(ask.benefitOn, answeredOn, today);
    await sql`
      update suggestion set state = ${next}, benefit_fen = ${ask.benefitFen},
        benefit_on = ${ask.benefitOn}, evidence_sha256 = ${ask.evidenceSha256}, version = version + 1
      where id = ${suggestionId}`;
    return suggestionView(await suggestions.read(sql, suggestionId), own.vault, today);
  },
});
