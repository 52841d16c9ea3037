import { expect, test } from 'vitest';
import { decideResult, parseResults, resultHash, type LineResult } from './result-file.ts';

const cells = (over: object = {}) => ({
  batch_no: '20260302-0a1b2c3d',
  seq: '1',
  amount_fen: '100000',
  status: 'success',
  bank_serial: 'S-1',
  paid_on: '2026-03-02',
  failure_code: '',
  ...over,
});
const failed = { status: 'fail', bank_serial: '', paid_on: '', failure_code: 'CLOSED' };
const parse = (...all: object[]) =>
  parseResults(all.map((one, at) => ({ row: at + 2, cells: cells(one) })));

test('a bank says which line it paid, and which not', () => {
  expect(parse({ seq: '2', ...failed }, {})).toEqual([
    {
      batchNo: '20260302-0a1b2c3d',
      seq: 1,
      amountFen: 100_000,
      paid: true,
      bankSerial: 'S-1',
      paidOn: '2026-03-02',
      failureCode: '',
    },
    {
      batchNo: '20260302-0a1b2c3d',
      seq: 2,
      amountFen: 100_000,
      paid: false,
      bankSerial: '',
      paidOn: '',
      failureCode: 'CLOSED',
    },
  ]);
});

test.each([
  ['batch_no', { batch_no: '' }],
  ['seq', { seq: '0' }],
  ['seq', { seq: '１' }],
  ['amount_fen', { amount_fen: '1000.00' }],
  ['amount_fen', { amount_fen: '-1' }],
  ['amount_fen', { amount_fen: '1e5' }],
  ['status', { status: 'SUCCESS' }],
  ['bank_serial', { bank_serial: '' }],
  ['bank_serial', { ...failed, bank_serial: 'S-1' }],
  ['paid_on', { paid_on: '2026-02-30' }],
  ['failure_code', { failure_code: 'CLOSED' }],
  ['failure_code', { ...failed, failure_code: '' }],
  ['failure_code', { ...failed, failure_code: '户名不符：张三' }],
])('a cell that is no %s is named by its place: %j', (column, over) => {
  expect(() => parse(over)).toThrow(
    expect.objectContaining({ code: 'BANK_FILE_CELL_INVALID', details: { row: 2, column } }),
  );
});

const sent = { batchNo: '20260302-0a1b2c3d', state: 'SENT', resultSha256: '' };
const lines = [
  { seq: 1, amountFen: 100_000 },
  { seq: 2, amountFen: 100_000 },
];
const both = parse({}, { seq: '2', bank_serial: 'S-2' });
const decide = (payment: object, results: readonly LineResult[]) =>
  decideResult({ ...sent, ...payment }, lines, results, '2026-03-02');

test('a result is taken once; the same one again changes nothing', () => {
  expect(decide({}, both)).toBe('take');
  const taken = { state: 'RECONCILED', resultSha256: resultHash(both) };
  expect(decide(taken, parse({ seq: '2', bank_serial: 'S-2' }, {}))).toBe('taken');
});

test.each([
  [
    'RESULT_CONTRADICTS',
    { state: 'RESULT', resultSha256: resultHash(both) },
    parse({}, { seq: '2', ...failed }),
  ],
  ['PAYMENT_STATE_WRONG', { state: 'EXPORTED' }, both],
  ['RESULT_OF_OTHER_BATCH', { batchNo: '20260302-ffffffff' }, both],
  ['RESULT_LINES_DIFFER', {}, parse({})],
  ['RESULT_LINES_DIFFER', {}, parse({}, { bank_serial: 'S-2' })],
  [
    'RESULT_LINES_DIFFER',
    {},
    parse({}, { seq: '2', bank_serial: 'S-2' }, { seq: '3', bank_serial: 'S-3' }),
  ],
  ['RESULT_AMOUNT_DIFFERS', {}, parse({}, { seq: '2', bank_serial: 'S-2', amount_fen: '100001' })],
  ['IN_FUTURE', {}, parse({}, { seq: '2', bank_serial: 'S-2', paid_on: '2026-03-03' })],
  ['RESULT_SERIAL_TWICE', {}, parse({}, { seq: '2' })],
])('refuses %s', (code, payment, results) => {
  expect(() => decide(payment, results)).toThrow(
    expect.objectContaining({ kind: 'refused', code }),
  );
});
