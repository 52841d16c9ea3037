import type { Texts } from './text.ts';

/** Money: books, receipts, payments, audit. */
export const FINANCE: Texts = {
  AMOUNT_MALFORMED: [
    400,
    '金额应为数字，单位元，最多两位小数',
    'An amount is a number in yuan with at most two decimals',
  ],
};
