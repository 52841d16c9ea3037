// Who is paid one of the three payments for a month, how much, and why somebody is not (domain §4.4). Pure.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { CareKind } from '../payout/payout-policy.ts';
import type { HonourLevel } from '../honour/honour-policy.ts';
import type { CarePolicy, Livelihood } from './care-policy.ts';
import { checkHolds } from './living-check.ts';
import { subsidyOf } from './subsidy.ts';

export interface Holder {
  personId: string;
  grade: HonourLevel;
  standing: string;
  livelihood: Livelihood | '';
  checkedYear: number;
  checkOutcome: string;
  hasAccount: boolean;
  /** Fen a month; undefined where nobody has said. */
  incomeFen: number | undefined;
  /** On another live batch of the kind and month. */
  paidThisMonth: boolean;
}

export interface CareRules {
  livingLines: CarePolicy['care.living_lines'];
  livingGrades: CarePolicy['care.living_grades'];
  honourAllowance: CarePolicy['care.honour_allowance'];
  checkCarriesMonths: number;
}

export interface CareLineMade {
  personId: string;
  grade: HonourLevel;
  livelihood: Livelihood;
  lineFen: number;
  capFen: number;
  amountFen: number;
}

type Of = { kind: CareKind; month: string; rules: CareRules };

const NOT_LIVING: Readonly<Record<string, string>> = {
  DECEASED: 'HOLDER_DECEASED',
  MOVED: 'HOLDER_MOVED',
  INVESTIGATED: 'HOLDER_INVESTIGATED',
  EMIGRATED: 'HOLDER_EMIGRATED',
  UNTRACEABLE: 'HOLDER_UNTRACEABLE',
  WITHDRAWN: 'HOLDER_WITHDRAWN',
};

/** Why somebody is not paid whatever the amount, in the order in which it is said; '' where nothing speaks against it. */
export function whyNot(holder: Holder, { month, rules }: Of): string {
  const gone = NOT_LIVING[holder.standing];
  if (gone !== undefined) return gone;
  if (holder.livelihood === '') return 'NOT_ON_REGISTER';
  if (!checkHolds(holder, month, rules.checkCarriesMonths)) return 'HOLDER_UNCHECKED';
  if (!holder.hasAccount) return 'ACCOUNT_MISSING';
  return holder.paidThisMonth ? 'PAID_THIS_MONTH' : '';
}

/** The line of a holder, or why there is none. `askedFen` is of special aid, which a document decides. */
export function decideLine(
  holder: Holder,
  of: Of,
  askedFen: number,
): { line: CareLineMade } | { reason: string } {
  const reason = whyNot(holder, of);
  const { personId, grade, livelihood } = holder;
  if (reason !== '' || livelihood === '') return { reason };
  const plain = { personId, grade, livelihood, lineFen: 0, capFen: 0 };
  if (of.kind === 'SPECIAL_AID') return { line: { ...plain, amountFen: askedFen } };
  if (of.kind === 'HONOUR_ALLOWANCE') {
    const amountFen = of.rules.honourAllowance[grade];
    return amountFen === 0 ? { reason: 'GRADE_NOT_COVERED' } : { line: { ...plain, amountFen } };
  }
  if (!of.rules.livingGrades.includes(grade)) return { reason: 'GRADE_NOT_COVERED' };
  if (holder.incomeFen === undefined) return { reason: 'INCOME_UNKNOWN' };
  const line = of.rules.livingLines[livelihood];
  const { subsidyFen } = subsidyOf(holder.incomeFen, line);
  if (subsidyFen === 0) return { reason: 'INCOME_ABOVE_LINE' };
  return { line: { ...plain, ...line, amountFen: subsidyFen } };
}

export interface Decided {
  lines: CareLineMade[];
  leftOut: { personId: string; reasonCode: string }[];
}

/** All of them, each on one side. */
export function decideCare(holders: readonly Holder[], of: Of): Decided {
  const decided: Decided = { lines: [], leftOut: [] };
  for (const holder of holders) {
    const made = decideLine(holder, of, 0);
    if ('line' in made) decided.lines.push(made.line);
    else decided.leftOut.push({ personId: holder.personId, reasonCode: made.reason });
  }
  return decided;
}

export interface HardshipAsk {
  personId: string;
  amountFen: number;
}

/** Of those who are named. Refused with the reason for the first who cannot be paid, AID_ABOVE beyond policy's bound. */
export function decideSpecialAid(
  holders: readonly Holder[],
  asks: readonly HardshipAsk[],
  of: Of,
  maxFen: number,
): Decided {
  const byId = new Map(holders.map((holder) => [holder.personId, holder]));
  const lines = asks.map(({ personId, amountFen }) => {
    const holder = byId.get(personId);
    if (!holder) throw refused('MODEL_WORKER_NOT_BELOW', { personId });
    if (amountFen > maxFen) throw refused('AID_ABOVE', { maxFen });
    const made = decideLine(holder, of, amountFen);
    if ('reason' in made) throw refused(made.reason, { personId });
    return made.line;
  });
  return { lines, leftOut: [] };
}

export interface BatchSigned {
  state: string;
  madeBy: string;
}

/** Refused CARE_BATCH_STATE, MAKER_IS_APPROVER, PAYEE_IS_APPROVER. */
export function decideBatchApproval(
  { state, madeBy }: BatchSigned,
  payees: readonly { accountId: string; memberId: string | null }[],
  actor: { id: string; member: string },
): void {
  if (state !== 'DRAFT') throw refused('CARE_BATCH_STATE', { state });
  if (madeBy === actor.id) throw refused('MAKER_IS_APPROVER');
  const own = payees.some(
    ({ accountId, memberId }) =>
      accountId === actor.id || (memberId !== null && memberId === actor.member),
  );
  if (own) throw refused('PAYEE_IS_APPROVER');
}
