import { expect, test } from 'vitest';
import { decideDay, decideTakeOver } from './take-over.ts';

const problem = (code: string) => expect.objectContaining({ code });
const today = '2026-03-09';

test('a list is made today, or of old records on the day they say', () => {
  expect(decideTakeOver({ madeOn: '', takeOverNo: '' }, today)).toBe(today);
  const old = { madeOn: '2025-12-31', takeOverNo: '邮工办〔2026〕3号' };
  expect(decideTakeOver(old, today)).toBe('2025-12-31');
});

test.each([
  ['REFUND_TAKE_OVER_INCOMPLETE', '2020-10-09', ''],
  ['REFUND_TAKE_OVER_INCOMPLETE', '', '邮工办〔2026〕3号'],
  ['REFUND_NOT_OLD', '2026-01-01', '邮工办〔2026〕3号'],
  ['REFUND_NOT_OLD', '2027-01-01', '邮工办〔2026〕3号'],
])('a take-over is refused: %s (%s, %s)', (code, madeOn, takeOverNo) => {
  expect(() => decideTakeOver({ madeOn, takeOverNo }, today)).toThrow(problem(code));
});

const old = { takeOverNo: '邮工办〔2026〕3号' };
const days = { after: '2020-10-09', today };

test('a step is done today, or of old records on the day they say', () => {
  expect(decideDay({ takeOverNo: '' }, '', days)).toBe(today);
  expect(decideDay(old, '2020-10-09', days)).toBe('2020-10-09');
  expect(decideDay(old, today, days)).toBe(today);
});

test.each([
  ['REFUND_NOT_TAKEN_OVER', { takeOverNo: '' }, '2020-10-12'],
  ['REFUND_DAY_WRONG', old, ''],
  ['REFUND_DAY_WRONG', old, '2020-10-08'],
  ['REFUND_DAY_WRONG', old, '2026-03-10'],
])('the day of a step is refused: %s (%#)', (code, list, doneOn) => {
  expect(() => decideDay(list, doneOn, days)).toThrow(problem(code));
});
