import { HOLIDAY_TABLES, holidayTable } from '@gonglian/kernel/holidays.ts';
import { expect, test } from 'vitest';
import { decideCorrectionState } from './decide-correction.ts';
import { dueDate, shownDueDate } from './due-date.ts';
import { decideCorrectionRequest } from './request-correction.ts';

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

const until2026 = new Map(Array.from(HOLIDAY_TABLES).filter(([year]) => year <= 2026));
const new2027 = holidayTable(2027, [['01-01', '01-03']], []);
const with2027 = new Map([...until2026, [2027, new2027]]);

test.each([
  ['2026-09-30', '2026-10-27'],
  ['2026-12-10', '2026-12-31'],
  ['2026-12-11', null],
  ['2026-12-20', null],
])('asked on %s, answered by %s, without holidays after 2026', (askedOn, dueOn) => {
  expect(dueDate(askedOn, until2026)).toBe(dueOn);
});

test('a day that was not known is shown when the holidays are; one that was told stays', () => {
  const asked = { askedOn: '2026-12-20', dueOn: null };
  expect(shownDueDate(asked, until2026)).toBe('');
  expect(shownDueDate(asked, with2027)).toBe('2027-01-11');
  expect(shownDueDate({ ...asked, dueOn: '2027-01-12' }, with2027)).toBe('2027-01-12');
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
