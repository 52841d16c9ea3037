import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideProgramme, targetView } from './programme.ts';

const target = { measure: 'SKILL_CONTESTS', layer: 'COUNTY', target: 4 } as const;
const contests = {
  programmeKind: 'CONTEST' as const,
  startsOn: '2020-01-01',
  endsOn: '2020-12-31',
  memberAgencies: [] as string[],
  targets: [target] as Parameters<typeof decideProgramme>[0]['targets'],
};
const reform = {
  ...contests,
  programmeKind: 'REFORM' as const,
  memberAgencies: ['合成县总工会', '合成县人社局'],
  targets: [],
};

test.each([
  [undefined, contests],
  [undefined, reform],
  ['PROGRAMME_DATES', { ...contests, endsOn: '2020-01-01' }],
  ['AGENCY_TWICE', { ...reform, memberAgencies: ['合成县人社局', '合成县人社局'] }],
  ['REFORM_AGENCIES_FEW', { ...reform, memberAgencies: ['合成县总工会'] }],
  ['PROGRAMME_WITHOUT_TARGETS', { ...contests, targets: [] }],
  ['TARGET_TWICE', { ...contests, targets: [target, { ...target, target: 9 }] }],
  [undefined, { ...contests, targets: [target, { ...target, layer: 'CITY' }] }],
  ['LAYER_NONE', { ...contests, targets: [{ ...target, measure: 'WORKERS_TRAINED' as const }] }],
])('a programme: %s', (code, content) => {
  expect(codeOf(() => decideProgramme(content))).toBe(code);
});

// The vector of domain §9.16: 140 of 150 is 93 %, and is not reached.
test.each([
  [150, 140n, 9_333, false],
  [150, 150n, 10_000, true],
  [10, 12n, 12_000, true],
  [3, 2n, 6_666, false],
  [10_000_000, 9_999_999n, 9_999, false],
  [1, 10_000_000_000n, 1_000_000, true],
  [5, 0n, 0, false],
  [5, -1n, 0, false],
])('of %i there are %i: %i', (wanted, actual, attainedBp, reached) => {
  expect(targetView({ ...target, target: wanted }, actual)).toMatchObject({ attainedBp, reached });
});
