import { expect, test } from 'vitest';
import { codeOf } from '@gonglian/testing/people-scene.ts';
import {
  decideBatchApproval,
  decideCare,
  decideLine,
  decideSpecialAid,
  type Holder,
} from './decide-care.ts';
import { rulesOf } from './find-holders.ts';

const month = '2026-05';
const living = { kind: 'LIVING_SUBSIDY', month, rules: rulesOf(month) } as const;
const holder: Holder = {
  personId: 'p-1',
  grade: 'PROVINCE',
  standing: 'LIVING',
  livelihood: 'RETIRED',
  checkedYear: 2026,
  checkOutcome: 'ALIVE',
  hasAccount: true,
  incomeFen: 300_000,
  paidThisMonth: false,
};

// In the order in which a reason is said: each has the ones after it too.
test.each([
  ['HOLDER_WITHDRAWN', { standing: 'WITHDRAWN', livelihood: '' }],
  ['HOLDER_INVESTIGATED', { standing: 'INVESTIGATED', checkOutcome: '' }],
  ['HOLDER_EMIGRATED', { standing: 'EMIGRATED' }],
  ['HOLDER_UNTRACEABLE', { standing: 'UNTRACEABLE' }],
  ['HOLDER_DECEASED', { standing: 'DECEASED' }],
  ['HOLDER_MOVED', { standing: 'MOVED' }],
  ['NOT_ON_REGISTER', { livelihood: '', checkOutcome: '' }],
  ['HOLDER_UNCHECKED', { checkOutcome: '', checkedYear: 0, hasAccount: false }],
  ['HOLDER_UNCHECKED', { checkedYear: 2025 }],
  ['ACCOUNT_MISSING', { hasAccount: false, paidThisMonth: true }],
  ['PAID_THIS_MONTH', { paidThisMonth: true, incomeFen: undefined }],
  ['GRADE_NOT_COVERED', { grade: 'CITY', incomeFen: undefined }],
  ['INCOME_UNKNOWN', { incomeFen: undefined }],
  ['INCOME_ABOVE_LINE', { incomeFen: 355_200 }],
] as const)('%s (%#)', (reason, over) => {
  expect(decideLine({ ...holder, ...over }, living, 0)).toEqual({ reason });
  const { leftOut, lines } = decideCare([{ ...holder, ...over }], living);
  expect({ leftOut, lines }).toEqual({
    leftOut: [{ personId: 'p-1', reasonCode: reason }],
    lines: [],
  });
});

test('the check of last year holds in the first three months', () => {
  const last = { ...holder, checkedYear: 2025 };
  const of = (m: string) => ({ ...living, month: m });
  expect(decideLine(last, of('2026-03'), 0)).toHaveProperty('line');
  expect(decideLine(last, of('2026-04'), 0)).toEqual({ reason: 'HOLDER_UNCHECKED' });
  expect(decideLine({ ...last, checkedYear: 2024 }, of('2026-01'), 0)).toEqual({
    reason: 'HOLDER_UNCHECKED',
  });
});

test('each of the three payments has its amount', () => {
  const line = { personId: 'p-1', grade: 'PROVINCE', livelihood: 'RETIRED' };
  expect(decideLine(holder, living, 0)).toEqual({
    line: { ...line, lineFen: 355_200, capFen: 100_000, amountFen: 55_200 },
  });
  expect(decideLine(holder, { ...living, kind: 'HONOUR_ALLOWANCE' }, 0)).toEqual({
    line: { ...line, lineFen: 0, capFen: 0, amountFen: 20_000 },
  });
  const county = { ...holder, grade: 'COUNTY' } as const;
  expect(decideLine(county, { ...living, kind: 'HONOUR_ALLOWANCE' }, 0)).toEqual({
    reason: 'GRADE_NOT_COVERED',
  });
  expect(decideLine(county, { ...living, kind: 'SPECIAL_AID' }, 500_000)).toEqual({
    line: { ...line, grade: 'COUNTY', lineFen: 0, capFen: 0, amountFen: 500_000 },
  });
});

test.each([
  ['MODEL_WORKER_NOT_BELOW', { personId: 'p-2', amountFen: 1 }, {}],
  ['AID_ABOVE', { personId: 'p-1', amountFen: 2_000_001 }, {}],
  ['PAID_THIS_MONTH', { personId: 'p-1', amountFen: 2_000_000 }, { paidThisMonth: true }],
  ['HOLDER_UNCHECKED', { personId: 'p-1', amountFen: 1 }, { checkOutcome: '' }],
  [undefined, { personId: 'p-1', amountFen: 2_000_000 }, {}],
] as const)('special aid: %s (%#)', (code, ask, over) => {
  const of = { ...living, kind: 'SPECIAL_AID' } as const;
  expect(codeOf(() => decideSpecialAid([{ ...holder, ...over }], [ask], of, 2_000_000))).toBe(code);
});

const chair = { id: 'chair-1', member: 'm-9' };
test.each([
  ['CARE_BATCH_STATE', { state: 'APPROVED', madeBy: 'chair-1' }, []],
  [
    'MAKER_IS_APPROVER',
    { state: 'DRAFT', madeBy: 'chair-1' },
    [{ accountId: 'chair-1', memberId: null }],
  ],
  [
    'PAYEE_IS_APPROVER',
    { state: 'DRAFT', madeBy: 'clerk-1' },
    [{ accountId: 'chair-1', memberId: null }],
  ],
  [
    'PAYEE_IS_APPROVER',
    { state: 'DRAFT', madeBy: 'clerk-1' },
    [{ accountId: '', memberId: 'm-9' }],
  ],
  [undefined, { state: 'DRAFT', madeBy: 'clerk-1' }, [{ accountId: '', memberId: null }]],
])('approval: %s (%#)', (code, batch, payees) => {
  expect(codeOf(() => decideBatchApproval(batch, payees, chair))).toBe(code);
});
