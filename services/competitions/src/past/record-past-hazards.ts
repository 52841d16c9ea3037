import type { RecordedPast } from '@gonglian/contracts/gen/gonglian/competitions/v1/past.ts';
import { hazardClosed, hazardReported } from '@gonglian/contracts/competitions.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { sha256 } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { PAST_ROWS_MAX, requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { pastAuthor } from './past.ts';

/** Each closed, by the picture that was taken of it and what the employer's union has said. */
export const recordPastHazards = command({
  schema: z.strictObject({
    rows: z
      .array(
        z.strictObject({
          ...pastAuthor,
          place: text(200),
          content: text(1_000),
          photoSha256: sha256,
          reportedOn: date,
          employerUnionId: id,
          fixed: z.boolean(),
          outcome: text(500),
          closedOn: date,
        }),
      )
      .min(1, 'required')
      .max(PAST_ROWS_MAX, 'too_many'),
  }),
  permission: 'competitions.past.record',
  unions: ({ rows }) => rows.flatMap(({ unionId, employerUnionId }) => [unionId, employerUnionId]),
  async run({ sql, own, now, emit }, { rows }): Promise<RecordedPast> {
    const today = chinaDate(now);
    requirePast(
      rows.map((row) => ({ beganOn: row.reportedOn, endedOn: row.closedOn })),
      today,
      competitionsPolicy('past.days_after', today),
    );
    const unions = rows.map(({ unionId }) => unionId);
    const employers = rows.map(({ employerUnionId }) => employerUnionId);
    await requireKnownUnions(sql, [...unions, ...employers]);
    const people = await enterPeople({ sql, vault: own.vault, today }, rows);
    const ids = rows.map(() => newId());
    const dueOn = rows.map(({ reportedOn: on }) =>
      addDays(on, competitionsPolicy('hazard.answer_days', on)),
    );
    await sql`
      insert into hazard_report (id, union_id, person_id, place, content, photo_sha256, reported_on, state,
        employer_union_id, forwarded_on, due_on, outcome, closed_on)
      select id, union_id, person_id, place, content, photo, reported_on,
        case when fixed then 'FIXED' else 'REFUSED' end, employer_id, reported_on, due_on, outcome, closed_on
      from unnest(${ids}::uuid[], ${unions}::uuid[], ${people}::uuid[],
        ${rows.map(({ place }) => place)}::text[], ${rows.map(({ content }) => content)}::text[],
        ${rows.map(({ photoSha256 }) => photoSha256)}::text[],
        ${rows.map(({ reportedOn }) => reportedOn)}::date[], ${rows.map(({ fixed }) => fixed)}::boolean[],
        ${employers}::uuid[], ${dueOn}::date[], ${rows.map(({ outcome }) => outcome)}::text[],
        ${rows.map(({ closedOn }) => closedOn)}::date[]) as r(id, union_id, person_id, place, content, photo,
        reported_on, fixed, employer_id, due_on, outcome, closed_on)`;
    for (const [n, { unionId, reportedOn, fixed, closedOn }] of rows.entries()) {
      const hazardReportId = ids[n] ?? '';
      emit(hazardReported, { hazardReportId, unionId, reportedOn });
      emit(hazardClosed, { hazardReportId, unionId, fixed, closedOn });
    }
    return { recorded: rows.length };
  },
});
