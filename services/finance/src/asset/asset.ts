// A card of the register of assets: what is in a row, and what may become of it (domain §5.7, §5.12).
import type { Asset } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { maskName } from '@gonglian/kernel/mask.ts';
import { notFound, refused, stale } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { expectedVersion, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { amountFen } from '../amount.ts';
import type { AssetClass } from '../asset-policy.ts';
import type { Sql } from '../pipeline.ts';
import { monthlyFen } from './depreciation.ts';

export const OWNERSHIPS = ['state', 'union'] as const;
export const DISPOSALS = ['SCRAPPED', 'SOLD', 'GIVEN', 'LOST'] as const;
export const STATES = [
  'ORDERED',
  'PROPOSED',
  'IN_USE',
  'IDLE',
  'DISPOSING',
  'MISSING',
  'DISPOSED',
  'WITHDRAWN',
] as const;
/** Those that the books hold: what they sum to is 162 and 171. */
export const HELD = ['IN_USE', 'IDLE', 'DISPOSING'] as const;

export interface AssetRow {
  id: string;
  unionId: string;
  assetNo: string;
  class: string;
  name: string;
  place: string;
  custodian: Buffer | null;
  usage: string;
  ownership: string;
  valueFen: number;
  lifeMonths: number;
  addedOn: CalendarDate;
  documentNo: string;
  state: string;
  depreciatedFen: number;
  paymentId: string;
  voucherNo: number;
  registeredBy: string;
  approvedBy: string;
  disposalKind: string;
  disposalReason: string;
  disposalBy: string;
  disposedOn: CalendarDate;
  disposalVoucherNo: number;
  stateBefore: string;
  version: number;
}

/** What a thing is, whether it was bought, taken over or found. */
export const thing = {
  assetNo: text(40),
  assetClass: text(40),
  assetName: text(80),
  place: text(80),
  ownership: z.string().pipe(z.enum(OWNERSHIPS, 'unknown_code')),
  valueFen: amountFen,
  lifeMonths: z.int().min(1, 'too_small').max(1_200, 'too_large'),
};
export const AssetStepAsk = z.strictObject({ assetId: id, expectedVersion });

/** The class of it. Refused ASSET_CLASS_UNKNOWN, ASSET_BELOW_THRESHOLD, ASSET_LIFE_SHORT. */
export function decideClass(
  ask: { assetClass: string; valueFen: number; lifeMonths: number },
  classes: readonly AssetClass[],
): AssetClass {
  const found = classes.find(({ code }) => code === ask.assetClass);
  if (!found) throw refused('ASSET_CLASS_UNKNOWN', { assetClass: ask.assetClass });
  if (ask.valueFen < found.fromFen)
    throw refused('ASSET_BELOW_THRESHOLD', { fromFen: found.fromFen });
  if (ask.lifeMonths < found.leastMonths)
    throw refused('ASSET_LIFE_SHORT', { leastMonths: found.leastMonths });
  return found;
}

/** Refused ASSET_STATE, which says where it stands. */
export function requireState({ state }: Pick<AssetRow, 'state'>, ...allowed: string[]): void {
  if (!allowed.includes(state)) throw refused('ASSET_STATE', { state });
}

/** Whatever his duties: whoever wrote it down does not also agree to it. */
export function requireAnother(first: string, second: string): void {
  if (first === second) throw refused('MAKER_IS_APPROVER');
}

/** Up to a number of cards, by id. */
export function findAssets(
  sql: Sql,
  of: {
    ids?: readonly string[];
    unionId?: string;
    states?: readonly string[];
    after?: string | null;
    limit: number;
  },
): Promise<AssetRow[]> {
  const { ids = null, unionId = null, states = null, after = null, limit } = of;
  return sql<AssetRow>`
    select id, union_id as "unionId", asset_no as "assetNo", class, name, place, custodian, usage,
      ownership, value_fen::float8 as "valueFen", life_months as "lifeMonths",
      coalesce(added_on::text, '') as "addedOn", document_no as "documentNo", state,
      depreciated_fen::float8 as "depreciatedFen", coalesce(payment_id::text, '') as "paymentId",
      coalesce(voucher_no, 0)::float8 as "voucherNo", registered_by as "registeredBy",
      coalesce(approved_by, '') as "approvedBy", disposal_kind as "disposalKind",
      disposal_reason as "disposalReason", coalesce(disposal_by, '') as "disposalBy",
      coalesce(disposed_on::text, '') as "disposedOn",
      coalesce(disposal_voucher_no, 0)::float8 as "disposalVoucherNo",
      state_before as "stateBefore", version
    from asset
    where (${ids}::uuid[] is null or id = any(${ids}::uuid[]))
      and (${unionId}::uuid is null or union_id = ${unionId}::uuid)
      and (${states}::text[] is null or state = any(${states}::text[]))
      and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`;
}

/** ASSET_UNKNOWN for one out of reach. */
export async function readAsset(sql: Sql, assetId: string): Promise<AssetRow> {
  const [row] = await findAssets(sql, { ids: [assetId], limit: 1 });
  if (!row) throw notFound('ASSET_UNKNOWN', { assetId });
  return row;
}

/** Locked until the transaction ends; stale VERSION_MOVED where it has changed since it was looked at. */
export async function lockAsset(
  sql: Sql,
  ask: { assetId: string; expectedVersion: number },
): Promise<AssetRow> {
  await sql`select id from asset where id = ${ask.assetId} for update`;
  const row = await readAsset(sql, ask.assetId);
  if (row.version !== ask.expectedVersion) throw stale('VERSION_MOVED', { version: row.version });
  return row;
}

/**
 * The cards of a union do not change while months are written down, things are counted, or one is let go: each of these
 * says what the others count on.
 */
export async function lockRegister(sql: Sql, unionId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assets ${unionId}`}, 0))`;
}

/** Refused ASSET_NO_TAKEN: a number is one card's. */
export async function requireFreeNumbers(
  sql: Sql,
  unionId: string,
  numbers: readonly string[],
): Promise<void> {
  const [taken] = await sql<{ assetNo: string }>`
    select asset_no as "assetNo" from asset
    where union_id = ${unionId} and asset_no = any(${numbers}::text[]) and state <> 'WITHDRAWN' limit 1`;
  const twice = numbers.find((one, at) => numbers.indexOf(one) !== at);
  const assetNo = taken?.assetNo ?? twice;
  if (assetNo !== undefined) throw refused('ASSET_NO_TAKEN', { assetNo });
}

const custodianPlace = (assetId: string) => `asset.custodian.${assetId}`;
export const sealCustodian = (vault: Vault, assetId: string, name: string): Buffer =>
  vault.seal(name, custodianPlace(assetId));

export const accountOf = (assetClass: string) => (assetClass === 'INTANGIBLE' ? '171' : '162');

export function assetView(vault: Vault, row: AssetRow): Asset {
  const { custodian } = row;
  const name = custodian ? vault.open(custodian, custodianPlace(row.id)) : '';
  return {
    assetId: row.id,
    unionId: row.unionId,
    assetNo: row.assetNo,
    assetClass: row.class,
    accountCode: accountOf(row.class),
    assetName: row.name,
    place: row.place,
    custodianMasked: name && maskName(name),
    usage: row.usage,
    ownership: row.ownership,
    valueFen: BigInt(row.valueFen),
    lifeMonths: row.lifeMonths,
    addedOn: row.addedOn,
    state: row.state,
    monthlyFen: BigInt(monthlyFen(row)),
    depreciatedFen: BigInt(row.depreciatedFen),
    netFen: BigInt(row.valueFen - row.depreciatedFen),
    documentNo: row.documentNo,
    paymentId: row.paymentId,
    voucherNo: BigInt(row.voucherNo),
    registeredBy: row.registeredBy,
    approvedBy: row.approvedBy,
    disposalKind: row.disposalKind,
    disposalReason: row.disposalReason,
    disposedOn: row.disposedOn,
    disposalBy: row.disposalBy,
    disposalVoucherNo: BigInt(row.disposalVoucherNo),
    version: row.version,
  };
}
