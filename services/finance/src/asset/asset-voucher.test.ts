import { expect, test } from 'vitest';
import {
  addedLegs,
  agreedLegs,
  countedLegs,
  depreciationLegs,
  disposalLegs,
} from './asset-voucher.ts';
import type { Leg } from '../ledger/voucher.ts';

const computer = {
  class: 'COMPUTER',
  ownership: 'union',
  valueFen: 1_200_000,
  depreciatedFen: 16_667,
};
const software = {
  class: 'INTANGIBLE',
  ownership: 'state',
  valueFen: 500_000,
  depreciatedFen: 500_000,
};
const said = (legs: readonly Leg[]) =>
  legs.map(({ account, amountFen }) => [account.code, account.mark, amountFen]);
const sumOf = (legs: readonly Leg[]) => legs.reduce((sum, leg) => sum + leg.amountFen, 0);

test.each([
  [
    'added',
    addedLegs(computer),
    [
      ['162', 'union', 1_200_000],
      ['30104', 'union', -1_200_000],
    ],
  ],
  [
    'a month of three cards in two kinds',
    depreciationLegs([
      { ...computer, fen: 100 },
      { ...computer, fen: 50 },
      { ...software, fen: 7 },
    ]),
    [
      ['30104', 'union', 150],
      ['163', 'union', -150],
      ['30105', 'state', 7],
      ['172', 'state', -7],
    ],
  ],
  [
    'let go',
    disposalLegs(computer),
    [
      ['163', 'union', 16_667],
      ['30104', 'union', 1_183_333],
      ['162', 'union', -1_200_000],
    ],
  ],
  [
    'let go when nothing is left of it',
    disposalLegs(software),
    [
      ['172', 'state', 500_000],
      ['171', 'state', -500_000],
    ],
  ],
  [
    'one missing, one too many: both are told',
    countedLegs([computer], [{ ...computer, depreciatedFen: 0, valueFen: 300_000 }]),
    [
      ['163', 'union', 16_667],
      ['182', 'union', 1_183_333],
      ['162', 'union', -1_200_000],
      ['162', 'union', 300_000],
      ['182', 'union', -300_000],
    ],
  ],
  [
    'and agreed to',
    agreedLegs([computer], [{ ...computer, depreciatedFen: 0, valueFen: 300_000 }]),
    [
      ['30104', 'union', 1_183_333],
      ['182', 'union', -1_183_333],
      ['30104', 'union', -300_000],
      ['182', 'union', 300_000],
    ],
  ],
])('%s', (_, legs, expected) => {
  expect(said(legs)).toEqual(expected);
  expect(sumOf(legs)).toBe(0);
});
