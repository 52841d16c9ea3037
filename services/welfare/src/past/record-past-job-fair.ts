import type { JobFair } from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { code, count, date, id, text } from '@gonglian/service/fields.ts';
import { requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { amountFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { employerUscc, enterEmployers } from '../job-fair/employer.ts';
import { tellHeld } from '../job-fair/tell-held.ts';
import { CAMPAIGNS, CHANNELS, readFair, readWholeFair } from '../job-fair/job-fair.ts';
import { decideVacancy } from '../job-fair/vacancy.ts';
import { command, type Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';

const EMPLOYERS_MAX = 500;
const VACANCIES_MAX = 100;
const ALL_VACANCIES_MAX = 5_000;

const Vacancy = z.strictObject({
  vacancyTitle: text(60),
  headcount: count.min(1, 'required').max(100_000, 'too_large'),
  wageFromFen: amountFen,
  wageToFen: amountFen,
  intents: count.max(1_000_000, 'too_large'),
});
const RecordPastJobFair = z.strictObject({
  unionId: id,
  title: text(100),
  channel: code(CHANNELS),
  campaign: code(CAMPAIGNS),
  place: text(200),
  heldFrom: date,
  heldTo: date,
  attendees: count.max(10_000_000, 'too_large'),
  employers: z
    .array(
      z.strictObject({
        employerUscc: text(18),
        employerName: text(100),
        vacancies: z.array(Vacancy).min(1, 'required').max(VACANCIES_MAX, 'too_many'),
      }),
    )
    .min(1, 'required')
    .max(EMPLOYERS_MAX, 'too_many'),
});
type Employers = z.output<typeof RecordPastJobFair>['employers'];

/** By the words of its day; with the same facts as one that took its steps here. */
export const recordPastJobFair = command({
  schema: RecordPastJobFair,
  permission: 'welfare.past.record',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<JobFair> {
    const { sql, now } = tx;
    const { unionId, heldFrom, heldTo } = ask;
    const today = chinaDate(now);
    const daysAfter = welfarePolicy('past.days_after', today);
    requirePast([{ beganOn: heldFrom, endedOn: heldTo }], today, daysAfter);
    const employers = decideEmployers(ask.employers, heldTo);
    await requireKnownUnions(sql, [unionId]);
    const jobFairId = newId();
    await sql`
      insert into job_fair (job_fair_id, union_id, title, channel, campaign, place, holds_from, holds_to, state, state_on,
        attendees, held_on)
      values (${jobFairId}, ${unionId}, ${ask.title}, ${ask.channel}, ${ask.campaign}, ${ask.place}, ${heldFrom},
        ${heldTo}, 'HELD', ${heldTo}, ${ask.attendees}, ${heldTo})`;
    await enterEmployers(
      tx,
      { jobFairId, unionId, on: heldFrom },
      employers.map(({ uscc, employerName: name }) => ({ uscc, name, licenceSha256: '' })),
    );
    await writeVacancies(sql, { jobFairId, unionId }, employers);
    tellHeld(tx, await readFair(sql, jobFairId), heldTo);
    return readWholeFair(sql, jobFairId);
  },
});

/** Each employer by his code, once; each notice as decideVacancy has it; not too many in all. */
export function decideEmployers(
  rows: Employers,
  on: string,
): (Employers[number] & { uscc: string })[] {
  const words = welfarePolicy('job.refused_words', on);
  const employers = rows.map((row) => ({ ...row, uscc: employerUscc(row.employerUscc) }));
  const wrong = (rule: string) => invalid('FIELD_INVALID', { field: 'employers', rule });
  if (new Set(employers.map(({ uscc }) => uscc)).size < rows.length) throw wrong('twice');
  const vacancies = rows.flatMap((row) => row.vacancies);
  if (vacancies.length > ALL_VACANCIES_MAX) throw wrong('too_many');
  for (const vacancy of vacancies) decideVacancy({ ...vacancy, terms: '' }, words);
  return employers;
}

async function writeVacancies(
  sql: Sql,
  { jobFairId, unionId }: { jobFairId: string; unionId: string },
  employers: readonly (Employers[number] & { uscc: string })[],
): Promise<void> {
  const rows = employers.flatMap(({ uscc, vacancies }) =>
    vacancies.map((vacancy) => ({ uscc, ...vacancy })),
  );
  const of = (field: keyof (typeof rows)[number]) => rows.map((row) => row[field]);
  await sql`
    insert into job_vacancy (vacancy_id, job_fair_id, employer_uscc, union_id, title, headcount, wage_from_fen,
      wage_to_fen, workplace, terms, intents)
    select id, ${jobFairId}::uuid, code, ${unionId}::uuid, title, headcount, wage_from, wage_to, '', '', intents
    from unnest(${rows.map(() => newId())}::uuid[], ${of('uscc')}::text[], ${of('vacancyTitle')}::text[],
      ${of('headcount')}::int[], ${of('wageFromFen')}::bigint[], ${of('wageToFen')}::bigint[],
      ${of('intents')}::int[]) as r(id, code, title, headcount, wage_from, wage_to, intents)`;
}
