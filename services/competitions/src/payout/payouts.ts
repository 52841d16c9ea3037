// Reading a payout, asking for it again, and dropping it.
import { payoutUseCases } from '@gonglian/payout/payout-use-cases.ts';
import type { Own } from '../pipeline.ts';
import { CARE_KINDS, RECORD_KINDS } from './payout-policy.ts';

export const { getPayout, listPayouts, askPayoutAgain, dropPayout } = payoutUseCases<Own>({
  permissions: { read: 'competitions.payout.read', write: 'competitions.payout.write' },
  kinds: [...CARE_KINDS, ...RECORD_KINDS],
  ofBatch: CARE_KINDS,
  sourceMoves: true,
});
