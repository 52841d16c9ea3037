import { expect, test } from 'vitest';
import { decideMatches, type OpenLeg, type OpenLine } from './decide-matches.ts';
import { decideMatch } from './match-bank-line.ts';
import { reconcile } from './reconciliation.ts';
import { decideStatement, parseStatement } from './statement-file.ts';
import { decideUnmatch } from './unmatch-bank-line.ts';

const line = (id: string, over: Partial<OpenLine> = {}): OpenLine => ({
  id,
  postedOn: '2026-03-02',
  amountFen: -100_000,
  serial: '',
  purpose: '帮扶',
  ...over,
});
const leg = (voucherNo: number, over: Partial<OpenLeg> = {}): OpenLeg => ({
  voucherNo,
  n: 2,
  eventOn: '2026-03-02',
  amountFen: -100_000,
  serial: '',
  purpose: '帮扶',
  ...over,
});
const matched = (lines: OpenLine[], legs: OpenLeg[]) =>
  decideMatches(lines, legs, 3).map((match) => `${match.line.id}=${match.leg.voucherNo}`);

test.each<[string, OpenLine[], OpenLeg[], string[]]>([
  [
    'by serial, whatever the date',
    [line('a', { serial: 'S1', postedOn: '2026-03-31' })],
    [leg(1), leg(2, { serial: 'S1' })],
    ['a=2'],
  ],
  [
    'not by a serial of another amount',
    [line('a', { serial: 'S1', postedOn: '2026-04-30' })],
    [leg(1, { serial: 'S1', amountFen: -100_001 })],
    [],
  ],
  ['by date and purpose', [line('a')], [leg(1, { purpose: '活动' }), leg(2)], ['a=2']],
  [
    'equal ones in order, where there are as many',
    [line('a'), line('b')],
    [leg(1), leg(2)],
    ['a=1', 'b=2'],
  ],
  ['two lines, one movement: neither', [line('a'), line('b')], [leg(1)], []],
  ['one line, two movements: neither', [line('a')], [leg(1), leg(2)], []],
  ['three days apart', [line('a', { postedOn: '2026-03-05', purpose: '转账' })], [leg(1)], ['a=1']],
  ['four days apart', [line('a', { postedOn: '2026-03-06', purpose: '转账' })], [leg(1)], []],
  ['money in is not money out', [line('a', { amountFen: 100_000 })], [leg(1)], []],
  ['each once', [line('a', { serial: 'S1' }), line('b')], [leg(1, { serial: 'S1' })], ['a=1']],
])('matches %s', (_, lines, legs, pairs) => {
  expect(matched(lines, legs)).toEqual(pairs);
});

test('ten thousand of one amount are no reason to stand still', () => {
  const many = Array.from({ length: 10_000 }, (_, n) => n);
  const lines = many.map((n) => line(`l-${n}`, { purpose: '转账' }));
  const legs = many.slice(1).map((n) => leg(n));
  expect(matched(lines, legs)).toEqual([]);
});

test('both sides put right are equal, or say by how much they are not', () => {
  const sums = {
    bankClosingFen: 1_000_000,
    bookClosingFen: 930_000,
    receivedByBookOnlyFen: 20_000,
    paidByBookOnlyFen: 50_000,
    receivedByBankOnlyFen: 45_000,
    paidByBankOnlyFen: 5_000,
  };
  expect(reconcile(sums)).toEqual({
    adjustedBankFen: 970_000,
    adjustedBookFen: 970_000,
    differenceFen: 0,
  });
  expect(reconcile({ ...sums, paidByBankOnlyFen: 5_001 }).differenceFen).toBe(1);
});

const row = (over: object = {}) => ({
  row: 2,
  cells: { posted_on: '2026-03-02', amount: '-1,000.00', serial: 'S1', purpose: '帮扶', ...over },
});

test('a statement says in yuan what came and went', () => {
  expect(parseStatement([row(), row({ amount: '0.50', serial: '' })])).toEqual([
    { postedOn: '2026-03-02', amountFen: -100_000, serial: 'S1', purpose: '帮扶' },
    { postedOn: '2026-03-02', amountFen: 50, serial: '', purpose: '帮扶' },
  ]);
});

test.each([
  ['posted_on', { posted_on: '20260302' }],
  ['amount', { amount: '1.005' }],
  ['amount', { amount: '1e3' }],
  ['amount', { amount: '１００' }],
  ['amount', { amount: '0.00' }],
  ['serial', { serial: '流水 1' }],
  ['purpose', { purpose: '长'.repeat(201) }],
])('a cell that is no %s is named by its place: %j', (column, over) => {
  expect(() => parseStatement([row(over)])).toThrow(
    expect.objectContaining({ code: 'BANK_FILE_CELL_INVALID', details: { row: 2, column } }),
  );
});

const head = { month: '2026-03', openingFen: 500_000, closingFen: 400_000 };
const lines = parseStatement([row()]);

test('a month goes on where the one before it ended', () => {
  const between = { closingBeforeFen: 500_000, openingAfterFen: 400_000 };
  expect(() => decideStatement(head, lines, between)).not.toThrow();
  expect(() => decideStatement(head, lines, {})).not.toThrow();
});

test.each([
  ['STATEMENT_MONTH_DIFFERS', { month: '2026-02' }, lines, {}],
  ['STATEMENT_SUM_DIFFERS', { closingFen: 400_001 }, lines, {}],
  ['STATEMENT_OPENING_DIFFERS', {}, lines, { closingBeforeFen: 500_001 }],
  ['STATEMENT_OPENING_DIFFERS', {}, lines, { openingAfterFen: 399_999 }],
  ['STATEMENT_SERIAL_TWICE', { closingFen: 300_000 }, [...lines, ...lines], {}],
])('refuses %s', (code, over, some, near) => {
  expect(() => decideStatement({ ...head, ...over }, some, near)).toThrow(
    expect.objectContaining({ code }),
  );
});

const open = { amountFen: -350_050, matched: false };
const legOf = (voucherNo: number, amountFen: number, isMatched = false) => ({
  voucherNo,
  n: 2,
  amountFen,
  matched: isMatched,
});
const three = [legOf(1, -100_000), legOf(2, -200_000), legOf(3, -50_050)];

test('a line is the vouchers that make up its amount', () => {
  expect(() => decideMatch(open, [1, 2, 3], three)).not.toThrow();
});

const proved = { voucherNo: 1, batchNo: '20260302-1', state: 'RECONCILED' };
const unproved = { voucherNo: 2, batchNo: null, state: null };

test('a match is taken apart', () => {
  expect(() => decideUnmatch([proved, unproved])).not.toThrow();
});

test.each([
  ['LINE_NOT_MATCHED', []],
  ['PAYMENT_IS_CLOSED', [unproved, { ...proved, state: 'CLOSED' }]],
])('a match stays: %s', (code, vouchers) => {
  expect(() => decideUnmatch(vouchers)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['LINE_MATCHED', { ...open, matched: true }, three],
  ['VOUCHER_NOT_OF_BANK', open, three.slice(1)],
  ['VOUCHER_MATCHED', open, [...three.slice(1), legOf(1, -100_000, true)]],
  ['MATCH_SUM_DIFFERS', { ...open, amountFen: 350_050 }, three],
  ['MATCH_SUM_DIFFERS', open, [...three.slice(1), legOf(1, -100_001)]],
])('does not match: %s', (code, to, legs) => {
  expect(() => decideMatch(to, [1, 2, 3], legs)).toThrow(expect.objectContaining({ code }));
});
