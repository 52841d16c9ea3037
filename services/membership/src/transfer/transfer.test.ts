import { expect, test } from 'vitest';
import type { Standing } from '../member/life.ts';
import { decideAcceptance } from './accept-transfer.ts';
import { decideRequest } from './request-transfer.ts';
import {
  ASKERS,
  decideTransfer,
  firstState,
  type TransferAction,
  type TransferState,
} from './transfer.ts';

const today = '2026-04-10';
const expiresOn = '2026-06-01';
const states: TransferState[] = [
  'INITIATED',
  'SENDER_CONFIRMED',
  'COMPLETED',
  'REFUSED',
  'WITHDRAWN',
  'EXPIRED',
];
const actions: TransferAction[] = ['confirm', 'accept', 'refuse', 'withdraw'];

const allowed: Record<string, TransferState> = {
  'member INITIATED confirm': 'SENDER_CONFIRMED',
  'member INITIATED refuse': 'REFUSED',
  'member INITIATED withdraw': 'WITHDRAWN',
  'member SENDER_CONFIRMED accept': 'COMPLETED',
  'member SENDER_CONFIRMED refuse': 'REFUSED',
  'member SENDER_CONFIRMED withdraw': 'WITHDRAWN',
  'sender SENDER_CONFIRMED accept': 'COMPLETED',
  'sender SENDER_CONFIRMED refuse': 'REFUSED',
  'sender SENDER_CONFIRMED withdraw': 'WITHDRAWN',
  'receiver INITIATED confirm': 'SENDER_CONFIRMED',
  'receiver INITIATED refuse': 'REFUSED',
  'receiver INITIATED withdraw': 'WITHDRAWN',
  'receiver SENDER_CONFIRMED accept': 'COMPLETED',
  'receiver SENDER_CONFIRMED withdraw': 'WITHDRAWN',
};
const cases = ASKERS.flatMap((askedBy) =>
  states.flatMap((state) => actions.map((action) => ({ askedBy, state, action }))),
);
const nextOf = ({ askedBy, state, action }: (typeof cases)[number]) =>
  allowed[`${askedBy} ${state} ${action}`];
const decide = ({ askedBy, state, action }: (typeof cases)[number]) =>
  decideTransfer({ state, askedBy, expiresOn }, action, today);

test.each(cases.filter((one) => nextOf(one)))('$askedBy asked, $state: $action', (one) => {
  expect(decide(one)).toBe(nextOf(one));
});

test.each(cases.filter((one) => !nextOf(one)))('$askedBy asked, $state: no $action', (one) => {
  const { state, askedBy } = one;
  expect(() => decide(one)).toThrow(
    expect.objectContaining({ code: 'TRANSFER_STATE_WRONG', details: { state, askedBy } }),
  );
});

test('nothing is decided after the last day', () => {
  const open = { state: 'INITIATED', askedBy: 'member', expiresOn } as const;
  expect(decideTransfer(open, 'confirm', expiresOn)).toBe('SENDER_CONFIRMED');
  expect(() => decideTransfer(open, 'confirm', '2026-06-02')).toThrow(
    expect.objectContaining({ code: 'TRANSFER_EXPIRED' }),
  );
});

test("the sender's asking is its confirmation", () => {
  expect(ASKERS.map(firstState)).toEqual(['INITIATED', 'SENDER_CONFIRMED', 'INITIATED']);
});

const codes = {
  sex: 'male',
  ageBand: '25_34',
  employmentForm: 'contract',
  workerGroup: '',
  migrantWorker: false,
  newForms: [],
};
const standing: Standing = {
  memberId: 'm1',
  unionId: 'u1',
  state: 'ACTIVE',
  joinedOn: '2025-05-01',
  since: '2026-02-01',
  codes,
  version: 3,
};
const ask = { toUnionId: 'u2', effectiveOn: '2026-03-31' };

test('a request may name a day ahead', () => {
  expect(() =>
    decideRequest(standing, { ...ask, effectiveOn: '2026-05-31' }, expiresOn),
  ).not.toThrow();
});

test.each([
  ['MEMBERSHIP_STATE_WRONG', { ...standing, state: 'RETAINED' as const }, ask],
  ['MEMBERSHIP_STATE_WRONG', { ...standing, state: 'LEFT' as const }, ask],
  ['TRANSFER_TO_SAME_UNION', standing, { ...ask, toUnionId: 'u1' }],
  ['EFFECTIVE_BEFORE_JOINING', standing, { ...ask, effectiveOn: '2025-04-30' }],
  ['EFFECTIVE_BEFORE_SPELL', standing, { ...ask, effectiveOn: '2026-01-31' }],
  ['EFFECTIVE_AFTER_EXPIRY', standing, { ...ask, effectiveOn: '2026-06-02' }],
])('a request is refused: %s', (code, member, wish) => {
  expect(() => decideRequest(member, wish, expiresOn)).toThrow(expect.objectContaining({ code }));
});

const moving = {
  id: 't1',
  fromUnionId: 'u1',
  toUnionId: 'u2',
  effectiveOn: '2026-03-31',
  state: 'SENDER_CONFIRMED',
  askedBy: 'member',
  expiresOn,
} as const;

test('the acceptance is one fact with both unions', () => {
  expect(decideAcceptance(moving, standing, today)).toEqual({
    memberId: 'm1',
    transferId: 't1',
    fromUnionId: 'u1',
    toUnionId: 'u2',
    effectiveOn: '2026-03-31',
    codes,
    version: 4,
  });
});

test.each([
  ['TRANSFER_STATE_WRONG', { ...moving, state: 'INITIATED' as const }, standing],
  ['TRANSFER_EXPIRED', { ...moving, expiresOn: '2026-04-09' }, standing],
  ['MEMBERSHIP_STATE_WRONG', moving, { ...standing, state: 'LEFT' as const }],
  ['TRANSFER_SENDER_CHANGED', moving, { ...standing, unionId: 'u3' }],
  ['EFFECTIVE_IN_FUTURE', { ...moving, effectiveOn: '2026-04-11' }, standing],
  ['EFFECTIVE_BEFORE_SPELL', moving, { ...standing, since: '2026-04-01' }],
])('the acceptance is refused: %s', (code, transfer, member) => {
  expect(() => decideAcceptance(transfer, member, today)).toThrow(
    expect.objectContaining({ code }),
  );
});
