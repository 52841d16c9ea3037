// Relief that was paid long ago: to whom, by which programme, from which money. What an illness cost is not taken over.
import type { RecordedPastWelfare } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { reliefPaid } from '@gonglian/contracts/welfare.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { duplicate, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { PAST_ROWS_MAX, requireKnownUnions, requirePast } from '@gonglian/service/past.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { amountFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { FILE_LEVELS } from '../hardship/hardship-policy.ts';
import { command, type Sql } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { decideSource } from '../relief/decide-relief.ts';
import { MONEY_SOURCES, PROGRAMMES } from '../relief/relief-policy.ts';

const Row = z.strictObject({
  unionId: id,
  personName: text(60),
  idNumber: text(18),
  programme: code(PROGRAMMES),
  fileLevel: code(['', ...FILE_LEVELS]),
  moneySource: code(MONEY_SOURCES),
  paidOn: date,
  amountFen,
});
type Row = z.output<typeof Row>;
type Placed = Row & { reliefId: string; personId: string };

/** Duplicate RELIEF_RECORDED: a person once on a day by a programme. */
export const recordPastRelief = command({
  schema: z.strictObject({
    rows: z.array(Row).min(1, 'required').max(PAST_ROWS_MAX, 'too_many'),
  }),
  permission: 'welfare.past.record',
  unions: ({ rows }) => rows.map(({ unionId }) => unionId),
  async run(tx, { rows }): Promise<RecordedPastWelfare> {
    const { sql, own, actor, now, emit } = tx;
    const today = chinaDate(now);
    const spans = rows.map(({ paidOn }) => ({ beganOn: paidOn, endedOn: paidOn }));
    requirePast(spans, today, welfarePolicy('past.days_after', today));
    for (const row of rows) decideRow(row);
    await requireKnownUnions(
      sql,
      rows.map(({ unionId }) => unionId),
    );
    const people = await enterPeople({ sql, vault: own.vault, today }, rows);
    const placed = rows.map((row, at) => ({
      ...row,
      reliefId: newId(),
      personId: people[at] ?? '',
    }));
    await tx.beyondScope('whether it is the first of a year, whichever union paid before');
    const told = firstsOf(placed, await paidBefore(sql, people));
    await write(sql, told, actor.id);
    for (const { reliefId: grantId, amountFen: fen, ...row } of told)
      emit(reliefPaid, { ...row, grantId, amountFen: BigInt(fen) });
    return { recorded: rows.length };
  },
});

/** By the rules of its day. Refused RELIEF_FILE_FIRST, RELIEF_FOR_UNFILED, RELIEF_SOURCE_FORBIDDEN. */
function decideRow({ programme, fileLevel, moneySource, paidOn }: Row): void {
  const { filed } = welfarePolicy('relief.programmes', paidOn)[programme];
  if (filed && fileLevel === '') throw refused('RELIEF_FILE_FIRST');
  if (!filed && fileLevel !== '') throw refused('RELIEF_FOR_UNFILED');
  decideSource(moneySource, fileLevel, welfarePolicy('relief.sources', paidOn));
}

/** Old lists do not say who lives with whom: whoever was paid stands for his household. */
const yearOf = ({ personId, paidOn }: { personId: string; paidOn: string }) =>
  `${personId} ${paidOn.slice(0, 4)}`;

function firstsOf<One extends Pick<Placed, 'personId' | 'paidOn' | 'programme' | 'fileLevel'>>(
  rows: readonly One[],
  before: ReadonlySet<string>,
): (One & { householdFirst: boolean; personFirst: boolean })[] {
  const seen = new Set(before);
  const first = (key: string) => !seen.has(key) && seen.add(key).has(key);
  return rows
    .toSorted((a, b) => (a.paidOn < b.paidOn ? -1 : Number(a.paidOn > b.paidOn)))
    .map((row) => ({
      ...row,
      householdFirst: row.fileLevel !== '' && first(yearOf(row)),
      personFirst: first(`${yearOf(row)} ${row.programme}`),
    }));
}

/** Of these persons, in each year: with and without the programme. Of two lists at once the second waits. */
async function paidBefore(sql: Sql, people: readonly string[]): Promise<Set<string>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('past relief', 0))`;
  const rows = await sql<{ personId: string; paidOn: string; programme: string; filed: boolean }>`
    select person_id as "personId", paid_on::text as "paidOn", programme, file_level <> '' as filed
    from relief_past where person_id = any(${people}::uuid[])
    union all
    select person_id, paid_on::text, programme, file_level <> '' from relief_grant
    where person_id = any(${people}::uuid[]) and paid_on is not null`;
  return new Set(
    rows.flatMap((row) => [`${yearOf(row)} ${row.programme}`, ...(row.filed ? [yearOf(row)] : [])]),
  );
}

async function write(
  sql: Sql,
  rows: readonly (Placed & { householdFirst: boolean; personFirst: boolean })[],
  by: string,
): Promise<void> {
  const of = <K extends keyof (typeof rows)[number]>(field: K) => rows.map((row) => row[field]);
  const written = await sql`
    insert into relief_past (past_relief_id, union_id, person_id, programme, file_level, money_source, paid_on, amount_fen,
      household_first, person_first, recorded_by)
    select id, union_id, person_id, programme, file_level, source, paid_on, fen, household, person, ${by}::text
    from unnest(${of('reliefId')}::uuid[], ${of('unionId')}::uuid[], ${of('personId')}::uuid[],
      ${of('programme')}::text[], ${of('fileLevel')}::text[], ${of('moneySource')}::text[], ${of('paidOn')}::date[],
      ${of('amountFen')}::bigint[], ${of('householdFirst')}::boolean[], ${of('personFirst')}::boolean[])
      as r(id, union_id, person_id, programme, file_level, source, paid_on, fen, household, person)
    on conflict do nothing returning 1`;
  if (written.length < rows.length) throw duplicate('RELIEF_RECORDED');
}
