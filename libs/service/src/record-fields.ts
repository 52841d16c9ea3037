// What records of things that happened are asked with: amounts, evidence and days.
import type { CalendarDate } from '@gonglian/kernel/dates.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { z } from 'zod';

const EVIDENCE_MAX = 50;

/** Fen above zero. On the wire they are 64 bits wide; here a number holds every one exactly. */
export const amountFen = z
  .bigint()
  .min(1n, 'not_positive')
  .max(BigInt(FEN_MAX), 'too_large')
  .transform(Number);

/** From zero: 0 is what an omitted amount arrives as. */
export const optionalFen = z
  .bigint()
  .min(0n, 'negative')
  .max(BigInt(FEN_MAX), 'too_large')
  .transform(Number);

/** The hash of a photo or a document, which stays where it is kept. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not_a_sha256');
export const evidence = z.array(sha256).min(1, 'required').max(EVIDENCE_MAX, 'too_many');

/** Refused IN_FUTURE, or STEP_DATE_EARLIER than what came before it. */
export function decideDay(on: CalendarDate, after: CalendarDate, today: CalendarDate): void {
  if (on > today) throw refused('IN_FUTURE', { date: on });
  if (on < after) throw refused('STEP_DATE_EARLIER', { after });
}
