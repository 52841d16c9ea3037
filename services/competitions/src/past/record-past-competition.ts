// A skill competition of an old list: whoever was in it, how they were ranked and what they won.
import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow, viewNow } from '../competition/competition.ts';
import { fen, LEVELS, requireClass } from '../competition/content.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command, type Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { tellHeld } from '../result/publish-results.ts';
import { requireKnownUnions, requirePast } from '@gonglian/service/past.ts';

const PEOPLE_MAX = 1_000;
const TEAMS_MAX = 200;

const Team = z.strictObject({
  unionId: id,
  trade: text(60),
  people: z
    .array(
      z.strictObject({
        personName: text(60),
        idNumber: text(18),
        rank: z.int().min(0, 'negative').max(PEOPLE_MAX, 'too_large'),
        prize: code(['', 'FIRST', 'SECOND', 'THIRD']),
      }),
    )
    .min(1, 'required')
    .max(PEOPLE_MAX, 'too_many'),
});

const RecordPastCompetition = z.strictObject({
  unionId: id,
  name: text(100),
  level: code(LEVELS),
  competitionClass: z.int().min(0, 'negative').max(3, 'too_large'),
  basisDocument: text(200),
  heldFrom: date,
  heldTo: date,
  prizeFen: fen,
  organisingFen: fen,
  teams: z.array(Team).min(1, 'required').max(TEAMS_MAX, 'too_many'),
});
type RecordPastCompetition = z.output<typeof RecordPastCompetition>;
type Team = RecordPastCompetition['teams'][number];

interface Entrant {
  entryId: string;
  tradeId: string;
  unionId: string;
  personName: string;
  idNumber: string;
  rank: number;
  prize: string;
}

/** In the order of refusals: how many there are, and a prize of somebody who was not ranked. */
export function decideTeams(teams: readonly Team[]): void {
  const people = teams.flatMap((team) => team.people);
  if (people.length > PEOPLE_MAX)
    throw invalid('FIELD_INVALID', { field: 'teams', rule: 'too_many' });
  if (people.some(({ rank, prize }) => prize !== '' && rank === 0))
    throw refused('PAST_PRIZE_UNRANKED');
}

export const recordPastCompetition = command({
  schema: RecordPastCompetition,
  permission: 'competitions.past.record',
  unions: ({ unionId }) => [unionId],
  wholeNode: 'whoever was in it is of the units below',
  async run(tx, ask): Promise<Competition> {
    const { sql, own, now, actor } = tx;
    const today = chinaDate(now);
    const daysAfter = competitionsPolicy('past.days_after', today);
    requirePast([{ beganOn: ask.heldFrom, endedOn: ask.heldTo }], today, daysAfter);
    decideTeams(ask.teams);
    const classes = competitionsPolicy('competition.classes', ask.heldFrom);
    requireClass({ ...ask, kind: 'SKILL' }, classes);
    await requireKnownUnions(sql, [ask.unionId, ...ask.teams.map(({ unionId }) => unionId)]);
    const competitionId = newId();
    await writeCompetition(sql, competitionId, ask, actor.id);
    const entrants = await writeTrades(sql, competitionId, ask);
    const people = await enterPeople({ sql, vault: own.vault, today }, entrants);
    await writeEntries(sql, { competitionId, ...ask }, entrants, people);
    await tellHeld(tx, await getCompetitionRow(sql, competitionId));
    return viewNow(sql, actor.scope, competitionId);
  },
});

/** Filed and decided elsewhere, long ago; what it was scored by is not kept. */
async function writeCompetition(
  sql: Sql,
  competitionId: string,
  ask: RecordPastCompetition,
  account: string,
): Promise<void> {
  const season = Number(ask.heldTo.slice(0, 4));
  await sql`
    insert into competition (competition_id, union_id, name, kind, level, competition_class, origin, organiser_name,
      season, basis_document, held_from, held_to, project_name, prize_fen, organising_fen, stages, state,
      announced_on, filed_by)
    values (${competitionId}, ${ask.unionId}, ${ask.name}, 'SKILL', ${ask.level}, ${ask.competitionClass},
      'HELD', '', ${season}, ${ask.basisDocument}, ${ask.heldFrom}, ${ask.heldTo}, '', ${ask.prizeFen},
      ${ask.organisingFen}, '[]', 'ARCHIVED', ${ask.heldFrom}, ${account})`;
}

/** A trade for each title, with as many places as were taken. Answers who was in which. */
async function writeTrades(
  sql: Sql,
  competitionId: string,
  { unionId, teams }: RecordPastCompetition,
): Promise<Entrant[]> {
  const trades = [...Map.groupBy(teams, ({ trade }) => trade)].map(([title, of]) => ({
    tradeId: newId(),
    title,
    teams: of,
    taken: of.reduce((sum, { people }) => sum + people.length, 0),
  }));
  await sql`
    insert into competition_trade (trade_id, competition_id, holder_union_id, seq, title, standard_grade, places, taken,
      age_max, finalists, modules)
    select id, ${competitionId}::uuid, ${unionId}::uuid, n, title, 0, taken, taken, 0, 0, '[]'
    from unnest(${trades.map(({ tradeId }) => tradeId)}::uuid[], ${trades.map(({ title }) => title)}::text[],
      ${trades.map(({ taken }) => taken)}::int[]) with ordinality as t(id, title, taken, n)`;
  return trades.flatMap(({ tradeId, teams: of }) =>
    of.flatMap((team) =>
      team.people.map((one) => ({ entryId: newId(), tradeId, unionId: team.unionId, ...one })),
    ),
  );
}

/** Refused ENTRANT_TWICE: one person competes in one trade of a competition. */
async function writeEntries(
  sql: Sql,
  of: { competitionId: string; unionId: string; heldFrom: string },
  entrants: readonly Entrant[],
  people: readonly string[],
): Promise<void> {
  const { competitionId, unionId, heldFrom } = of;
  const ids = entrants.map(({ entryId }) => entryId);
  const trades = entrants.map(({ tradeId }) => tradeId);
  const units = entrants.map((one) => one.unionId);
  const entered = await sql`
    insert into competition_entry (entry_id, competition_id, holder_union_id, trade_id, union_id, entry_kind, person_id,
      team_name, in_final, enrolled_on)
    select e, ${competitionId}::uuid, ${unionId}::uuid, t, u, 'PERSON', p, '', true, ${heldFrom}::date
    from unnest(${ids}::uuid[], ${trades}::uuid[], ${units}::uuid[], ${people}::uuid[]) as n(e, t, u, p)
    on conflict do nothing returning 1`;
  if (entered.length < entrants.length) throw refused('ENTRANT_TWICE');
  await sql`
    insert into competition_result (entry_id, competition_id, holder_union_id, trade_id, union_id, rank, total, prize,
      awards)
    select e, ${competitionId}::uuid, ${unionId}::uuid, t, u, rank, 0, prize, '{}'
    from unnest(${ids}::uuid[], ${trades}::uuid[], ${units}::uuid[],
      ${entrants.map(({ rank }) => rank)}::int[], ${entrants.map(({ prize }) => prize)}::text[])
      as r(e, t, u, rank, prize)
    where rank > 0`;
}
