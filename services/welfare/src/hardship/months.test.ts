import { expect, test } from 'vitest';
import { monthsAfter, monthsBefore } from './months.ts';

test.each([
  ['2026-03-02', 12, '2027-03-02'],
  ['2026-11-30', 3, '2027-02-28'],
  ['2027-11-30', 3, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-01-15', 0, '2026-01-15'],
])('%s and %i months: %s', (on, months, after) => {
  expect(monthsAfter(on, months)).toBe(after);
});

test('and back', () => {
  expect(monthsBefore('2026-01-31', 2)).toBe('2025-11-30');
  expect(monthsBefore('2026-03-02', 12)).toBe('2025-03-02');
});
