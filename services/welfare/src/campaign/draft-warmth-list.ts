// Who is given money at a visit, and how much: nobody above what one person is given at once and in a year. What is drafted
// counts in his year until it is cancelled, so that two lists at once do not both find it unused.
import type { WarmthList } from '@gonglian/contracts/gen/gonglian/welfare/v1/campaign.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { paidFrom } from '@gonglian/payout/paid-from.ts';
import { accountNumber, bankCode, payeeName } from '@gonglian/service/payee-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { amountFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command, type Sql, type Tx } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { lockVisit, type VisitRow } from './visit.ts';
import { readWholeWarmthList, warmthAccountPlace } from './warmth-list.ts';
import { decideWarmth } from './warmth.ts';

/** A list that one person types in, or pastes. */
const LINES_MAX = 500;

const DraftWarmthList = z.strictObject({
  visitId: id,
  ...paidFrom,
  documentNo: text(80),
  lines: z
    .array(
      z.strictObject({
        personName: payeeName,
        idNumber: text(18),
        amountFen,
        accountNumber,
        bankCode,
      }),
    )
    .min(1, 'required')
    .max(LINES_MAX, 'too_many'),
});
type Line = z.output<typeof DraftWarmthList>['lines'][number];

/** Refused PERSON_TWICE, WARMTH_ABOVE_VISIT for more persons than were visited, and what one person may have. */
export const draftWarmthList = command({
  schema: DraftWarmthList,
  permission: 'welfare.warmth.draft',
  async run(tx, ask): Promise<WarmthList> {
    const { sql, own, actor, now } = tx;
    const visit = await lockVisit(sql, ask.visitId);
    await requireRoom(sql, visit, ask.lines.length);
    const today = chinaDate(now);
    const people = await enterPeople({ sql, vault: own.vault, today }, ask.lines);
    const twice = people.findIndex((one, at) => people.indexOf(one) !== at);
    if (twice >= 0) throw refused('PERSON_TWICE', { seq: twice + 1 });
    await takeYear(sql, visit.visitedOn, people, ask.lines);
    const listId = newId();
    await sql`
      insert into warmth_list (list_id, visit_id, campaign_id, union_id, given_on, bank, project_code, source_code,
        document_no, made_by)
      values (${listId}, ${visit.visitId}, ${visit.campaignId}, ${visit.unionId}, ${visit.visitedOn}, ${ask.bank},
        ${ask.projectCode}, ${ask.sourceCode}, ${ask.documentNo}, ${actor.id})`;
    await writeLines(tx, { listId, unionId: visit.unionId }, people, ask.lines);
    return readWholeWarmthList(sql, own.vault, listId);
  },
});

async function requireRoom(sql: Sql, visit: VisitRow, lines: number): Promise<void> {
  const [{ named } = { named: 0 }] = await sql<{ named: number }>`
    select count(*)::int as named from warmth_line as l join warmth_list as w using (list_id)
    where w.visit_id = ${visit.visitId} and w.state <> 'CANCELLED'`;
  if (named + lines > visit.persons)
    throw refused('WARMTH_ABOVE_VISIT', { persons: visit.persons, named });
}

/** Of two lists that name the same person the second waits here, and finds what the first has taken of his year. */
async function takeYear(
  sql: Sql,
  givenOn: string,
  people: readonly string[],
  lines: readonly Line[],
): Promise<void> {
  const caps = {
    timeFen: welfarePolicy('warmth.per_time', givenOn),
    yearFen: welfarePolicy('warmth.per_year', givenOn),
  };
  const years = await sql<{ personId: string; fen: number }>`
    insert into warmth_year (person_id, year, total_fen)
    select person, ${Number(givenOn.slice(0, 4))}::int, fen
    from unnest(${people}::uuid[], ${lines.map((line) => line.amountFen)}::bigint[]) as l(person, fen)
    order by person
    on conflict (person_id, year) do update set total_fen = warmth_year.total_fen + excluded.total_fen
    returning person_id as "personId", total_fen::float8 as fen`;
  const year = new Map(years.map(({ personId, fen }) => [personId, fen]));
  for (const [at, line] of lines.entries())
    decideWarmth(caps, {
      seq: at + 1,
      amountFen: line.amountFen,
      yearFen: year.get(people[at] ?? '') ?? 0,
    });
}

async function writeLines(
  { sql, own }: Tx,
  { listId, unionId }: { listId: string; unionId: string },
  people: readonly string[],
  lines: readonly Line[],
): Promise<void> {
  const accounts = lines.map((line, at) =>
    own.vault.seal(line.accountNumber, warmthAccountPlace(listId, at + 1)),
  );
  await sql`
    insert into warmth_line (list_id, seq, union_id, person_id, amount_fen, account_sealed, bank_code)
    select ${listId}::uuid, seq, ${unionId}::uuid, person, fen, account, bank
    from unnest(${people}::uuid[], ${lines.map((line) => line.amountFen)}::bigint[], ${accounts}::bytea[],
      ${lines.map((line) => line.bankCode)}::text[]) with ordinality as l(person, fen, account, bank, seq)`;
}
