import { expect, test } from 'vitest';
import { decideDeclare } from './declare-figures.ts';
import { netChanges } from './net-changes.ts';

const ask = {
  unionId: 'u',
  figures: [{ indicator: 'members_total', period: '2020', dims: '', value: 5n }],
};
const unit = { saidBy: '', withoutNode: false, counted: false };

test.each([
  ['REPORTING_UNION_UNKNOWN', { ...unit, saidBy: undefined }, ask],
  ['NODE_REPORTS', { ...unit, saidBy: '321084' }, ask],
  [
    'INDICATOR_DERIVED',
    unit,
    { ...ask, figures: [{ ...ask.figures[0]!, indicator: 'members_net_increase' }] },
  ],
  [
    'INDICATOR_DERIVED',
    unit,
    { ...ask, figures: [{ ...ask.figures[0]!, indicator: 'competition_trades' }] },
  ],
  [
    'INDICATOR_DERIVED',
    unit,
    { ...ask, figures: [{ ...ask.figures[0]!, indicator: 'honours_frontline_share' }] },
  ],
  ['RECORDS_EXIST', { ...unit, counted: true }, ask],
])('refuses: %s', (code, union, asked) => {
  expect(() => decideDeclare(union, asked)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['a township without records', unit, ask],
  ['a federation without a node', { ...unit, saidBy: undefined, withoutNode: true }, ask],
  [
    'what is taken back, whatever is counted',
    { ...unit, counted: true },
    { ...ask, figures: [{ ...ask.figures[0]!, value: 0n }] },
  ],
])('takes: %s', (_, union, asked) => {
  expect(() => decideDeclare(union, asked)).not.toThrow();
});

const figures = [
  { period: '2021-12', figure: 120n },
  { period: '2020-12', figure: 100n },
  { period: '2022-12', figure: 90n },
];

test('a flow is kept as typed', () => {
  expect([...netChanges(figures, false)]).toEqual([
    ['2020-12', 100n],
    ['2021-12', 120n],
    ['2022-12', 90n],
  ]);
});

test('a stock is kept as the change since the level before', () => {
  expect([...netChanges(figures, true)]).toEqual([
    ['2020-12', 100n],
    ['2021-12', 20n],
    ['2022-12', -30n],
  ]);
});
