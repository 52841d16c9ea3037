import type { Transfer as TransferView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { command } from '../pipeline.ts';
import { decideTransfer, DecideTransfer, loadTransfer } from './transfer.ts';

/** Whoever asked takes it back. */
export const withdrawTransfer = command({
  schema: DecideTransfer,
  permission: 'membership.transfer.withdraw',
  async run({ em, now }, ask): Promise<TransferView> {
    const transfer = await loadTransfer(em, ask);
    transfer.state = decideTransfer(transfer, 'withdraw', chinaDate(now));
    transfer.reason = ask.reason;
    await em.flush();
    return transfer.view();
  },
});
