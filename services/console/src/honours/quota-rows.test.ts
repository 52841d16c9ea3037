import { expect, test } from 'vitest';
import type { HonourQuota } from '../shapes.ts';
import { quotaRows } from './quota-rows.ts';

const quota = (unionId: string, fromUnionId: string, over: object = {}): HonourQuota => ({
  honourCode: 'MAY_DAY_MEDAL',
  unionId,
  unionName: unionId,
  fromUnionId,
  places: 5,
  singleListed: 1,
  handedPlaces: 0,
  handedSingle: 0,
  takenPlaces: 0,
  takenSingle: 0,
  toNode: '',
  pooled: false,
  ...over,
});

test('whoever gave stands above those it gave to, with what each has left', () => {
  const rows = quotaRows([
    quota('village', 'town', { places: 1, singleListed: 0, takenPlaces: 1 }),
    quota('county', '', { handedPlaces: 3, handedSingle: 1, takenPlaces: 1 }),
    quota('town', 'county', { places: 3, handedPlaces: 1 }),
  ]);
  expect(
    rows.map(({ quota: of, depth, free, freeSingle }) => [of.unionId, depth, free, freeSingle]),
  ).toEqual([
    ['county', 0, 1, 0],
    ['town', 1, 2, 1],
    ['village', 2, 0, 0],
  ]);
});

test('whose giver is out of reach stands at the top', () => {
  expect(quotaRows([quota('town', 'county')])).toMatchObject([{ depth: 0 }]);
});
