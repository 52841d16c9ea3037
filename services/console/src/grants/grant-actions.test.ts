import { expect, test } from 'vitest';
import type { Grant } from '../shapes.ts';
import { offers, waits } from './grant-actions.ts';

const one = (direction: string, state: string, listId = '') =>
  ({ direction, state, listId, paymentState: 'WAITING' }) as Grant;

test.each([
  ['HERE', 'DRAFT', 'clerk', ['submit', 'withdraw']],
  ['HERE', 'DRAFT', 'chair', []],
  ['HERE', 'RETURNED', 'finance', ['submit', 'withdraw']],
  ['HERE', 'SUBMITTED', 'finance', ['accept', 'giveBack', 'refuse']],
  ['HERE', 'SUBMITTED', 'clerk', []],
  ['HERE', 'ACCEPTED', 'chair', ['approve', 'sendBack', 'decline']],
  ['HERE', 'PAID', 'clerk', ['report']],
  ['OUT', 'SUBMITTED', 'finance', []],
  ['OUT', 'PAID', 'finance', ['report']],
  ['IN', 'SUBMITTED', 'finance', ['accept', 'giveBack', 'refuse']],
  ['IN', 'RETURNED', 'finance', []],
  ['IN', 'PAID', 'finance', []],
])('%s %s as %s', (direction, state, duty, names) => {
  expect(offers(one(direction, state), duty)).toEqual(names);
});

test('what a list gave to a subordinate is reported here', () => {
  expect(offers(one('IN', 'PAID', 'list-1'), 'finance')).toEqual(['report']);
});

test.each([
  ['HERE', 'APPROVED', true],
  ['IN', 'APPROVED', true],
  ['OUT', 'APPROVED', false],
  ['HERE', 'PAID', false],
])('%s %s waits to be paid: %s', (direction, state, expected) => {
  expect(waits(one(direction, state))).toBe(expected);
});
