import { expect, test } from 'vitest';
import type { Indicator, Rollup, RollupRow } from '../shapes.ts';
import { addsUp, groupRows } from './rows.ts';

const indicators = ['members', 'unions'].map((code) => ({ code }) as Indicator);

const row = (indicator: string, dims: string, subtree: string): RollupRow => ({
  indicator,
  dims,
  own: '0',
  subtree,
  partValues: [],
  declared: false,
  version: '1',
  pending: '0',
  ownHidden: '',
  subtreeHidden: '',
  partHidden: [],
});

const linesOf = (rows: RollupRow[]) =>
  groupRows({ rows } as Rollup, indicators).map(({ code, lines }) => [
    code,
    ...lines.map(({ row: { dims }, depth }) => `${depth} ${dims}`),
  ]);

test('an indicator has its total first, what is of it below, and what is of that below again', () => {
  const rows = [
    row('unions', 'org_kind=non_public_enterprise;part_of=independent', '2'),
    row('unions', 'org_kind=kindergarten', '1'),
    row('unions', 'org_kind=independent', '6'),
    row('unions', '', '7'),
    row('unions', 'org_kind=social_organisation;part_of=independent', '3'),
  ];
  expect(linesOf(rows)).toEqual([
    [
      'unions',
      '0 ',
      '1 org_kind=independent',
      '2 org_kind=social_organisation;part_of=independent',
      '2 org_kind=non_public_enterprise;part_of=independent',
      '1 org_kind=kindergarten',
    ],
  ]);
});

test('what is of something that is not there loses its place, not its number', () => {
  const rows = [row('unions', 'org_kind=agency;part_of=joint', '2'), row('unions', '', '7')];
  expect(linesOf(rows)).toEqual([['unions', '0 ', '1 org_kind=agency;part_of=joint']]);
});

test('indicators stand in the order of the catalogue, unknown ones last', () => {
  const rows = [row('new', '', '1'), row('unions', '', '1'), row('members', '', '1')];
  expect(linesOf(rows).map(([code]) => code)).toEqual(['members', 'unions', 'new']);
});

test('ages stand in their own order, everything else by size', () => {
  const rows = [
    row('members', 'age_band=35_44', '9'),
    row('members', 'age_band=under_25', '5'),
    row('members', 'age_band=25_34', '1'),
    row('members', 'sex=male', '90071992547409930'),
    row('members', 'sex=female', '90071992547409931'),
  ];
  expect(linesOf(rows)[0]?.slice(1)).toEqual([
    '1 age_band=under_25',
    '1 age_band=25_34',
    '1 age_band=35_44',
    '1 sex=female',
    '1 sex=male',
  ]);
});

test.each([
  ['flow', true],
  ['stock', true],
  ['set', false],
  ['rate', false],
])('the parts of a %s add up: %s', (type, expected) => {
  expect(addsUp({ type } as Indicator)).toBe(expected);
});
