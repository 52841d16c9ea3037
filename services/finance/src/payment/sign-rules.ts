// Who may sign a payment: maker, checker and approver are three persons, by account, whatever duties they hold (domain
// §5.12). The cashier who takes the file to the bank is not the accountant who checked it.
import { refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Tier } from '../spending-policy.ts';
import { requireState, type PaymentRow } from './payment.ts';

type Signed = Pick<
  PaymentRow,
  'state' | 'version' | 'totalFen' | 'madeBy' | 'checkedBy' | 'approvedBy'
>;

/** Who signs, and what he is known by as a payee: his account or, for a member, himself. */
export interface Signer {
  id: string;
  duty: string;
  member: string;
}

interface Ask {
  expectedVersion: number;
}

export function decideCheck(payment: Signed, signer: Signer, ask: Ask): void {
  requireState(payment, 'DRAFT');
  requireVersion(payment, ask);
  if (payment.madeBy === signer.id) throw refused('MAKER_IS_CHECKER');
}

export interface Decision {
  decisionNo: string;
  decisionOn: string;
  decisionSha256: string;
}

export interface ApprovalRules {
  tiers: readonly Tier[];
  collectiveFromFen: number;
  today: string;
}

/** In the order of refusals: state, version, persons, duty, minutes. */
export function decideApproval(
  payment: Signed,
  beneficiaries: readonly string[],
  signer: Signer,
  ask: Ask & Decision,
  { tiers, collectiveFromFen, today }: ApprovalRules,
): void {
  requireState(payment, 'CHECKED');
  requireVersion(payment, ask);
  if (payment.madeBy === signer.id) throw refused('MAKER_IS_APPROVER');
  if (payment.checkedBy === signer.id) throw refused('CHECKER_IS_APPROVER');
  if (beneficiaries.some((one) => one !== '' && [signer.id, signer.member].includes(one)))
    throw refused('PAYEE_IS_APPROVER');
  const { totalFen } = payment;
  if (!dutiesFor(totalFen, tiers).includes(signer.duty))
    throw refused('APPROVER_DUTY_TOO_LOW', { totalFen, duty: signer.duty });
  if (totalFen < collectiveFromFen) return;
  if (ask.decisionNo === '' || ask.decisionOn === '' || ask.decisionSha256 === '')
    throw refused('COLLECTIVE_DECISION_MISSING', { fromFen: collectiveFromFen });
  if (ask.decisionOn > today) throw refused('IN_FUTURE', { date: ask.decisionOn });
}

/** The duties of the highest tier that the amount reaches. */
export function dutiesFor(totalFen: number, tiers: readonly Tier[]): readonly string[] {
  return tiers.findLast(({ fromFen }) => totalFen >= fromFen)?.duties ?? [];
}

export function decideRejection(payment: Signed, ask: Ask): void {
  requireState(payment, 'DRAFT', 'CHECKED', 'APPROVED');
  requireVersion(payment, ask);
}

/** Whether the file is written now, or was before: exporting again gives the same file. */
export function decideExport(payment: Signed, signer: Signer): 'write' | 'written' {
  requireState(payment, 'APPROVED', 'EXPORTED', 'SENT', 'RESULT', 'RECONCILED', 'CLOSED');
  if (payment.state !== 'APPROVED') return 'written';
  if (payment.checkedBy === signer.id) throw refused('CASHIER_IS_ACCOUNTANT');
  return 'write';
}

function requireVersion({ version }: Signed, ask: Ask): void {
  if (version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version });
}
