import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { suggestionAnswered } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { decideStep, suggestions, suggestionStep, suggestionView } from './suggestion.ts';

/** The unit takes it or does not, and says why. An answer that comes late is an answer. */
export const answerSuggestion = command({
  schema: z.strictObject({ ...suggestionStep, adopted: z.boolean(), answer: text(500) }),
  permission: 'competitions.suggestion.answer',
  async run({ sql, own, now, emit }, ask): Promise<Suggestion> {
    const { suggestionId, unionId, state } = await suggestions.lock(sql, ask);
    const { adopted, answer } = ask;
    const next = decideStep(state, adopted ? 'adopt' : 'reject');
    const answeredOn = chinaDate(now);
    await sql`
      update suggestion set state = ${next}, answer = ${answer}, answered_on = ${answeredOn},
        version = version + 1
      where id = ${suggestionId}`;
    emit(suggestionAnswered, { suggestionId, unionId, adopted, answeredOn });
    return suggestionView(await suggestions.read(sql, suggestionId), own.vault, answeredOn);
  },
});
