import { expect, test } from 'vitest';
import { refundOfSource } from './close-paid.ts';
import { inLists } from '../payment/in-lists.ts';
import type { Waiting } from './pay-refund.ts';

const waiting = (account: string): Waiting => ({
  unionId: `union-${account}`,
  refundFen: 100,
  upperFen: 60,
  holderName: '合成工会',
  account,
  bankCode: '105312500018',
});

test.each([
  ['one list', 'abc', 3, ['abc']],
  ['as many as a list holds', 'abcde', 2, ['ab', 'cd', 'e']],
  ['an account that two unions share', 'aab', 3, ['ab', 'a']],
  ['nobody', '', 3, []],
])('lists for a bank: %s', (_, accounts, linesMax, expected) => {
  const lists = inLists(Array.from(accounts, waiting), linesMax);
  expect(lists.map((lines) => lines.map(({ account }) => account).join(''))).toEqual(expected);
});

test.each([
  [{ sourceService: 'refund', sourceId: 'r-1/2' }, 'r-1'],
  [{ sourceService: 'welfare', sourceId: 'r-1/2' }, ''],
  [{ sourceService: '', sourceId: '' }, ''],
])('the refund that a payment is of: %o', (source, refundId) => {
  expect(refundOfSource(source)).toBe(refundId);
});
