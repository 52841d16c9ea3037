// What is asked about: one of a voucher, a receipt, a paid line or a pot.
import { invalid } from '@gonglian/kernel/refusal.ts';
import { code, id, limit, optionalId, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { LINES_MAX } from '../ledger/check-voucher.ts';
import { POT_KINDS } from '../ledger/voucher.ts';
import { DIRECTIONS } from './walk.ts';

/** Hops a step and page. */
export const HOPS_MAX = 200;

const optionalNo = z
  .bigint()
  .min(0n, 'negative')
  .max(BigInt(Number.MAX_SAFE_INTEGER), 'too_large')
  .transform(Number);

export const TraceAsk = z.strictObject({
  unionId: id,
  direction: code(DIRECTIONS),
  voucherNo: optionalNo,
  moveN: z.int().min(0, 'negative').max(LINES_MAX, 'too_large'),
  receiptId: optionalId,
  lineId: optionalId,
  potKind: z.union([z.literal(''), code(POT_KINDS)], 'unknown_code'),
  potKey: optionalText(200),
  potBank: optionalText(100),
  fromFen: optionalFen,
  toFen: optionalFen,
  limit: limit(HOPS_MAX, 100),
});
export type TraceAsk = z.output<typeof TraceAsk>;

/** Invalid TRACE_SUBJECT: nothing is named, or more than one thing. */
export function demandOneSubject(ask: TraceAsk): void {
  const { voucherNo, moveN, receiptId, lineId, potKind, potKey, potBank } = ask;
  const named = [voucherNo !== 0, receiptId !== '', lineId !== '', potKind !== ''];
  const stray = (moveN !== 0 && voucherNo === 0) || (potKey + potBank !== '' && potKind === '');
  if (named.filter(Boolean).length !== 1 || stray) throw invalid('TRACE_SUBJECT');
}
