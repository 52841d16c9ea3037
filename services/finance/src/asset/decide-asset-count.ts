// A second person says what becomes of what is missing or too many: out of 182 for good, or back to where it was.
import type { AssetCount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { z } from 'zod';
import { postOne } from '../ledger/post-one.ts';
import type { Leg } from '../ledger/voucher.ts';
import { command, type Tx } from '../pipeline.ts';
import { findAssets, lockRegister, requireAnother } from './asset.ts';
import {
  countNow,
  CountStepAsk,
  LINES_MAX,
  lockCount,
  readCount,
  readCountLines,
  requireCountState,
  type CountLine,
  type CountRow,
} from './asset-count.ts';
import { agreedLegs } from './asset-voucher.ts';

export function decideCount(count: Pick<CountRow, 'state' | 'finishedBy'>, approver: string): void {
  requireCountState(count, 'FINISHED');
  requireAnother(count.finishedBy, approver);
}

export const decideAssetCount = command({
  schema: CountStepAsk.extend({ agreed: z.boolean() }),
  permission: 'finance.asset.approve',
  async run(tx, ask): Promise<AssetCount> {
    const { sql, actor } = tx;
    const seen = await readCount(sql, ask.countId);
    await lockRegister(sql, seen.unionId);
    const count = await lockCount(sql, ask);
    decideCount(count, actor.id);
    const no = count.voucherNo === 0 ? null : await post(tx, count, ask.agreed);
    await (ask.agreed ? agree(tx, count.id, no) : takeBack(tx, count.id));
    await sql`
      update asset_count set state = ${ask.agreed ? 'AGREED' : 'REFUSED'}, decided_by = ${actor.id},
        decision_voucher_no = ${no}, version = version + 1
      where id = ${count.id}`;
    return countNow(sql, count.id);
  },
});

/** Out of 182; or what was posted is taken back, as the mirror of what it was. */
async function post(tx: Tx, count: CountRow, agreed: boolean): Promise<bigint> {
  const said = agreed
    ? { legs: await legsOf(tx, count) }
    : { legs: [], reversesNo: count.voucherNo };
  const { no } = await postOne(tx, count.unionId, {
    key: `asset-count:${count.id}:${agreed ? 'agreed' : 'refused'}`,
    kind: 'ASSET',
    eventOn: chinaDate(tx.now),
    summary: `${agreed ? '资产盘点处理' : '资产盘点退回'} ${count.countedOn}`,
    docKind: 'ASSET_COUNT',
    docId: count.id,
    makerId: count.finishedBy,
    approverId: tx.actor.id,
    moves: [],
    ...said,
  });
  return no;
}

async function legsOf({ sql }: Tx, count: CountRow): Promise<Leg[]> {
  const lines = await readCountLines(sql, count.id);
  const cardsOf = (result: string) =>
    findAssets(sql, {
      ids: lines.filter((line: CountLine) => line.result === result).map(({ assetId }) => assetId),
      limit: LINES_MAX,
    });
  return agreedLegs(await cardsOf('MISSING'), await cardsOf('SURPLUS'));
}

async function agree({ sql, now }: Tx, countId: string, no: bigint | null): Promise<void> {
  await sql`
    update asset as a set state = 'DISPOSED', disposal_kind = 'LOST', disposal_reason = '盘亏',
      disposal_by = c.finished_by, disposed_on = ${chinaDate(now)}, disposal_voucher_no = ${no},
      version = a.version + 1
    from asset_count_line as l join asset_count as c on c.id = l.count_id
    where l.count_id = ${countId} and l.result = 'MISSING' and a.id = l.asset_id`;
}

async function takeBack({ sql }: Tx, countId: string): Promise<void> {
  await sql`
    update asset as a set state = case l.result when 'MISSING' then a.state_before else 'WITHDRAWN' end,
      state_before = '', version = a.version + 1
    from asset_count_line as l
    where l.count_id = ${countId} and l.result in ('MISSING', 'SURPLUS') and a.id = l.asset_id`;
}
