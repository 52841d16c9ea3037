// A transfer that cannot wait: a second person lets it go as always, the collective decision follows within days (domain §5.12).
import { addDays, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';
import type { EmergencyPolicy } from '../emergency-policy.ts';
import type { SettlementRow } from './settlement.ts';

export const decisionHash = z.string().regex(/^([0-9a-f]{64})?$/, 'not_a_hash');

export interface Decision {
  decisionNo: string;
  decisionOn: CalendarDate;
  decisionSha256: string;
}

/** Refused EMERGENCY_KIND: only earmarked money goes this way, and it says what happened and why it cannot wait. */
export function decideEmergency(ask: {
  kind: string;
  emergencyEvent: string;
  emergencyReason: string;
}): void {
  const said = [ask.emergencyEvent, ask.emergencyReason].filter((text) => text !== '').length;
  if (said === 0) return;
  if (said === 1 || ask.kind !== 'SPECIAL_TRANSFER') throw refused('EMERGENCY_KIND');
}

type Leaving = Pick<SettlementRow, 'kind' | 'amountFen' | 'emergencyEvent'>;

interface Rules {
  collectiveFromFen: number;
  later: EmergencyPolicy['settlement.emergency_later'];
  today: CalendarDate;
}

/**
 * By when the collective decision is to follow; '' where it is there, or none is needed. In an emergency one is needed whatever
 * the amount, since the transfer leaves on two signatures. Refused COLLECTIVE_DECISION_MISSING, IN_FUTURE.
 */
export function decideSignatures(
  row: Leaving,
  ask: Decision & { sentOn: CalendarDate },
  { collectiveFromFen, later, today }: Rules,
): CalendarDate {
  const parts = [ask.decisionNo, ask.decisionOn, ask.decisionSha256];
  const given = parts.every((part) => part !== '');
  if (ask.decisionOn > today) throw refused('IN_FUTURE', { date: ask.decisionOn });
  if (given) return '';
  if (parts.some((part) => part !== ''))
    throw refused('COLLECTIVE_DECISION_MISSING', { fromFen: 0 });
  const emergency = row.emergencyEvent !== '';
  const may = later.find(({ signature }) => signature === 'COLLECTIVE_DECISION');
  if (emergency && may) return addDays(ask.sentOn, may.withinDays);
  const transfer = row.kind === 'GENERAL_TRANSFER' || row.kind === 'SPECIAL_TRANSFER';
  if (emergency || (transfer && row.amountFen >= collectiveFromFen))
    throw refused('COLLECTIVE_DECISION_MISSING', { fromFen: collectiveFromFen });
  return '';
}

/** Refused EMERGENCY_DECIDED where nothing is to follow; the decision is of a day up to today. */
export function decideLater(
  row: Pick<SettlementRow, 'decisionDueOn' | 'decisionOn'>,
  { decisionOn }: Pick<Decision, 'decisionOn'>,
  today: CalendarDate,
): void {
  if (row.decisionDueOn === '' || row.decisionOn !== '') throw refused('EMERGENCY_DECIDED');
  if (decisionOn > today) throw refused('IN_FUTURE', { date: decisionOn });
}

/**
 * What of a transfer was spent: within a pot the fen that came first leave first, as the trace says, so it is what of its
 * interval lies below all that has left.
 */
export function usedOf({
  amountFen,
  inEndFen,
  outFen,
}: {
  amountFen: number;
  /** How much had come into the pot with it. */
  inEndFen: number;
  /** How much has left it. */
  outFen: number;
}): number {
  return Math.min(amountFen, Math.max(0, outFen - (inEndFen - amountFen)));
}
