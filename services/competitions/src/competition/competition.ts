// One competition: what is in a row, who finds it, and what of it is shown.
import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import type { RuleBook } from '../scoring/rule-book.ts';
import type { CompetitionKind, Level, Stage, TradeContent } from './content.ts';
import type { CompetitionState, Origin } from './state.ts';

export interface CompetitionRow {
  competitionId: string;
  unionId: string;
  unionName: string;
  name: string;
  kind: CompetitionKind;
  level: Level;
  competitionClass: number;
  origin: Origin;
  organiserName: string;
  season: number;
  basisDocument: string;
  heldFrom: string;
  heldTo: string;
  parentCompetitionId: string;
  projectName: string;
  prizeFen: string;
  organisingFen: string;
  stages: Stage[];
  trades: TradeContent[];
  state: CompetitionState;
  announcedOn: string;
  filedBy: string;
  decidedBy: string;
  decisionReason: string;
  /** An instant as the database writes it; null before the window opens. */
  appealUntil: string | null;
  /** One of FIGURES, by the union of whoever asks. */
  figure: string;
  entries: number;
  units: number;
  version: number;
}

/** Which competition, as it was when somebody looked at it. */
export const CompetitionAsk = z.strictObject({ competitionId: id, expectedVersion });

/** Of contests that it holds, of those held below, and of those only joined there are three figures; the rest are others'. */
export const FIGURES = ['OWN', 'BELOW', 'JOINED', 'ELSEWHERE'] as const;

interface Find {
  competitionId?: string | null;
  state?: string;
  kind?: string;
  figure?: string;
  level?: string;
  competitionClass?: number;
  season?: number;
  before?: string | null;
  limit?: number;
}

/** The newest first, as far as the caller reaches; `scope` is the union of his duty. */
export function findCompetitions(sql: Sql, scope: string, find: Find): Promise<CompetitionRow[]> {
  const { competitionId = null, state = '', kind = '', figure = '', season = 0 } = find;
  const { level = '', competitionClass = 0, before = null, limit = 1 } = find;
  return sql<CompetitionRow>`
    select *, figure_of("unionId", origin, ${scope}) as figure from competition_row
    where (${competitionId}::uuid is null or "competitionId" = ${competitionId}::uuid)
      and (${state}::text = '' or state = ${state}::text)
      and (${kind}::text = '' or kind = ${kind}::text)
      and (${season}::int = 0 or season = ${season}::int)
      and (${level}::text = '' or level = ${level}::text)
      and (${competitionClass}::int = 0 or "competitionClass" = ${competitionClass}::int)
      and (${figure}::text = '' or ${figure}::text = figure_of("unionId", origin, ${scope}))
      and (${before}::uuid is null or "competitionId" < ${before}::uuid)
    order by "competitionId" desc limit ${limit}`;
}

/** How many the same filter finds of each figure. */
export async function countCompetitions(
  sql: Sql,
  scope: string,
  { state = '', kind = '', level = '', competitionClass = 0, season = 0 }: Find,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ figure: string; count: number }>`
    select figure_of(union_id, origin, ${scope}) as figure, count(*)::int as count from competition
    where (${state}::text = '' or state = ${state}::text)
      and (${kind}::text = '' or kind = ${kind}::text)
      and (${level}::text = '' or level = ${level}::text)
      and (${competitionClass}::int = 0 or competition_class = ${competitionClass}::int)
      and (${season}::int = 0 or season = ${season}::int)
    group by 1`;
  return new Map(rows.map(({ figure, count }) => [figure, count]));
}

/** COMPETITION_UNKNOWN for one out of reach. */
export async function getCompetitionRow(
  sql: Sql,
  competitionId: string,
  scope = '',
): Promise<CompetitionRow> {
  const [row] = await findCompetitions(sql, scope, { competitionId });
  if (!row) throw notFound('COMPETITION_UNKNOWN', { competitionId });
  return row;
}

/** Locked until the transaction ends; stale VERSION_MOVED where it has gone on since it was looked at. */
export async function lockCompetition(
  sql: Sql,
  ask: { competitionId: string; expectedVersion: number },
): Promise<CompetitionRow> {
  await sql`select from competition where competition_id = ${ask.competitionId} for update`;
  const row = await getCompetitionRow(sql, ask.competitionId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** Nobody takes it a step on before the transaction ends; others may do the like beside. */
export async function holdCompetition(sql: Sql, competitionId: string): Promise<CompetitionRow> {
  await sql`select from competition where competition_id = ${competitionId} for share`;
  return getCompetitionRow(sql, competitionId);
}

/** Whoever steers it must reach the union that holds it, not only read what was announced. */
export async function lockHeld(
  tx: { sql: Sql; requireUnions(unionIds: readonly string[]): Promise<void> },
  ask: { competitionId: string; expectedVersion: number },
): Promise<CompetitionRow> {
  const { unionId } = await getCompetitionRow(tx.sql, ask.competitionId);
  await tx.requireUnions([unionId]);
  return lockCompetition(tx.sql, ask);
}

/** By the rule book of the day it was announced; before that, of the day it begins. */
export function ruleBookOf({
  announcedOn,
  heldFrom,
}: Pick<CompetitionRow, 'announcedOn' | 'heldFrom'>): RuleBook {
  return competitionsPolicy('competition.rule_book', announcedOn || heldFrom);
}

export function competitionView(row: CompetitionRow): Competition {
  const { announcedOn, appealUntil, ...shown } = row;
  return {
    ...shown,
    prizeFen: BigInt(row.prizeFen),
    organisingFen: BigInt(row.organisingFen),
    ruleBook: announcedOn === '' ? '' : ruleBookOf(row).version,
    appealUntil: appealUntil === null ? '' : new Date(appealUntil).toISOString(),
  };
}

/** The view after a change of this transaction. */
export async function viewNow(
  sql: Sql,
  scope: string,
  competitionId: string,
): Promise<Competition> {
  return competitionView(await getCompetitionRow(sql, competitionId, scope));
}
