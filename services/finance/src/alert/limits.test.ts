import { expect, test } from 'vitest';
import { alertLimits, elapsedBasisPoints, reconciledMonth } from './limits.ts';

// A day counts when it is over; a leap year has one more of them.
test.each([
  ['2026-01-01', 27],
  ['2026-06-30', 4_958],
  ['2028-06-30', 4_972],
  ['2026-12-30', 9_972],
  ['2026-12-31', 10_000],
  ['2028-12-31', 10_000],
])('by %s %i basis points of the year are over', (day, share) => {
  expect(elapsedBasisPoints(day)).toBe(share);
});

test.each([
  ['2026-03-10', '2026-02'],
  ['2026-03-09', '2026-01'],
  ['2026-01-10', '2025-12'],
  ['2026-01-09', '2025-11'],
  ['2026-03-31', '2026-02'],
])('on %s the statements of %s should be there', (today, month) => {
  expect(reconciledMonth(today, 10)).toBe(month);
});

test('what policy makes of a day', () => {
  expect(alertLimits('2026-03-09')).toEqual({
    fiscalYear: 2026,
    nearlySpentBp: 9_000,
    aheadFromBp: 1_863 + 2_000,
    earmarkUntil: '2026-05-08',
    exportBefore: '2026-03-04',
    collectiveFromFen: 5_000_000,
    unmatchedBefore: '2026-01-23',
    reconciledMonth: '2026-01',
  });
});
