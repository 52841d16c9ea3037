// What was found and what not, in as many parts as it takes; with the last of it the differences go to 182.
import type { AssetCount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { postOne } from '../ledger/post-one.ts';
import { command, type Tx } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { decideClass, findAssets, lockRegister, requireFreeNumbers, thing } from './asset.ts';
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
import { countedLegs } from './asset-voucher.ts';

const RESULTS_MAX = 5_000;
const SURPLUS_MAX = 500;

const Surplus = z.strictObject(thing);
type Surplus = z.output<typeof Surplus>;

const RecordAssetCount = CountStepAsk.extend({
  results: z
    .array(z.strictObject({ assetId: id, result: code(['FOUND', 'MISSING']) }))
    .max(RESULTS_MAX, 'too_many'),
  surplus: z.array(Surplus).max(SURPLUS_MAX, 'too_many'),
  finished: z.boolean(),
});
type RecordAssetCount = z.output<typeof RecordAssetCount>;

/**
 * Refused ASSET_COUNT_STATE; ASSET_NOT_LISTED for a card of another list; once it is finished ASSET_COUNT_OPEN_LINES while
 * nobody has looked at one; and what is too many is said with the last part, since it is posted with it.
 */
export function decideResults(
  count: Pick<CountRow, 'state'>,
  lines: readonly Pick<CountLine, 'assetId' | 'result'>[],
  ask: Pick<RecordAssetCount, 'results' | 'finished'> & { surplus: readonly unknown[] },
): void {
  requireCountState(count, 'OPEN');
  const said = new Map(ask.results.map(({ assetId, result }) => [assetId, result]));
  const listed = new Set(lines.map(({ assetId }) => assetId));
  const stray = ask.results.find(({ assetId }) => !listed.has(assetId));
  if (stray) throw refused('ASSET_NOT_LISTED', { assetId: stray.assetId });
  if (!ask.finished && ask.surplus.length > 0) throw refused('ASSET_SURPLUS_EARLY');
  const open = lines.filter(({ assetId, result }) => result === '' && !said.has(assetId)).length;
  if (ask.finished && open > 0) throw refused('ASSET_COUNT_OPEN_LINES', { open });
}

export const recordAssetCount = command({
  schema: RecordAssetCount,
  permission: 'finance.asset.register',
  async run(tx, ask): Promise<AssetCount> {
    const { sql } = tx;
    const seen = await readCount(sql, ask.countId);
    await lockRegister(sql, seen.unionId);
    const count = await lockCount(sql, ask);
    decideResults(count, await readCountLines(sql, count.id), ask);
    await sql`
      update asset_count_line as l set result = r.result
      from unnest(${ask.results.map(({ assetId }) => assetId)}::uuid[],
        ${ask.results.map(({ result }) => result)}::text[]) as r(id, result)
      where l.count_id = ${count.id} and l.asset_id = r.id`;
    await sql`update asset_count set version = version + 1 where id = ${count.id}`;
    if (ask.finished) await finish(tx, count, ask.surplus);
    return countNow(sql, count.id);
  },
});

async function finish(tx: Tx, count: CountRow, surplus: readonly Surplus[]): Promise<void> {
  const { sql, actor } = tx;
  const lines = await readCountLines(sql, count.id);
  const ids = lines.filter(({ result }) => result === 'MISSING').map(({ assetId }) => assetId);
  const missing = await findAssets(sql, { ids, states: ['IN_USE', 'IDLE'], limit: LINES_MAX });
  if (missing.length !== ids.length) throw refused('ASSET_STATE', { state: 'DISPOSING' });
  const classes = financePolicy('asset.classes', count.countedOn);
  for (const one of surplus) decideClass(one, classes);
  await requireFreeNumbers(
    sql,
    count.unionId,
    surplus.map(({ assetNo }) => assetNo),
  );
  const legs = countedLegs(
    missing,
    surplus.map((one) => ({ ...one, class: one.assetClass, depreciatedFen: 0 })),
  );
  const posted = legs.length === 0 ? undefined : await post(tx, count, legs);
  await markMissing(tx, count.id);
  await addSurplus(tx, count, surplus, posted);
  await sql`
    update asset_count set state = 'FINISHED', finished_by = ${actor.id}, voucher_no = ${posted ?? null}
    where id = ${count.id}`;
}

async function post(
  tx: Tx,
  { id: countId, unionId, countedOn }: CountRow,
  legs: ReturnType<typeof countedLegs>,
) {
  const { no } = await postOne(tx, unionId, {
    key: `asset-count:${countId}`,
    kind: 'ASSET',
    eventOn: chinaDate(tx.now),
    summary: `资产盘点差异 ${countedOn}`,
    docKind: 'ASSET_COUNT',
    docId: countId,
    makerId: tx.actor.id,
    legs,
    moves: [],
  });
  return no;
}

async function markMissing({ sql }: Tx, countId: string): Promise<void> {
  await sql`
    update asset_count_line as l set net_fen = a.value_fen - a.depreciated_fen
    from asset as a where l.count_id = ${countId} and l.result = 'MISSING' and a.id = l.asset_id`;
  await sql`
    update asset as a set state_before = a.state, state = 'MISSING', version = a.version + 1
    from asset_count_line as l
    where l.count_id = ${countId} and l.result = 'MISSING' and a.id = l.asset_id`;
}

/** A card each, from the day of the count on; nobody has said yet who answers for it. */
async function addSurplus(
  { sql, actor }: Tx,
  { id: countId, unionId, countedOn }: CountRow,
  surplus: readonly Surplus[],
  voucherNo: bigint | undefined,
): Promise<void> {
  if (surplus.length === 0 || voucherNo === undefined) return;
  const of = <K extends keyof Surplus>(field: K) => surplus.map((one) => one[field]);
  await sql`
    with added as (
      insert into asset (id, union_id, asset_no, class, name, place, usage, ownership, value_fen,
        life_months, added_on, document_no, state, voucher_no, registered_by)
      select id, ${unionId}, no, class, name, place, '', ownership, value, life, ${countedOn},
        ${`盘点 ${countedOn}`}, 'IN_USE', ${voucherNo}, ${actor.id}
      from unnest(${surplus.map(() => newId())}::uuid[], ${of('assetNo')}::text[],
        ${of('assetClass')}::text[], ${of('assetName')}::text[], ${of('place')}::text[],
        ${of('ownership')}::text[], ${of('valueFen')}::bigint[], ${of('lifeMonths')}::int[])
        as s(id, no, class, name, place, ownership, value, life)
      returning id, value_fen)
    insert into asset_count_line (count_id, asset_id, union_id, result, net_fen)
    select ${countId}, id, ${unionId}, 'SURPLUS', value_fen from added`;
}
