// What the end of a competition brings about: who is ranked where, and what is told of it.
import {
  competitionEntered,
  competitionHeld,
  competitionJoined,
} from '@gonglian/contracts/competitions.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { ruleBookOf, type CompetitionRow } from '../competition/competition.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { rankOf } from '../scoring/read-sheets.ts';
import { tellContestResults } from '../promotion/tell-contest-results.ts';
import { readMadeOf, type MadeOf } from './made-of.ts';
import { awardsOf, prizeOf } from './prizes.ts';

/** Refused APPEAL_WINDOW_OPEN and APPEALS_OPEN: a result that may still change is none. */
export async function publishHeld(tx: Tx, competition: CompetitionRow): Promise<void> {
  const { sql, now } = tx;
  const { competitionId, appealUntil } = competition;
  if (appealUntil === null || now < new Date(appealUntil)) throw refused('APPEAL_WINDOW_OPEN');
  const open = await sql`
    select from competition_appeal where competition_id = ${competitionId} and state = 'OPEN' limit 1`;
  if (open.length > 0) throw refused('APPEALS_OPEN');
  for (const trade of competition.trades) await writeResults(sql, competition, trade);
  await writeEvaluations(sql, competition);
  await tellHeld(tx, competition);
  await tellContestResults(tx, competitionId);
}

/** That it is over, and of each unit what it has entered and won. */
export async function tellHeld(tx: Tx, competition: CompetitionRow): Promise<void> {
  const { sql } = tx;
  const made = await readMadeOf(sql, competition.competitionId);
  const { tradeCodes, regionCodes, teams } = made;
  tx.emit(competitionHeld, {
    ...(await toldOf(sql, competition)),
    ...(await countEntries(sql, competition)),
    trades: competition.trades.length,
    prizeFen: BigInt(competition.prizeFen),
    organisingFen: BigInt(competition.organisingFen),
    ofProject: competition.projectName !== '',
    tradeCodes,
    regionCodes,
    teams,
  });
  await tellEntered(tx, competition, made);
}

/** What the superior has ranked was recorded before; without an entry nothing was joined. */
export async function publishJoined(tx: Tx, competition: CompetitionRow): Promise<void> {
  const counted = await countEntries(tx.sql, competition);
  if (counted.entries === 0) throw refused('JOINED_WITHOUT_ENTRY');
  tx.emit(competitionJoined, { ...(await toldOf(tx.sql, competition)), ...counted });
  await tellEntered(tx, competition, await readMadeOf(tx.sql, competition.competitionId));
}

async function writeResults(
  sql: Sql,
  competition: CompetitionRow,
  trade: CompetitionRow['trades'][number],
): Promise<void> {
  const { competitionId, unionId, level, competitionClass, heldFrom } = competition;
  const ruleBook = ruleBookOf(competition);
  const ranked = await rankOf(sql, trade, 'FINAL', ruleBook);
  const rule = competitionsPolicy('competition.classes', heldFrom).find(
    (one) => one.level === level && one.competitionClass === competitionClass,
  );
  await sql`
    insert into competition_result (entry_id, competition_id, holder_union_id, trade_id, union_id, rank, total, prize,
      awards)
    select e.entry_id, ${competitionId}::uuid, ${unionId}::uuid, e.trade_id, e.union_id, r.rank, r.total, r.prize,
      string_to_array(r.awards, ' ')
    from unnest(${ranked.map(({ benchNo }) => benchNo)}::int[], ${ranked.map(({ rank }) => rank)}::int[],
      ${ranked.map(({ total }) => total)}::int[],
      ${ranked.map(({ rank }) => prizeOf(rank, ranked.length, ruleBook))}::text[],
      ${ranked.map(({ rank }) => awardsOf(rank, rule).join(' '))}::text[])
      as r(bench, rank, total, prize, awards)
    join competition_entry as e on e.trade_id = ${trade.tradeId} and e.bench_no = r.bench`;
}

/** Units of a labour competition by their evaluation: who was given the same shares a rank. */
async function writeEvaluations(sql: Sql, competition: CompetitionRow): Promise<void> {
  const ruleBook = ruleBookOf(competition);
  const ranked = await sql<{ entryId: string; score: number; rank: number }>`
    select entry_id as "entryId", score, (rank() over (order by score desc))::int as rank
    from labour_evaluation join competition_entry using (entry_id)
    where competition_id = ${competition.competitionId} and state = 'ENROLLED'`;
  await sql`
    insert into competition_result (entry_id, competition_id, holder_union_id, union_id, rank, total, prize, awards)
    select e.entry_id, e.competition_id, e.holder_union_id, e.union_id, r.rank, r.total, r.prize, '{}'
    from unnest(${ranked.map(({ entryId }) => entryId)}::uuid[], ${ranked.map(({ rank }) => rank)}::int[],
      ${ranked.map(({ score }) => score)}::int[],
      ${ranked.map(({ rank }) => prizeOf(rank, ranked.length, ruleBook))}::text[]) as r(id, rank, total, prize)
    join competition_entry as e on e.entry_id = r.id`;
}

/** What each fact of a competition says of it. */
async function toldOf(sql: Sql, competition: CompetitionRow) {
  const { competitionId, unionId, kind, level, heldTo } = competition;
  return {
    competitionId,
    unionId,
    kind,
    level,
    organiserLevel: await organiserLevelOf(sql, competition),
    heldOn: heldTo,
  };
}

/** The level of the union that holds it: townships and all below them are the grassroots of published figures. */
async function organiserLevelOf(
  sql: Sql,
  { origin, level, unionId }: CompetitionRow,
): Promise<string> {
  if (origin === 'JOINED') return level;
  const [union] = await sql<{ level: string }>`
    select organiser_level(level) as level from known_union where union_id = ${unionId}`;
  return union?.level ?? 'GRASSROOTS';
}

async function countEntries(
  sql: Sql,
  { competitionId }: CompetitionRow,
): Promise<{ entries: number; units: number }> {
  const [row] = await sql<{ entries: number; units: number }>`
    select coalesce(sum(case entry_kind when 'PERSON' then 1 else workers end), 0)::int as entries,
      count(distinct union_id)::int as units from competition_entry
    where competition_id = ${competitionId} and state = 'ENROLLED'`;
  return row ?? { entries: 0, units: 0 };
}

interface Entered {
  unionId: string;
  entries: number;
  first: number;
  second: number;
  third: number;
}

/** One fact a unit: how many it sent, and what they came back with. Units of a node below are told of by that one. */
async function tellEntered(tx: Tx, competition: CompetitionRow, made: MadeOf): Promise<void> {
  const units = await tx.sql<Entered>`
    select e.union_id as "unionId", sum(case e.entry_kind when 'PERSON' then 1 else e.workers end)::int as entries,
      count(*) filter (where r.prize = 'FIRST')::int as first,
      count(*) filter (where r.prize = 'SECOND')::int as second,
      count(*) filter (where r.prize = 'THIRD')::int as third
    from competition_entry as e left join competition_result as r using (entry_id)
    where e.competition_id = ${competition.competitionId} and e.state = 'ENROLLED' and e.from_node = ''
    group by e.union_id order by e.union_id`;
  const told = await toldOf(tx.sql, competition);
  for (const { unionId, entries, ...prizes } of units) {
    tx.emit(competitionEntered, {
      ...told,
      ...made.unit(unionId),
      unionId,
      entries,
      prizes: [
        { prize: 'FIRST', count: prizes.first },
        { prize: 'SECOND', count: prizes.second },
        { prize: 'THIRD', count: prizes.third },
      ].filter(({ count }) => count > 0),
    });
  }
}
