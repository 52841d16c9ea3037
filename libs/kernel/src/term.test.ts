import { expect, test } from 'vitest';
import { KERNEL_POLICY, policyOn } from './policy.ts';
import * as term from './term.ts';

const on = '2026-01-01';
const rules = policyOn(KERNEL_POLICY, 'election.rules', on);
const bands = policyOn(KERNEL_POLICY, 'committee.bands', on);
const reminders = policyOn(KERNEL_POLICY, 'term.reminders', on);

test.each([
  ['COUNTY', undefined, [5]],
  ['NATIONAL', 'FEDERATION', [5]],
  ['TOWNSHIP', 'INDUSTRIAL', [5]],
  ['TOWNSHIP', 'TOWNSHIP', [3, 5]],
  ['GRASSROOTS', undefined, [3, 5]],
] as const)('%s %s may have terms of %o years', (level, kind, years) => {
  const accepted = [1, 2, 3, 4, 5, 6].filter((termYears) => {
    try {
      term.requireTermYears(termYears, level, kind);
      return true;
    } catch {
      return false;
    }
  });
  expect(accepted).toEqual(years);
  expect(term.termYearsAllowed(level, kind)).toEqual(years);
});

test('a local federation with a term of 3 years is refused', () => {
  expect(() => term.requireTermYears(3, 'COUNTY', 'FEDERATION')).toThrow(
    expect.objectContaining({
      kind: 'refused',
      code: 'TERM_YEARS_NOT_ALLOWED',
      details: { termYears: 3, allowed: '5', level: 'COUNTY' },
    }),
  );
});

test('a term ends on the same day of its closing year', () => {
  expect(term.termEnd('2021-06-18', 5)).toBe('2026-06-18');
  expect(term.termEnd('2024-02-29', 3)).toBe('2027-02-28');
});

test.each([
  ['2025-12-19', 'NONE'],
  ['2025-12-20', 'T180'],
  ['2026-03-19', 'T180'],
  ['2026-03-20', 'T90'],
  ['2026-05-18', 'T90'],
  ['2026-05-19', 'T30'],
  ['2026-06-17', 'T30'],
  ['2026-06-18', 'T0'],
  ['2026-06-19', 'EXPIRED'],
])('a term ending 2026-06-18 is on %s %s', (today, state) => {
  expect(term.dueState('2026-06-18', today, reminders)).toBe(state);
});

test('90 entitled: 60 make a quorum, 46 elect whoever is present', () => {
  expect(term.quorum(90, rules)).toBe(60);
  expect(term.quorum(91, rules)).toBe(61);
  expect(term.votesToElect(90, rules)).toBe(46);
  expect(term.isElected(45, 90, rules)).toBe(false);
  expect(term.isElected(46, 90, rules)).toBe(true);
  expect(term.votesToElect(91, rules)).toBe(46);
});

test('a quorum is never a vote short or long by rounding', () => {
  for (let entitled = 1; entitled <= 3_000; entitled += 1) {
    const needed = term.quorum(entitled, rules);
    expect(needed * 3 >= entitled * 2 && (needed - 1) * 3 < entitled * 2).toBe(true);
  }
});

test('a recall among 101 needs 51, among 100 too', () => {
  expect(term.votesToRecall(101, rules)).toBe(51);
  expect(term.votesToRecall(100, rules)).toBe(51);
});

test.each([
  [3, 4],
  [7, 8],
  [20, 21],
  [21, 23],
  [37, 39],
])('%i seats need %i candidates', (seats, candidates) => {
  expect(term.candidatesMin(seats, rules)).toBe(candidates);
});

test.each([
  [24, 3, 5],
  [25, 3, 7],
  [200, 3, 7],
  [201, 7, 15],
  [1_000, 7, 15],
  [1_001, 15, 21],
  [5_001, 21, 29],
  [10_001, 29, 37],
  [50_000, 29, 37],
  [50_001, 37, 45],
])('%i members: %i–%i seats', (members, seatsMin, seatsMax) => {
  expect(term.committeeBand(members, bands)).toMatchObject({ seatsMin, seatsMax });
  const refusal = expect.objectContaining({ code: 'COMMITTEE_SIZE' });
  expect(() => term.requireCommitteeSize(seatsMin, members, bands)).not.toThrow();
  expect(() => term.requireCommitteeSize(seatsMax, members, bands)).not.toThrow();
  expect(() => term.requireCommitteeSize(seatsMin - 1, members, bands)).toThrow(refusal);
  expect(() => term.requireCommitteeSize(seatsMax + 1, members, bands)).toThrow(refusal);
});

test('an organiser alone will do below 25 members and not from 25 on', () => {
  expect(() => term.requireCommitteeSize(1, 24, bands)).not.toThrow();
  expect(() => term.requireCommitteeSize(1, 25, bands)).toThrow('COMMITTEE_SIZE');
  expect(() => term.committeeBand(10, [])).toThrow('COMMITTEE_BAND_MISSING');
});

test.each([
  [0, 10, 'NONE'],
  [9, 10, 'ONE_MEMBER'],
  [10, 10, 'COMMITTEE'],
  [24, 25, 'ONE_MEMBER'],
  [25, 25, 'COMMITTEE'],
])('%i women, committee from %i: %s', (women, min, body) => {
  expect(term.womenBody(women, min)).toBe(body);
});
