import { expect, test } from 'vitest';
import type { Settlement } from '../shapes.ts';
import { fieldsOf, offers, settlementActions } from './settlement-actions.ts';

const one = (direction: string, state: string, over: object = {}) => {
  const plain = { kind: 'SPECIAL_TRANSFER', decisionDueOn: '', decisionOn: '' };
  return { ...plain, direction, state, ...over } as Settlement;
};

const as = (duty: string, accountId = 'b') => ({ duty, accountId });

test('whoever proposed it may withdraw it, and waits for another person', () => {
  const own = one('OUT', 'PROPOSED', { proposedBy: 'a' });
  expect(offers(own, as('finance', 'a'))).toEqual(['withdraw']);
});

test.each([
  ['OUT', 'PROPOSED', 'finance', ['approve', 'withdraw']],
  ['OUT', 'PROPOSED', 'chair', ['approve']],
  ['OUT', 'SENT', 'finance', []],
  ['OUT', 'DISPUTED', 'chair', ['takeBack']],
  ['IN', 'EXPECTED', 'finance', ['receive', 'dispute']],
  ['IN', 'EXPECTED', 'chair', []],
  ['IN', 'DISPUTED', 'finance', ['receive', 'dispute']],
  ['IN', 'RECEIVED', 'finance', ['reportUse']],
  ['OUT', 'PROPOSED', 'auditor', []],
])('%s %s as %s', (direction, state, duty, names) => {
  expect(offers(one(direction, state), as(duty))).toEqual(names);
});

test.each([
  ['decides what is to be decided', { decisionDueOn: '2026-07-25' }, ['decide']],
  ['once', { decisionDueOn: '2026-07-25', decisionOn: '2026-07-20' }, []],
])('a chair %s', (_, over, names) => {
  expect(offers(one('OUT', 'SENT', over), as('chair'))).toEqual(names);
});

test('of a remittance nothing is reported, and no decision is asked for', () => {
  const remittance = { kind: 'REMITTANCE' };
  expect(offers(one('IN', 'RECEIVED', remittance), as('finance'))).toEqual([]);
  expect(fieldsOf(settlementActions.approve, one('OUT', 'PROPOSED', remittance))).toEqual(['on']);
  expect(fieldsOf(settlementActions.approve, one('OUT', 'PROPOSED'))).toHaveLength(4);
});
