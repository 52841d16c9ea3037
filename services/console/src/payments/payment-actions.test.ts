import { expect, test } from 'vitest';
import type { Payment } from '../shapes.ts';
import { mayReissue, offers } from './payment-actions.ts';

test.each([
  ['DRAFT', 'finance', ['check', 'reject']],
  ['DRAFT', 'clerk', []],
  ['CHECKED', 'chair', ['approve', 'reject']],
  ['APPROVED', 'finance', ['reject', 'export']],
  ['EXPORTED', 'finance', ['send']],
  ['EXPORTED', 'chair', []],
  ['SENT', 'finance', ['result']],
  ['RESULT', 'finance', []],
  ['RECONCILED', 'finance', ['close']],
  ['CLOSED', 'finance', []],
  ['CHECKED', 'auditor', []],
])('%s as %s', (state, duty, names) => {
  expect(offers({ state }, duty)).toEqual(names);
});

test.each([
  ['RESULT', 1, 'clerk', true],
  ['RECONCILED', 1, 'finance', true],
  ['RESULT', 0, 'clerk', false],
  ['SENT', 1, 'clerk', false],
  ['RESULT', 1, 'chair', false],
])('%s with %i failed as %s: %s', (state, failedCount, duty, may) => {
  expect(mayReissue({ state, failedCount } as Payment, duty)).toBe(may);
});
