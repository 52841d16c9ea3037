// How approved grants become payments: to unions of this node as lists for the bank, to subordinates as settlements.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { GrantRow } from './grant.ts';

type Payable = Pick<
  GrantRow,
  | 'grantId'
  | 'ruleId'
  | 'unionId'
  | 'state'
  | 'direction'
  | 'neighbour'
  | 'grantedFen'
  | 'paymentState'
>;

/** Some grants for one payee: he is paid once. */
export interface Due {
  /** The union, or the region code of the subordinate. */
  payee: string;
  grantIds: string[];
  fen: number;
}

export interface Payout {
  here: Due[];
  below: Due[];
  withoutAccount: number;
}

/**
 * Refused GRANT_RULES_MIXED, GRANT_STATE for what is not approved here, GRANT_BEING_PAID for what has a payment already,
 * GRANT_NOBODY_WAITS where nobody has an account.
 */
export function decidePayout(grants: readonly Payable[]): Payout {
  if (new Set(grants.map(({ ruleId }) => ruleId)).size > 1) throw refused('GRANT_RULES_MIXED');
  for (const { state, direction, paymentState } of grants) {
    if (state !== 'APPROVED' || direction === 'OUT') throw refused('GRANT_STATE', { state });
    if (paymentState !== 'WAITING' && paymentState !== 'NO_ACCOUNT')
      throw refused('GRANT_BEING_PAID', { paymentState });
  }
  const waiting = grants.filter(({ paymentState }) => paymentState === 'WAITING');
  if (waiting.length === 0) throw refused('GRANT_NOBODY_WAITS');
  const here = waiting.filter(({ direction }) => direction === 'HERE');
  const below = waiting.filter(({ direction }) => direction === 'IN');
  return {
    here: sumBy(here, ({ unionId }) => unionId),
    below: sumBy(below, ({ neighbour }) => neighbour),
    withoutAccount: grants.length - waiting.length,
  };
}

function sumBy(grants: readonly Payable[], payeeOf: (grant: Payable) => string): Due[] {
  return [...Map.groupBy(grants, payeeOf)].map(([payee, some]) => ({
    payee,
    grantIds: some.map(({ grantId }) => grantId),
    fen: some.reduce((sum, { grantedFen }) => sum + grantedFen, 0),
  }));
}
