import { expect, test } from 'vitest';
import * as refusals from './refusal.ts';

test.each([
  ['invalid', refusals.invalid, false],
  ['unauthenticated', refusals.unauthenticated, false],
  ['forbidden', refusals.forbidden, false],
  ['not_found', refusals.notFound, true],
  ['duplicate', refusals.duplicate, false],
  ['stale', refusals.stale, true],
  ['refused', refusals.refused, false],
  ['busy', refusals.busy, true],
  ['unavailable', refusals.unavailable, true],
  ['late', refusals.late, true],
] as const)('%s: made by its own function, retried as style.md 1.6 says', (kind, make, again) => {
  const refusal = make('SOME_CODE', { limit: 3 });
  expect(refusal).toMatchObject({
    kind,
    code: 'SOME_CODE',
    details: { limit: 3 },
    message: 'SOME_CODE',
  });
  expect(refusals.isTransient(kind)).toBe(again);
  expect(refusals.isRefusal(refusal)).toBe(true);
});

test('the table above names every kind', () => {
  expect(refusals.REFUSAL_KINDS).toHaveLength(10);
});

test('details default to none and the cause is kept for logs', () => {
  const cause = new Error('socket closed');
  const refusal = refusals.unavailable('BROKER', undefined, { cause });
  expect(refusal.details).toEqual({});
  expect(refusal.cause).toBe(cause);
});

test.each([new Error('bug'), { kind: 'refused', code: 'X' }, null, 'refused'])(
  'not a refusal: %o',
  (thrown) => {
    expect(refusals.isRefusal(thrown)).toBe(false);
  },
);
