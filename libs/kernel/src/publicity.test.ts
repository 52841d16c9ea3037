import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import {
  decideObjection,
  decidePublicityOver,
  publicityEndsOn,
  type Objection,
} from './publicity.ts';
import { addWorkingDays } from './working-days.ts';

const of = (startsOn: string, workingDays = 5, ...objections: Objection[]) =>
  publicityEndsOn({ startsOn, workingDays, objections });
const objection = (raisedOn: string, closedOn = ''): Objection => ({ raisedOn, closedOn });

test.each([
  ['2025-03-10', '2025-03-17'],
  ['2025-01-24', '2025-02-07'],
  ['2025-04-25', '2025-05-06'],
  ['2025-04-30', '2025-05-12'],
  ['2025-09-27', '2025-10-10'],
  ['2025-09-30', '2025-10-14'],
  ['2025-10-02', '2025-10-14'],
  ['2026-02-12', '2026-02-26'],
  ['2026-02-13', '2026-02-27'],
  ['2026-03-09', '2026-03-16'],
  ['2026-05-08', '2026-05-14'],
  ['2026-09-24', '2026-10-09'],
  ['2026-09-30', '2026-10-13'],
])('%s: five working days end %s at 24:00 (domain §9.10)', (startsOn, endsOn) => {
  expect(of(startsOn)).toBe(endsOn);
});

test.each(['2024-06-03', '2026-12-28', '2027-01-04'])(
  '%s: a year without its calendar is refused, not reckoned by weekends',
  (startsOn) => {
    expect(() => of(startsOn)).toThrow('HOLIDAY_TABLE_MISSING');
  },
);

test.each([
  ['none', [], '2026-03-16'],
  ['open', [objection('2026-03-11')], ''],
  ['two days of five gone', [objection('2026-03-11', '2026-03-20')], '2026-03-25'],
  ['answered on the day', [objection('2026-03-11', '2026-03-11')], '2026-03-16'],
  ['on the first day', [objection('2026-03-09', '2026-03-10')], '2026-03-17'],
  ['on the last day', [objection('2026-03-16', '2026-03-20')], '2026-03-20'],
  ['on a Saturday', [objection('2026-03-14', '2026-03-17')], '2026-03-18'],
  [
    'two that overlap',
    [objection('2026-03-11', '2026-03-13'), objection('2026-03-12', '2026-03-20')],
    '2026-03-25',
  ],
  [
    'one within another',
    [objection('2026-03-11', '2026-03-20'), objection('2026-03-12', '2026-03-13')],
    '2026-03-25',
  ],
  [
    'one after another',
    [objection('2026-03-10', '2026-03-11'), objection('2026-03-13', '2026-03-17')],
    '2026-03-19',
  ],
  ['one of two open', [objection('2026-03-10', '2026-03-11'), objection('2026-03-13')], ''],
])('an objection stops the clock: %s', (_, objections, endsOn) => {
  expect(of('2026-03-09', 5, ...objections)).toBe(endsOn);
});

test.each([
  ['PUBLICITY_NOT_OVER', { endsOn: '2025-05-06', openObjections: 0 }, '2025-05-06'],
  ['PUBLICITY_NOT_OVER', { endsOn: '2025-05-06', openObjections: 0 }, '2025-04-30'],
  ['PUBLICITY_OBJECTIONS_OPEN', { endsOn: '', openObjections: 1 }, '2025-06-30'],
  ['PUBLICITY_NOT_OVER', { endsOn: '', openObjections: 0 }, '2025-06-30'],
] as const)('%s: %j on %s', (code, standing, on) => {
  expect(() => decidePublicityOver(standing, on)).toThrow(code);
});

test('the day after its last it is over', () => {
  const over = { endsOn: '2025-05-06', openObjections: 0 };
  expect(() => decidePublicityOver(over, '2025-05-07')).not.toThrow();
});

const shown = { startsOn: '2025-04-25', endsOn: '2025-05-06' };
test.each([
  ['PUBLICITY_NOT_BEGUN', shown, '2025-04-24'],
  ['PUBLICITY_OVER', shown, '2025-05-07'],
])('%s: %j, said on %s', (code, publicity, on) => {
  expect(() => decideObjection(publicity, on)).toThrow(code);
});

test.each([
  [shown, '2025-04-25'],
  [shown, '2025-05-06'],
  [{ ...shown, endsOn: '' }, '2025-07-01'],
])('%j: what is said on %s counts', (publicity, on) => {
  expect(() => decideObjection(publicity, on)).not.toThrow();
});

test('objections never make it shorter, nor end it before the last answer', () => {
  const day = (from: number) => fc.nat(40).map((offset) => addDays('2026-03-09', from + offset));
  const answered = fc
    .tuple(day(0), fc.nat(20))
    .map(([raisedOn, days]) => objection(raisedOn, addDays(raisedOn, days)));
  fc.assert(
    fc.property(
      fc.array(answered, { maxLength: 4 }),
      fc.integer({ min: 1, max: 7 }),
      (all, days) => {
        const plain = addWorkingDays('2026-03-09', days);
        // Whoever objects does so before the end; later ones are not of it.
        const said = all.filter(({ raisedOn }) => raisedOn <= plain);
        const endsOn = of('2026-03-09', days, ...said);
        expect(endsOn >= plain).toBe(true);
        for (const { closedOn } of said) expect(endsOn >= closedOn).toBe(true);
      },
    ),
  );
});
