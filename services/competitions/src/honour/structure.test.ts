import { expect, test } from 'vitest';
import { competitionsPolicy } from '../policy.ts';
import type { HonourLevel, Trait } from './honour-policy.ts';
import { checkSlate, limitOf } from './structure.ts';

const sharesOf = (level: HonourLevel, on: string) =>
  competitionsPolicy('honour.structure', on).find(
    (rule) => rule.level === level && rule.honourCode === 'MAY_DAY_MEDAL',
  )?.shares ?? [];
const national = sharesOf('NATIONAL', '2024-02-01');
const xiamen = sharesOf('CITY', '2016-03-01');

/** So many with the trait among so many. */
const slate = (total: number, count: number, trait: Trait) =>
  Array.from({ length: total }, (_, n) => ({ traits: n < count ? [trait] : [] }));
const checkOf = (trait: Trait, shares: typeof national, total: number, count: number) =>
  checkSlate(shares, slate(total, count, trait)).find(({ traits }) => traits.includes(trait));

test.each<[Trait, number, boolean]>([
  ['INDUSTRIAL_WORKER', 7, true],
  ['INDUSTRIAL_WORKER', 6, false],
  ['SCIENCE_EDUCATION', 4, true],
  ['SCIENCE_EDUCATION', 3, false],
  ['MIGRANT_WORKER', 2, true],
  ['MIGRANT_WORKER', 1, false],
  ['FRONTLINE_WORKER', 4, true],
  ['FRONTLINE_WORKER', 3, false],
  ['WOMAN', 1, true],
  ['WOMAN', 0, false],
])('national 2024, 20 medals, %s %i: %s', (trait, count, met) => {
  expect(checkOf(trait, national, 20, count)).toMatchObject({ actual: count, met });
});

test.each<[Trait, number, boolean]>([
  ['UNIT_LEADER', 37, true],
  ['UNIT_LEADER', 38, false],
  ['FRONTLINE_WORKER', 150, true],
  ['FRONTLINE_WORKER', 149, false],
  ['ENTERPRISE_WORKER', 125, true],
  ['ENTERPRISE_WORKER', 124, false],
  ['WOMAN', 50, true],
  ['WOMAN', 49, false],
  ['MIGRANT_WORKER', 50, true],
  ['MIGRANT_WORKER', 49, false],
])('Xiamen 2016, 250 medals, %s %i: %s', (trait, count, met) => {
  expect(checkOf(trait, xiamen, 250, count)).toMatchObject({ actual: count, met });
});

test.each([
  ['AT_MOST', 15, 250, 37],
  ['AT_LEAST', 15, 250, 38],
  ['AT_LEAST', 35, 20, 7],
  ['AT_LEAST', 35, 21, 8],
  ['AT_LEAST', 10, 0, 0],
  ['SOME', 0, 0, 0],
  ['SOME', 0, 9, 1],
] as const)('%s %i %% of %i is %i', (bound, percent, nominations, limit) => {
  expect(limitOf({ traits: [], bound, percent }, nominations)).toBe(limit);
});

test('somebody with two traits of a share counts once in it, and in every share he has one of', () => {
  const checks = checkSlate(xiamen, [
    { traits: ['INDUSTRIAL_WORKER', 'FRONTLINE_WORKER', 'WOMAN'] },
  ]);
  expect(checks.map(({ actual }) => actual)).toEqual([0, 1, 0, 1, 0]);
});

test('certificates and pioneers of 2024 have shares of firms; what was before 2016 has none', () => {
  const rules = competitionsPolicy('honour.structure', '2024-02-01');
  const of = (code: string) => rules.find(({ honourCode }) => honourCode === code)?.shares.length;
  expect([of('MAY_DAY_CERTIFICATE'), of('WORKER_PIONEER')]).toEqual([2, 2]);
  expect(sharesOf('NATIONAL', '2023-02-01')).toEqual([]);
  expect(sharesOf('CITY', '2015-02-01')).toEqual([]);
});
