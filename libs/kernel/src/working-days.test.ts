import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from './dates.ts';
import { HOLIDAY_TABLES, holidayTable } from './holidays.ts';
import { addWorkingDays, isWorkingDay } from './working-days.ts';

test.each([
  ['2025-03-10', '2025-03-17', '2025-03-25'],
  ['2025-01-24', '2025-02-07', '2025-02-08'],
  ['2025-04-25', '2025-05-06', '2025-05-10'],
  ['2025-04-30', '2025-05-12', '2025-05-15'],
  ['2025-09-27', '2025-10-10', '2025-10-12'],
  ['2025-09-30', '2025-10-14', '2025-10-15'],
  ['2025-10-02', '2025-10-14', '2025-10-17'],
  ['2026-02-12', '2026-02-26', '2026-02-27'],
  ['2026-02-13', '2026-02-27', '2026-02-28'],
  ['2026-03-09', '2026-03-16', '2026-03-24'],
  ['2026-05-08', '2026-05-14', '2026-05-23'],
  ['2026-09-24', '2026-10-09', '2026-10-09'],
  ['2026-09-30', '2026-10-13', '2026-10-15'],
])('%s: 5 working days end %s, 15 days %s (domain §9.10)', (start, working, calendar) => {
  expect(addWorkingDays(start, 5)).toBe(working);
  expect(addDays(start, 15)).toBe(calendar);
  expect(addWorkingDays(start, 0)).toBe(start);
});

test.each([
  ['2025-01-26', true],
  ['2025-02-04', false],
  ['2025-02-08', true],
  ['2025-02-09', false],
  ['2025-06-02', false],
  ['2025-10-08', false],
  ['2025-10-09', true],
  ['2025-10-11', true],
  ['2026-01-04', true],
  ['2026-02-23', false],
  ['2026-06-19', false],
  ['2026-10-07', false],
  ['2026-10-08', true],
])('%s is worked: %s', (date, worked) => {
  expect(isWorkingDay(date)).toBe(worked);
});

test.each([
  [2025, 248],
  [2026, 248],
])('%i has %i working days', (year, days) => {
  let worked = 0;
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = addDays(date, 1)) {
    if (isWorkingDay(date)) worked += 1;
  }
  expect(worked).toBe(days);
});

test.each([
  ['2024-06-03', 2024],
  ['2027-01-04', 2027],
])('%s: a missing year is refused by name', (date, year) => {
  expect(() => isWorkingDay(date)).toThrow(
    expect.objectContaining({ code: 'HOLIDAY_TABLE_MISSING', details: { year } }),
  );
});

test('reckoning into a missing year fails too, until its table is loaded', () => {
  expect(() => addWorkingDays('2026-12-30', 5)).toThrow('HOLIDAY_TABLE_MISSING');
  const tables = new Map([...HOLIDAY_TABLES, [2027, holidayTable(2027, [['01-01', '01-01']], [])]]);
  expect(addWorkingDays('2026-12-30', 5, tables)).toBe('2027-01-07');
});

test.each([-1, 1.5, 1_001, Number.NaN])('%d working days is out of range', (days) => {
  expect(() => addWorkingDays('2025-03-10', days)).toThrow('WORKING_DAYS_RANGE');
});

test('one day more always ends later, and always on a working day', () => {
  const starts = fc.nat(500).map((offset) => addDays('2025-01-01', offset));
  fc.assert(
    fc.property(starts, fc.nat(60), (start, days) => {
      const later = addWorkingDays(start, days + 1);
      expect(later > addWorkingDays(start, days)).toBe(true);
      expect(isWorkingDay(later)).toBe(true);
    }),
  );
});
