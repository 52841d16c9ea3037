// A count of what is there, on a day: the list, what was found, and the way of the differences through 182 (domain §5.7).
import type { AssetCount } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import type { Sql } from '../pipeline.ts';

export const CountStepAsk = z.strictObject({ countId: id, expectedVersion });

export interface CountRow {
  id: string;
  unionId: string;
  countedOn: string;
  state: string;
  listed: number;
  found: number;
  missing: number;
  surplus: number;
  missingFen: number;
  surplusFen: number;
  openedBy: string;
  finishedBy: string;
  decidedBy: string;
  voucherNo: number;
  decisionVoucherNo: number;
  version: number;
}

export interface CountLine {
  assetId: string;
  assetNo: string;
  assetName: string;
  place: string;
  result: string;
  netFen: number;
}

/** Refused ASSET_COUNT_STATE, which says where it stands. */
export function requireCountState({ state }: Pick<CountRow, 'state'>, allowed: string): void {
  if (state !== allowed) throw refused('ASSET_COUNT_STATE', { state });
}

export function findCounts(
  sql: Sql,
  of: { id?: string; unionId?: string; limit: number },
): Promise<CountRow[]> {
  const { id: countId = null, unionId = null, limit } = of;
  return sql<CountRow>`
    select c.id, c.union_id as "unionId", c.counted_on::text as "countedOn", c.state, l.*,
      c.opened_by as "openedBy", coalesce(c.finished_by, '') as "finishedBy",
      coalesce(c.decided_by, '') as "decidedBy", coalesce(c.voucher_no, 0)::float8 as "voucherNo",
      coalesce(c.decision_voucher_no, 0)::float8 as "decisionVoucherNo", c.version
    from asset_count as c
    cross join lateral (
      select count(*) filter (where result <> 'SURPLUS')::int as listed,
        count(*) filter (where result = 'FOUND')::int as found,
        count(*) filter (where result = 'MISSING')::int as missing,
        count(*) filter (where result = 'SURPLUS')::int as surplus,
        coalesce(sum(net_fen) filter (where result = 'MISSING'), 0)::float8 as "missingFen",
        coalesce(sum(net_fen) filter (where result = 'SURPLUS'), 0)::float8 as "surplusFen"
      from asset_count_line where count_id = c.id) as l
    where (${countId}::uuid is null or c.id = ${countId}::uuid)
      and (${unionId}::uuid is null or c.union_id = ${unionId}::uuid)
    order by c.id desc limit ${limit}`;
}

/** ASSET_COUNT_UNKNOWN for one out of reach. */
export async function readCount(sql: Sql, countId: string): Promise<CountRow> {
  const [row] = await findCounts(sql, { id: countId, limit: 1 });
  if (!row) throw notFound('ASSET_COUNT_UNKNOWN', { countId });
  return row;
}

export async function lockCount(
  sql: Sql,
  ask: { countId: string; expectedVersion: number },
): Promise<CountRow> {
  await sql`select id from asset_count where id = ${ask.countId} for update`;
  const row = await readCount(sql, ask.countId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/** In the order of their numbers; a count lists no more cards than this. */
export const LINES_MAX = 50_000;
export function readCountLines(sql: Sql, countId: string): Promise<CountLine[]> {
  return sql<CountLine>`
    select l.asset_id as "assetId", a.asset_no as "assetNo", a.name as "assetName", a.place, l.result,
      l.net_fen::float8 as "netFen"
    from asset_count_line as l join asset as a on a.id = l.asset_id
    where l.count_id = ${countId} order by a.asset_no, l.asset_id limit ${LINES_MAX}`;
}

export function countView(row: CountRow, lines: readonly CountLine[]): AssetCount {
  return {
    countId: row.id,
    unionId: row.unionId,
    countedOn: row.countedOn,
    state: row.state,
    listedCount: row.listed,
    foundCount: row.found,
    missingCount: row.missing,
    surplusCount: row.surplus,
    missingFen: BigInt(row.missingFen),
    surplusFen: BigInt(row.surplusFen),
    openedBy: row.openedBy,
    finishedBy: row.finishedBy,
    decidedBy: row.decidedBy,
    voucherNo: BigInt(row.voucherNo),
    decisionVoucherNo: BigInt(row.decisionVoucherNo),
    lines: lines.map((line) => ({ ...line, netFen: BigInt(line.netFen) })),
    version: row.version,
  };
}

export async function countNow(sql: Sql, countId: string): Promise<AssetCount> {
  return countView(await readCount(sql, countId), await readCountLines(sql, countId));
}
