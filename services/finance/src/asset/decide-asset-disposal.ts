import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, monthOf, type CalendarDate } from '@gonglian/kernel/dates.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { optionalDate } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { postOne } from '../ledger/post-one.ts';
import { command, type Tx } from '../pipeline.ts';
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
import { disposalLegs } from './asset-voucher.ts';
import { depreciatedThrough } from './depreciation.ts';
import { monthBefore } from './month-before.ts';

type Card = Pick<
  AssetRow,
  'state' | 'disposalBy' | 'valueFen' | 'lifeMonths' | 'addedOn' | 'depreciatedFen'
>;

/**
 * The month in which it leaves is not written down, and every month before it is: so the fund loses exactly what was left.
 * Refused ASSET_STATE, MAKER_IS_APPROVER, IN_FUTURE, ASSET_NOT_WRITTEN_DOWN, ASSET_WRITTEN_DOWN_BEYOND.
 */
export function decideDisposal(
  card: Card,
  ask: { approver: string; agreed: boolean; disposedOn: CalendarDate },
  today: CalendarDate,
): void {
  requireState(card, 'DISPOSING');
  requireAnother(card.disposalBy, ask.approver);
  const { agreed, disposedOn } = ask;
  if (agreed !== (disposedOn !== ''))
    throw invalid('FIELD_INVALID', {
      field: 'disposedOn',
      rule: agreed ? 'required' : 'not_yours',
    });
  if (!agreed) return;
  if (disposedOn > today) throw refused('IN_FUTURE', { date: disposedOn });
  if (disposedOn < card.addedOn) throw refused('ASSET_BEFORE_ADDED', { addedOn: card.addedOn });
  const month = monthBefore(monthOf(disposedOn));
  const dueFen = depreciatedThrough(card, month);
  if (card.depreciatedFen < dueFen) throw refused('ASSET_NOT_WRITTEN_DOWN', { month });
  if (card.depreciatedFen > dueFen)
    throw refused('ASSET_WRITTEN_DOWN_BEYOND', { month: monthOf(disposedOn) });
}

export const decideAssetDisposal = command({
  schema: AssetStepAsk.extend({ agreed: z.boolean(), disposedOn: optionalDate }),
  permission: 'finance.asset.approve',
  async run(tx, ask): Promise<Asset> {
    const { sql, actor, own } = tx;
    const seen = await readAsset(sql, ask.assetId);
    await lockRegister(sql, seen.unionId);
    const card = await lockAsset(sql, ask);
    decideDisposal(card, { ...ask, approver: actor.id }, chinaDate(tx.now));
    if (ask.agreed) await letGo(tx, card, ask.disposedOn);
    else
      await sql`
        update asset set state = state_before, state_before = '', disposal_kind = '', disposal_reason = '',
          disposal_document_no = '', disposal_by = null, version = version + 1
        where id = ${card.id}`;
    return assetView(own.vault, await readAsset(sql, card.id));
  },
});

async function letGo(tx: Tx, card: AssetRow, disposedOn: CalendarDate): Promise<void> {
  const { no } = await postOne(tx, card.unionId, {
    key: `asset:${card.id}:disposed`,
    kind: 'ASSET',
    eventOn: disposedOn,
    summary: `资产处置 ${card.assetNo}`,
    docKind: 'ASSET',
    docId: card.id,
    makerId: card.disposalBy,
    approverId: tx.actor.id,
    legs: disposalLegs(card),
    moves: [],
  });
  await tx.sql`
    update asset set state = 'DISPOSED', disposed_on = ${disposedOn}, disposal_voucher_no = ${no},
      version = version + 1
    where id = ${card.id}`;
}
