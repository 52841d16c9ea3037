import { expect, test } from 'vitest';
import { attainedBp, decideProgress } from './target.ts';

const target = {
  targetId: 't',
  title: '产值',
  measure: '万元',
  targetHundredths: 30_000,
  months: 1,
};

test.each([
  [0, 0],
  [15_000, 5_000],
  [29_999, 9_999],
  [30_000, 10_000],
  [33_000, 11_000],
])('%i of 30,000 are %i basis points', (reachedHundredths, bp) => {
  expect(attainedBp({ ...target, reachedHundredths })).toBe(bp);
});

const asked = {
  state: 'QUALIFYING' as const,
  first: '2020-03',
  last: '2020-06',
  present: '2020-05',
  month: '2020-04',
  known: new Set(['a', 'b']),
  targetIds: ['a', 'b'],
};

test.each<[string, object]>([
  ['COMPETITION_STATE', { state: 'ENROLLING' }],
  ['COMPETITION_STATE', { state: 'SCORING_LOCKED' }],
  ['PROGRESS_MONTH_OUTSIDE', { month: '2020-02' }],
  ['PROGRESS_MONTH_OUTSIDE', { month: '2020-07' }],
  ['IN_FUTURE', { month: '2020-06' }],
  ['LABOUR_TARGET_UNKNOWN', { targetIds: ['a', 'c'] }],
  ['LABOUR_TARGET_UNKNOWN', { targetIds: ['a', 'a'] }],
])('refused: %s', (code, over) => {
  expect(() => decideProgress({ ...asked, ...over })).toThrow(expect.objectContaining({ code }));
});

test.each<[string, object]>([
  ['a month of it', {}],
  ['the first', { month: '2020-03' }],
  ['the present one', { month: '2020-05' }],
  ['while it is evaluated', { state: 'FINAL' }],
])('taken: %s', (_, over) => {
  expect(() => decideProgress({ ...asked, ...over })).not.toThrow();
});
