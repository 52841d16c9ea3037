import { expect, test } from 'vitest';
import type { Movement } from '../indicator/movements.ts';
import { placed } from './contributions.ts';
import { dated, EVER, FOR_GOOD, isReporting, relinked } from './lines.ts';

const moved = [
  { unionId: 'u', reportingUnionId: 'east', fromMonth: EVER, toMonth: '2026-03' },
  { unionId: 'u', reportingUnionId: 'west', fromMonth: '2026-03', toMonth: FOR_GOOD },
];
const move = (indicator: Movement['indicator'], period: string): Movement => ({
  indicator,
  unionId: 'u',
  period,
  dims: '',
  delta: 1n,
});
const told = (movement: Movement): string[] =>
  placed([movement], new Map([['u', moved]])).map(
    ({ reportingUnionId, period, delta }) => `${delta} ${reportingUnionId} ${period}`,
  );

test.each([
  ['a flow stays where it happened', move('members_recruited', '2026-01'), ['1 east 2026-01']],
  ['a flow after the move counts there', move('members_recruited', '2026-03'), ['1 west 2026-03']],
  [
    'a stock goes along in the month of the move',
    move('members_total', '2026-01'),
    ['1 east 2026-01', '-1 east 2026-03', '1 west 2026-03'],
  ],
  [
    'a stock of the month of the move is of the new place',
    move('members_total', '2026-03'),
    ['1 west 2026-03'],
  ],
  [
    'a stock after the move has nothing to take along',
    move('members_total', '2026-05'),
    ['1 west 2026-05'],
  ],
])('%s', (_, movement, contributions) => {
  expect(told(movement)).toEqual(contributions);
});

const first = { validFrom: '2020-05-10', parentId: 'a' };

test.each([
  ['a later parent follows', { validFrom: '2021-01-01', parentId: 'b' }, ['a', 'b']],
  ['an earlier one goes before', { validFrom: '2019-01-01', parentId: 'b' }, ['b', 'a']],
  ['the same day replaces', { validFrom: '2020-05-10', parentId: 'b' }, ['b']],
])('a line changes: %s', (_, change, parents) => {
  expect(relinked([first], change).map(({ parentId }) => parentId)).toEqual(parents);
});

test('a month belongs to the parent of its last day, and the first reaches back for ever', () => {
  const line = dated([
    first,
    { validFrom: '2021-01-31', parentId: 'b' },
    { validFrom: '2021-01-31', parentId: 'c' },
    { validFrom: '2021-02-01', parentId: 'd' },
  ]);
  expect(line.map(({ parentId, fromMonth, toMonth }) => [parentId, fromMonth, toMonth])).toEqual([
    ['a', EVER, '2021-01'],
    ['b', '2021-01', '2021-01'],
    ['c', '2021-01', '2021-02'],
    ['d', '2021-02', FOR_GOOD],
  ]);
});

test.each([
  ['TOWNSHIP', 'TOWNSHIP', true],
  ['TOWNSHIP', 'SYSTEM', true],
  ['COUNTY', 'PARK', true],
  ['VILLAGE', 'PARK', false],
  ['COUNTY', 'FEDERATION', false],
  ['GRASSROOTS', 'SINGLE_GRASSROOTS', false],
])('cells are reported for %s %s: %s', (level, kind, reporting) => {
  expect(isReporting(level, kind)).toBe(reporting);
});
