// Reading a payout, asking for it again, and dropping it. From which source of money a grant is paid was decided with it.
import { payoutUseCases } from '@gonglian/payout/payout-use-cases.ts';
import type { Own } from '../pipeline.ts';
import { PAYOUT_KINDS } from './payout-policy.ts';

const { getPayout, listPayouts, askPayoutAgain, dropPayout } = payoutUseCases<Own>({
  permissions: { read: 'welfare.payout.read', write: 'welfare.payout.write' },
  kinds: PAYOUT_KINDS,
  ofBatch: [],
  sourceMoves: false,
});

export const payoutMethods = {
  getWelfarePayout: getPayout,
  listWelfarePayouts: listPayouts,
  askWelfarePayoutAgain: askPayoutAgain,
  dropWelfarePayout: dropPayout,
};
