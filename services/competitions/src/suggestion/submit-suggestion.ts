import type { Suggestion } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { suggestionSubmitted } from '@gonglian/contracts/competitions.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { author, enterAuthor } from '@gonglian/service/author.ts';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { suggestions, suggestionView } from './suggestion.ts';

/** From today the unit has so many days to answer. */
export const submitSuggestion = command({
  schema: z.strictObject({ ...author, title: text(100), content: text(2_000) }),
  permission: 'competitions.suggestion.submit',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<Suggestion> {
    const { sql, own, emit } = tx;
    const submittedOn = chinaDate(tx.now);
    const { unionId, personId, memberId } = await enterAuthor(tx, ask);
    await requireLivingUnion(sql, unionId);
    const suggestionId = newId();
    const dueOn = addDays(submittedOn, competitionsPolicy('suggestion.answer_days', submittedOn));
    await sql`
      insert into suggestion (id, union_id, person_id, member_id, title, content, submitted_on, due_on)
      values (${suggestionId}, ${unionId}, ${personId}, ${memberId}, ${ask.title}, ${ask.content},
        ${submittedOn}, ${dueOn})`;
    emit(suggestionSubmitted, { suggestionId, unionId, submittedOn });
    return suggestionView(await suggestions.read(sql, suggestionId), own.vault, submittedOn);
  },
});
