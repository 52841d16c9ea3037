import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { code, text } from '@gonglian/service/fields.ts';
import { command } from '../pipeline.ts';
import { assetView, AssetStepAsk, DISPOSALS, lockAsset, readAsset, requireState } from './asset.ts';

export const proposeAssetDisposal = command({
  schema: AssetStepAsk.extend({
    disposalKind: code(DISPOSALS),
    reason: text(200),
    documentNo: text(100),
  }),
  permission: 'finance.asset.register',
  async run({ sql, own, actor }, ask): Promise<Asset> {
    const card = await lockAsset(sql, ask);
    requireState(card, 'IN_USE', 'IDLE');
    await sql`
      update asset set state = 'DISPOSING', state_before = ${card.state},
        disposal_kind = ${ask.disposalKind}, disposal_reason = ${ask.reason},
        disposal_document_no = ${ask.documentNo}, disposal_by = ${actor.id}, version = version + 1
      where id = ${card.id}`;
    return assetView(own.vault, await readAsset(sql, card.id));
  },
});
