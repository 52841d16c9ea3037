import { expect, test } from 'vitest';
import * as unions from './union.ts';

test('a parent always stands above its child', () => {
  const height = (level: unions.UnionLevel) => unions.UNION_LEVELS.indexOf(level);
  for (const child of unions.UNION_LEVELS) {
    for (const parent of unions.UNION_LEVELS.filter((level) => height(level) >= height(child))) {
      expect(unions.parentAllowed(child, parent), `${child} below ${parent}`).toBe(false);
    }
  }
});

test.each([
  ['PROVINCE', 'NATIONAL', true],
  ['COUNTY', 'CITY', true],
  ['COUNTY', 'PROVINCE', true],
  ['COUNTY', 'NATIONAL', false],
  ['TOWNSHIP', 'COUNTY', true],
  ['VILLAGE', 'TOWNSHIP', true],
  ['GRASSROOTS', 'VILLAGE', true],
  ['GRASSROOTS', 'COUNTY', true],
  ['GRASSROOTS', 'NATIONAL', true],
  ['BRANCH', 'GRASSROOTS', true],
  ['BRANCH', 'TOWNSHIP', false],
  ['GROUP', 'BRANCH', true],
  ['GROUP', 'GRASSROOTS', true],
  ['GROUP', 'VILLAGE', false],
] as const)('%s below %s: %s', (child, parent, allowed) => {
  expect(unions.parentAllowed(child, parent)).toBe(allowed);
});

test.each([
  ['FEDERATION', 'COUNTY', true],
  ['FEDERATION', 'TOWNSHIP', false],
  ['SINGLE_GRASSROOTS', 'GRASSROOTS', true],
  ['SINGLE_GRASSROOTS', 'COUNTY', false],
  ['INDUSTRIAL', 'NATIONAL', false],
  ['TOWNSHIP', 'TOWNSHIP', true],
  ['GROUP', 'BRANCH', false],
] as const)('%s at %s: %s', (kind, level, allowed) => {
  expect(unions.kindAllowed(kind, level)).toBe(allowed);
});

test('every level has a kind, and only grassroots kinds hold memberships', () => {
  for (const level of unions.UNION_LEVELS) {
    expect(unions.UNION_KINDS.some((kind) => unions.kindAllowed(kind, level))).toBe(true);
  }
  expect(unions.UNION_KINDS.filter(unions.admitsMembers)).toEqual([
    'SINGLE_GRASSROOTS',
    'JOINT_GRASSROOTS',
  ]);
  expect(unions.UNION_KINDS.filter(unions.isSubdivision)).toEqual(['BRANCH', 'GROUP']);
});

test.each([
  ['COUNTY', true],
  ['county', false],
  ['toString', false],
])('level "%s": %s', (text, known) => {
  expect(unions.isUnionLevel(text)).toBe(known);
});

test('a level is not a kind', () => {
  expect(unions.isUnionKind('FEDERATION')).toBe(true);
  expect(unions.isUnionKind('COUNTY')).toBe(false);
});
