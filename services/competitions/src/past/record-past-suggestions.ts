import type { RecordedPast } from '@gonglian/contracts/gen/gonglian/competitions/v1/past.ts';
import { suggestionAnswered, suggestionSubmitted } from '@gonglian/contracts/competitions.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { PAST_ROWS_MAX, requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { pastAuthor } from './past.ts';

/** Each with its answer: what nobody has answered in so long is answered first, and then taken over. */
export const recordPastSuggestions = command({
  schema: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          ...pastAuthor,
          title: text(100),
          content: text(2_000),
          submittedOn: date,
          adopted: z.boolean(),
          answer: text(500),
          answeredOn: date,
        }),
      )
      .min(1, 'required')
      .max(PAST_ROWS_MAX, 'too_many'),
  }),
  permission: 'competitions.past.record',
  unions: ({ rows }) => rows.map(({ unionId }) => unionId),
  async run({ sql, own, now, emit }, { rows }): Promise<RecordedPast> {
    const today = chinaDate(now);
    requirePast(
      rows.map((row) => ({ beganOn: row.submittedOn, endedOn: row.answeredOn })),
      today,
      competitionsPolicy('past.days_after', today),
    );
    const unions = rows.map(({ unionId }) => unionId);
    await requireKnownUnions(sql, unions);
    const people = await enterPeople({ sql, vault: own.vault, today }, rows);
    const ids = rows.map(() => newId());
    const dueOn = rows.map(({ submittedOn: on }) =>
      addDays(on, competitionsPolicy('suggestion.answer_days', on)),
    );
    await sql`
      insert into suggestion (id, union_id, person_id, title, content, submitted_on, due_on, state, answer,
        answered_on)
      select id, union_id, person_id, title, content, submitted_on, due_on,
        case when adopted then 'ADOPTED' else 'REJECTED' end, answer, answered_on
      from unnest(${ids}::uuid[], ${unions}::uuid[], ${people}::uuid[],
        ${rows.map(({ title }) => title)}::text[], ${rows.map(({ content }) => content)}::text[],
        ${rows.map(({ submittedOn }) => submittedOn)}::date[], ${dueOn}::date[],
        ${rows.map(({ adopted }) => adopted)}::boolean[], ${rows.map(({ answer }) => answer)}::text[],
        ${rows.map(({ answeredOn }) => answeredOn)}::date[]) as r(id, union_id, person_id, title,
        content, submitted_on, due_on, adopted, answer, answered_on)`;
    for (const [n, { unionId, submittedOn, adopted, answeredOn }] of rows.entries()) {
      const suggestionId = ids[n] ?? '';
      emit(suggestionSubmitted, { suggestionId, unionId, submittedOn });
      emit(suggestionAnswered, { suggestionId, unionId, adopted, answeredOn });
    }
    return { recorded: rows.length };
  },
});
