// From when on somebody is warned while money is spent (事中管理): what the policy of a day makes of that day.
import { addDays, type CalendarDate, type Month } from '@gonglian/kernel/dates.ts';
import { financePolicy } from '../policy.ts';

export const ALERT_KINDS = [
  'BUDGET_NEARLY_SPENT',
  'BUDGET_AHEAD',
  'EARMARK_ENDING',
  'PAYMENT_NOT_EXPORTED',
  'DECISION_MISSING',
  'LEG_UNMATCHED',
  'RECONCILIATION_MISSING',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

export interface Limits {
  fiscalYear: number;
  /** A budget line of which so much is asked for or spent, in basis points. */
  nearlySpentBp: number;
  /** One of which so much is spent: the year's own share and what it may be ahead. */
  aheadFromBp: number;
  /** Earmarked money whose deadline is no later. */
  earmarkUntil: CalendarDate;
  /** Approved before this day, and not at the bank. */
  exportBefore: CalendarDate;
  collectiveFromFen: number;
  /** Booked before this day, and on no statement. */
  unmatchedBefore: CalendarDate;
  /** The last month of which every account should have its statement. */
  reconciledMonth: Month;
}

export function alertLimits(today: CalendarDate): Limits {
  const aheadBp = financePolicy('alert.budget_ahead', today);
  return {
    fiscalYear: Number(today.slice(0, 4)),
    nearlySpentBp: financePolicy('alert.budget_share', today),
    aheadFromBp: elapsedBasisPoints(today) + aheadBp,
    earmarkUntil: addDays(today, financePolicy('alert.earmark_days', today)),
    exportBefore: addDays(today, -financePolicy('alert.export_days', today)),
    collectiveFromFen: financePolicy('payment.collective_from_fen', today),
    unmatchedBefore: addDays(today, -financePolicy('alert.unmatched_days', today)),
    reconciledMonth: reconciledMonth(today, financePolicy('alert.reconcile_day', today)),
  };
}

/** How much of the year is over at the end of a day, in hundredths of a per cent, whole ones. */
export function elapsedBasisPoints(day: CalendarDate): number {
  const year = Number(day.slice(0, 4));
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - start) / DAY_MS;
  const gone = (Date.parse(`${day}T00:00:00Z`) - start) / DAY_MS + 1;
  return Math.floor((gone * 10_000) / days);
}
const DAY_MS = 86_400_000;

/** Last month from its day on; before that the one before it. */
export function reconciledMonth(today: CalendarDate, fromDay: number): Month {
  const monthsBack = Number(today.slice(8)) >= fromDay ? 1 : 2;
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - monthsBack);
  return first.toISOString().slice(0, 7);
}
