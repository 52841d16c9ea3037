import type { Transfer as TransferView } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { command } from '../pipeline.ts';
import { decideTransfer, DecideTransfer, loadTransfer } from './transfer.ts';

/** The sending union confirms: now the receiver decides. */
export const confirmTransfer = command({
  schema: DecideTransfer,
  permission: 'membership.transfer.confirm',
  async run({ em, now, requireUnions }, ask): Promise<TransferView> {
    const transfer = await loadTransfer(em, ask);
    await requireUnions([transfer.fromUnionId]);
    transfer.state = decideTransfer(transfer, 'confirm', chinaDate(now));
    await em.flush();
    return transfer.view();
  },
});
