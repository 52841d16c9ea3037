import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  arbitrationUntil,
  decideAcceptance,
  decideFailure,
  decideMediationStep,
  decidePaymentOrder,
  dueAfter,
  MEDIATION_STATES,
  type MediationState,
  type MediationStep,
} from './mediation-steps.ts';
import { DISPUTE_KINDS } from './dispute.ts';
import { MEDIATION_POLICY } from './mediation-policy.ts';

const talking: MediationState[] = ['ACCEPTED', 'INVESTIGATED', 'MEDIATING'];
const TABLE: Record<MediationStep, readonly [readonly MediationState[], MediationState]> = {
  ACCEPT: [['APPLIED'], 'ACCEPTED'],
  INVESTIGATE: [['ACCEPTED'], 'INVESTIGATED'],
  MEDIATE: [['INVESTIGATED'], 'MEDIATING'],
  AGREE: [['MEDIATING'], 'AGREED'],
  PERFORM: [['AGREED', 'UNPERFORMED'], 'PERFORMED'],
  BREAK: [['AGREED'], 'UNPERFORMED'],
  ORDER_PAYMENT: [['UNPERFORMED'], 'PAYMENT_ORDER'],
  FAIL: [talking, 'FAILED'],
  ARBITRATE: [['FAILED', 'UNPERFORMED'], 'TO_ARBITRATION'],
  WITHDRAW: [['APPLIED', ...talking], 'WITHDRAWN'],
};

test.each(Object.keys(TABLE) as MediationStep[])('%s: from its own states only', (step) => {
  const [from, to] = TABLE[step];
  for (const state of MEDIATION_STATES) {
    const code = codeOf(() => decideMediationStep(state, step));
    expect(code).toBe(from.includes(state) ? undefined : 'MEDIATION_STATE_WRONG');
  }
  for (const state of from) expect(decideMediationStep(state, step)).toBe(to);
});

const valueOf = (key: string) => MEDIATION_POLICY.find((entry) => entry.key === key)?.value;

test('accepted on 2026-03-09 and not settled by 2026-03-24: arbitration (domain §9.10)', () => {
  const dueOn = dueAfter('2026-03-09', Number(valueOf('mediation.days')));
  expect(dueOn).toBe('2026-03-24');
  expect(codeOf(() => decideFailure(dueOn, '2026-03-23'))).toBe('MEDIATION_DAYS_LEFT');
  expect(codeOf(() => decideFailure(dueOn, '2026-03-24'))).toBeUndefined();
});

test.each([
  [9, 0, undefined],
  [10, 0, 'MEDIATION_UNREPRESENTED'],
  [10, 3, undefined],
] as const)(
  '%i workers with one claim and %i representatives',
  (workers, representatives, code) => {
    const from = Number(valueOf('mediation.represented_from'));
    expect(codeOf(() => decideAcceptance({ workers, representatives }, from))).toBe(code);
  },
);

test('a payment order for wages, injuries and compensation alone', () => {
  const allowed = DISPUTE_KINDS.filter((kind) => {
    const code = codeOf(() => decidePaymentOrder(kind, ['WAGE_ARREARS', 'INJURY', 'COMPENSATION']));
    return code === undefined;
  });
  expect(allowed).toEqual(['WAGE_ARREARS', 'INJURY', 'COMPENSATION']);
  expect(valueOf('mediation.payment_order')).toEqual(allowed);
});

test.each([
  ['CONTRACT', '2026-03-09', '', '2027-03-09'],
  ['INJURY', '2024-02-29', '2026-01-01', '2025-02-28'],
  ['WAGE_ARREARS', '2020-03-09', '', ''],
  ['WAGE_ARREARS', '2020-03-09', '2026-01-31', '2027-01-31'],
] as const)(
  '%s known on %s, employment ended %s: until %s',
  (kind, knownOn, relationEndedOn, until) => {
    expect(arbitrationUntil({ kind, knownOn, relationEndedOn })).toBe(until);
  },
);
