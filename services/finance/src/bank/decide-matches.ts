// Which line of a statement is which movement of the books. Each is used once; what could be several is left to a person.
import { daysBetween } from '@gonglian/kernel/dates.ts';

export interface OpenLine {
  id: string;
  postedOn: string;
  amountFen: number;
  serial: string;
  purpose: string;
}

/** A movement of the cash account. */
export interface OpenLeg {
  voucherNo: number;
  n: number;
  eventOn: string;
  amountFen: number;
  /** What the bank called it in its answer to a list; '' where there was none. */
  serial: string;
  /** The purpose that the bank was told, or the summary of the voucher. */
  purpose: string;
}

export interface Match {
  line: OpenLine;
  leg: OpenLeg;
}

/** By the bank's serial number, then by date and purpose, then by a date close enough; amounts are always equal. */
export function decideMatches(
  lines: readonly OpenLine[],
  legs: readonly OpenLeg[],
  daysMax: number,
): Match[] {
  const open = { lines: new Set(lines), legs: new Set(legs) };
  const matches: Match[] = [];
  const take = (found: readonly Match[]) => {
    for (const match of found) {
      open.lines.delete(match.line);
      open.legs.delete(match.leg);
      matches.push(match);
    }
  };
  const serialKey = (one: OpenLine | OpenLeg) =>
    one.serial === '' ? undefined : `${one.amountFen}\n${one.serial}`;
  take(pairEqual(open.lines, open.legs, serialKey, serialKey));
  take(
    pairEqual(
      open.lines,
      open.legs,
      (line) => `${line.amountFen}\n${line.postedOn}\n${line.purpose}`,
      (leg) => `${leg.amountFen}\n${leg.eventOn}\n${leg.purpose}`,
    ),
  );
  take(pairClose(open.lines, open.legs, daysMax));
  return matches;
}

/** Those under one key on both sides, where there are as many: which is which of equal ones does not matter. */
function pairEqual(
  lines: ReadonlySet<OpenLine>,
  legs: ReadonlySet<OpenLeg>,
  keyOfLine: (line: OpenLine) => string | undefined,
  keyOfLeg: (leg: OpenLeg) => string | undefined,
): Match[] {
  const byKey = Map.groupBy(legs, keyOfLeg);
  return [...Map.groupBy(lines, keyOfLine)].flatMap(([key, some]) => {
    const others = byKey.get(key) ?? [];
    if (key === undefined || others.length !== some.length) return [];
    return some.flatMap((line, at) => {
      const leg = others[at];
      return leg ? { line, leg } : [];
    });
  });
}

/** One line and one leg of an amount that are each other's only choice. */
function pairClose(
  lines: ReadonlySet<OpenLine>,
  legs: ReadonlySet<OpenLeg>,
  daysMax: number,
): Match[] {
  const legsNear = byDay(legs, ({ eventOn }) => eventOn, daysMax);
  const linesNear = byDay(lines, ({ postedOn }) => postedOn, daysMax);
  return [...lines].flatMap((line) => {
    const [leg, ...more] = legsNear(line.amountFen, line.postedOn);
    if (!leg || more.length > 0) return [];
    return linesNear(leg.amountFen, leg.eventOn).length === 1 ? { line, leg } : [];
  });
}

/** Up to two of an amount around a day: a month may hold thousands of one amount, and two are too many already. */
function byDay<One extends { amountFen: number }>(
  all: ReadonlySet<One>,
  dateOf: (one: One) => string,
  daysMax: number,
): (amountFen: number, date: string) => One[] {
  const keyOf = (amountFen: number, day: number) => `${amountFen} ${day}`;
  const known = Map.groupBy(all, (one) => keyOf(one.amountFen, dayNumber(dateOf(one))));
  return (amountFen, date) => {
    const near: One[] = [];
    const day = dayNumber(date);
    for (let at = day - daysMax; at <= day + daysMax && near.length < 2; at += 1)
      near.push(...(known.get(keyOf(amountFen, at)) ?? []).slice(0, 2));
    return near;
  };
}

const dayNumber = (date: string) => daysBetween('1970-01-01', date);
