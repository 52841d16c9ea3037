// What may be done with a claim: from where, by whom, and who may not be the one; the node asks again.
import { keyed } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { MutualAidClaim } from '../shapes.ts';
import type { FormValues } from '../ui/form-dialog.tsx';

/** What a claim waits for, by the state that it waits in. */
export const CLAIM_WAY = [
  'REPORTED',
  'MATERIALS',
  'CHECKED',
  'REVIEWED',
  'CALCULATED',
  'APPROVED',
] as const;
export const CLAIM_STATES = [...CLAIM_WAY, 'PAID', 'RETURNED', 'REJECTED', 'APPEALED'] as const;
export const CLAIM_REASONS = [
  'NOT_COVERED',
  'OUT_OF_WINDOW',
  'IN_WAITING_PERIOD',
  'MATERIALS_INCOMPLETE',
  'INVOICE_INVALID',
  'NOTHING_DUE',
  'FALSE_MATERIALS',
] as const;

interface Rule {
  from: readonly string[];
  /** Only whoever runs the plan. */
  holder?: true;
  duties?: readonly string[];
  /** Not by whoever took one of these the last time. */
  otherThan?: readonly string[];
  leads?: true;
  asks?: 'materials' | 'reason';
  send: (claim: MutualAidClaim, said: FormValues, key: string) => Promise<unknown>;
}

const about = ({ claimId }: MutualAidClaim, key: string) => ({
  params: { path: { claimId } },
  headers: keyed(key),
});
const step =
  (name: string): Rule['send'] =>
  (claim, { reasonCode = '' }, key) => {
    const body = { expectedVersion: claim.version, step: name, reasonCode };
    return answer(
      client.POST('/mutual-aid-claims/{claimId}/steps', { ...about(claim, key), body }),
    );
  };

export const claimRules = {
  submit: {
    from: ['REPORTED', 'RETURNED'],
    leads: true,
    asks: 'materials',
    send(claim, said, key) {
      const body = {
        expectedVersion: claim.version,
        invoiceNumbers: linesIn(said['invoices'] ?? ''),
        evidenceSha256: (said['evidence'] ?? '').split(',').filter((hash) => hash !== ''),
        accountNumber: (said['accountNumber'] ?? '').trim(),
        bankCode: (said['bankCode'] ?? '').trim(),
      };
      const at = about(claim, key);
      return answer(client.POST('/mutual-aid-claims/{claimId}/materials', { ...at, body }));
    },
  },
  check: { from: ['MATERIALS'], leads: true, send: step('CHECK') },
  review: {
    from: ['CHECKED'],
    holder: true,
    otherThan: ['CHECK'],
    leads: true,
    send: step('REVIEW'),
  },
  calculate: {
    from: ['REVIEWED', 'CALCULATED'],
    holder: true,
    send(claim, _, key) {
      const body = { expectedVersion: claim.version };
      const at = about(claim, key);
      return answer(client.POST('/mutual-aid-claims/{claimId}/calculation', { ...at, body }));
    },
  },
  approve: {
    from: ['CALCULATED'],
    holder: true,
    duties: ['chair'],
    otherThan: ['CHECK', 'CALCULATE'],
    leads: true,
    send(claim, _, key) {
      const body = { expectedVersion: claim.version };
      const at = about(claim, key);
      return answer(client.POST('/mutual-aid-claims/{claimId}/approval', { ...at, body }));
    },
  },
  uphold: {
    from: ['APPEALED'],
    holder: true,
    otherThan: ['REJECT'],
    leads: true,
    send: step('UPHOLD'),
  },
  deny: {
    from: ['APPEALED'],
    holder: true,
    otherThan: ['REJECT'],
    asks: 'reason',
    send: step('DENY'),
  },
  appeal: {
    from: ['REJECTED'],
    send(claim, _, key) {
      const body = { expectedVersion: claim.version };
      return answer(
        client.POST('/mutual-aid-claims/{claimId}/appeal', { ...about(claim, key), body }),
      );
    },
  },
  giveBack: { from: ['MATERIALS', 'CHECKED'], asks: 'reason', send: step('RETURN') },
  reject: {
    from: ['REPORTED', 'MATERIALS', 'CHECKED', 'REVIEWED', 'CALCULATED', 'RETURNED'],
    asks: 'reason',
    send: step('REJECT'),
  },
} satisfies Record<string, Rule>;
export type ClaimAct = keyof typeof claimRules;
const names = Object.keys(claimRules) as ClaimAct[];

interface Reader {
  duty: string;
  accountId: string;
  /** His duty reaches whoever runs the plan. */
  holds: boolean;
}

interface Offered extends Rule {
  name: ClaimAct;
  barred: boolean;
}

export function offersOf(
  { state, steps }: Pick<MutualAidClaim, 'state' | 'steps'>,
  { duty, accountId, holds }: Reader,
): Offered[] {
  const last = (name: string) => steps.findLast((one) => one.step === name)?.account;
  return names.flatMap((name) => {
    const rule: Rule = claimRules[name];
    const { from, holder = false, duties = ['clerk', 'chair'], otherThan = [] } = rule;
    if (!from.includes(state) || !duties.includes(duty) || (holder && !holds)) return [];
    // Once.
    if (name === 'appeal' && last('APPEAL') !== undefined) return [];
    return [{ ...rule, name, barred: otherThan.some((other) => last(other) === accountId) }];
  });
}

/** Nobody has asked for its money, or what was asked was dropped. */
export const mayBePaid = ({ state, payoutState }: Pick<MutualAidClaim, 'state' | 'payoutState'>) =>
  state === 'APPROVED' && ['', 'DROPPED'].includes(payoutState);

/** One a line. */
export function linesIn(text: string): string[] {
  return text
    .split(/[\n,，;；]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
