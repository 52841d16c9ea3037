import { expect, test } from 'vitest';
import { decideEnd } from './end-membership.ts';
import type { Standing } from './life.ts';
import { decideReactivate } from './reactivate-membership.ts';
import { decideRetain } from './retain-membership.ts';

const codes = {
  sex: 'female',
  ageBand: '35_44',
  employmentForm: 'contract',
  workerGroup: '',
  migrantWorker: false,
  newForms: [],
};
const today = '2026-11-01';
const active: Standing = {
  memberId: 'm1',
  unionId: 'u1',
  state: 'ACTIVE',
  joinedOn: '2025-05-01',
  since: '2026-02-01',
  codes,
  version: 3,
};
const retained: Standing = { ...active, state: 'RETAINED' };
const dates = [
  ['EFFECTIVE_IN_FUTURE', '2026-11-02'],
  ['EFFECTIVE_BEFORE_JOINING', '2025-04-30'],
  ['EFFECTIVE_BEFORE_SPELL', '2026-01-31'],
] as const;
const refusal = (code: string) => expect.objectContaining({ code, kind: 'refused' });

test('retaining says the union, the day and the codes', () => {
  expect(decideRetain(active, { reason: 'retired', effectiveOn: '2026-02-01' }, today)).toEqual({
    memberId: 'm1',
    unionId: 'u1',
    reason: 'retired',
    effectiveOn: '2026-02-01',
    codes,
    version: 4,
  });
});

test.each(dates)('retaining is refused: %s', (code, effectiveOn) => {
  expect(() => decideRetain(active, { reason: 'retired', effectiveOn }, today)).toThrow(
    refusal(code),
  );
});

test.each([
  'APPLIED',
  'RETAINED',
  'LEFT',
  'DEEMED_LEFT',
  'EXPELLED',
  'DECEASED',
  'REJECTED',
] as const)('nobody who is %s is retained', (state) => {
  const ask = { reason: 'retired', effectiveOn: '2026-03-01' } as const;
  expect(() => decideRetain({ ...active, state }, ask, today)).toThrow(
    expect.objectContaining({ code: 'MEMBERSHIP_STATE_WRONG', details: { state } }),
  );
});

test.each([
  ['', 'u1'],
  ['u2', 'u2'],
])('reactivating at "%s" is at %s', (unionId, at) => {
  expect(decideReactivate(retained, { unionId, effectiveOn: '2026-03-01' }, today)).toEqual({
    memberId: 'm1',
    unionId: at,
    effectiveOn: '2026-03-01',
    codes,
    version: 4,
  });
});

test.each(dates)('reactivating is refused: %s', (code, effectiveOn) => {
  expect(() => decideReactivate(retained, { unionId: '', effectiveOn }, today)).toThrow(
    refusal(code),
  );
});

test.each([
  'APPLIED',
  'ACTIVE',
  'LEFT',
  'DEEMED_LEFT',
  'EXPELLED',
  'DECEASED',
  'REJECTED',
] as const)('nobody who is %s is reactivated', (state) => {
  const ask = { unionId: '', effectiveOn: '2026-03-01' };
  expect(() => decideReactivate({ ...active, state }, ask, today)).toThrow(
    refusal('MEMBERSHIP_STATE_WRONG'),
  );
});

test.each([
  ['left', '', 'LEFT'],
  ['deemed_left', '工决〔2026〕1号', 'DEEMED_LEFT'],
  ['expelled', '工决〔2026〕2号', 'EXPELLED'],
  ['deceased', '', 'DECEASED'],
] as const)('ending: %s', (how, decisionDocNo, next) => {
  const ask = { how, effectiveOn: '2026-03-01', decisionDocNo };
  const left = { memberId: 'm1', unionId: 'u1', how, effectiveOn: '2026-03-01', codes, version: 4 };
  expect(decideEnd(active, ask, today)).toEqual({ next, left: { ...left, wasRetained: false } });
  expect(decideEnd(retained, ask, today)).toEqual({ next, left: { ...left, wasRetained: true } });
});

test.each(['deemed_left', 'expelled'] as const)('%s needs a decision', (how) => {
  const ask = { how, effectiveOn: '2026-03-01', decisionDocNo: '' };
  expect(() => decideEnd(active, ask, today)).toThrow(refusal('DECISION_DOC_MISSING'));
});

test.each(dates)('ending is refused: %s', (code, effectiveOn) => {
  const ask = { how: 'left', effectiveOn, decisionDocNo: '' } as const;
  expect(() => decideEnd(active, ask, today)).toThrow(refusal(code));
});

test.each(['APPLIED', 'LEFT', 'DEEMED_LEFT', 'EXPELLED', 'DECEASED', 'REJECTED'] as const)(
  'nothing ends for who is %s',
  (state) => {
    const ask = { how: 'left', effectiveOn: '2026-03-01', decisionDocNo: '' } as const;
    expect(() => decideEnd({ ...active, state }, ask, today)).toThrow(
      refusal('MEMBERSHIP_STATE_WRONG'),
    );
  },
);
