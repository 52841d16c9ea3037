import { expect, test } from 'vitest';
import { daysLate } from './submission.ts';

test.each([
  [true, '2020-06-30', '2020-06-30', 0],
  [true, '2020-06-30', '2020-07-02', 2],
  [true, '2020-06-30', '2020-06-01', 0],
  [false, '2020-06-30', '2020-12-31', 0],
  [false, '', '2020-07-02', 0],
] as const)('waits: %s, due "%s": on %s it is %i days late', (waits, dueOn, today, days) => {
  expect(daysLate({ waits, dueOn }, today)).toBe(days);
});
