import { payoutPaid } from '@gonglian/contracts/competitions.ts';
import { hearPayments } from '@gonglian/payout/on-payments.ts';
import type { Own } from '../pipeline.ts';

/** What was paid is counted, line by line. */
export const onPayments = hearPayments<Own>({
  service: 'competitions',
  heard({ emit }, lines) {
    for (const { payoutId, unionId, payoutKind, seq, amountFen, paidOn, state } of lines)
      if (state === 'PAID')
        emit(payoutPaid, { payoutId, unionId, payoutKind, seq, amountFen, paidOn });
  },
});
