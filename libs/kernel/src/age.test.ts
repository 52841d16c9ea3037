import { expect, test } from 'vitest';
import { ageBand, checkAdmissionAge } from './age.ts';

const policy = { refuseUnder: 16, warnOver: 70, juvenileUnder: 18 };

test.each([
  ['2012-01-01', '2027-12-31', { ok: false, ageYears: 15, rule: 'UNDER_AGE' }],
  ['2012-01-01', '2028-01-01', { ok: true, ageYears: 16, warnings: ['JUVENILE'] }],
  ['2012-01-01', '2029-12-31', { ok: true, ageYears: 17, warnings: ['JUVENILE'] }],
  ['2012-01-01', '2030-01-01', { ok: true, ageYears: 18, warnings: [] }],
  ['1955-06-01', '2026-05-31', { ok: true, ageYears: 70, warnings: [] }],
  ['1955-06-01', '2026-06-01', { ok: true, ageYears: 71, warnings: ['OVER_AGE'] }],
  ['1880-01-01', '2026-01-01', { ok: true, ageYears: 146, warnings: ['OVER_AGE'] }],
])('born %s, joining on %s', (birthDate, onDate, expected) => {
  expect(checkAdmissionAge(birthDate, onDate, policy)).toEqual(expected);
});

test('the ages are the policy, not the rule', () => {
  const stricter = { refuseUnder: 18, warnOver: 60 };
  expect(checkAdmissionAge('2009-01-01', '2026-01-01', stricter).ok).toBe(false);
  expect(checkAdmissionAge('1964-01-01', '2026-01-01', stricter)).toMatchObject({
    warnings: ['OVER_AGE'],
  });
});

test.each([
  ['2001-06-02', 'under_25'],
  ['2001-06-01', '25_34'],
  ['1991-06-02', '25_34'],
  ['1991-06-01', '35_44'],
  ['1981-06-02', '35_44'],
  ['1981-06-01', '45_54'],
  ['1971-06-02', '45_54'],
  ['1971-06-01', '55_plus'],
])('born %s is on 2026-06-01 in %s', (birthDate, band) => {
  expect(ageBand(birthDate, '2026-06-01')).toBe(band);
});
