import { expect, test } from 'vitest';
import { missingColumn } from './collection-columns.ts';
import { readRow } from './read-line.ts';

const cells = {
  slip_no: '332090260300012345',
  payer_uscc: '913299990000000198',
  period: '2026-03',
  wage_base: '1,000,000.00',
  amount: '20000.00',
  tax_organ: '示范区税务局',
  received_on: '2026-04-15',
};
const lineOf = (over: object) => {
  const read = readRow(7, { ...cells, ...over });
  if (read.kind !== 'line') throw new Error(read.kind);
  return read.line;
};

test('a row is a line', () => {
  expect(lineOf({ late_fee: '1.50' })).toEqual({
    row: 7,
    slipNo: '332090260300012345',
    payerUscc: '913299990000000198',
    periodFrom: '2026-03',
    periodTo: '2026-03',
    wageBaseFen: 100_000_000,
    amountFen: 2_000_000,
    lateFeeFen: 150,
    taxOrgan: '示范区税务局',
    receivedOn: '2026-04-15',
    code: '',
  });
});

test.each([
  ['2026-03', '2026-03', '2026-03'],
  ['202603', '2026-03', '2026-03'],
  ['2026年3月', '2026-03', '2026-03'],
  ['2026/3', '2026-03', '2026-03'],
  ['2026-01-01至2026-03-31', '2026-01', '2026-03'],
  ['2026.01 ~ 2026.03', '2026-01', '2026-03'],
  ['2026Q2', '2026-04', '2026-06'],
  ['2026年第四季度', '2026-10', '2026-12'],
  ['2026年1季度', '2026-01', '2026-03'],
])('a period is read: %s', (period, periodFrom, periodTo) => {
  expect(lineOf({ period })).toMatchObject({ periodFrom, periodTo, code: '' });
});

test('a period is two columns where the file has two', () => {
  const over = { period: '', period_from: '2026-01-01', period_to: '2026-03-31' };
  expect(lineOf(over)).toMatchObject({ periodFrom: '2026-01', periodTo: '2026-03', code: '' });
});

test.each(['2026-04-15', '2026/4/15', '20260415', '2026年4月15日', '2026-04-15 10:20:30'])(
  'a date is read: %s',
  (received_on) => {
    expect(lineOf({ received_on }).receivedOn).toBe('2026-04-15');
  },
);

// In this order: the first is told.
test.each([
  ['SLIP_MISSING', { slip_no: ' ', payer_uscc: 'x' }],
  ['LINE_USCC_WRONG', { payer_uscc: '913299990000000199', period: 'x' }],
  ['LINE_PERIOD_WRONG', { period: '2026-13' }],
  ['LINE_PERIOD_WRONG', { period: '2026-03至2026-01' }],
  ['LINE_PERIOD_WRONG', { period: '' }],
  ['LINE_DATE_WRONG', { received_on: '2026-02-30' }],
  ['LINE_WAGE_BASE_WRONG', { wage_base: '1e6' }],
  ['LINE_AMOUNT_ZERO', { amount: '0.00' }],
  ['LINE_AMOUNT_ZERO', { amount: '-1.00', late_fee: '1' }],
])('a line that nobody can post says why: %s (%#)', (code, over) => {
  expect(lineOf(over).code).toBe(code);
});

test.each(['', '1.234', '１００', '1e3', '￥100', '1,00', '壹佰', 'NaN', '--1'])(
  'a file whose amount is no amount is unreadable: "%s"',
  (amount) => {
    const unreadable = { kind: 'unreadable', row: 3, code: 'AMOUNT_MALFORMED' };
    expect(readRow(3, { ...cells, amount })).toEqual(unreadable);
    expect(readRow(3, { ...cells, late_fee: amount || '.' })).toEqual(unreadable);
  },
);

test('a negative amount is an amount', () => {
  expect(lineOf({ amount: '-20,000.00' })).toMatchObject({ amountFen: -2_000_000, code: '' });
});

test('the row of totals says what the file comes to', () => {
  const total = { slip_no: '合 计', amount: '2,469.14', late_fee: '0.86' };
  expect(readRow(9, total)).toEqual({ kind: 'total', totalFen: 247_000 });
  const counted = { amount: '2,470.00' };
  expect(readRow(9, counted, ['合计', '2,470.00'])).toEqual({ kind: 'total', totalFen: 247_000 });
});

test.each([
  { slip_no: '小计', amount: '100.00' },
  { slip_no: '制表人：甲', received_on: '2026-04-20' },
])('what is no line of its own is passed over (%#)', (aside) => {
  expect(readRow(9, aside)).toEqual({ kind: 'aside' });
});

test.each([
  [['slip_no', 'payer_uscc', 'amount', 'received_on', 'period'], undefined],
  [['slip_no', 'payer_uscc', 'amount', 'received_on', 'period_from', 'period_to'], undefined],
  [['slip_no', 'payer_uscc', 'amount', 'received_on', 'period_from'], 'period'],
  [['slip_no', 'payer_uscc', 'received_on', 'period'], 'amount'],
  [[], 'slip_no'],
])('columns %j lack %s', (fields, missing) => {
  expect(missingColumn(new Set(fields))).toBe(missing);
});
