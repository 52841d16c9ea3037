import type { Transfer as TransferView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { command } from '../pipeline.ts';
import { decideTransfer, DecideTransfer, loadTransfer } from './transfer.ts';

/** The union the transfer waits for says no, and why. */
export const refuseTransfer = command({
  schema: DecideTransfer,
  permission: 'membership.transfer.refuse',
  async run({ em, now }, ask): Promise<TransferView> {
    if (ask.reason === '') throw invalid('FIELD_INVALID', { field: 'reason', rule: 'required' });
    const transfer = await loadTransfer(em, ask);
    transfer.state = decideTransfer(transfer, 'refuse', chinaDate(now));
    transfer.reason = ask.reason;
    await em.flush();
    return transfer.view();
  },
});
