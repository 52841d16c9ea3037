// How an audit proceeds and what a scan takes for remarkable, as dated data (domain §5.11, §9.17).
import type { PolicyEntry } from '@gonglian/kernel/policy.ts';

export interface AuditPolicy {
  /** From the notice to the first day at the audited union, in calendar days. */
  'audit.notice_days': number;
  /** For the audited side to say what it thinks of the draft, in calendar days. */
  'audit.comment_days': number;
  /** To put right what was found, in calendar days from its notice. */
  'audit.rectify_days': number;
  /** How many of our own audit where no firm was hired. */
  'audit.team_min': number;
  /** Payments to one payee within so many days may be one that was divided. */
  'audit.split_days': number;
  /** Whole multiples of this are round amounts: fen. */
  'audit.round_fen': number;
  /** What is spent for somebody of whom there is a file. */
  'audit.filed_purposes': readonly string[];
  /** Fewer amounts than these say nothing by their first digits. */
  'audit.benford_count': number;
  /** From which part of a budget line on, asked for or spent, somebody is warned: basis points. */
  'alert.budget_share': number;
  /** By how much of itself a budget line may be ahead of the calendar: basis points. */
  'alert.budget_ahead': number;
  /** So many days before earmarked money must be spent somebody is warned. */
  'alert.earmark_days': number;
  /** So many days after it was approved a payment should be at the bank. */
  'alert.export_days': number;
  /** So many days after it was booked a movement should be on a statement. */
  'alert.unmatched_days': number;
  /** From this day of the month on the statements of the last one should be there. */
  'alert.reconcile_day': number;
  /** Above this chi-square with eight degrees of freedom the first digits are not by chance: thousandths. */
  'audit.benford_critical_milli': number;
}

const always = { effectiveFrom: '1990-01-01', effectiveTo: null };
const law = '审计法 and 审计法实施条例 as the model (domain §5.11 [L6])';

export const AUDIT_POLICY: readonly PolicyEntry<AuditPolicy>[] = [
  { ...always, key: 'audit.notice_days', value: 3, orderedBy: law },
  { ...always, key: 'audit.comment_days', value: 10, orderedBy: law },
  { ...always, key: 'audit.rectify_days', value: 60, orderedBy: 'domain §5.11 [K]' },
  { ...always, key: 'audit.team_min', value: 2, orderedBy: law },
  { ...always, key: 'audit.split_days', value: 7, orderedBy: 'design default' },
  { ...always, key: 'audit.round_fen', value: 1_000_000, orderedBy: 'design default' },
  {
    ...always,
    key: 'audit.filed_purposes',
    value: ['RELIEF', 'SEND_WARMTH', 'MUTUAL_AID'],
    orderedBy: 'domain §3.1–3.4; the choice is a design default',
  },
  { ...always, key: 'alert.budget_share', value: 9_000, orderedBy: 'design default' },
  { ...always, key: 'alert.budget_ahead', value: 2_000, orderedBy: 'design default' },
  { ...always, key: 'alert.earmark_days', value: 60, orderedBy: 'design default' },
  { ...always, key: 'alert.export_days', value: 5, orderedBy: 'design default' },
  { ...always, key: 'alert.unmatched_days', value: 45, orderedBy: 'design default' },
  { ...always, key: 'alert.reconcile_day', value: 10, orderedBy: 'design default' },
  { ...always, key: 'audit.benford_count', value: 300, orderedBy: 'design default' },
  {
    ...always,
    key: 'audit.benford_critical_milli',
    value: 20_090,
    orderedBy: 'chi-square, eight degrees of freedom, 1 in 100',
  },
];
