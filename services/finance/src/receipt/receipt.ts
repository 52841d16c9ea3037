// A receipt as it is kept and as the API shows it.
import type { Receipt } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Sql } from '../pipeline.ts';
import type { ReceiptMode } from './fields.ts';

const AMOUNTS = [
  'wageBaseFen',
  'amountFen',
  'lateFeeFen',
  'fundFen',
  'receivedFen',
  'grassrootsFen',
  'countyFen',
  'cityFen',
  'provinceFen',
  'nationalFen',
  'voucherNo',
  'foundingVoucherNo',
  'reversalVoucherNo',
] as const;
type Amounts = Record<(typeof AMOUNTS)[number], string>;

/** As the database answers: numbers of eight bytes as texts. */
export type ReceiptRow = Omit<Receipt, (typeof AMOUNTS)[number]> & Amounts;

export interface FindReceipts {
  receiptId?: string | null;
  unionId?: string | null;
  mode?: ReceiptMode | null;
  payerUscc?: string | null;
  slipNo?: string | null;
  receivedFrom?: string | null;
  receivedTo?: string | null;
  /** In which the period ends. */
  year?: string | null;
  before?: string | null;
  limit?: number;
}

/** Those in reach, the newest first; by id, or before one. */
export function findReceipts(sql: Sql, find: FindReceipts): Promise<ReceiptRow[]> {
  const { receiptId = null, unionId = null, mode = null, payerUscc = null, slipNo = null } = find;
  const { receivedFrom = null, receivedTo = null, year = null, before = null, limit = 1 } = find;
  return sql<ReceiptRow>`
    select r.id as "receiptId", r.mode, r.slip_no as "slipNo", coalesce(r.union_id::text, '') as "unionId",
      coalesce(u.name, '') as "unionName", r.payer_uscc as "payerUscc", r.period_from as "periodFrom",
      r.period_to as "periodTo", r.wage_base_fen::text as "wageBaseFen", r.amount_fen::text as "amountFen",
      r.late_fee_fen::text as "lateFeeFen", r.fund_fen::text as "fundFen",
      r.received_fen::text as "receivedFen", r.tax_organ as "taxOrgan",
      r.received_on::text as "receivedOn", r.bank, r.grassroots_fen::text as "grassrootsFen",
      r.county_fen::text as "countyFen", r.city_fen::text as "cityFen",
      r.province_fen::text as "provinceFen", r.national_fen::text as "nationalFen",
      r.grassroots_bp as "grassrootsBp", r.county_bp as "countyBp", r.city_bp as "cityBp",
      r.province_bp as "provinceBp", r.national_bp as "nationalBp",
      r.voucher_no::text as "voucherNo", coalesce(r.founding_voucher_no, 0)::text as "foundingVoucherNo",
      coalesce(r.collection_id::text, '') as "collectionId",
      coalesce(r.reversed_no, 0)::text as "reversalVoucherNo",
      coalesce(r.reversed_on::text, '') as "reversedOn", r.reversed_by as "reversedBy",
      r.reversal_reason as "reversalReason"
    from fund_receipt as r left join known_union as u on u.union_id = r.union_id
    where (${receiptId}::uuid is null or r.id = ${receiptId}::uuid)
      and (${unionId}::uuid is null or r.union_id = ${unionId}::uuid)
      and (${mode}::text is null or r.mode = ${mode}::text)
      and (${payerUscc}::text is null or r.payer_uscc = ${payerUscc}::text)
      and (${slipNo}::text is null or r.slip_no = ${slipNo}::text)
      and (${receivedFrom}::date is null or r.received_on >= ${receivedFrom}::date)
      and (${receivedTo}::date is null or r.received_on <= ${receivedTo}::date)
      and (${year}::text is null or left(r.period_to, 4) = ${year}::text)
      and (${before}::uuid is null or r.id < ${before}::uuid)
    order by r.id desc limit ${limit}`;
}

export function receiptView(row: ReceiptRow): Receipt {
  const amounts = AMOUNTS.map((name) => [name, BigInt(row[name])]);
  return { ...row, ...(Object.fromEntries(amounts) as Pick<Receipt, (typeof AMOUNTS)[number]>) };
}

/** RECEIPT_UNKNOWN for one out of reach. */
export async function viewReceipt(sql: Sql, receiptId: string): Promise<Receipt> {
  const [row] = await findReceipts(sql, { receiptId });
  if (!row) throw notFound('RECEIPT_UNKNOWN', { receiptId });
  return receiptView(row);
}
