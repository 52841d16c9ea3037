// What a transfer between levels needs before it leaves, and what of it may follow in an emergency, as dated data (domain §5.12).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface EmergencyPolicy {
  /** From this amount on a transfer downward leaves with the minutes of a collective decision. */
  'settlement.collective_from_fen': number;
  /** What may come after an emergency transfer has left, and within how many days. Approval by a second person may not. */
  'settlement.emergency_later': readonly { signature: 'COLLECTIVE_DECISION'; withinDays: number }[];
}

const always = { effectiveFrom: '1990-01-01', effectiveTo: null };

export const EMERGENCY_POLICY: readonly PolicyEntry<EmergencyPolicy>[] = [
  {
    ...always,
    key: 'settlement.collective_from_fen',
    value: 100_000_000,
    orderedBy: '三重一大; the amount is a design default (domain §5.12)',
  },
  {
    ...always,
    key: 'settlement.emergency_later',
    value: [{ signature: 'COLLECTIVE_DECISION', withinDays: 15 }],
    orderedBy: 'design default (capability row 105)',
  },
];
