// What the facts of competitions move. A competition counts once its result is published, in the month of its last day.
import type { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import type {
  CompetitionEntered,
  CompetitionHeld,
  CompetitionJoined,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { TOTAL } from './dims.ts';
import { spread, type Movement } from './movements.ts';
import { PRIZES } from './record-dims.ts';
import { recountedRecord } from './record-movements.ts';

/** What a competition is counted by. */
export interface CompetitionCodes {
  kind: string;
  organiserLevel: string;
}

const KINDS: Readonly<Record<string, string>> = {
  SKILL: 'skill',
  LABOUR: 'labour',
  MIXED: 'labour_and_skill',
};
const LEVELS: Readonly<Record<string, string>> = {
  NATIONAL: 'national',
  PROVINCE: 'province',
  CITY: 'city',
  COUNTY: 'county',
  GRASSROOTS: 'grassroots',
};

/** The total and, where it is known, the "of which"; a code that is new here counts in the total only. */
function dimsOf(key: string, value: string | undefined): string[] {
  return value === undefined ? [TOTAL] : [TOTAL, `${key}=${value}`];
}

const byLevel = ({ organiserLevel }: CompetitionCodes) =>
  dimsOf('organiser_level', LEVELS[organiserLevel]);
const byKind = ({ kind }: CompetitionCodes) => dimsOf('competition_kind', KINDS[kind]);

/** A skill competition is one; labour competitions are those of both sorts too. */
function heldMoves(
  unionId: string,
  on: string,
  codes: CompetitionCodes,
  { count, fen }: { count: bigint; fen: bigint },
): Movement[] {
  const held = codes.kind === 'SKILL' ? 'skill_competitions_held' : 'labour_competitions_held';
  return [
    ...spread(held, unionId, on, byLevel(codes), count),
    ...(fen === 0n ? [] : spread('competition_funds_yuan', unionId, on, [TOTAL], fen)),
  ];
}

const projectMoves = (unionId: string, on: string, count: bigint) =>
  spread('labour_competition_projects', unionId, on, [TOTAL], count);

/** What a superior has held is not held here: it is joined, and counted apart. */
function joinedMoves(unionId: string, on: string, codes: CompetitionCodes, count: bigint) {
  if (codes.kind !== 'SKILL') return [];
  return spread('skill_competitions_joined', unionId, on, byLevel(codes), count);
}

function prizeMoves(
  unionId: string,
  on: string,
  { codes, prize, count }: { codes: CompetitionCodes; prize: string; count: bigint },
): Movement[] {
  const dims = [...byLevel(codes), ...dimsOf('prize', PRIZES[prize]).slice(1)];
  return spread('competition_prizes_won', unionId, on, dims, count);
}

/** What sets are made of has cells of its own; what would make another row's name is of none. */
const MEMBER = /^[a-z0-9]{1,40}$/;
type SetCode = 'competition_trades' | 'competition_industries' | 'competition_regions';
const KEYS: Readonly<Record<SetCode, string>> = {
  competition_trades: 'trade',
  competition_industries: 'industry',
  competition_regions: 'region',
};

function memberMoves(set: SetCode, unionId: string, on: string, code: string, count = 1n) {
  const member = code.toLowerCase();
  if (!MEMBER.test(member)) return [];
  return spread(set, unionId, on, [`${KEYS[set]}=${member}`], count);
}

function teamMoves(
  unionId: string,
  on: string,
  codes: Pick<CompetitionCodes, 'organiserLevel'>,
  count: bigint,
) {
  const dims = dimsOf('organiser_level', LEVELS[codes.organiserLevel]);
  return count === 0n ? [] : spread('competition_teams', unionId, on, dims, count);
}

/** A rank is a label: what is counted is how often. */
function rankMoves(
  unionId: string,
  on: string,
  { organiserLevel, rank, count }: { organiserLevel: string; rank: string; count: bigint },
): Movement[] {
  if (!/^[1-8]$/.test(rank)) return [];
  const label = `rank=${rank}`;
  const level = LEVELS[organiserLevel];
  const ofLevel = level === undefined ? [] : [`organiser_level=${level};${label}`];
  return spread('competition_rank_achieved', unionId, on, [TOTAL, label, ...ofLevel], count);
}

export function movesOfHeld(fact: CompetitionHeld): Movement[] {
  const { unionId, heldOn, prizeFen, organisingFen, ofProject } = fact;
  return [
    ...heldMoves(unionId, heldOn, fact, { count: 1n, fen: prizeFen + organisingFen }),
    ...(ofProject ? projectMoves(unionId, heldOn, 1n) : []),
    ...fact.tradeCodes.flatMap((one) => memberMoves('competition_trades', unionId, heldOn, one)),
    ...fact.regionCodes.flatMap((one) => memberMoves('competition_regions', unionId, heldOn, one)),
    ...teamMoves(unionId, heldOn, fact, BigInt(fact.teams)),
  ];
}

export const movesOfJoined = (fact: CompetitionJoined): Movement[] =>
  joinedMoves(fact.unionId, fact.heldOn, fact, 1n);

export function movesOfEntered(fact: CompetitionEntered): Movement[] {
  const { unionId, heldOn, entries, prizes } = fact;
  return [
    ...spread('competition_units', unionId, heldOn, byKind(fact), 1n),
    ...spread('competition_participants', unionId, heldOn, byKind(fact), BigInt(entries)),
    ...prizes.flatMap(({ prize, count }) =>
      prizeMoves(unionId, heldOn, { codes: fact, prize, count: BigInt(count) }),
    ),
    ...memberMoves('competition_industries', unionId, heldOn, fact.industry),
    ...fact.ranks.flatMap(({ rank, count }) =>
      rankMoves(unionId, heldOn, {
        organiserLevel: fact.organiserLevel,
        rank: String(rank),
        count: BigInt(count),
      }),
    ),
  ];
}

/** The movements behind one group of the records; none for one this reader does not know. */
export function recountedCompetitions(row: CompetitionsRecountRow): Movement[] {
  const { unionId, month, movement, prize, count } = row;
  const on = `${month}-01`;
  switch (movement) {
    case 'held':
      return heldMoves(unionId, on, row, { count, fen: row.amountFen });
    case 'project_held':
      return projectMoves(unionId, on, count);
    case 'joined':
      return joinedMoves(unionId, on, row, count);
    case 'unit_entered':
      return spread('competition_units', unionId, on, byKind(row), count);
    case 'trade_held':
      return memberMoves('competition_trades', unionId, on, row.kind, count);
    case 'province_entered':
      return memberMoves('competition_regions', unionId, on, row.kind, count);
    case 'industry_entered':
      return memberMoves('competition_industries', unionId, on, row.kind, count);
    case 'team_entered':
      return teamMoves(unionId, on, row, count);
    case 'rank_achieved':
      return rankMoves(unionId, on, { organiserLevel: row.organiserLevel, rank: prize, count });
    case 'person_entered':
      return spread('competition_participants', unionId, on, byKind(row), count);
    case 'prize_won':
      return prizeMoves(unionId, on, { codes: row, prize, count });
    default:
      return recountedRecord(row) ?? [];
  }
}
