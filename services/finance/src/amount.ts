import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { z } from 'zod';

/** Fen above zero. On the wire they are 64 bits wide; here a number holds every one exactly. */
export const amountFen = z
  .bigint()
  .min(1n, 'not_positive')
  .max(BigInt(FEN_MAX), 'too_large')
  .transform(Number);

/** Fen on either side of zero: a balance. */
export const balanceFen = z
  .bigint()
  .min(-BigInt(FEN_MAX), 'too_small')
  .max(BigInt(FEN_MAX), 'too_large')
  .transform(Number);

/** From zero: 0 is what an omitted amount arrives as. */
export const optionalFen = z
  .bigint()
  .min(0n, 'negative')
  .max(BigInt(FEN_MAX), 'too_large')
  .transform(Number);
