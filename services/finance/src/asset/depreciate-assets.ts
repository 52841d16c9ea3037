// A month of every card of a union: worked out from what each has lost so far, so that a card which came late catches up.
import type { AssetDepreciation } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, lastDayOfMonth, monthOf, type Month } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { requireLivingUnion } from '../budget/require-union.ts';
import { postOne } from '../ledger/post-one.ts';
import { command, type Tx } from '../pipeline.ts';
import { findAssets, HELD, lockRegister, type AssetRow } from './asset.ts';
import { depreciationLegs } from './asset-voucher.ts';
import { depreciatedThrough } from './depreciation.ts';
import { readLastMonth } from './last-month.ts';

/** More cards than a union's register has; beyond them it is refused and not cut short. */
const CARDS_MAX = 50_000;

interface Due {
  card: AssetRow;
  fen: number;
}

/** Refused ASSET_MONTH_DONE for a month that was written down, or lies before one that was; IN_FUTURE. */
export function decideMonth(month: Month, { last, today }: { last: Month; today: string }): void {
  if (month > monthOf(today)) throw refused('IN_FUTURE', { date: month });
  if (month <= last) throw refused('ASSET_MONTH_DONE', { month: last });
}

/** What each card loses; cards that lose nothing are left out. */
export function decideDepreciation(cards: readonly AssetRow[], month: Month): Due[] {
  return cards
    .map((card) => ({ card, fen: depreciatedThrough(card, month) - card.depreciatedFen }))
    .filter(({ fen }) => fen > 0);
}

export const depreciateAssets = command({
  schema: z.strictObject({
    unionId: id,
    month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, 'not_a_month'),
  }),
  permission: 'finance.asset.depreciate',
  unions: ({ unionId }) => [unionId],
  async run(tx, { unionId, month }): Promise<AssetDepreciation> {
    const { sql, now } = tx;
    await requireLivingUnion(sql, unionId);
    await lockRegister(sql, unionId);
    decideMonth(month, { last: await readLastMonth(sql, unionId), today: chinaDate(now) });
    const [counting] = await sql`
      select from asset_count where union_id = ${unionId} and state = 'FINISHED'`;
    // What a count has put aside may yet come back as it was.
    if (counting) throw refused('ASSET_COUNT_WAITS');
    const cards = await findAssets(sql, { unionId, states: HELD, limit: CARDS_MAX + 1 });
    if (cards.length > CARDS_MAX) throw refused('LINES_TOO_MANY', { max: CARDS_MAX });
    const due = decideDepreciation(cards, month);
    const voucherNo = await post(tx, unionId, month, due);
    const amountFen = await write(tx, { unionId, month, voucherNo }, due);
    const shown = { unionId, month, cardCount: due.length, amountFen: BigInt(amountFen) };
    return { ...shown, voucherNo: voucherNo ?? 0n };
  },
});

async function post(
  tx: Tx,
  unionId: string,
  month: Month,
  due: readonly Due[],
): Promise<bigint | null> {
  if (due.length === 0) return null;
  const [last, today] = [lastDayOfMonth(month), chinaDate(tx.now)];
  const { no } = await postOne(tx, unionId, {
    key: `asset-month:${unionId}:${month}`,
    kind: 'ASSET',
    eventOn: last < today ? last : today,
    summary: `计提折旧 ${month}`,
    docKind: 'ASSET_MONTH',
    docId: month,
    makerId: tx.actor.id,
    legs: depreciationLegs(due.map(({ card, fen }) => ({ ...card, fen }))),
    moves: [],
  });
  return no;
}

async function write(
  { sql, actor }: Tx,
  of: { unionId: string; month: Month; voucherNo: bigint | null },
  due: readonly Due[],
): Promise<number> {
  const { unionId, month } = of;
  const amountFen = due.reduce((sum, { fen }) => sum + fen, 0);
  const ids = due.map(({ card }) => card.id);
  const fen = due.map((one) => one.fen);
  await sql`
    insert into asset_month (union_id, month, card_count, amount_fen, voucher_no, ran_by)
    values (${unionId}, ${month}, ${due.length}, ${amountFen}, ${of.voucherNo}, ${actor.id})`;
  await sql`
    insert into asset_depreciation (asset_id, month, union_id, amount_fen)
    select id, ${month}, ${unionId}, fen from unnest(${ids}::uuid[], ${fen}::bigint[]) as d(id, fen)`;
  await sql`
    update asset as a set depreciated_fen = a.depreciated_fen + d.fen, version = a.version + 1
    from unnest(${ids}::uuid[], ${fen}::bigint[]) as d(id, fen) where a.id = d.id`;
  return amountFen;
}
