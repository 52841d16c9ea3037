import { expect, test } from 'vitest';
import { decideYearClose } from './decide-year-close.ts';
import { decideStatement } from './decide-statement.ts';

const line = (code: string, closingFen: number, project = '') => ({
  code,
  partyId: '',
  project,
  mark: '',
  closingFen,
});

// Domain §9.13: a project's unspent 40,000 goes to 321; 100,000 of income less 90,000 of expense to 322.
test('projects are carried to 321, all else to 322; each voucher balances', () => {
  const carried = decideYearClose([
    line('40302', -10_000_000, 'P'),
    line('50405', 6_000_000, 'P'),
    line('402', -10_000_000),
    line('505', 9_000_000),
    line('102', 4_000_000),
  ]);
  expect(carried.map(({ target, gainFen }) => [target, gainFen])).toEqual([
    ['32103', 4_000_000],
    ['32203', 1_000_000],
  ]);
  for (const { legs } of carried) expect(legs.reduce((sum, leg) => sum + leg.amountFen, 0)).toBe(0);
  expect(carried[0]?.legs.at(-1)).toEqual({
    account: { code: '32103', project: 'P' },
    amountFen: -4_000_000,
  });
});

test('a year without income and expenditure carries nothing; more accounts than a voucher holds make several', () => {
  expect(decideYearClose([line('102', 5), line('322', -5)])).toEqual([]);
  const many = Array.from({ length: 1_000 }, (_, n) => line('402', -1 - n, ''));
  expect(decideYearClose(many).map(({ legs }) => legs.length)).toEqual([451, 451, 101]);
});

test('what came out even needs no leg for its target', () => {
  const [even] = decideYearClose([line('402', -5), line('505', 5)]);
  expect(even).toEqual({
    target: '32203',
    gainFen: 0,
    legs: [
      { account: { code: '402', partyId: '', project: '', mark: '' }, amountFen: 5 },
      { account: { code: '505', partyId: '', project: '', mark: '' }, amountFen: -5 },
    ],
  });
});

test('the balance sheet balances before the year is closed, since the surplus is shown', () => {
  const { items, balanced } = decideStatement('01', [
    { code: '102', openingFen: 100, amountFen: 160 },
    { code: '163', openingFen: -10, amountFen: -20 },
    { code: '211', openingFen: -30, amountFen: -50 },
    { code: '32205', openingFen: -60, amountFen: -60 },
    { code: '402', openingFen: 0, amountFen: -100 },
    { code: '504', openingFen: 0, amountFen: 70 },
  ]);
  expect(balanced).toBe(true);
  expect(items.map(({ code, openingFen, amountFen }) => [code, openingFen, amountFen])).toEqual([
    ['102', 100, 160],
    ['163', -10, -20],
    ['ASSET', 90, 140],
    ['211', 30, 50],
    ['LIABILITY', 30, 50],
    ['322', 60, 60],
    ['322+', 0, 30],
    ['NET_ASSET', 60, 90],
  ]);
  const wrong = decideStatement('01', [{ code: '102', openingFen: 0, amountFen: 1 }]);
  expect(wrong.balanced).toBe(false);
});
