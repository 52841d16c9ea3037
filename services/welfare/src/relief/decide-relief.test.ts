import { fenOf } from '@gonglian/kernel/money.ts';
import { policyOn } from '@gonglian/kernel/policy.ts';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import {
  approvalNeed,
  decideApproval,
  decideCaps,
  decideSource,
  yearCapFen,
} from './decide-relief.ts';
import { MONEY_SOURCES, PROGRAMMES, RELIEF_POLICY } from './relief-policy.ts';

const on = '2026-03-02';
const rules = policyOn(RELIEF_POLICY, 'relief.programmes', on);
const sources = policyOn(RELIEF_POLICY, 'relief.sources', on);
const tiers = policyOn(RELIEF_POLICY, 'relief.tiers', on);
const MINIMUM_LIVING = fenOf('940');
const deep = {
  category: 'DEEP' as const,
  fileLevel: 'NATIONAL' as const,
  studyStage: '' as const,
  selfPaidFen: 0,
};
const unfiled = { ...deep, category: '' as const, fileLevel: '' as const };
const unused = { programmeFen: 0, householdFen: 0, personFen: 0, otherProgrammes: 0 };
const yearMax = policyOn(RELIEF_POLICY, 'relief.year_max', on);
const limits = { capFen: fenOf('11280'), yearMax, isSingle: false };

// Domain §9.7, and the fen beside each edge.
test.each([
  ['LIVING', deep, '11280'],
  ['LIVING', { ...deep, category: 'RELATIVE' as const }, '9400'],
  ['STUDY', { ...deep, studyStage: 'UNIVERSITY' as const }, '9400'],
  ['STUDY', { ...deep, studyStage: 'SENIOR_SECONDARY' as const }, '5640'],
  ['STUDY', { ...deep, studyStage: 'COMPULSORY' as const }, '3000'],
  ['TEMPORARY', unfiled, '3000'],
  ['MEDICAL', { ...deep, selfPaidFen: fenOf('65000') }, '65000'],
  ['MEDICAL', { ...deep, category: 'RELATIVE' as const, selfPaidFen: fenOf('30000') }, '16000'],
  ['MEDICAL', { ...deep, category: 'RELATIVE' as const, selfPaidFen: fenOf('10000') }, '8000'],
] as const)('%s for %o: %s yuan in a year, and not a fen more', (programme, asked, cap) => {
  const capFen = yearCapFen({ programme, ...asked }, rules[programme], MINIMUM_LIVING);
  expect(capFen).toBe(fenOf(cap));
  const crossing = (fen: number, usedFen = 0) =>
    codeOf(() => decideCaps(fen, { ...unused, programmeFen: usedFen }, { ...limits, capFen }));
  expect(crossing(capFen)).toBeUndefined();
  expect(crossing(capFen + 1)).toBe('RELIEF_CAP_CROSSED');
  expect(crossing(1, capFen)).toBe('RELIEF_CAP_CROSSED');
});

test.each([
  ['LIVING', unfiled, 'RELIEF_FILE_FIRST'],
  ['MEDICAL', unfiled, 'RELIEF_FILE_FIRST'],
  ['TEMPORARY', deep, 'RELIEF_FOR_UNFILED'],
  ['STUDY', deep, 'RELIEF_NOT_COVERED'],
  ['LIVING', { ...deep, category: 'NONE' as const }, 'RELIEF_NOT_COVERED'],
] as const)('%s for %o: %s', (programme, asked, code) => {
  const cap = () => yearCapFen({ programme, ...asked }, rules[programme], MINIMUM_LIVING);
  expect(codeOf(cap)).toBe(code);
});

test.each([
  ['CENTRAL_FISCAL', 'NATIONAL', undefined],
  ['CENTRAL_FISCAL', 'PROVINCIAL', 'RELIEF_SOURCE_FORBIDDEN'],
  ['CENTRAL_FISCAL', 'CITY', 'RELIEF_SOURCE_FORBIDDEN'],
  ['CENTRAL_FISCAL', '', 'RELIEF_SOURCE_FORBIDDEN'],
  ['PROVINCIAL_FISCAL', 'NATIONAL', undefined],
  ['PROVINCIAL_FISCAL', 'CITY', 'RELIEF_SOURCE_FORBIDDEN'],
  ['LOCAL_FISCAL', 'CITY', undefined],
  ['UNION_OWN', '', undefined],
] as const)('%s for a file of %s: %s', (source, level, code) => {
  expect(codeOf(() => decideSource(source, level, sources))).toBe(code);
});

test('every source has a rule and a book', () => {
  const codes = policyOn(RELIEF_POLICY, 'relief.source_codes', on);
  expect(Object.keys(sources).toSorted()).toEqual([...MONEY_SOURCES].toSorted());
  expect(Object.keys(codes).toSorted()).toEqual([...MONEY_SOURCES].toSorted());
});

test.each([
  ['20000', 'COUNTY'],
  ['20000.01', 'NEEDS_PROVINCE'],
  ['50000', 'NEEDS_PROVINCE'],
  ['50000.01', 'NEEDS_NATIONAL'],
] as const)('medical relief of %s: %s', (yuan, need) => {
  expect(approvalNeed('MEDICAL', fenOf(yuan), tiers)).toBe(need);
  const missing = need === 'COUNTY' ? undefined : 'RELIEF_NEEDS_SUPERIOR';
  expect(codeOf(() => decideApproval(need, ''))).toBe(missing);
  expect(codeOf(() => decideApproval(need, '工发〔1〕号'))).toBeUndefined();
});

test('the other programmes have no tier', () => {
  const others = PROGRAMMES.filter((one) => one !== 'MEDICAL');
  expect(others.map((one) => approvalNeed(one, fenOf('900000'), tiers))).toEqual(
    others.map(() => 'COUNTY'),
  );
});

test.each([
  [{}, { isSingle: true }, undefined],
  [{ otherProgrammes: 1 }, { isSingle: true }, 'RELIEF_SINGLE_PROGRAMME'],
  [{ otherProgrammes: 1 }, {}, undefined],
  [{ householdFen: fenOf('199999') }, {}, undefined],
  [{ householdFen: fenOf('199999.01') }, {}, 'RELIEF_YEAR_CROSSED'],
  [{ personFen: fenOf('199999.01') }, {}, 'RELIEF_YEAR_CROSSED'],
])('of one yuan more, used %o, %o: %s', (used, over, code) => {
  const decide = () => decideCaps(100, { ...unused, ...used }, { ...limits, ...over });
  expect(codeOf(decide)).toBe(code);
});
