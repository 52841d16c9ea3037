import { expect, test } from 'vitest';
import {
  ageDays,
  decideApproval,
  decideDispute,
  decideProposal,
  decideReceipt,
  requireDirection,
  type Proposal,
} from './settlement.ts';

const county = { level: 'COUNTY', superior: '321000', subordinates: ['321099'] };
const remittance: Proposal = {
  toNode: '321000',
  kind: 'REMITTANCE',
  amountFen: 400_000,
  shares: [
    { level: 'CITY', amountFen: 200_000 },
    { level: 'PROVINCE', amountFen: 100_000 },
    { level: 'NATIONAL', amountFen: 100_000 },
  ],
  project: '',
  docNo: '',
  permittedCodes: [],
  deadline: '',
};
const special: Proposal = {
  ...remittance,
  kind: 'SPECIAL_TRANSFER',
  toNode: '321099',
  shares: [],
  project: '送温暖-2027',
  docNo: '扬工发〔2026〕12号',
  permittedCodes: ['50405'],
  deadline: '2027-12-31',
};

test.each([remittance, special, { ...special, kind: 'GENERAL_TRANSFER' as const, project: '' }])(
  '$kind may be proposed',
  (ask) => {
    expect(() => decideProposal(county, ask)).not.toThrow();
  },
);

test.each<[string, string, Partial<Proposal>]>([
  ['a remittance downward', 'SETTLEMENT_NODE', { toNode: '321099' }],
  ['a transfer upward', 'SETTLEMENT_NODE', { ...special, toNode: '321000' }],
  ['a node that is no neighbour', 'SETTLEMENT_NODE', { toNode: '320000' }],
  ['shares that do not sum to the amount', 'SETTLEMENT_SHARES', { amountFen: 400_001 }],
  ['a remittance without shares', 'SETTLEMENT_SHARES', { shares: [] }],
  [
    'a share of the level that pays',
    'SETTLEMENT_SHARES',
    { shares: [{ level: 'COUNTY', amountFen: 400_000 }] },
  ],
  [
    'one level twice',
    'SETTLEMENT_SHARES',
    { shares: [1, 2].map(() => ({ level: 'CITY', amountFen: 200_000 })) },
  ],
  ['shares of a transfer', 'SETTLEMENT_SHARES', { ...special, shares: remittance.shares }],
  ['no project', 'SPECIAL_TRANSFER_UNBOUND', { ...special, project: '' }],
  ['no document', 'SPECIAL_TRANSFER_UNBOUND', { ...special, docNo: '' }],
  ['no accounts', 'SPECIAL_TRANSFER_UNBOUND', { ...special, permittedCodes: [] }],
  ['no deadline', 'SPECIAL_TRANSFER_UNBOUND', { ...special, deadline: '' }],
])('%s: %s', (_, code, over) => {
  expect(() => decideProposal(county, { ...remittance, ...over })).toThrow(
    expect.objectContaining({ code }),
  );
});

test('a node without a superior remits nothing', () => {
  expect(() => decideProposal({ ...county, superior: null }, remittance)).toThrow(
    expect.objectContaining({ code: 'SETTLEMENT_NODE' }),
  );
});

test.each([
  ['SETTLEMENT_STATE', 'SENT', 'b'],
  ['SETTLEMENT_SAME_PERSON', 'PROPOSED', 'a'],
])('approval: %s', (code, state, approver) => {
  expect(() => decideApproval({ state, proposedBy: 'a' }, approver)).toThrow(
    expect.objectContaining({ code }),
  );
});

const expected = { state: 'EXPECTED', amountFen: 100, sentOn: '2026-03-02' };
test.each([
  ['SETTLEMENT_STATE', { ...expected, state: 'RECEIVED' }, 100, '2026-03-03'],
  ['SETTLEMENT_AMOUNT_DIFFERS', expected, 99, '2026-03-03'],
  ['SETTLEMENT_BEFORE_SENT', expected, 100, '2026-03-01'],
])('receipt: %s', (code, row, fen, on) => {
  expect(() => decideReceipt(row, fen, on)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['NOT_ARRIVED', 0],
  ['WRONG_ACCOUNT', 100],
  ['AMOUNT_DIFFERS', 99],
])('%s with %i fen may be said', (reasonCode, receivedFen) => {
  expect(() => decideDispute(expected, { reasonCode, receivedFen })).not.toThrow();
});

test.each([
  ['AMOUNT_DIFFERS', 100],
  ['AMOUNT_DIFFERS', 0],
  ['NOT_ARRIVED', 99],
])('%s with %i fen contradicts itself', (reasonCode, receivedFen) => {
  expect(() => decideDispute(expected, { reasonCode, receivedFen })).toThrow(
    expect.objectContaining({ code: 'SETTLEMENT_AMOUNT_DIFFERS' }),
  );
});

test('each end does its own', () => {
  expect(() => requireDirection({ direction: 'OUT' }, 'IN')).toThrow(
    expect.objectContaining({ code: 'SETTLEMENT_DIRECTION' }),
  );
});

test.each([
  ['SENT', '2026-03-02', 10],
  ['DISPUTED', '2026-03-12', 0],
  ['CONFIRMED', '2026-03-02', 0],
  ['PROPOSED', '', 0],
])('%s since %s has waited %i days', (state, sentOn, days) => {
  expect(ageDays({ state, sentOn }, '2026-03-12')).toBe(days);
});
