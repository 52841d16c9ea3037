import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { postOne } from '../ledger/post-one.ts';
import { command } from '../pipeline.ts';
import {
  assetView,
  AssetStepAsk,
  lockAsset,
  lockRegister,
  readAsset,
  requireAnother,
  requireState,
  type AssetRow,
} from './asset.ts';
import { addedLegs } from './asset-voucher.ts';

export function decideApproval(
  card: Pick<AssetRow, 'state' | 'registeredBy'>,
  approver: string,
): void {
  requireState(card, 'PROPOSED');
  requireAnother(card.registeredBy, approver);
}

/** Taken over, given or never written down: it is in the books from today, whenever it became the union's. */
export const approveAsset = command({
  schema: AssetStepAsk,
  permission: 'finance.asset.approve',
  async run(tx, ask): Promise<Asset> {
    const { sql, actor, own } = tx;
    const card = await lockAsset(sql, ask);
    decideApproval(card, actor.id);
    await lockRegister(sql, card.unionId);
    const { no } = await postOne(tx, card.unionId, {
      key: `asset:${card.id}:added`,
      kind: 'ASSET',
      eventOn: chinaDate(tx.now),
      summary: `资产入账 ${card.assetNo}`,
      docKind: 'ASSET',
      docId: card.id,
      makerId: card.registeredBy,
      approverId: actor.id,
      legs: addedLegs(card),
      moves: [],
    });
    await sql`
      update asset set state = 'IN_USE', approved_by = ${actor.id}, voucher_no = ${no},
        version = version + 1
      where id = ${card.id}`;
    return assetView(own.vault, await readAsset(sql, card.id));
  },
});
