import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { command } from '../pipeline.ts';
import { assetView, AssetStepAsk, lockAsset, readAsset, requireState } from './asset.ts';

/** As long as nothing is in the books, and nobody is to be paid for it any more. */
export const withdrawAsset = command({
  schema: AssetStepAsk,
  permission: 'finance.asset.register',
  async run({ sql, own }, ask): Promise<Asset> {
    const card = await lockAsset(sql, ask);
    requireState(card, 'PROPOSED', 'ORDERED');
    // What the bank refused may yet be sent again while its payment is open.
    const [open] = await sql`
      select from payment as p
      where p.source_service = 'asset' and p.source_id = ${card.id} and p.state not in ('REJECTED', 'CLOSED')
      limit 1`;
    if (open) throw refused('ASSET_PAYMENT_OPEN', { paymentId: card.paymentId });
    await sql`update asset set state = 'WITHDRAWN', version = version + 1 where id = ${card.id}`;
    return assetView(own.vault, await readAsset(sql, card.id));
  },
});
