import { expect, test } from 'vitest';
import type { Settlement } from '../shapes.ts';
import { offers } from './settlement-actions.ts';

const one = (direction: string, state: string) => ({ direction, state }) as Settlement;

test.each([
  ['OUT', 'PROPOSED', 'finance', ['approve', 'withdraw']],
  ['OUT', 'PROPOSED', 'chair', ['approve']],
  ['OUT', 'SENT', 'finance', []],
  ['OUT', 'DISPUTED', 'chair', ['takeBack']],
  ['IN', 'EXPECTED', 'finance', ['receive', 'dispute']],
  ['IN', 'EXPECTED', 'chair', []],
  ['IN', 'DISPUTED', 'finance', ['receive', 'dispute']],
  ['IN', 'RECEIVED', 'finance', []],
  ['OUT', 'PROPOSED', 'auditor', []],
])('%s %s as %s', (direction, state, duty, names) => {
  expect(offers(one(direction, state), duty)).toEqual(names);
});
