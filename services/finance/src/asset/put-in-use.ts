// What the bank has paid for is the union's: the same voucher tells the expense and the asset, and the card says so.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import type { Sql } from '../pipeline.ts';
import { findAssets, lockRegister, type AssetRow } from './asset.ts';
import { addedLegs } from './asset-voucher.ts';

/** A payment is of assets where its source says so; the beneficiary of each line is the card. */
const SOURCE = 'asset';

interface PaidLine {
  line: { beneficiaryId: string };
}

/** The cards that the lines of a payment pay for, by id; none for a payment of something else. */
export async function findOrdered(
  sql: Sql,
  { sourceService, unionId }: { sourceService: string; unionId: string },
  lines: readonly PaidLine[],
): Promise<Map<string, AssetRow>> {
  if (sourceService !== SOURCE || lines.length === 0) return new Map();
  await lockRegister(sql, unionId);
  const ids = lines.map(({ line }) => line.beneficiaryId);
  const cards = await findAssets(sql, { ids, states: ['ORDERED'], limit: ids.length });
  if (cards.length !== ids.length) throw refused('ASSET_STATE', { ordered: cards.length });
  return new Map(cards.map((card) => [card.id, card]));
}

/** 507 and, the same amount, 162 or 171: all four legs in one voucher (domain §5.7). */
export function withAsset(voucher: VoucherToPost, card: AssetRow | undefined): VoucherToPost {
  return card ? { ...voucher, legs: [...voucher.legs, ...addedLegs(card)] } : voucher;
}

/** From the month of its payment on it is written down. */
export async function putInUse(
  sql: Sql,
  paid: readonly { assetId: string; paidOn: string; voucherNo: number | null }[],
): Promise<void> {
  if (paid.length === 0) return;
  await sql`
    update asset as a set state = 'IN_USE', added_on = p.paid_on, voucher_no = p.no,
      version = version + 1
    from unnest(${paid.map(({ assetId }) => assetId)}::uuid[],
      ${paid.map(({ paidOn }) => paidOn)}::date[],
      ${paid.map(({ voucherNo }) => voucherNo)}::bigint[]) as p(id, paid_on, no)
    where a.id = p.id`;
}
