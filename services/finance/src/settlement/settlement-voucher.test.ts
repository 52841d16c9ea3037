import { expect, test } from 'vitest';
import type { SettlementKind } from './settlement.ts';
import { receivedVoucher, sentVoucher } from './settlement-voucher.ts';

const paid = (kind: SettlementKind) => ({
  settlementId: '01a1fd7b-b4e1-700e-b488-12f841e5b8d6',
  neighbour: '321000',
  kind,
  period: '2026-03',
  amountFen: 400_000,
  shares: [
    { level: 'CITY', amountFen: 200_000 },
    { level: 'PROVINCE', amountFen: 100_000 },
    { level: 'NATIONAL', amountFen: 100_000 },
  ],
  project: '送温暖-2027',
});
const at = (level: string) => ({ level, bank: 'bank-1', on: '2026-03-05', makerId: 'm' });
const signs = (legs: readonly { account: { code: string }; amountFen: number }[]) =>
  legs.map(({ account, amountFen }) => [account.code, amountFen]);
const ways = (
  moves: readonly { from: { kind: string }; to: { kind: string }; amountFen: number }[],
) => moves.map(({ from, to, amountFen }) => [from.kind, to.kind, amountFen]);

test.each<[SettlementKind, string, string]>([
  ['REMITTANCE', '211', 'upper'],
  ['SHARE', '21202', 'lower'],
  ['GENERAL_TRANSFER', '50801', 'own'],
  ['SPECIAL_TRANSFER', '50802', 'project'],
])('%s leaves by %s, from the %s pot', (kind, code, pot) => {
  const { legs, moves } = sentVoucher(paid(kind), at('COUNTY'));
  expect(signs(legs)).toEqual([
    [code, 400_000],
    ['102', -400_000],
  ]);
  expect(ways(moves)).toEqual([[pot, 'node', 400_000]]);
});

type Rows = (string | number)[][];

test.each<[SettlementKind, string, Rows, Rows]>([
  [
    'REMITTANCE',
    'CITY',
    [
      ['402', -200_000],
      ['211', -200_000],
    ],
    [
      ['node', 'own', 200_000],
      ['node', 'upper', 200_000],
    ],
  ],
  ['REMITTANCE', 'NATIONAL', [['402', -400_000]], [['node', 'own', 400_000]]],
  ['SHARE', 'COUNTY', [['402', -400_000]], [['node', 'own', 400_000]]],
  ['GENERAL_TRANSFER', 'COUNTY', [['40301', -400_000]], [['node', 'own', 400_000]]],
  ['SPECIAL_TRANSFER', 'COUNTY', [['40302', -400_000]], [['node', 'project', 400_000]]],
])('%s arrives at a %s', (kind, level, credits, moved) => {
  const { legs, moves } = receivedVoucher(paid(kind), at(level));
  expect(signs(legs)).toEqual([['102', 400_000], ...credits]);
  expect(ways(moves)).toEqual(moved);
});
