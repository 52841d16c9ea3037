// Whose a line of a tax bureau's file is: decided from what is known of its payer and of its slip.
import { lastDayOfMonth, type CalendarDate, type Month } from '@gonglian/kernel/dates.ts';

export interface LineToMatch {
  /** What was wrong when it was read; '' for nothing. */
  code: string;
  payerUscc: string;
  periodFrom: Month;
  periodTo: Month;
  receivedOn: CalendarDate;
  fundFen: number;
}

/** A union that covers the payer, or covered it, since the beginning of the period. */
export interface Covering {
  unionId: string;
  startedOn: CalendarDate;
  endedOn: CalendarDate | null;
  dissolvedOn: CalendarDate | null;
}

export interface Known {
  /** The slip was in a file before: with the same content, with another, or not. */
  slip: 'same' | 'other' | 'new';
  coverings: readonly Covering[];
  /** Something was received for some of the months already, and not for just these: a quarter beside a month. */
  overlaps: boolean;
  /** Region code of the node. */
  node: string;
}

export type Match =
  | { outcome: 'known' }
  | { outcome: 'wait'; code: string; unionId: string }
  | { outcome: 'post'; unionId: string }
  | { outcome: 'hold' };

/**
 * In this order: known, what was wrong when it was read, SLIP_TAKEN, UNION_AMBIGUOUS, UNION_CLOSED, LINE_NEGATIVE,
 * PERIOD_OVERLAPS, REGION_OUTSIDE. A payer without a union is held until it has one.
 */
export function decideMatch(line: LineToMatch, { slip, coverings, overlaps, node }: Known): Match {
  if (slip === 'same') return { outcome: 'known' };
  const wait = (code: string, unionId = ''): Match => ({ outcome: 'wait', code, unionId });
  if (line.code !== '') return wait(line.code);
  const found = unionsAt(line, coverings);
  const [union] = found;
  if (slip === 'other') return wait('SLIP_TAKEN', union?.unionId);
  if (found.length > 1) return wait('UNION_AMBIGUOUS');
  if (union?.dissolvedOn && union.dissolvedOn <= line.receivedOn) {
    return wait('UNION_CLOSED', union.unionId);
  }
  // Who is given money back is for a person to say.
  if (line.fundFen < 0) return wait('LINE_NEGATIVE', union?.unionId);
  if (overlaps) return wait('PERIOD_OVERLAPS', union?.unionId);
  if (union) return { outcome: 'post', unionId: union.unionId };
  return isElsewhere(line.payerUscc, node) ? wait('REGION_OUTSIDE') : { outcome: 'hold' };
}

/**
 * Who covered it on the last day of the period, else on any day of it, else who covers it by the day the money came:
 * founded since, it is given what was paid before.
 */
function unionsAt(
  { periodFrom, periodTo, receivedOn }: LineToMatch,
  coverings: readonly Covering[],
): Covering[] {
  const last = lastDayOfMonth(periodTo);
  const spans = [
    [last, last],
    [`${periodFrom}-01`, last],
    [`${periodFrom}-01`, receivedOn > last ? receivedOn : last],
  ] as const;
  for (const [from, to] of spans) {
    const found = coverings.filter(
      ({ startedOn, endedOn }) => startedOn <= to && (endedOn === null || endedOn >= from),
    );
    const unions = new Map(found.map((one) => [one.unionId, one]));
    if (unions.size > 0) return [...unions.values()];
  }
  return [];
}

const REGION_AT = 2;
const REGION_DIGITS = 6;
const CODE = /^\d{6}$/;

/** Whether a unit is registered neither in the node's region nor at a level above it. */
function isElsewhere(uscc: string, node: string): boolean {
  const region = uscc.slice(REGION_AT, REGION_AT + REGION_DIGITS);
  if (!CODE.test(node) || !CODE.test(region)) return false;
  const [ours, theirs] = [prefixOf(node), prefixOf(region)];
  // 100000 is the State's own register.
  return theirs !== '10' && !ours.startsWith(theirs) && !theirs.startsWith(ours);
}

/** 320684 as it is, 320600 as 3206, 320000 as 32, 000000 as nothing. */
function prefixOf(code: string): string {
  return code.replace(/(?:00){1,3}$/, '');
}
