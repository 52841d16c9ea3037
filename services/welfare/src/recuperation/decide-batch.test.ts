import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { welfarePolicy } from '../policy.ts';
import { decideApproval } from './approve-recuperation-batch.ts';
import { BATCH_STATES, decideBatchStep, type BatchState, type BatchStep } from './batch-steps.ts';
import {
  chooseNominees,
  dailyFenMaxOf,
  decideGroups,
  decideNomination,
  decideSettlement,
  decideTerms,
} from './decide-batch.ts';
import { TARGET_GROUPS, type TargetGroup } from './recuperation-policy.ts';

/** What leads where: whatever is not here is refused. */
const LEADS: Record<BatchState, readonly BatchStep[]> = {
  QUOTA_ISSUED: ['NOMINATED', 'CANCELLED'],
  NOMINATED: ['NOMINATED', 'PUBLISHED', 'CANCELLED'],
  PUBLISHED: ['APPROVED', 'REFUSED', 'CANCELLED'],
  APPROVED: ['GROUPED', 'CANCELLED'],
  GROUPED: ['TRAVELLED', 'CANCELLED'],
  TRAVELLED: ['SETTLED'],
  SETTLED: ['REPORTED'],
  REPORTED: [],
  REFUSED: [],
  CANCELLED: [],
};
const steps = BATCH_STATES.slice(1) as BatchStep[];
test.each(BATCH_STATES.flatMap((state) => steps.map((step) => [state, step] as const)))(
  'from %s to %s',
  (state, step) => {
    const expected = LEADS[state].includes(step) ? undefined : 'RECUPERATION_STATE_WRONG';
    expect(codeOf(() => decideBatchStep(state, step))).toBe(expected);
  },
);

const terms = {
  crossProvince: false,
  travelsFrom: '2020-06-01',
  travelsTo: '2020-06-30',
  days: 5,
  dailyFen: 40_000,
};
const base = { accreditedOn: '2020-01-10', expiresOn: '2022-12-31', endedOn: '' };
const limits = { daysMax: { inProvince: 5, acrossProvinces: 7 }, dailyFenMax: 40_000 };
test.each([
  [undefined, {}, {}],
  [undefined, { crossProvince: true, days: 7 }, {}],
  ['RECUPERATION_DATES', { travelsTo: '2020-05-31' }, {}],
  ['RECUPERATION_DATES', { travelsTo: '2020-06-04' }, {}],
  ['RECUPERATION_BASE_LAPSED', {}, { expiresOn: '2020-06-29' }],
  ['RECUPERATION_BASE_LAPSED', {}, { accreditedOn: '2020-06-02' }],
  ['RECUPERATION_BASE_LAPSED', {}, { endedOn: '2020-05-01' }],
  ['RECUPERATION_DAYS_ABOVE', { days: 6 }, {}],
  ['RECUPERATION_DAYS_ABOVE', { crossProvince: true, days: 8 }, {}],
  ['RECUPERATION_RATE_ABOVE', { dailyFen: 40_001 }, {}],
])('%s: a batch with %j at a base with %j', (code, over, of) => {
  expect(codeOf(() => decideTerms({ ...terms, ...over }, { ...base, ...of }, limits))).toBe(code);
});

test('a rate is that of the day and of the province (domain §3.5)', () => {
  const on = (day: string, node: string) =>
    dailyFenMaxOf(welfarePolicy('recuperation.daily_fen_max', day), node);
  expect(on('2022-06-01', '350100')).toBe(60_000);
  expect(on('2021-12-31', '350100')).toBe(40_000);
  expect(on('2022-06-01', '321084')).toBe(40_000);
  expect(on('2022-06-01', 't1234abcd')).toBe(40_000);
});

const cross = { crossProvince: true, travelsFrom: '2023-06-01' };
const rule = { perPlace: 2, intervalYears: 3 };
test.each([
  [undefined, cross, ['']],
  [undefined, cross, ['2020-06-01']],
  ['RECUPERATION_INTERVAL', cross, ['', '2020-06-02']],
  [undefined, { ...cross, crossProvince: false }, ['2023-01-01']],
  ['RECUPERATION_QUOTA_FULL', cross, ['', '', '', '']],
])('%s: %j with who was last away %j', (code, batch, lastAway) => {
  const quota = { places: 2, nominated: 1 };
  expect(codeOf(() => decideNomination({ batch, quota, lastAway }, rule))).toBe(code);
});
test('a unit without a quota names nobody', () => {
  const asked = { batch: cross, quota: undefined, lastAway: [''] };
  expect(codeOf(() => decideNomination(asked, rule))).toBe('RECUPERATION_QUOTA_NONE');
});

test('whoever works at the front goes first, each unit by its own places, and then as they were named', () => {
  const named = (['OTHER', 'RETIRING', 'FRONT_LINE', 'RETIRING'] as TargetGroup[]).map(
    (targetGroup, n) => ({ nomineeId: `a${n}`, unionId: 'a', targetGroup }),
  );
  const other = { nomineeId: 'b0', unionId: 'b', targetGroup: 'OTHER' as const };
  const placesOf = new Map([
    ['a', 2],
    ['b', 1],
  ]);
  expect(chooseNominees([...named, other], placesOf, TARGET_GROUPS)).toEqual({
    chosen: ['a2', 'a1', 'b0'],
    reserve: ['a3', 'a0'],
  });
});

const batch = { travelsFrom: '2020-06-01', travelsTo: '2020-06-30', days: 5 };
test.each([
  [undefined, { travelsFrom: '2020-06-26', places: 40 }, '2020-06-26'],
  ['RECUPERATION_GROUP_DATES', { travelsFrom: '2020-06-27', places: 40 }, '2020-06-20'],
  ['RECUPERATION_GROUP_DATES', { travelsFrom: '2020-05-31', places: 40 }, '2020-05-20'],
  ['RECUPERATION_GROUP_ABOVE_CAPACITY', { travelsFrom: '2020-06-01', places: 41 }, '2020-05-20'],
  ['RECUPERATION_BOOKING_LATE', { travelsFrom: '2020-06-01', places: 40 }, '2020-06-02'],
])('%s: a group %j, booked until %s', (code, group, bookingClosesOn) => {
  expect(codeOf(() => decideGroups([group], batch, { capacity: 40, bookingClosesOn }))).toBe(code);
});

test('what is above the daily rate of those who travelled is theirs to pay, to the fen', () => {
  const gone = { travelled: 3, days: 5, dailyFen: 40_000 };
  const settle = (welfareFen: number, unionFen: number) =>
    codeOf(() => decideSettlement(gone, { welfareFen, unionFen }));
  expect(settle(400_000, 200_000)).toBeUndefined();
  expect(settle(400_000, 200_001)).toBe('RECUPERATION_ABOVE_STANDARD');
});

test('whoever opened or published does not approve', () => {
  expect(codeOf(() => decideApproval(['a', 'b'], 'b'))).toBe('RECUPERATION_SAME_PERSON');
  expect(codeOf(() => decideApproval(['a', 'b'], 'c'))).toBeUndefined();
});
