import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { getCompetitionRow } from './competition.ts';
import { decideContent, type CompetitionContent } from './content.ts';

/** Refuses what cannot be filed: by the classes of the day it begins, and by what it is linked to. */
export async function requireContent(
  sql: Sql,
  content: CompetitionContent,
  competitionId = '',
): Promise<void> {
  const { parentCompetitionId, heldFrom } = content;
  if (parentCompetitionId !== '' && parentCompetitionId === competitionId)
    throw refused('COMPETITION_PARENT_NOT_HIGHER', { level: content.level });
  const parent =
    parentCompetitionId === '' ? undefined : await getCompetitionRow(sql, parentCompetitionId);
  decideContent(content, competitionsPolicy('competition.classes', heldFrom), parent);
}

/** In place of those it had. */
export async function writeTrades(
  sql: Sql,
  competitionId: string,
  unionId: string,
  trades: CompetitionContent['trades'],
): Promise<void> {
  await sql`delete from competition_trade where competition_id = ${competitionId}`;
  await sql`
    insert into competition_trade (trade_id, competition_id, holder_union_id, seq, title, standard_grade, places,
      age_max, finalists, modules)
    select id, ${competitionId}::uuid, ${unionId}::uuid, n, title, grade, places, age, finalists, modules::json
    from unnest(${trades.map(() => newId())}::uuid[], ${trades.map(({ title }) => title)}::text[],
      ${trades.map(({ standardGrade }) => standardGrade)}::int[],
      ${trades.map(({ places }) => places)}::int[], ${trades.map(({ ageMax }) => ageMax)}::int[],
      ${trades.map(({ finalists }) => finalists)}::int[],
      ${trades.map(({ modules }) => JSON.stringify(modules))}::text[])
      with ordinality as t(id, title, grade, places, age, finalists, modules, n)`;
}
