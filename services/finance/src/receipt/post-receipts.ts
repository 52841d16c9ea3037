// Receipts go into the books: divided by the profile of their period, a voucher each, all at once.
import { receiptSplit } from '@gonglian/contracts/finance.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { RefusalDetails } from '@gonglian/kernel/refusal.ts';
import { booked, FUND_LEVELS, splitFund } from '@gonglian/kernel/split.ts';
import type { FundLevel, FundShares, SplitProfile } from '@gonglian/kernel/split.ts';
import { dates, int4s, int8s, texts } from '@gonglian/service/binary-arrays.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import type { Sql, Tx } from '../pipeline.ts';
import { listProfiles, profileOn, type DatedProfile } from '../profile/split-profile.ts';
import { receiptVoucher, type ReceiptToPost } from './receipt-voucher.ts';

export type PostedReceipt =
  | { voucherNo: number; refusal?: undefined }
  | { voucherNo?: undefined; refusal: { code: string; details: RefusalDetails } };

export interface DividedReceipt {
  receipt: ReceiptToPost;
  profile: SplitProfile;
  shares: FundShares;
}

export const NOTHING: FundShares = {
  grassrootsFen: 0,
  countyFen: 0,
  cityFen: 0,
  provinceFen: 0,
  nationalFen: 0,
};
const NO_PROFILE: SplitProfile = {
  grassrootsBp: 0,
  countyBp: 0,
  cityBp: 0,
  provinceBp: 0,
  nationalBp: 0,
};

/** In the order given, in the transaction of the caller; one that the ledger refuses leaves the others as they are. */
export async function postReceipts(
  tx: Tx,
  receipts: readonly ReceiptToPost[],
): Promise<PostedReceipt[]> {
  if (receipts.length === 0) return [];
  const level = levelOf(tx.own.level);
  const profiles = await listProfiles(tx.sql);
  const counted = await countReversals(tx.sql, receipts);
  const divided = counted.map((receipt) => divide(receipt, profiles, tx.node, level));
  const vouchers = divided.map(({ receipt, shares }) => {
    const parts = booked(shares, level);
    const kept = receipt.mode === 'SELF_PAY' ? { ...parts, lowerFen: 0 } : parts;
    return receiptVoucher(receipt, kept);
  });
  const answers = await postVouchers(tx, nodeRootUnionId(tx.node), vouchers);
  const posted = divided.flatMap((one, n) => {
    const no = answers[n]?.no;
    return no === undefined ? [] : [{ ...one, voucherNo: no }];
  });
  const inserted = insertReceipts(tx.sql, posted, tx.now);
  for (const one of posted) emitSplit(tx, one, level, one.voucherNo);
  await inserted;
  return answers.map(({ no, refusal }) =>
    refusal === undefined ? { voucherNo: no } : { refusal },
  );
}

/** A slip that is entered again is another document than the one that was taken back. */
async function countReversals(
  sql: Sql,
  receipts: readonly ReceiptToPost[],
): Promise<ReceiptToPost[]> {
  const rows = await sql<{ docKind: string; slipNo: string; reversals: number }>`
    select doc_kind as "docKind", slip_no as "slipNo", count(*)::int as reversals
    from unnest(${texts(receipts, ({ slipNo }) => slipNo)}::text[]) as s
    cross join lateral (select doc_kind, slip_no from fund_receipt
      where slip_no = s and reversed_no is not null offset 0) as r
    group by 1, 2`;
  if (rows.length === 0) return [...receipts];
  const found = new Map(rows.map((row) => [`${row.docKind}:${row.slipNo}`, row.reversals]));
  return receipts.map((receipt) => {
    const reversals = found.get(`${receipt.docKind}:${receipt.slipNo}`);
    return reversals === undefined ? receipt : { ...receipt, reversals };
  });
}

/** By the profile in force when the period began: what a document changes, it changes from a period on. */
export function divide(
  receipt: ReceiptToPost,
  profiles: readonly DatedProfile[],
  node: string,
  level: FundLevel,
): DividedReceipt {
  if (receipt.unionId === null) return { receipt, profile: NO_PROFILE, shares: NOTHING };
  const profile = profileOn(profiles, `${receipt.periodFrom}-01`, node);
  const shares = splitFund(receipt.amountFen + receipt.lateFeeFen, profile, level);
  return { receipt, profile, shares };
}

export function levelOf(level: string): FundLevel {
  const found = FUND_LEVELS.find((one) => one === level);
  if (!found) throw new Error(`no level of a federation: ${level}`);
  return found;
}

export function emitSplit(
  { emit }: Pick<Tx, 'emit'>,
  { receipt, shares }: DividedReceipt,
  level: FundLevel,
  voucherNo: number,
): void {
  if (receipt.unionId === null) return;
  emit(receiptSplit, {
    receiptId: receipt.receiptId,
    unionId: receipt.unionId,
    mode: receipt.mode,
    periodFrom: receipt.periodFrom,
    periodTo: receipt.periodTo,
    collectingLevel: level,
    fundFen: BigInt(receipt.amountFen + receipt.lateFeeFen),
    receivedFen: BigInt(receipt.receivedFen),
    grassrootsFen: BigInt(shares.grassrootsFen),
    countyFen: BigInt(shares.countyFen),
    cityFen: BigInt(shares.cityFen),
    provinceFen: BigInt(shares.provinceFen),
    nationalFen: BigInt(shares.nationalFen),
    receivedOn: receipt.receivedOn,
    voucherNo: BigInt(voucherNo),
  });
}

type Posted = DividedReceipt & { voucherNo: number };

async function insertReceipts(sql: Sql, posted: readonly Posted[], now: Date): Promise<void> {
  if (posted.length === 0) return;
  const text = (of: (one: ReceiptToPost) => string) => texts(posted, ({ receipt }) => of(receipt));
  const fen = (of: (one: ReceiptToPost) => number) => int8s(posted, ({ receipt }) => of(receipt));
  const share = (name: keyof FundShares) => int8s(posted, ({ shares }) => shares[name]);
  const part = (name: keyof SplitProfile) => int4s(posted, ({ profile }) => profile[name]);
  await sql`
    insert into fund_receipt (id, mode, doc_kind, slip_no, union_id, payer_uscc, period_from,
      period_to, wage_base_fen, amount_fen, late_fee_fen, fund_fen, received_fen, tax_organ,
      received_on, bank, grassroots_fen, county_fen, city_fen, province_fen, national_fen,
      grassroots_bp, county_bp, city_bp, province_bp, national_bp, voucher_no, collection_id,
      collection_row, recorded_by, recorded_at)
    select r.id::uuid, r.mode, r.doc_kind, r.slip_no, nullif(r.union_id, '')::uuid, r.payer, r.period_from,
      r.period_to, r.wage_base, r.amount, r.late_fee, r.amount + r.late_fee, r.received, r.tax_organ,
      r.received_on, r.bank, r.grassroots, r.county, r.city, r.province, r.national,
      r.grassroots_bp, r.county_bp, r.city_bp, r.province_bp, r.national_bp, r.voucher_no,
      nullif(r.collection_id, '')::uuid, r.collection_row, r.maker, ${now}
    from unnest(${text((r) => r.receiptId)}::text[], ${text((r) => r.mode)}::text[],
        ${text((r) => r.docKind)}::text[], ${text((r) => r.slipNo)}::text[],
        ${text((r) => r.unionId ?? '')}::text[], ${text((r) => r.payerUscc)}::text[],
        ${text((r) => r.periodFrom)}::text[], ${text((r) => r.periodTo)}::text[],
        ${fen((r) => r.wageBaseFen)}::bigint[], ${fen((r) => r.amountFen)}::bigint[],
        ${fen((r) => r.lateFeeFen)}::bigint[], ${fen((r) => r.receivedFen)}::bigint[],
        ${text((r) => r.taxOrgan)}::text[], ${dates(posted, ({ receipt }) => receipt.receivedOn)}::date[],
        ${text((r) => r.bank)}::text[], ${share('grassrootsFen')}::bigint[],
        ${share('countyFen')}::bigint[], ${share('cityFen')}::bigint[],
        ${share('provinceFen')}::bigint[], ${share('nationalFen')}::bigint[],
        ${part('grassrootsBp')}::int[], ${part('countyBp')}::int[], ${part('cityBp')}::int[],
        ${part('provinceBp')}::int[], ${part('nationalBp')}::int[],
        ${int8s(posted, ({ voucherNo }) => voucherNo)}::bigint[],
        ${text((r) => r.collectionId ?? '')}::text[],
        ${int8s(posted, ({ receipt }) => receipt.collectionRow)}::bigint[],
        ${text((r) => r.makerId)}::text[])
      as r(id, mode, doc_kind, slip_no, union_id, payer, period_from, period_to, wage_base, amount,
        late_fee, received, tax_organ, received_on, bank, grassroots, county, city, province,
        national, grassroots_bp, county_bp, city_bp, province_bp, national_bp, voucher_no,
        collection_id, collection_row, maker)`;
}
