import { expect, test } from 'vitest';
import type { ToldRule } from '../honour/round.ts';
import { decideArrived, type ArrivedOne, type ArrivedSlate } from './decide-arrived.ts';

const one = (n: number, over: Partial<ArrivedOne> = {}): ArrivedOne => ({
  nominationId: `n-${n}`,
  subjectKey: `PERSON:p-${n}`,
  traits: ['INDUSTRIAL_WORKER'],
  singleListed: false,
  basis: 'CITY CRAFTSMAN',
  ...over,
});
const several = (count: number, over: Partial<ArrivedOne> = {}) =>
  Array.from({ length: count }, (_, n) => one(n, over));
const slate = (over: Partial<ArrivedSlate> = {}): ArrivedSlate => ({
  announced: over.ones?.length ?? 2,
  sentOn: '2026-03-12',
  dueOn: '2026-03-12',
  closedOn: '',
  ones: several(2),
  taken: [],
  left: { regular: 5, single: 1 },
  twice: new Set(),
  ...over,
});
const rule: ToldRule = {
  name: '工匠',
  holder: 'PERSON',
  cycleYears: 1,
  prerequisites: [{ honourCode: 'CRAFTSMAN', level: 'CITY' }],
  shares: [],
};
const migrants: ToldRule = {
  ...rule,
  shares: [{ traits: ['MIGRANT_WORKER'], bound: 'AT_LEAST', percent: 10 }],
};

test('five for five places, and one single-listed beside them', () => {
  const ones = [...several(5), one(9, { singleListed: true })];
  expect(decideArrived(slate({ ones }), rule)).toBeUndefined();
});

test.each([
  ['HONOUR_SLATE_SUBMITTED', slate({ closedOn: '2026-03-10' })],
  ['HONOUR_SLATE_LATE', slate({ sentOn: '2026-03-13' })],
  ['HONOUR_SLATE_INCOMPLETE', slate({ announced: 3 })],
  ['HONOUR_SLATE_EMPTY', slate({ ones: [], announced: 0 })],
  ['HONOUR_QUOTA_USED', slate({ ones: several(6) })],
  ['HONOUR_QUOTA_USED', slate({ ones: several(2, { singleListed: true }) })],
] as const)('the whole slate goes back: %s', (reason, given) => {
  expect(decideArrived(given, rule)).toEqual({ reason, returnedIds: [] });
});

test('who is named in the answer: twice in the cycle, twice on the slate, without the honour before', () => {
  const twice = new Set(['PERSON:p-1']);
  const again = { reason: 'HONOUR_TWICE_IN_CYCLE', returnedIds: ['n-1'] };
  expect(decideArrived(slate({ twice }), rule)).toEqual(again);
  const both = [one(0), one(1, { subjectKey: 'PERSON:p-0' })];
  expect(decideArrived(slate({ ones: both }), rule)).toEqual(again);
  const without = [one(0), one(1, { basis: 'COUNTY CRAFTSMAN' })];
  expect(decideArrived(slate({ ones: without }), rule)).toEqual({
    reason: 'HONOUR_PREREQUISITE_MISSING',
    returnedIds: ['n-1'],
  });
});

test('of twenty two are migrant workers, those taken before counted too (domain §9.12)', () => {
  const migrant = { traits: ['MIGRANT_WORKER'], singleListed: false };
  const left = { regular: 20, single: 0 };
  const given = (count: number) =>
    slate({ ones: several(18), left, taken: Array.from({ length: count }, () => migrant) });
  expect(decideArrived(given(2), migrants)).toBeUndefined();
  expect(decideArrived(given(1), migrants)).toEqual({
    reason: 'HONOUR_STRUCTURE',
    returnedIds: [],
  });
});
