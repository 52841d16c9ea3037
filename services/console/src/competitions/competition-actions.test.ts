import { expect, test } from 'vitest';
import { offers } from './competition-actions.ts';
import { nextOf } from './competition-steps.ts';

const now = new Date('2026-06-12T08:00:00Z');
const one = {
  state: 'DRAFT',
  origin: 'HELD',
  appealUntil: '',
  figure: 'OWN',
  filedBy: '',
  kind: 'SKILL',
};
const filed = { ...one, state: 'FILED', filedBy: 'a-1' };
const window = (appealUntil: string) => ({ ...one, state: 'APPEAL_WINDOW', appealUntil });

test.each([
  ['clerk', one, ['file']],
  ['supervisor', one, []],
  ['clerk', { ...one, figure: 'ELSEWHERE' }, []],
  ['chair', filed, ['approve', 'giveBack']],
  // Whoever has filed it does not decide on it.
  ['clerk', { ...filed, filedBy: 'me' }, []],
  ['clerk', { ...one, state: 'APPROVED' }, ['next']],
  ['clerk', { ...one, state: 'QUALIFYING' }, ['draw', 'next']],
  ['clerk', { ...one, state: 'QUALIFYING', kind: 'LABOUR' }, ['next']],
  ['clerk', window('2026-06-12T09:00:00Z'), []],
  ['clerk', window('2026-06-12T07:00:00Z'), ['next']],
  ['clerk', { ...one, state: 'ARCHIVED' }, []],
])('to %s, of %o: %o', (duty, of, offered) => {
  expect(offers(of, { duty, accountId: 'me' }, { drawn: false, now })).toEqual(offered);
});

test('numbers are drawn once', () => {
  const scoring = { ...one, state: 'FINAL' };
  const clerk = { duty: 'clerk', accountId: 'me' };
  expect(offers(scoring, clerk, { drawn: true, now })).toEqual(['next']);
});

test.each([
  ['HELD', 'DRAFT', ''],
  ['HELD', 'FILED', ''],
  ['HELD', 'APPROVED', 'ANNOUNCED'],
  ['HELD', 'ENROLLING', 'QUALIFYING'],
  ['HELD', 'AWARDS_ISSUED', 'ARCHIVED'],
  ['HELD', 'ARCHIVED', ''],
  ['JOINED', 'APPROVED', 'ENROLLING'],
  ['JOINED', 'ENROLLING', 'RESULT_PUBLISHED'],
  ['JOINED', 'RESULT_PUBLISHED', 'ARCHIVED'],
])('%s: %s is followed by %s', (origin, state, next) => {
  expect(nextOf({ origin, state, appealUntil: '' }, now)).toBe(next);
});
