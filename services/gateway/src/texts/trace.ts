import type { Texts } from './text.ts';

/** Where money came from and where it went. */
export const TRACE: Texts = {
  PAYMENT_LINE_UNKNOWN: [404, '没有这笔付款', 'There is no such line of a payment'],
  PAYMENT_LINE_UNPAID: [
    422,
    '这笔付款银行尚未付出，没有资金可追溯',
    'The bank has not paid this line; there is no money to trace',
  ],
  POT_OUTSIDE: [422, '只能追溯账套内的资金池', 'Only a purse within the book can be traced'],
  POT_UNKNOWN: [404, '账套内没有这个资金池', 'There is no such purse in the book'],
  TRACE_INTERVAL: [
    422,
    '追溯的金额区间超出该笔资金',
    'The interval that is asked for is not within that money',
  ],
  TRACE_SUBJECT: [
    400,
    '请指明一张凭证、一笔收款、一笔付款或一个资金池，且只指明一项',
    'Name a voucher, a receipt, a line of a payment or a purse, and only one of them',
  ],
  VOUCHER_MOVES_NOTHING: [
    422,
    '这张凭证没有资金流动，无可追溯',
    'The voucher moves no money; there is nothing to trace',
  ],
};
