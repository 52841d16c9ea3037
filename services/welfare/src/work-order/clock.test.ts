import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { HOLIDAY_TABLES, holidayTable } from '@gonglian/kernel/holidays.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  beginningOf,
  daysLeft,
  decideDue,
  lightOf,
  stopOf,
  type Clock,
  type Limit,
} from './clock.ts';
import { WORK_ORDER_POLICY, type WorkOrderClass } from './work-order-policy.ts';

const SLA = WORK_ORDER_POLICY.find(({ key }) => key === 'hotline.sla')?.value as Readonly<
  Record<WorkOrderClass, Limit>
>;
const at = (text: string) => new Date(`${text}+08:00`);
const clock = (started: string, limit: Limit, over: Partial<Clock> = {}): Clock => ({
  startedAt: at(started),
  ...limit,
  extensionDays: 0,
  stops: [],
  ...over,
});
const due = (started: string, limit: Limit, over: Partial<Clock> = {}) =>
  decideDue(clock(started, limit, over), 50).dueOn;

test.each([
  ['2025-03-10', '2025-03-10', '2025-03-17', '2025-03-25'],
  ['2025-01-24', '2025-01-24', '2025-02-07', '2025-02-08'],
  ['2025-04-25', '2025-04-25', '2025-05-06', '2025-05-10'],
  ['2025-04-30', '2025-04-30', '2025-05-12', '2025-05-15'],
  ['2025-09-27', '2025-09-27', '2025-10-10', '2025-10-12'],
  ['2025-09-30', '2025-09-30', '2025-10-14', '2025-10-15'],
  ['2025-10-02', '2025-10-02', '2025-10-14', '2025-10-17'],
  ['2026-02-12', '2026-02-12', '2026-02-26', '2026-02-27'],
  ['2026-02-13', '2026-02-13', '2026-02-27', '2026-02-28'],
  ['2026-03-09', '2026-03-09', '2026-03-16', '2026-03-24'],
  ['2026-05-08', '2026-05-08', '2026-05-14', '2026-05-23'],
  ['2026-09-24', '2026-09-24', '2026-10-09', '2026-10-09'],
  ['2026-09-30', '2026-09-30', '2026-10-13', '2026-10-15'],
])('%s: general %s, difficult %s, complex %s (domain §9.10)', (day, same, working, calendar) => {
  for (const hour of ['00:00:00', '10:30:00', '23:59:59']) {
    expect(due(`${day}T${hour}`, SLA.GENERAL)).toBe(same);
    expect(due(`${day}T${hour}`, SLA.DIFFICULT)).toBe(working);
    expect(due(`${day}T${hour}`, SLA.COMPLEX)).toBe(calendar);
  }
});

test('a year whose calendar is not loaded is refused, also where it is only run into', () => {
  const missing = (year: number) =>
    expect.objectContaining({ code: 'HOLIDAY_TABLE_MISSING', details: { year } });
  expect(() => due('2027-03-01T09:00:00', SLA.DIFFICULT)).toThrow(missing(2027));
  expect(() => due('2026-12-30T09:00:00', SLA.DIFFICULT)).toThrow(missing(2027));
  const tables = new Map([...HOLIDAY_TABLES, [2027, holidayTable(2027, [['01-01', '01-01']], [])]]);
  const { dueOn } = decideDue(clock('2026-12-30T09:00:00', SLA.DIFFICULT), 50, tables);
  expect(dueOn).toBe('2027-01-07');
  expect(due('2026-12-30T09:00:00', SLA.COMPLEX)).toBe('2027-01-14');
});

test.each([
  // The day that was waited through is not counted; one begun and ended in a day gains nothing.
  ['2026-03-09', SLA.DIFFICULT, ['2026-03-11/2026-03-12'], '2026-03-17'],
  ['2026-03-09', SLA.DIFFICULT, ['2026-03-09/2026-03-10'], '2026-03-16'],
  ['2026-03-09', SLA.DIFFICULT, ['2026-03-13/2026-03-16'], '2026-03-17'],
  ['2026-03-09', SLA.COMPLEX, ['2026-03-13/2026-03-16'], '2026-03-27'],
  ['2026-03-09', SLA.GENERAL, ['2026-03-09/2026-03-11'], '2026-03-11'],
  ['2026-03-09', SLA.COMPLEX, ['2026-03-13/2026-03-16', '2026-03-20/2026-03-21'], '2026-03-28'],
] as const)('from %s, waited for the caller %s %s: due %s', (day, limit, stops, dueOn) => {
  expect(due(`${day}T09:00:00`, limit, { stops })).toBe(dueOn);
});

test('an extension is counted as the order is', () => {
  expect(due('2026-03-09T09:00:00', SLA.DIFFICULT, { extensionDays: 5 })).toBe('2026-03-23');
  expect(due('2026-03-09T09:00:00', SLA.GENERAL, { extensionDays: 2 })).toBe('2026-03-11');
});

test.each([
  // Half of five working days: noon of the third; of fifteen days noon of the eighth; of what is left of today half.
  ['2025-09-30T10:00:00', SLA.DIFFICULT, '2025-10-11T12:00:00', '2025-10-14'],
  ['2026-03-09T10:00:00', SLA.COMPLEX, '2026-03-17T12:00:00', '2026-03-24'],
  ['2026-03-09T10:00:00', SLA.GENERAL, '2026-03-09T17:00:00', '2026-03-09'],
] as const)('%s: yellow at 50 per cent, red at 100', (started, limit, yellow, last) => {
  const { dueOn, yellowAt } = decideDue(clock(started, limit), 50);
  expect(yellowAt).toEqual(at(yellow));
  const light = (instant: Date) => lightOf({ dueOn, yellowAt }, instant);
  expect(light(new Date(yellowAt.getTime() - 1))).toBe('GREEN');
  expect(light(yellowAt)).toBe('YELLOW');
  expect(light(at(`${last}T23:59:59`))).toBe('YELLOW');
  expect(light(beginningOf(addDays(dueOn, 1)))).toBe('RED');
});

test.each([
  // Of five working days over the National Day: those of the holiday are none, the Saturday that is worked is one.
  ['2026-09-30T09:00:00', SLA.DIFFICULT, '2026-09-30T10:00:00', 5],
  ['2026-09-30T09:00:00', SLA.DIFFICULT, '2026-10-07T10:00:00', 5],
  ['2026-09-30T09:00:00', SLA.DIFFICULT, '2026-10-10T10:00:00', 2],
  ['2026-09-30T09:00:00', SLA.DIFFICULT, '2026-10-13T23:59:59', 0],
  ['2026-09-30T09:00:00', SLA.DIFFICULT, '2026-10-15T00:00:00', -2],
  ['2026-03-09T09:00:00', SLA.COMPLEX, '2026-03-14T09:00:00', 10],
  ['2026-03-09T09:00:00', SLA.GENERAL, '2026-03-09T09:00:00', 0],
  // Late in a year whose calendar is not loaded is late all the same.
  ['2026-12-21T09:00:00', SLA.DIFFICULT, '2027-01-02T09:00:00', -5],
] as const)('from %s, %o, at %s: %i days are left', (started, limit, now, left) => {
  const runs = clock(started, limit);
  expect(daysLeft(runs, decideDue(runs, 50).dueOn, at(now))).toBe(left);
});

test('no light before it is classified', () => {
  expect(lightOf({ dueOn: '', yellowAt: null }, new Date())).toBe('');
});

test('the clock stands from the day on which it was stopped until the day on which it goes on', () => {
  expect(stopOf(at('2026-03-09T23:59:59'), at('2026-03-10T00:00:00'))).toEqual([
    '2026-03-09/2026-03-10',
  ]);
  expect(stopOf(at('2026-03-09T08:00:00'), at('2026-03-09T20:00:00'))).toEqual([]);
});

test('waiting never brings the last day nearer', () => {
  const days = fc.nat(200).map((n) => addDays('2025-03-01', n));
  fc.assert(
    fc.property(
      days,
      fc.nat(8),
      fc.nat(8),
      fc.constantFrom(...Object.values(SLA)),
      (on, a, b, limit) => {
        const stop = `${addDays(on, a)}/${addDays(on, a + b)}`;
        const started = `${on}T09:00:00`;
        const waited = due(started, limit, { stops: [stop] });
        expect(waited >= due(started, limit)).toBe(true);
        expect(chinaDate(at(started)) <= waited).toBe(true);
      },
    ),
  );
});
