// What may be applied for under a rule, and what may be answered to it (domain §5.6, §5.12).
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { GrantRow } from './grant.ts';
import { LISTED_KINDS, type RuleRow } from './grant-rule.ts';

export type Application = Pick<
  GrantRow,
  'appliedFen' | 'matchingBp' | 'beneficiary' | 'recordKind' | 'recordId' | 'acceptanceSha256'
>;
type Rule = Pick<RuleRow, 'kind' | 'amountFen' | 'matchingBp'>;

/**
 * Refused GRANT_BY_LIST for what a rule lists itself, GRANT_ABOVE_STANDARD, GRANT_RECORD_MISSING where nothing is named
 * that earned it, GRANT_ACCEPTANCE_MISSING where that was not accepted, GRANT_MATCH_TOO_LOW.
 */
export function decideApplication(rule: Rule, ask: Application): void {
  const { kind, amountFen: standardFen } = rule;
  if (LISTED_KINDS.includes(kind)) throw refused('GRANT_BY_LIST', { kind });
  if (ask.appliedFen > standardFen) throw refused('GRANT_ABOVE_STANDARD', { standardFen });
  if ((ask.recordKind === '') !== (ask.recordId === '')) throw refused('GRANT_RECORD_MISSING');
  requireEarned(kind, ask);
  const ownBp = kind === 'MATCHED' ? ask.matchingBp : 0;
  if (ask.matchingBp !== ownBp || ownBp < rule.matchingBp)
    throw refused('GRANT_MATCH_TOO_LOW', { matchingBp: rule.matchingBp });
}

function requireEarned(kind: string, ask: Application): void {
  const recordKinds = { PER_SITE: ['VENUE'], MATCHED: ['STUDIO', 'TEAM'] }[kind];
  const named = recordKinds ? recordKinds.includes(ask.recordKind) : ask.recordKind !== '';
  if (kind !== 'STANDARD' && !named) throw refused('GRANT_RECORD_MISSING', { kind });
  if ((kind === 'MATCHED') !== (ask.beneficiary !== ''))
    throw invalid('FIELD_INVALID', { field: 'beneficiary', rule: 'required' });
  const accepted = kind === 'PER_SITE' || kind === 'REWARD';
  if (accepted && ask.acceptanceSha256 === '') throw refused('GRANT_ACCEPTANCE_MISSING');
}

export interface Answer {
  answer: string;
  grantedFen: number;
  reason: string;
  account: string;
}

/** Refused MAKER_IS_CHECKER, GRANT_ABOVE_APPLIED; what is returned or refused says why, what is accepted how much. */
export function decideReview(
  grant: Pick<GrantRow, 'madeBy' | 'appliedFen'>,
  { answer, grantedFen, reason, account }: Answer,
): void {
  if (grant.madeBy === account) throw refused('MAKER_IS_CHECKER');
  requireReason(answer, reason);
  if ((answer === 'ACCEPTED') !== grantedFen > 0)
    throw invalid('FIELD_INVALID', { field: 'grantedFen', rule: 'required' });
  if (grantedFen > grant.appliedFen)
    throw refused('GRANT_ABOVE_APPLIED', { appliedFen: grant.appliedFen });
}

/** Refused MAKER_IS_APPROVER, CHECKER_IS_APPROVER: three persons, whatever their duties. */
export function decideApproval(
  grant: Pick<GrantRow, 'madeBy' | 'checkedBy'>,
  { answer, reason, account }: Omit<Answer, 'grantedFen'>,
): void {
  if (grant.madeBy === account) throw refused('MAKER_IS_APPROVER');
  if (grant.checkedBy === account) throw refused('CHECKER_IS_APPROVER');
  requireReason(answer, reason);
}

function requireReason(answer: string, reason: string): void {
  const needed = answer === 'RETURNED' || answer === 'REFUSED';
  if (needed && reason === '')
    throw invalid('FIELD_INVALID', { field: 'reason', rule: 'required' });
}

export interface Report {
  usedFen: number;
  unspentFen: number;
  matchedFen: number;
}

/** Refused GRANT_REPORT_SUM, GRANT_MATCH_SHORT where the recipient has added less than he declared of the whole. */
export function decideReport(
  grant: Pick<GrantRow, 'grantedFen' | 'matchingBp'>,
  { usedFen, unspentFen, matchedFen }: Report,
): void {
  if (usedFen + unspentFen !== grant.grantedFen)
    throw refused('GRANT_REPORT_SUM', { grantedFen: grant.grantedFen });
  const wholeFen = BigInt(usedFen) + BigInt(matchedFen);
  if (BigInt(matchedFen) * 10_000n < wholeFen * BigInt(grant.matchingBp))
    throw refused('GRANT_MATCH_SHORT', { matchingBp: grant.matchingBp });
}
