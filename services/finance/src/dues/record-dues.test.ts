import { expect, test } from 'vitest';
import { duesKey, duesVoucher } from './dues-voucher.ts';
import { decideDues } from './record-dues.ts';

const ask = {
  month: '2026-03',
  receivedOn: '2026-03-20',
  lines: [
    { baseWageFen: 438_700, retained: false },
    { baseWageFen: 500_999, retained: true },
  ],
};
const known = {
  level: 'GRASSROOTS',
  rule: { rateBp: 50, truncateYuan: 10 },
  today: '2026-03-20',
};
const sum = { memberCount: 2, payerCount: 1, retainedCount: 1, amountFen: 2_190 };

test('a month that runs may be paid already', () => {
  expect(decideDues(ask, known)).toEqual(sum);
});

// In this order.
test.each([
  ['DUES_NOT_GRASSROOTS', { receivedOn: '2026-03-21' }, { level: 'COUNTY' }],
  ['IN_FUTURE', { receivedOn: '2026-03-21', lines: [] }, {}],
  ['IN_FUTURE', { month: '2026-04', lines: [] }, {}],
  ['DUES_NOTHING', { lines: [{ baseWageFen: 999, retained: false }] }, {}],
  ['DUES_NOTHING', { lines: [{ baseWageFen: 438_700, retained: true }] }, {}],
])('refused: %s (%#)', (code, over, under) => {
  expect(() => decideDues({ ...ask, ...over }, { ...known, ...under })).toThrow(
    expect.objectContaining({ code }),
  );
});

test('all of it is the union’s own, at the bank where it lies; wages are not in it', () => {
  const to = { ...ask, unionId: 'u-1', bank: 'basic', documentNo: '会费〔2026〕1号' };
  expect(duesVoucher(to, sum, { makerId: 'f-1', takenBack: 0 })).toEqual({
    key: 'dues:2026-03',
    kind: 'MANUAL',
    eventOn: '2026-03-20',
    summary: '会费收入 2026-03 会员 2 人 缴费 1 人 保留会籍 1 人',
    docKind: 'dues-list',
    docId: '会费〔2026〕1号 2026-03',
    makerId: 'f-1',
    legs: [
      { account: { code: '102', mark: 'basic' }, amountFen: 2_190 },
      { account: { code: '401' }, amountFen: -2_190 },
    ],
    moves: [
      {
        from: { kind: 'payer', key: 'u-1' },
        to: { kind: 'own', key: '', bank: 'basic' },
        amountFen: 2_190,
      },
    ],
  });
});

test('what was taken back makes way for a document of its own', () => {
  expect([0, 1, 2].map((takenBack) => duesKey('2026-03', takenBack))).toEqual([
    'dues:2026-03',
    'dues:2026-03#2',
    'dues:2026-03#3',
  ]);
});
