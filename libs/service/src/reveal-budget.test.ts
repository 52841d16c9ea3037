import { expect, test } from 'vitest';
import { decideBudget } from './reveal-budget.ts';

const budget = { dailyMax: 100, hourlyMax: 60 };
test.each([
  [{ today: 0, lastHour: 0 }, 99],
  [{ today: 59, lastHour: 59 }, 40],
  [{ today: 99, lastHour: 0 }, 0],
  [{ today: 3, lastHour: 59 }, 96],
])('%j leaves %d', (used, left) => {
  expect(decideBudget(used, budget)).toBe(left);
});

test.each([
  [{ today: 100, lastHour: 60 }, 'REVEALS_SPENT'],
  [{ today: 100, lastHour: 0 }, 'REVEALS_SPENT'],
  [{ today: 60, lastHour: 60 }, 'REVEALS_TOO_MANY'],
  [{ today: 10, lastHour: 60 }, 'REVEALS_TOO_MANY'],
])('%j is stopped: %s', (used, code) => {
  expect(() => decideBudget(used, budget)).toThrow(expect.objectContaining({ kind: 'busy', code }));
});
