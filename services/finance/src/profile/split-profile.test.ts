import { expect, test } from 'vitest';
import { defaultEntry, profileOn, type DatedProfile } from './split-profile.ts';

const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
const dated = (effectiveFrom: string, effectiveTo: string | null, grassrootsBp: number) => ({
  ...bp,
  profileId: effectiveFrom,
  documentNo: '示工发〔2026〕1号',
  effectiveFrom,
  effectiveTo,
  grassrootsBp,
});
const set: DatedProfile[] = [
  dated('2026-07-01', null, 7000),
  dated('2026-01-01', '2026-06-30', 6500),
];

test.each([
  ['2026-07-01', '320684', 7000],
  ['2030-01-01', '320684', 7000],
  ['2026-06-30', '320684', 6500],
  ['2026-01-01', '320684', 6500],
  ['2025-12-31', '320684', 6000],
])('on %s at %s the grassroots keep %i of ten thousand', (date, node, expected) => {
  expect(profileOn(set, date, node).grassrootsBp).toBe(expected);
});

test.each([
  ['370700', 2000],
  ['320684', 2500],
])('before anything was set a county of %s gets what policy says', (node, countyBp) => {
  expect(profileOn([], '2026-03-01', node).countyBp).toBe(countyBp);
  expect(defaultEntry(node, '2025-12-31')).toMatchObject({ countyBp, effectiveTo: '2025-12-31' });
});
