import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { payeeName } from '@gonglian/service/payee-fields.ts';
import { command } from '../pipeline.ts';
import {
  assetView,
  AssetStepAsk,
  lockAsset,
  readAsset,
  requireState,
  sealCustodian,
} from './asset.ts';

/** Where it is, who answers for it and whether it is used; nothing of it is money. */
export const moveAsset = command({
  schema: AssetStepAsk.extend({
    place: text(80),
    custodian: z.union([z.literal(''), payeeName]),
    usage: text(80),
    idle: z.boolean(),
  }),
  permission: 'finance.asset.register',
  async run({ sql, own }, ask): Promise<Asset> {
    const card = await lockAsset(sql, ask);
    requireState(card, 'IN_USE', 'IDLE');
    const custodian = ask.custodian
      ? sealCustodian(own.vault, card.id, ask.custodian)
      : card.custodian;
    await sql`
      update asset set place = ${ask.place}, custodian = ${custodian}, usage = ${ask.usage},
        state = ${ask.idle ? 'IDLE' : 'IN_USE'}, version = version + 1
      where id = ${card.id}`;
    return assetView(own.vault, await readAsset(sql, card.id));
  },
});
