import { expect, test } from 'vitest';
import * as host from './host.ts';

test.each([
  ['public', ['110', '120', '151', '161']],
  ['non_public', ['130', '140', '159', '169', '170', '190', '200', '300', '600']],
  ['institution', ['400']],
  ['agency', ['500']],
  ['social_organisation', ['700', '710', '720']],
  ['other', ['900']],
])('unit types that are %s (domain §1.8)', (nature, expected) => {
  const codes = Object.keys(host.UNIT_TYPES).filter(host.isUnitType);
  expect(codes.filter((code) => host.unitNature(code) === nature)).toEqual(expected);
});

test.each([
  ['110', true],
  ['111', false],
  ['', false],
  ['constructor', false],
])('unit type "%s": %s', (code, known) => {
  expect(host.isUnitType(code)).toBe(known);
});

test.each([
  ['P8310', true],
  ['A', true],
  ['T', true],
  ['U', false],
  ['U1234', false],
  ['P831', false],
  ['P83100', false],
  ['p8310', false],
  ['', false],
])('industry "%s": %s', (code, known) => {
  expect(host.isIndustry(code)).toBe(known);
});

test('four key groups and eight groups', () => {
  const groups: readonly (readonly host.NewFormGroup[])[] = Object.values(host.NEW_FORMS).map(
    (form) => form.groups,
  );
  expect(groups.filter((list) => list.includes('key_group'))).toHaveLength(4);
  expect(groups.filter((list) => list.includes('eight_group'))).toHaveLength(8);
  expect(host.isNewForm('truck_driver')).toBe(true);
  expect(host.isNewForm('miner')).toBe(false);
});
