import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import type { Neighbours, SettlementKind } from '../settlement/settlement.ts';
import type { Direction, Parts } from './accrual.ts';

export interface AskedAccrual {
  direction: Direction;
  kind: SettlementKind;
  year: number;
  /** Of the superior or a subordinate; '' where a union of this node pays up itself. */
  neighbour: string;
  unionId: string;
  amountFen: number;
  shares: readonly { level: string; amountFen: number }[];
  forUnionId: string;
  project: string;
}

/**
 * What of it is whose. Refused YEAR_NOT_OVER; ACCRUAL_KIND for what was owed from the day on which it was received; ACCRUAL_NODE,
 * since money moves between neighbours; ACCRUAL_SHARES, ACCRUAL_PROJECT for what is not said, or said where it has no meaning.
 */
export function decideAccrual(node: Neighbours, ask: AskedAccrual, today: CalendarDate): Parts {
  const { direction, kind, year, amountFen } = ask;
  if (`${year}-12-31` > today) throw refused('YEAR_NOT_OVER', { year });
  if (direction === 'OUT' && (kind === 'REMITTANCE' || kind === 'SHARE'))
    throw refused('ACCRUAL_KIND', { direction, kind });
  requireCounterpart(node, ask);
  if ((ask.project !== '') !== (kind === 'SPECIAL_TRANSFER'))
    throw refused('ACCRUAL_PROJECT', { kind });
  if (ask.forUnionId !== '' && kind !== 'SHARE') throw refused('ACCRUAL_SHARES', { kind });
  if (kind === 'REMITTANCE') return remitted(node.level, ask);
  if (ask.shares.length > 0) throw refused('ACCRUAL_SHARES', { kind });
  const below = ask.forUnionId !== '';
  return { ownFen: below ? 0 : amountFen, upperFen: 0, lowerFen: below ? amountFen : 0 };
}

function requireCounterpart(node: Neighbours, ask: AskedAccrual): void {
  const { direction, kind, neighbour, unionId } = ask;
  const here = neighbour === '' && unionId !== '' && kind === 'REMITTANCE';
  const below = node.subordinates.includes(neighbour);
  const fromBelow = direction === 'OUT' || kind === 'REMITTANCE';
  const there = unionId === '' && (fromBelow ? below : neighbour === node.superior);
  if (!here && !there) throw refused('ACCRUAL_NODE', { kind, neighbour });
}

/** Each level from this one up at most once, and all of it theirs. Of nobody above the nation: what is left there is its own. */
function remitted(level: string, { shares, amountFen }: AskedAccrual): Parts {
  const from = FUND_LEVELS.findIndex((one) => one === level);
  const levels: readonly string[] = FUND_LEVELS.slice(Math.max(0, from));
  const named = shares.map((share) => share.level);
  const sum = shares.reduce((total, share) => total + share.amountFen, 0);
  const known = named.every((one) => levels.includes(one)) && new Set(named).size === named.length;
  if (!known || sum !== amountFen) throw refused('ACCRUAL_SHARES', { sum, amountFen });
  const ownFen = shares.find((share) => share.level === level)?.amountFen ?? 0;
  return { ownFen, upperFen: amountFen - ownFen, lowerFen: 0 };
}

export interface OpenAccrual extends Parts {
  accrualId: string;
}

/**
 * What of the money that has come, or gone, was booked in its year already: the accruals in the order in which they were made, and of
 * each no more than is open of it. A share of the funds is booked as this node's own, and so is what of it is a union's below.
 */
export function decideSettling(
  open: readonly OpenAccrual[],
  booked: { ownFen: number; upperFen: number },
): OpenAccrual[] {
  let { ownFen, upperFen } = booked;
  const settled: OpenAccrual[] = [];
  for (const one of open) {
    const own = Math.min(one.ownFen, ownFen);
    const lower = Math.min(one.lowerFen, ownFen - own);
    const upper = Math.min(one.upperFen, upperFen);
    ownFen -= own + lower;
    upperFen -= upper;
    if (own + lower + upper === 0) continue;
    settled.push({ accrualId: one.accrualId, ownFen: own, upperFen: upper, lowerFen: lower });
  }
  return settled;
}
