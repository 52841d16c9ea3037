import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  GRANT_STATES,
  nextState,
  requireAnotherHand,
  STEPS,
  type GrantState,
  type GrantStep,
} from './steps.ts';

test('from a proposal to the archive, each step in its turn', () => {
  const way: GrantStep[] = [
    'CHECK',
    'RETURN',
    'AMEND',
    'CHECK',
    'REVIEW',
    'APPROVE',
    'PUBLISH',
    'ORDER',
    'FAIL',
    'PAY',
    'CONFIRM',
    'ARCHIVE',
    'RECOVER',
  ];
  const states = way.reduce<GrantState[]>(
    (all, step) => [...all, nextState(step, all.at(-1) ?? 'PROPOSED')],
    ['PROPOSED'],
  );
  expect(states).toEqual([
    'PROPOSED',
    'MATERIALS_CHECKED',
    'RETURNED',
    'PROPOSED',
    'MATERIALS_CHECKED',
    'REVIEWED',
    'APPROVED',
    'PUBLISHED',
    'PAY_ORDERED',
    'PAY_FAILED',
    'PAID',
    'CONFIRMED',
    'ARCHIVED',
    'RECOVERED',
  ]);
});

test.each([
  ['REVIEW', 'PROPOSED', 'RELIEF_CHECK_FIRST'],
  ['APPROVE', 'PROPOSED', 'RELIEF_CHECK_FIRST'],
  ['APPROVE', 'MATERIALS_CHECKED', 'RELIEF_REVIEW_FIRST'],
  ['PUBLISH', 'REVIEWED', 'RELIEF_APPROVAL_FIRST'],
  ['ORDER', 'APPROVED', 'RELIEF_PUBLICITY_FIRST'],
  ['ORDER', 'SUSPENDED', 'OBJECTION_FIRST'],
  ['CONFIRM', 'PUBLISHED', 'RELIEF_ORDER_FIRST'],
  ['CONFIRM', 'PAY_ORDERED', 'RELIEF_PAYMENT_FIRST'],
  ['CONFIRM', 'PAY_FAILED', 'RELIEF_PAYMENT_FIRST'],
  ['ARCHIVE', 'PAID', 'RELIEF_CONFIRMATION_FIRST'],
  ['CHECK', 'RETURNED', 'RELIEF_AMENDMENT_FIRST'],
  ['RECOVER', 'PAY_ORDERED', 'RELIEF_PAYMENT_FIRST'],
  ['CHECK', 'APPROVED', 'RELIEF_STATE_WRONG'],
  ['REJECT', 'PAY_ORDERED', 'RELIEF_STATE_WRONG'],
  ['PAY', 'REJECTED', 'RELIEF_STATE_WRONG'],
  ['CHECK', 'REJECTED', 'RELIEF_STATE_WRONG'],
] as const)('%s from %s: %s', (step, state, code) => {
  expect(codeOf(() => nextState(step, state))).toBe(code);
});

test('a step leads nowhere but from the states of its row', () => {
  for (const [step, moves] of Object.entries(STEPS) as [GrantStep, Record<string, string>][]) {
    const open = GRANT_STATES.filter((state) => codeOf(() => nextState(step, state)) === undefined);
    expect({ step, open: open.toSorted() }).toEqual({ step, open: Object.keys(moves).toSorted() });
  }
});

const signed = { madeBy: 'a-1', checkedBy: 'a-2', reviewedBy: '', memberId: 'm-1' };
test.each([
  [{ id: 'a-3', member: '' }, undefined],
  [{ id: 'a-1', member: '' }, 'RELIEF_SAME_PERSON'],
  [{ id: 'a-2', member: '' }, 'RELIEF_SAME_PERSON'],
  [{ id: 'a-3', member: 'm-1' }, 'PAYEE_IS_APPROVER'],
])('%o: %s', (actor, code) => {
  expect(codeOf(() => requireAnotherHand(signed, actor))).toBe(code);
});
