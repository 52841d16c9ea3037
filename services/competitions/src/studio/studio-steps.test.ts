import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { decideApplication } from './apply-studio.ts';
import { decideReview } from './decide-studio.ts';
import { decideFunding, fundingLimit } from './fund-studio.ts';
import { decideYear } from './report-studio.ts';
import { STUDIO_POLICY, type StudioPolicy } from './studio-policy.ts';
import {
  decideStudioStep,
  higherLevel,
  STUDIO_STATES,
  type StudioState,
  type StudioStep,
} from './studio-steps.ts';

// domain §4.5: APPLIED → UNIT_CHECK → COUNTY_REVIEW → SITE_CHECK → PUBLICITY → NAMED → YEARLY_REPORT → REVIEW → …
const arrows: readonly (readonly [StudioState, StudioStep])[] = [
  ['APPLIED', 'UNIT_CHECK'],
  ['UNIT_CHECK', 'COUNTY_REVIEW'],
  ['COUNTY_REVIEW', 'SITE_CHECK'],
  ['SITE_CHECK', 'PUBLICITY'],
  ['PUBLICITY', 'NAMED'],
  ['NAMED', 'YEARLY_REPORT'],
  ['YEARLY_REPORT', 'YEARLY_REPORT'],
  ['YEARLY_REPORT', 'REVIEW'],
  ['REVIEW', 'CONTINUED'],
  ['REVIEW', 'WARNED'],
  ['REVIEW', 'REMOVED'],
  ['CONTINUED', 'YEARLY_REPORT'],
  ['WARNED', 'YEARLY_REPORT'],
  ['APPLIED', 'REFUSED'],
  ['UNIT_CHECK', 'REFUSED'],
  ['COUNTY_REVIEW', 'REFUSED'],
  ['SITE_CHECK', 'REFUSED'],
  ['PUBLICITY', 'REFUSED'],
];
const drawn = new Set(arrows.map(([from, to]) => `${from} ${to}`));
const steps = STUDIO_STATES.filter((state) => state !== 'APPLIED') as StudioStep[];

test.each(steps)('%s is reached by its own arrows and no other', (step) => {
  for (const state of STUDIO_STATES) {
    const deciding = () => decideStudioStep(state, step);
    expect(codeOf(deciding)).toBe(drawn.has(`${state} ${step}`) ? undefined : 'STUDIO_STATE_WRONG');
  }
});

test.each(arrows)('%s leads to %s', (from, to) => {
  expect(decideStudioStep(from, to)).toBe(to);
});

const five = ['a', 'b', 'c', 'd', 'e'];
const rules = { honours: ['CITY_MODEL_WORKER', 'CRAFTSMAN'] as const, least: 5 };
test.each([
  ['five of which one leads', 'CRAFTSMAN', five, undefined],
  ['four and one of them twice', 'CRAFTSMAN', ['a', 'b', 'c', 'd', 'a'], 'STUDIO_TOO_FEW'],
  ['a leader of a lower honour', 'COUNTY_MODEL_WORKER', five, 'STUDIO_LEADER_UNQUALIFIED'],
] as const)('%s', (_, honour, people, code) => {
  const deciding = () => decideApplication({ honour, people }, rules);
  expect(codeOf(deciding)).toBe(code);
});

test.each([
  ['2022-05-09', [2021], 'STUDIO_REVIEW_EARLY'],
  ['2022-05-10', [2021], undefined],
  ['2022-05-10', [2020], 'STUDIO_REPORT_MISSING'],
  ['2023-01-01', [2021], 'STUDIO_REPORT_MISSING'],
])('named on 2020-05-10, reviewed on %s with reports of %j: %s', (on, reported, code) => {
  const deciding = () => decideReview({ reviewFrom: '2020-05-10', on }, 2, reported);
  expect(codeOf(deciding)).toBe(code);
});

test.each([
  [2019, 'STUDIO_YEAR_OUTSIDE'],
  [2020, undefined],
  [2021, undefined],
  [2022, 'STUDIO_YEAR_OUTSIDE'],
])('a report of %i', (year, code) => {
  const deciding = () => decideYear(year, { namedOn: '2020-05-10', reportedOn: '2021-12-20' });
  expect(codeOf(deciding)).toBe(code);
});

const entry = STUDIO_POLICY.find(({ key }) => key === 'studio.funding');
const funding = entry?.value as StudioPolicy['studio.funding'];
test.each([
  ['340100', 'CITY', 'NAMED', 5_000_000],
  ['340100', 'CITY', 'CONTINUED', 3_000_000],
  ['140000', 'PROVINCE', 'NAMED', 8_000_000],
  ['610000', 'PROVINCE', 'NAMED', 7_000_000],
  ['610000', 'PROVINCE', 'CONTINUED', 0],
  ['340100', 'COUNTY', 'NAMED', 0],
] as const)('%s gives for %s %s at most %i fen', (node, level, reason, limitFen) => {
  expect(fundingLimit(funding, node, { level, reason })).toBe(limitFen);
});

test.each([
  [5_000_000, 5_000_000, undefined],
  [5_000_001, 5_000_000, 'STUDIO_FUNDING_ABOVE'],
  [1, 0, 'STUDIO_FUNDING_NONE'],
])('%i fen where %i is the limit', (amountFen, limitFen, code) => {
  const deciding = () => decideFunding(amountFen, limitFen);
  expect(codeOf(deciding)).toBe(code);
});

test('of two levels the higher one counts', () => {
  expect([
    higherLevel('', 'COUNTY'),
    higherLevel('COUNTY', 'CITY'),
    higherLevel('PROVINCE', 'COUNTY'),
  ]).toEqual(['COUNTY', 'CITY', 'PROVINCE']);
});
