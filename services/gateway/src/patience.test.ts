import { expect, test } from 'vitest';
import { deadlineOf } from './patience.ts';

test.each([
  [undefined, 30_000],
  ['5', 5_000],
  ['0.25', 250],
  ['30', 30_000],
  ['3600', 30_000],
])('Request-Timeout: %s leaves %i ms', (header, deadlineMs) => {
  expect(deadlineOf(header, 30_000)).toBe(deadlineMs);
});

test.each([['0'], ['-1'], ['0.0001'], ['soon'], ['1e3'], [''], [['5', '6']]])(
  'Request-Timeout: %s is refused',
  (header) => {
    expect(() => deadlineOf(header, 30_000)).toThrow(
      expect.objectContaining({ kind: 'invalid', code: 'REQUEST_TIMEOUT_MALFORMED' }),
    );
  },
);
