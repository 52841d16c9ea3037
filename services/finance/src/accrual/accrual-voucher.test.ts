// Against the key postings of domain §5.7.
import { expect, test } from 'vitest';
import { checkVoucher } from '../ledger/check-voucher.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import type { SettlementKind } from '../settlement/settlement.ts';
import type { Accrued, Direction, Parts } from './accrual.ts';
import {
  accrualVoucher,
  reopeningVoucher,
  settlingVoucher,
  takingBackVoucher,
} from './accrual-voucher.ts';

const PARTY = '01a1fd7b-b4e1-700e-b488-12f841e5b8d6';
const BELOW = '01a1fd7b-b4e1-700e-b488-12f841e5b8d7';
const accrued = (direction: Direction, kind: SettlementKind, forUnionId = ''): Accrued => ({
  accrualId: '01a1fd7b-b4e1-700e-b488-12f841e5b8d8',
  direction,
  kind,
  year: 2025,
  counterpartId: PARTY,
  forUnionId,
  project: kind === 'SPECIAL_TRANSFER' ? '送温暖-2025' : '',
});
const part = (ownFen: number, upperFen = 0, lowerFen = 0): Parts => ({
  ownFen,
  upperFen,
  lowerFen,
});
const signed = { makerId: 'm', documentSha256: '' };
const signs = ({ legs }: VoucherToPost) =>
  legs.map(({ account, amountFen }) => [account.code, amountFen]);

type Rows = [code: string, fen: number][];
const CASES: [string, Accrued, Parts, Rows][] = [
  [
    'what lower unions owe',
    accrued('IN', 'REMITTANCE'),
    part(4, 6),
    [
      ['132', 10],
      ['402', -4],
      ['211', -6],
    ],
  ],
  [
    'what the superior passes on',
    accrued('IN', 'SHARE'),
    part(5),
    [
      ['13102', 5],
      ['402', -5],
    ],
  ],
  [
    'what it passes on for a union below',
    accrued('IN', 'SHARE', BELOW),
    part(0, 0, 5),
    [
      ['13102', 5],
      ['21202', -5],
    ],
  ],
  [
    'a subsidy due',
    accrued('IN', 'GENERAL_TRANSFER'),
    part(5),
    [
      ['13101', 5],
      ['40301', -5],
    ],
  ],
  [
    'an earmarked one',
    accrued('IN', 'SPECIAL_TRANSFER'),
    part(5),
    [
      ['13101', 5],
      ['40302', -5],
    ],
  ],
  [
    'a subsidy granted',
    accrued('OUT', 'GENERAL_TRANSFER'),
    part(5),
    [
      ['21201', -5],
      ['50801', 5],
    ],
  ],
  [
    'an earmarked one granted',
    accrued('OUT', 'SPECIAL_TRANSFER'),
    part(5),
    [
      ['21201', -5],
      ['50802', 5],
    ],
  ],
];

test.each(CASES)('%s is posted into December, without money', (_, of, parts, rows) => {
  const voucher = accrualVoucher(of, parts, signed);
  expect(signs(voucher)).toEqual(rows);
  expect(voucher).toMatchObject({ eventOn: '2025-12-31', period: '2025-12', moves: [] });
  expect(checkVoucher(voucher)).toBeUndefined();
});

test.each(CASES)('%s is taken back by its mirror', (_, of, parts, rows) => {
  const said = { sourceId: 's', reason: '误计提', on: '2026-02-01', makerId: 'm' };
  const voucher = takingBackVoucher({ ...of, voucherNo: 7 }, { open: parts, whole: true }, said);
  expect(signs(voucher)).toEqual(rows.map(([code, fen]) => [code, -fen]));
  expect(voucher).toMatchObject({ reversesNo: 7, moves: [] });
  const rest = takingBackVoucher({ ...of, voucherNo: 7 }, { open: parts, whole: false }, said);
  expect(rest.reversesNo).toBeUndefined();
});

const come = { sourceId: 's', bank: 'bank-1', on: '2026-02-01', makerId: 'm' };

test('what has come is taken off the income of the year in which it came', () => {
  const voucher = settlingVoucher(accrued('IN', 'REMITTANCE'), part(4, 6), come);
  expect(signs(voucher)).toEqual([
    ['132', -10],
    ['402', 4],
    ['211', 6],
  ]);
  expect(voucher.moves).toEqual([]);
});

test("a union's share came as this node's own, and goes to the purse that is the union's", () => {
  const voucher = settlingVoucher(accrued('IN', 'SHARE', BELOW), part(0, 0, 5), come);
  expect(signs(voucher)).toEqual([
    ['13102', -5],
    ['402', 5],
  ]);
  expect(voucher.moves).toEqual([
    {
      from: { kind: 'own', key: '', bank: 'bank-1' },
      to: { kind: 'lower', key: BELOW, bank: 'bank-1' },
      amountFen: 5,
    },
  ]);
  expect(checkVoucher(voucher)).toBeUndefined();
});

test('each voucher has a document and a key of its own; what is undone names what it undoes', () => {
  const of = accrued('IN', 'REMITTANCE');
  const undone = { sourceId: 's', voucherNo: 9, on: '2026-03-01', makerId: 'm' };
  const three = [
    accrualVoucher(of, part(4), { ...signed, documentSha256: 'a'.repeat(64) }),
    settlingVoucher(of, part(4), come),
    reopeningVoucher(of, undone),
  ];
  expect(new Set(three.map(({ key }) => key)).size).toBe(3);
  expect(new Set(three.map(({ docId }) => docId)).size).toBe(3);
  expect(three[0]?.docHash).toBe('a'.repeat(64));
  expect(three[2]).toMatchObject({ reversesNo: 9, legs: [], moves: [] });
});
