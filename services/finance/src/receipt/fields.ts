// What the fields of a receipt must mean.
import { parseUscc } from '@gonglian/kernel/uscc.ts';
import { optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';

export const month = z.string().regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/, 'not_a_month');
export const uscc = z.string().refine((text) => parseUscc(text).ok, 'not_a_uscc');
/** The name of an account at a bank within the node; never its number. */
export const bank = optionalText(40);
/** Of a slip, an order, a bank receipt. */
export const slipNo = z.string().regex(/^[\p{L}\p{N}〔〕()（）.\-/]{1,60}$/u, 'not_a_slip_no');

export const RECEIPT_MODES = ['TAX_COLLECT', 'SELF_PAY', 'FISCAL', 'PREP'] as const;
export type ReceiptMode = (typeof RECEIPT_MODES)[number];
