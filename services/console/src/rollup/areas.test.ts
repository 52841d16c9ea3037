import { expect, test } from 'vitest';
import type { Indicator, RollupRow } from '../shapes.ts';
import { areasOf } from './areas.ts';
import type { Group } from './rows.ts';

const row = (over: Partial<RollupRow>): RollupRow => ({
  indicator: '',
  dims: '',
  own: '0',
  subtree: '0',
  partValues: ['0'],
  declared: false,
  version: '1',
  pending: '0',
  ownHidden: '',
  subtreeHidden: '',
  partHidden: [],
  ...over,
});
const group = (code: string, area: string | undefined, ...rows: Partial<RollupRow>[]): Group => ({
  code,
  indicator: area === undefined ? undefined : ({ code, area } as Indicator),
  total: undefined,
  lines: rows.map((one) => ({ row: row(one), depth: 0 })),
});
const shown = (groups: Group[]) =>
  areasOf(groups).map(({ name, counted, idle }) => [
    name,
    counted.map(({ code }) => code),
    idle.map(({ code }) => code),
  ]);

test('each area in the order of the catalogue, with what has a number and what has none', () => {
  expect(
    shown([
      group('unions', 'organisation', { subtree: '7' }),
      group('held', 'contests', {}),
      group('groups', 'organisation', {}),
      group('prizes', 'contests', { subtree: '3' }),
    ]),
  ).toEqual([
    ['organisation', ['unions'], ['groups']],
    ['contests', ['prizes'], ['held']],
  ]);
});

test.each([
  ['a part that is taken back elsewhere', { partValues: ['3', '-3'] }],
  ['an own level below', { own: '-1' }],
  ['something late', { pending: '2' }],
  ['a declared nothing', { declared: true }],
  ['a number that is hidden', { subtreeHidden: 'SMALL' }],
])('is not idle: %s', (_, over) => {
  expect(shown([group('one', 'contests', {}, over)])).toEqual([['contests', ['one'], []]]);
});

test('what no catalogue names has an area of its own', () => {
  expect(shown([group('new', undefined, { subtree: '1' })])).toEqual([['', ['new'], []]]);
});
