import { expect, test } from 'vitest';
import { linesIn, mayBePaid, offersOf } from './claim-steps.ts';

const taken = (step: string, account: string) => ({
  step,
  account,
  toState: '',
  takenAt: '',
  reasonCode: '',
});
const steps = [taken('CHECK', 'cadre'), taken('REVIEW', 'clerk'), taken('CALCULATE', 'clerk')];
const shown = (state: string, reader: Parameters<typeof offersOf>[1], done = steps) =>
  offersOf({ state, steps: done }, reader).map(
    ({ name, barred }) => `${name}${barred ? ' -' : ''}`,
  );

test.each([
  ['MATERIALS', 'clerk', 'cadre', false, ['check', 'giveBack', 'reject']],
  // The grassroots union does not review.
  ['CHECKED', 'clerk', 'other', false, ['giveBack', 'reject']],
  ['CHECKED', 'clerk', 'other', true, ['review', 'giveBack', 'reject']],
  // Whoever checked does not review.
  ['CHECKED', 'clerk', 'cadre', true, ['review -', 'giveBack', 'reject']],
  ['CALCULATED', 'clerk', 'clerk', true, ['calculate', 'reject']],
  ['CALCULATED', 'chair', 'chair', true, ['calculate', 'approve', 'reject']],
  ['CALCULATED', 'chair', 'clerk', true, ['calculate', 'approve -', 'reject']],
  ['APPROVED', 'chair', 'chair', true, []],
  ['MATERIALS', 'auditor', 'auditor', true, []],
])('%s as %s %s, who runs it: %s', (state, duty, accountId, holds, names) => {
  expect(shown(state, { duty, accountId, holds })).toEqual(names);
});

test('a rejection is appealed against once, and answered by another', () => {
  const clerk = { duty: 'clerk', accountId: 'clerk', holds: true };
  const rejected = [...steps, taken('REJECT', 'clerk')];
  expect(shown('REJECTED', clerk, rejected)).toEqual(['appeal']);
  const appealed = [...rejected, taken('APPEAL', 'cadre')];
  expect(shown('APPEALED', clerk, appealed)).toEqual(['uphold -', 'deny -']);
  expect(shown('APPEALED', { ...clerk, accountId: 'else' }, appealed)).toEqual(['uphold', 'deny']);
  expect(shown('REJECTED', clerk, [...appealed, taken('DENY', 'else')])).toEqual([]);
});

test('money is asked for once, and again after it was dropped', () => {
  const of = (state: string, payoutState: string) => mayBePaid({ state, payoutState });
  expect([of('APPROVED', ''), of('APPROVED', 'DROPPED')]).toEqual([true, true]);
  expect([of('APPROVED', 'WAITING'), of('PAID', 'PAID'), of('CALCULATED', '')]).toEqual([
    false,
    false,
    false,
  ]);
});

test('invoices are typed one a line or parted by commas', () => {
  expect(linesIn(' FP01 \nFP02，FP03;\n\n')).toEqual(['FP01', 'FP02', 'FP03']);
});
