import { expect, test } from 'vitest';
import { decideClose } from './close-period.ts';

test.each([
  ['PERIOD_NOT_BEGUN', '', '2027'],
  ['PERIOD_CLOSED', '2025-12', '2025'],
  ['PERIOD_CLOSED', '2025-12', '2019'],
])('refuses: %s', (code, closedThrough, period) => {
  expect(() => decideClose(closedThrough, period, '2026-11-21')).toThrow(
    expect.objectContaining({ code }),
  );
});

test.each([
  ['', '2020'],
  ['2024-12', '2025'],
  ['2024-12', '2026'],
])('closes behind "%s": %s', (closedThrough, period) => {
  const closed = decideClose(closedThrough, period, '2026-11-21');
  expect(closed).toEqual({ period, closedOn: '2026-11-21' });
});
