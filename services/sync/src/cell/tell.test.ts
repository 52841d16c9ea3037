import { expect, test } from 'vitest';
import type { Changed } from './cell.ts';
import { toDeltas } from './add.ts';
import { changeFacts } from './tell.ts';

const cell = (unionId: string, period: string, indicator = 'members_total'): Changed => ({
  unionId,
  scope: 'subtree',
  indicator,
  period,
  dims: '',
  value: 1n,
  version: 1n,
  declared: false,
  saidBy: '',
});
const months = (count: number, years: number): Changed[] =>
  Array.from({ length: count }, (_, n) =>
    cell(`u${n % 60}`, `${2000 + (n % years)}-0${(n % 9) + 1}`),
  );

test('one fact for each union and month, with its indicators', () => {
  const changed = [
    cell('a', '2026-01'),
    cell('a', '2026-01', 'unions_total'),
    cell('b', '2026-01'),
  ];
  expect(changeFacts(changed, 'root')).toEqual([
    { unionId: 'a', period: '2026-01', indicators: ['members_total', 'unions_total'] },
    { unionId: 'b', period: '2026-01', indicators: ['members_total'] },
  ]);
});

test('many months become years', () => {
  const facts = changeFacts(months(540, 1), 'root');
  expect(facts).toHaveLength(60);
  expect(facts[0]).toMatchObject({ period: '2000' });
});

test('too many of both become one for the root', () => {
  expect(changeFacts(months(5_000, 50), 'root')).toEqual([
    { unionId: 'root', period: '', indicators: ['members_total'] },
  ]);
});

test('what moves between townships cancels at the root', () => {
  const between = { indicator: 'members_total', period: '2026-03', dims: '' };
  const deltas = toDeltas(
    [
      { ...between, reportingUnionId: 'east', delta: -5n },
      { ...between, reportingUnionId: 'root', delta: 5n },
    ],
    'root',
  );
  expect(deltas.map(({ unionId, scope, delta }) => `${unionId} ${scope} ${delta}`)).toEqual([
    'east subtree -5',
    'root own 5',
  ]);
});
