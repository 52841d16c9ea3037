import { codeOf } from '@gonglian/testing/people-scene.ts';
import { expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import {
  decideReport,
  diseaseKey,
  invoiceKey,
  openHealth,
  sealHealth,
  type Health,
} from './health.ts';

const cover = {
  planKind: 'HOSPITAL',
  planState: 'EFFECTIVE',
  effectiveFrom: '2026-02-01',
  periodTo: '2026-12-31',
  windowMonths: 6,
} as const;
const health: Health = {
  diagnosis: '合成诊断',
  hospital: '合成县人民医院',
  hospitalLevel: 2,
  diseaseCode: '',
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-10',
  days: 10,
  selfPayFen: 800_000,
};

test.each<[string | undefined, object, object, string]>([
  [undefined, {}, {}, '2026-03-10'],
  [undefined, {}, {}, '2026-09-10'],
  ['CLAIM_WINDOW_OVER', {}, {}, '2026-09-11'],
  ['HEALTH_DATES_WRONG', {}, {}, '2026-03-09'],
  ['HEALTH_DATES_WRONG', {}, { dischargedOn: '2026-02-28' }, '2026-03-10'],
  ['HEALTH_DATES_WRONG', {}, { days: 11 }, '2026-03-10'],
  [undefined, {}, { admittedOn: '2026-02-01' }, '2026-03-10'],
  ['IN_WAITING_PERIOD', {}, { admittedOn: '2026-01-31' }, '2026-03-10'],
  ['AFTER_PERIOD', { periodTo: '2026-02-28' }, {}, '2026-03-10'],
  [undefined, { planState: 'CLOSED' }, {}, '2026-03-10'],
  ['PLAN_STATE_WRONG', { planState: 'SETTLED' }, {}, '2026-03-10'],
  ['PLAN_STATE_WRONG', { planState: 'ENROLLING' }, {}, '2026-03-10'],
  ['NOT_PAID_FOR', { effectiveFrom: '' }, {}, '2026-03-10'],
  ['DISEASE_CODE_WRONG', {}, { diseaseCode: 'BREAST' }, '2026-03-10'],
  ['DISEASE_CODE_WRONG', { planKind: 'LUMP_SUM' }, {}, '2026-03-10'],
  [undefined, { planKind: 'LUMP_SUM' }, { diseaseCode: 'BREAST' }, '2026-03-10'],
])('%s: %o, %o on %s', (code, of, over, today) => {
  expect(codeOf(() => decideReport({ ...cover, ...of }, { ...health, ...over }, today))).toBe(code);
});

test('what is sealed has none of it, and opens only in its place', () => {
  const { vault } = testOwn();
  const sealed = sealHealth(vault, 'claim-1', health);
  expect(sealed.includes(Buffer.from(health.diagnosis))).toBe(false);
  expect(openHealth(vault, 'claim-1', sealed)).toEqual(health);
  expect(codeOf(() => openHealth(vault, 'claim-2', sealed))).toBe('SEAL_BROKEN');
});

test('an invoice is the same however it is typed; an illness is of one who is enrolled', () => {
  const { vault } = testOwn();
  expect(invoiceKey(vault, ' １234-5678 ')).toEqual(invoiceKey(vault, '12345678'));
  expect(invoiceKey(vault, '12345678')).not.toEqual(invoiceKey(vault, '12345679'));
  expect(diseaseKey(vault, 'a', '')).toBeNull();
  expect(diseaseKey(vault, 'a', 'X')).not.toEqual(diseaseKey(vault, 'b', 'X'));
});
