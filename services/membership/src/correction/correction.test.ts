import { expect, test } from 'vitest';
import { decideCorrectionState } from './decide-correction.ts';
import { decideCorrectionRequest, dueDate } from './request-correction.ts';

const now = { name: '王小明', phone: '13912345678' };

test.each([
  [{ field: 'name', value: '王晓明' }, []],
  [{ field: 'phone', value: '13912345679' }, ['name']],
] as const)('%j may be asked', (ask, open) => {
  expect(() => decideCorrectionRequest(now, open, ask)).not.toThrow();
});

test.each([
  ['NAME_INVALID', { field: 'name', value: '王1' }, []],
  ['NAME_INVALID', { field: 'name', value: '王\u202e明' }, []],
  ['PHONE_INVALID', { field: 'phone', value: '0512-1234567' }, []],
  ['CORRECTION_CHANGES_NOTHING', { field: 'name', value: '王小明' }, ['name']],
  ['CORRECTION_OPEN', { field: 'name', value: '王晓明' }, ['name']],
] as const)('refuses: %s', (code, ask, open) => {
  expect(() => decideCorrectionRequest(now, open, ask)).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['2026-09-30', '2026-10-27'],
  ['2026-12-20', '2027-01-04'],
])('asked on %s, answered by %s', (askedOn, dueOn) => {
  expect(dueDate(askedOn, 15)).toBe(dueOn);
});

test.each([
  [true, '', 'MADE'],
  [false, '证件不符', 'REFUSED'],
] as const)('accept %s: %s', (accept, reason, state) => {
  expect(decideCorrectionState('ASKED', { accept, reason })).toBe(state);
});

test.each([
  ['CORRECTION_STATE_WRONG', 'MADE', true, ''],
  ['CORRECTION_STATE_WRONG', 'REFUSED', false, ''],
  ['REASON_MISSING', 'ASKED', false, ''],
] as const)('refuses: %s', (code, state, accept, reason) => {
  expect(() => decideCorrectionState(state, { accept, reason })).toThrow(
    expect.objectContaining({ code }),
  );
});
