import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as dates from './dates.ts';

describe('dates', () => {
  test.each(['1900-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31'])(
    '%s exists',
    (text) => {
      expect(dates.parseDate(text)).toBe(text);
    },
  );

  test.each([
    '1900-02-29',
    '2023-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '２０２６-01-01',
    ' 2026-01-01',
    '2026-01-01T00:00:00Z',
    '',
  ])('"%s" does not', (text) => {
    expect(dates.isCalendarDate(text)).toBe(false);
    expect(() => dates.parseDate(text)).toThrow(expect.objectContaining({ code: 'DATE_INVALID' }));
  });

  test.each([
    ['2025-03-10', 15, '2025-03-25'],
    ['2025-01-24', 15, '2025-02-08'],
    ['2025-09-30', 15, '2025-10-15'],
    ['2026-02-13', 15, '2026-02-28'],
    ['2026-03-09', 10, '2026-03-19'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['1900-02-28', 1, '1900-03-01'],
  ])('%s + %i days = %s', (from, days, to) => {
    expect(dates.addDays(from, days)).toBe(to);
    expect(dates.daysBetween(from, to)).toBe(days);
  });

  test.each([
    ['2026-03-10', 6, '2026-09-10'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2026-12-01', 1, '2027-01-01'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s + %i months = %s', (from, months, to) => expect(dates.addMonths(from, months)).toBe(to));

  test.each([
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2021-06-18', 5, '2026-06-18'],
    ['2024-12-31', 5, '2029-12-31'],
    ['2024-02-29', -1, '2023-02-28'],
  ])('%s + %i years = %s', (from, years, to) => {
    expect(dates.addYears(from, years)).toBe(to);
  });

  test.each([
    ['2012-01-01', '2027-12-31', 15],
    ['2012-01-01', '2028-01-01', 16],
    ['2012-02-29', '2027-02-27', 14],
    ['2012-02-29', '2027-02-28', 15],
    ['2012-02-29', '2028-02-28', 15],
    ['2012-02-29', '2028-02-29', 16],
  ])('born %s is on %s %i years old', (birth, on, years) => {
    expect(dates.ageOn(birth, on)).toBe(years);
  });

  test('dates compare by the calendar', () => {
    expect(dates.compareDates('2025-12-31', '2026-01-01')).toBeLessThan(0);
    expect(dates.compareDates('2026-01-01', '2025-12-31')).toBeGreaterThan(0);
    expect(dates.compareDates('2026-01-01', '2026-01-01')).toBe(0);
  });

  test.each([
    ['2025-12-31T15:59:59.999Z', '2025-12-31'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
    ['2026-07-01T00:00:00.000Z', '2026-07-01'],
  ])('at %s it is %s in China', (instant, date) => {
    expect(dates.chinaDate(new Date(instant))).toBe(date);
  });

  test('China dates agree with the time zone database since 1992', () => {
    const zone = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
    const instants = fc.date({ min: new Date('1992-01-01'), max: new Date('2100-01-01') });
    fc.assert(
      fc.property(
        instants.filter((instant) => !Number.isNaN(instant.getTime())),
        (instant) => {
          expect(dates.chinaDate(instant)).toBe(zone.format(instant));
        },
      ),
    );
  });
});

describe('months and periods', () => {
  test.each([
    ['2026-01', '2026-02', '2026-01-31'],
    ['2024-02', '2024-03', '2024-02-29'],
    ['2023-02', '2023-03', '2023-02-28'],
    ['2025-12', '2026-01', '2025-12-31'],
  ])('%s: then %s, last day %s', (month, next, last) => {
    expect(dates.nextMonth(month)).toBe(next);
    expect(dates.lastDayOfMonth(month)).toBe(last);
    expect(dates.monthOf(last)).toBe(month);
  });

  test.each([
    ['2025-11', '2026-02', ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['2026-01', '2026-01', ['2026-01']],
    ['2026-02', '2026-01', []],
  ])('from %s to %s', (from, to, months) => {
    expect(dates.monthsBetween(from, to)).toEqual(months);
  });

  test.each([
    ['2024', '2024-01-01', '2024-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
  ])('period %s is %s to %s', (period, from, to) => {
    expect(dates.parsePeriod(period)).toEqual({ from, to });
  });

  test.each(['2024-13', '2024-00', '24', '2024-2', '2024-02-01', ''])(
    '"%s" is no period',
    (text) => {
      expect(() => dates.parsePeriod(text)).toThrow(
        expect.objectContaining({ code: 'PERIOD_INVALID' }),
      );
    },
  );

  test('a list of months is bounded', () => {
    expect(() => dates.monthsBetween('0001-01', '9999-12')).toThrow(
      expect.objectContaining({ code: 'PERIOD_TOO_LONG' }),
    );
    expect(() => dates.nextMonth('2024-13')).toThrow(
      expect.objectContaining({ code: 'MONTH_INVALID' }),
    );
  });
});
