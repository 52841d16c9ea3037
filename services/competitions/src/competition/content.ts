// What is written of a competition, and which of it can be filed.
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, count, date, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { COMPETITION_LEVELS, type ClassRule } from './class-policy.ts';
import { ORIGINS } from './state.ts';

export const KINDS = ['SKILL', 'LABOUR', 'MIXED'] as const;
export type CompetitionKind = (typeof KINDS)[number];
export const LEVELS = [...COMPETITION_LEVELS, 'GRASSROOTS'] as const;
export type Level = (typeof LEVELS)[number];

const TRADES_MAX = 50;
const MODULES_MAX = 20;
const PLACES_MAX = 100_000;
/** Ten billion yuan: beyond any prize. */
const FEN_MAX = 1_000_000_000_000n;

export const fen = z.bigint().min(0n, 'negative').max(FEN_MAX, 'too_large').transform(Number);

const Module = z.strictObject({
  moduleNo: z.int().min(1, 'too_small').max(MODULES_MAX, 'too_large'),
  title: text(60),
  moduleKind: code(['THEORY', 'PRACTICAL']),
  weightBp: z.int().min(1, 'too_small').max(10_000, 'too_large'),
});
export type CompetitionModule = z.output<typeof Module>;

const Trade = z.strictObject({
  tradeId: optionalId,
  title: text(60),
  standardGrade: z.int().min(0, 'negative').max(5, 'too_large'),
  places: z.int().min(1, 'too_small').max(PLACES_MAX, 'too_large'),
  taken: count,
  ageMax: z.int().min(0, 'negative').max(100, 'too_large'),
  finalists: count.max(PLACES_MAX, 'too_large'),
  modules: z.array(Module).max(MODULES_MAX, 'too_many'),
});
export type TradeContent = z.output<typeof Trade>;

const Stage = z.strictObject({
  stage: code(['QUALIFYING', 'FINAL']),
  place: optionalText(100),
  heldFrom: date,
  heldTo: date,
});
export type Stage = z.output<typeof Stage>;

export const CompetitionContent = z.strictObject({
  name: text(100),
  kind: code(KINDS),
  level: code(LEVELS),
  competitionClass: z.int().min(0, 'negative').max(3, 'too_large'),
  origin: code(ORIGINS),
  organiserName: optionalText(100),
  season: z.int().min(1950, 'too_small').max(2100, 'too_large'),
  basisDocument: text(200),
  heldFrom: date,
  heldTo: date,
  parentCompetitionId: optionalId,
  projectName: optionalText(100),
  prizeFen: fen,
  organisingFen: fen,
  stages: z.array(Stage).max(10, 'too_many'),
  trades: z.array(Trade).max(TRADES_MAX, 'too_many'),
});
export type CompetitionContent = z.output<typeof CompetitionContent>;

interface Above {
  level: Level;
  heldTo: string;
}

const RANK: Record<Level, number> = { NATIONAL: 0, PROVINCE: 1, CITY: 2, COUNTY: 3, GRASSROOTS: 4 };

/**
 * In the order of refusals: dates, the class, trades and what they are scored by, whoever holds it, the one above.
 * `classes` are those of the day it begins, `parent` what it is linked to.
 */
export function decideContent(
  content: CompetitionContent,
  classes: readonly ClassRule[],
  parent: Above | undefined,
): void {
  requireDates(content);
  requireClass(content, classes);
  const { kind, trades, origin, organiserName } = content;
  if (kind !== 'LABOUR' && trades.length === 0) throw refused('COMPETITION_TRADES_MISSING');
  if (kind === 'LABOUR' && trades.length > 0) throw refused('COMPETITION_TRADES_OF_LABOUR');
  if (new Set(trades.map(({ title }) => title)).size < trades.length)
    throw refused('COMPETITION_TRADE_TWICE');
  // What a superior holds is scored by the superior.
  if (origin === 'HELD') for (const trade of trades) requireModules(trade);
  if ((origin === 'JOINED') !== (organiserName !== ''))
    throw refused('COMPETITION_ORGANISER_UNCLEAR', { origin });
  if (parent && RANK[parent.level] >= RANK[content.level])
    throw refused('COMPETITION_PARENT_NOT_HIGHER', { level: parent.level });
  if (parent && parent.heldTo < content.heldTo)
    throw refused('COMPETITION_PARENT_EARLIER', { heldTo: parent.heldTo });
}

function requireDates({ heldFrom, heldTo, season, stages }: CompetitionContent): void {
  if (heldTo < heldFrom) throw refused('COMPETITION_DATES_REVERSED');
  // The final of a season may be held in the first months of the next year.
  if (Math.abs(Number(heldTo.slice(0, 4)) - season) > 1)
    throw refused('COMPETITION_SEASON_OTHER', { season });
  for (const stage of stages) {
    if (stage.heldTo < stage.heldFrom) throw refused('COMPETITION_DATES_REVERSED');
    if (stage.heldFrom < heldFrom || stage.heldTo > heldTo)
      throw refused('COMPETITION_STAGE_OUTSIDE', { heldFrom, heldTo });
  }
}

/** Refused COMPETITION_CLASS_UNKNOWN: there is none of that level, or there are no classes at all. */
export function requireClass(
  {
    level,
    competitionClass,
    kind,
  }: Pick<CompetitionContent, 'level' | 'competitionClass' | 'kind'>,
  classes: readonly ClassRule[],
): void {
  const none = kind === 'LABOUR' || level === 'GRASSROOTS';
  if (none && competitionClass === 0) return;
  const known = classes.some(
    (rule) => rule.level === level && rule.competitionClass === competitionClass,
  );
  if (none || !known) throw refused('COMPETITION_CLASS_UNKNOWN', { level, competitionClass });
}

function requireModules({ title, modules }: TradeContent): void {
  if (new Set(modules.map(({ moduleNo }) => moduleNo)).size < modules.length)
    throw refused('COMPETITION_MODULE_TWICE', { trade: title });
  const sumBp = modules.reduce((sum, { weightBp }) => sum + weightBp, 0);
  if (sumBp !== 10_000) throw refused('COMPETITION_WEIGHTS', { trade: title, sumBp });
}
