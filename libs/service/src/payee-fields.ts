import { z } from 'zod';

/** Letters of any script, the dots and hyphens of names, brackets: nothing that a file or a formula could begin with. */
export const payeeName = z
  .string()
  .trim()
  .min(2, 'too_short')
  .max(60, 'too_long')
  .regex(/^\p{L}[\p{L}\p{N}·• .'’\-()（）]*$/u, 'not_a_name');

/** Digits as a bank writes them; whether they are a card's is a warning, since an account may be no card. */
export const accountNumber = z.string().regex(/^\d{8,30}$/, 'digits_8_to_30');

/** 联行号. */
export const bankCode = z.string().regex(/^\d{12}$/, 'twelve_digits');
