import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { expect, test } from 'vitest';
import { checkVoucher } from './check-voucher.ts';
import type { Leg, Move, VoucherToPost } from './voucher.ts';

const leg = (code: string, amountFen: number, mark = ''): Leg => ({
  account: { code, mark },
  amountFen,
});
const own = { kind: 'own', key: '', bank: 'b' } as const;
const payer = { kind: 'payer', key: 'p' } as const;
const move = (amountFen: number, over: Partial<Move> = {}): Move => ({
  from: payer,
  to: own,
  amountFen,
  ...over,
});
const sound: VoucherToPost = {
  key: 'k',
  kind: 'RECEIPT',
  eventOn: '2026-03-05',
  summary: '合成凭证',
  docKind: 'SLIP',
  docId: '1',
  makerId: 'a',
  checkerId: 'b',
  approverId: 'c',
  legs: [leg('102', 500, 'b'), leg('402', -500)],
  moves: [move(500)],
};

test('a sound voucher has nothing against it; nor has a reversal that leaves its lines to the mirror', () => {
  expect(checkVoucher(sound)).toBeUndefined();
  expect(checkVoucher({ ...sound, reversesNo: 1, legs: [], moves: [] })).toBeUndefined();
});

test.each<[string, Partial<VoucherToPost>]>([
  ['VOUCHER_TEXT_INVALID', { key: '' }],
  ['VOUCHER_TEXT_INVALID', { key: 'k'.repeat(201) }],
  ['VOUCHER_TEXT_INVALID', { summary: 'a\u0000b' }],
  ['VOUCHER_TEXT_INVALID', { summary: '\ud800' }],
  ['VOUCHER_TEXT_INVALID', { docHash: 'xyz' }],
  ['DATE_INVALID', { eventOn: '2026-02-30' }],
  ['DATE_INVALID', { eventOn: '1026-02-03' }],
  ['PERIOD_INVALID', { period: '2026-13' }],
  ['MAKER_IS_CHECKER', { checkerId: 'a' }],
  ['MAKER_IS_APPROVER', { approverId: 'a' }],
  ['CHECKER_IS_APPROVER', { checkerId: 'c' }],
  ['LEGS_TOO_FEW', { legs: [] }],
  ['LEGS_TOO_FEW', { legs: [leg('102', 500, 'b')] }],
  ['LINES_TOO_MANY', { legs: Array.from({ length: 1_001 }, () => leg('102', 1)) }],
  ['AMOUNT_OUT_OF_RANGE', { legs: [leg('102', 0), leg('402', 0)] }],
  ['AMOUNT_OUT_OF_RANGE', { legs: [leg('102', 0.5), leg('402', -0.5)] }],
  ['AMOUNT_OUT_OF_RANGE', { legs: [leg('102', FEN_MAX + 1), leg('402', -FEN_MAX - 1)] }],
  ['AMOUNT_OUT_OF_RANGE', { legs: [leg('102', Number.NaN), leg('402', 1)] }],
  ['LEDGER_ACCOUNT_UNKNOWN', { legs: [leg('999', 5), leg('402', -5)] }],
  ['LEGS_UNBALANCED', { legs: [leg('102', 500, 'b'), leg('402', -499)] }],
  ['AMOUNT_OUT_OF_RANGE', { moves: [move(-500)] }],
  ['POT_INVALID', { moves: [move(500, { from: { ...payer, bank: 'b' } })] }],
  ['POT_INVALID', { moves: [move(500, { from: { kind: 'mine' as 'own', key: '' } })] }],
  ['MOVE_TO_ITSELF', { moves: [move(500, { from: own })] }],
  ['POTS_DIFFER_FROM_CASH', { moves: [] }],
  ['POTS_DIFFER_FROM_CASH', { moves: [move(499)] }],
  ['POTS_DIFFER_FROM_CASH', { moves: [move(500, { to: { ...own, bank: 'other' } })] }],
])('refuses: %s %j', (code, over) => {
  expect(checkVoucher({ ...sound, ...over })?.code).toBe(code);
});
