import { expect, test } from 'vitest';
import { decideAccrual, decideSettling, type AskedAccrual } from './decide-accrual.ts';
import { decideTakingBack } from './take-back-accrual.ts';

const UNION = '01a1fd7b-b4e1-700e-b488-12f841e5b8d6';
const county = { level: 'COUNTY', superior: '321000', subordinates: ['321099'] };
const TODAY = '2026-01-08';
const remittance: AskedAccrual = {
  direction: 'IN',
  kind: 'REMITTANCE',
  year: 2025,
  neighbour: '321099',
  unionId: '',
  amountFen: 800_000,
  shares: [
    { level: 'COUNTY', amountFen: 400_000 },
    { level: 'CITY', amountFen: 200_000 },
    { level: 'PROVINCE', amountFen: 200_000 },
  ],
  forUnionId: '',
  project: '',
};
const share: AskedAccrual = {
  ...remittance,
  kind: 'SHARE',
  neighbour: '321000',
  shares: [],
};
const general: AskedAccrual = { ...share, kind: 'GENERAL_TRANSFER' };
const special: AskedAccrual = { ...share, kind: 'SPECIAL_TRANSFER', project: '送温暖-2025' };

test.each<[string, AskedAccrual, [own: number, upper: number, lower: number]]>([
  ['a remittance of a subordinate', remittance, [400_000, 400_000, 0]],
  [
    'one of a union that pays up itself',
    { ...remittance, neighbour: '', unionId: UNION },
    [400_000, 400_000, 0],
  ],
  [
    'one of which nothing is for this level',
    { ...remittance, amountFen: 200_000, shares: remittance.shares.slice(1, 2) },
    [0, 200_000, 0],
  ],
  ['a share of the superior', share, [800_000, 0, 0]],
  ['one for a union below', { ...share, forUnionId: UNION }, [0, 0, 800_000]],
  ['a general transfer', general, [800_000, 0, 0]],
  ['a special transfer', special, [800_000, 0, 0]],
  [
    'one that this node still owes',
    { ...special, direction: 'OUT', neighbour: '321099' },
    [800_000, 0, 0],
  ],
])('%s is accrued', (_, ask, [ownFen, upperFen, lowerFen]) => {
  expect(decideAccrual(county, ask, TODAY)).toEqual({ ownFen, upperFen, lowerFen });
});

// In this order.
test.each<[string, string, AskedAccrual]>([
  ['a year that is not over', 'YEAR_NOT_OVER', { ...remittance, year: 2026 }],
  ['a remittance upward', 'ACCRUAL_KIND', { ...remittance, direction: 'OUT' }],
  ['a share downward', 'ACCRUAL_KIND', { ...share, direction: 'OUT', neighbour: '321099' }],
  ['a remittance of the superior', 'ACCRUAL_NODE', { ...remittance, neighbour: '321000' }],
  ['a share of a subordinate', 'ACCRUAL_NODE', { ...share, neighbour: '321099' }],
  ['a node that is no neighbour', 'ACCRUAL_NODE', { ...general, neighbour: '320000' }],
  ['nobody', 'ACCRUAL_NODE', { ...remittance, neighbour: '' }],
  ['a node and a union', 'ACCRUAL_NODE', { ...remittance, unionId: UNION }],
  ['a share of a union here', 'ACCRUAL_NODE', { ...share, neighbour: '', unionId: UNION }],
  ['a debt to the superior', 'ACCRUAL_NODE', { ...general, direction: 'OUT' }],
  ['a special transfer without its project', 'ACCRUAL_PROJECT', { ...special, project: '' }],
  ['a project of a general one', 'ACCRUAL_PROJECT', { ...general, project: 'P' }],
  ['a transfer for a union below', 'ACCRUAL_SHARES', { ...general, forUnionId: UNION }],
  ['shares of a transfer', 'ACCRUAL_SHARES', { ...general, shares: remittance.shares }],
  ['a remittance without shares', 'ACCRUAL_SHARES', { ...remittance, shares: [] }],
  ['shares that do not sum to it', 'ACCRUAL_SHARES', { ...remittance, amountFen: 800_001 }],
  [
    'one level twice',
    'ACCRUAL_SHARES',
    { ...remittance, shares: [1, 2].map(() => ({ level: 'CITY', amountFen: 400_000 })) },
  ],
])('%s: %s', (_, code, ask) => {
  expect(() => decideAccrual(county, ask, TODAY)).toThrow(expect.objectContaining({ code }));
});

test('a share of a level below this one is nobody of a remittance', () => {
  const city = { level: 'CITY', superior: '320000', subordinates: ['321099'] };
  expect(() => decideAccrual(city, remittance, TODAY)).toThrow(
    expect.objectContaining({ code: 'ACCRUAL_SHARES' }),
  );
});

test('a node without a superior expects nothing from above', () => {
  const top = { ...county, superior: null };
  for (const neighbour of ['', '321000'])
    expect(() => decideAccrual(top, { ...share, neighbour }, TODAY)).toThrow(
      expect.objectContaining({ code: 'ACCRUAL_NODE' }),
    );
});

const parts = (accrualId: string, ownFen: number, upperFen = 0, lowerFen = 0) => ({
  accrualId,
  ownFen,
  upperFen,
  lowerFen,
});

test.each<[string, ReturnType<typeof parts>[], [number, number], ReturnType<typeof parts>[]]>([
  ['all of it', [parts('a', 4, 4)], [4, 4], [parts('a', 4, 4)]],
  ['less than is open', [parts('a', 4, 4)], [1, 3], [parts('a', 1, 3)]],
  ['more than is open', [parts('a', 4, 4)], [9, 9], [parts('a', 4, 4)]],
  [
    'the first one before the second',
    [parts('a', 4), parts('b', 0, 0, 6)],
    [7, 0],
    [parts('a', 4), parts('b', 0, 0, 3)],
  ],
  ['nothing for the second', [parts('a', 4), parts('b', 6)], [4, 0], [parts('a', 4)]],
  ['nothing at all', [parts('a', 4)], [0, 5], []],
])('what has come settles %s', (_, open, [ownFen, upperFen], settled) => {
  expect(decideSettling(open, { ownFen, upperFen })).toEqual(settled);
});

const all = { ownFen: 4, upperFen: 4, lowerFen: 0, year: 2025, accruedBy: 'a' };
const back = { by: 'b', on: '2026-01-08', today: TODAY };

test.each([
  [{ ownFen: 4, upperFen: 4, lowerFen: 0 }, true],
  [{ ownFen: 3, upperFen: 4, lowerFen: 0 }, false],
])('what is open is taken back: %o', (open, whole) => {
  expect(decideTakingBack(all, open, back)).toEqual({ whole });
  expect(decideTakingBack(all, open, { ...back, on: '2025-12-31' })).toEqual({ whole });
});

// In this order.
test.each([
  ['ACCRUAL_SETTLED', { ownFen: 0, upperFen: 0, lowerFen: 0 }, { ...back, by: 'a' }],
  ['ACCRUAL_SAME_PERSON', all, { ...back, by: 'a', on: '2027-01-01' }],
  ['ACCRUAL_DATE_WRONG', all, { ...back, on: '2026-01-09' }],
  ['ACCRUAL_DATE_WRONG', all, { ...back, on: '2025-12-30' }],
])('taken back: %s', (code, open, asked) => {
  expect(() => decideTakingBack(all, open, asked)).toThrow(expect.objectContaining({ code }));
});
