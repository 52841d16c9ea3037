// Vouchers on the wire: proto has no absent text and no absent number.
import type { VoucherLeg, VoucherMove } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { code, optionalId, optionalText, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { balanceFen } from '../amount.ts';
import { LINES_MAX } from './check-voucher.ts';
import { POT_KINDS, type Leg, type Move } from './voucher.ts';

/** What the book gives and nobody sends. */
const given = z.bigint().refine((value) => value === 0n, 'given_by_the_book');

export const voucherNo = z
  .bigint()
  .positive('required')
  .max(BigInt(Number.MAX_SAFE_INTEGER), 'too_large')
  .transform(Number);
export const period = z.string().regex(/^(199|20\d|21\d)\d-(0[1-9]|1[0-2])$/, 'not_a_month');
export const optionalPeriod = z.union([z.literal(''), period], 'not_a_month');
/** Documents that this service makes vouchers of itself: what is counted by them is no voucher that somebody wrote. */
const OWN_DOCUMENTS: ReadonlySet<string> = new Set([
  'tax-slip',
  'bank-receipt',
  'fiscal-order',
  'fund-receipt',
  'dues-list',
  'SETTLEMENT',
  'PAYMENT_LINE',
  'ACCRUAL',
  'ASSET',
  'ASSET_COUNT',
  'ASSET_MONTH',
  'VOUCHER',
  'YEAR',
]);
export const handDocKind = text(40).refine((kind) => !OWN_DOCUMENTS.has(kind), 'of_a_document');
export const optionalHash = z.string().regex(/^([0-9a-f]{64})?$/, 'not_a_hash');

const accountRef = z
  .strictObject({
    code: text(5),
    partyId: optionalId,
    project: optionalText(100),
    mark: optionalText(100),
  })
  .optional();
const potRef = z
  .strictObject({ kind: code(POT_KINDS), key: optionalText(200), bank: optionalText(100) })
  .optional();

export const legs = z
  .array(
    z.strictObject({
      account: accountRef,
      amountFen: balanceFen,
      accountNo: given,
      balanceFen: given,
      version: given,
    }),
  )
  .max(LINES_MAX, 'too_many');
export const moves = z
  .array(
    z.strictObject({
      source: potRef,
      target: potRef,
      amountFen: balanceFen,
      outEnd: given,
      inEnd: given,
    }),
  )
  .max(LINES_MAX, 'too_many');

const NO_ACCOUNT = { code: '' };
const NO_POT = { kind: 'own', key: '' } as const;

export function toLegs(read: z.output<typeof legs>): Leg[] {
  return read.map(({ account = NO_ACCOUNT, amountFen }) => ({ account, amountFen }));
}

export function toMoves(read: z.output<typeof moves>): Move[] {
  return read.map(({ source = NO_POT, target = NO_POT, amountFen }) => ({
    from: source,
    to: target,
    amountFen,
  }));
}

export interface LegRow {
  accountNo: number;
  code: string;
  partyId: string;
  project: string;
  mark: string;
  amountFen: string;
  balanceFen: string;
  version: string;
}

export function legView(row: LegRow): VoucherLeg {
  const { code: accountCode, partyId, project, mark } = row;
  return {
    account: { code: accountCode, partyId, project, mark },
    amountFen: BigInt(row.amountFen),
    accountNo: BigInt(row.accountNo),
    balanceFen: BigInt(row.balanceFen),
    version: BigInt(row.version),
  };
}

export interface MoveRow {
  fromKind: string;
  fromKey: string;
  fromBank: string;
  toKind: string;
  toKey: string;
  toBank: string;
  amountFen: string;
  outEnd: string;
  inEnd: string;
}

export function moveView(row: MoveRow): VoucherMove {
  return {
    source: { kind: row.fromKind, key: row.fromKey, bank: row.fromBank },
    target: { kind: row.toKind, key: row.toKey, bank: row.toBank },
    amountFen: BigInt(row.amountFen),
    outEnd: BigInt(row.outEnd),
    inEnd: BigInt(row.inEnd),
  };
}
