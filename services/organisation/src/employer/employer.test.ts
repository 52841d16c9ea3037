import { describe, expect, test } from 'vitest';
import { decideCover } from './cover-employer.ts';
import { checkedCoverage } from './coverage.ts';
import { decideUncover } from './uncover-employer.ts';

const refusal = (code: string) => expect.objectContaining({ code }) as Error;
const union = { kind: 'JOINT_GRASSROOTS', status: 'ACTIVE', establishedOn: '2020-03-01' } as const;
const shop = { uscc: '91321084ma00000583', name: '甲店', employeeCount: 12 };
const inn = { uscc: '91350100M000100Y43', name: '乙店', employeeCount: 8 };

describe('cover', () => {
  const ask = { unionId: 'u-1', employer: shop, startedOn: '2021-01-01', expectedVersion: 1 };
  const free = { covered: false, admitting: [] };
  const taken = { covered: false, admitting: [{ uscc: shop.uscc, unionId: 'u-2' }] };
  test.each([
    ['UNION_NOT_ACTIVE', { ...union, status: 'CLOSING' as const }, free, ask],
    ['COVERAGE_NOT_ALLOWED', { ...union, kind: 'SINGLE_GRASSROOTS' as const }, free, ask],
    ['COVERAGE_NOT_ALLOWED', { ...union, kind: 'GROUP' as const }, free, ask],
    ['EFFECTIVE_BEFORE_FOUNDING', union, free, { ...ask, startedOn: '2020-02-29' }],
    ['USCC_IS_UNION', union, free, { ...ask, employer: { ...shop, uscc: '81321084MC0000012H' } }],
    ['ALREADY_COVERED', union, { ...free, covered: true }, ask],
    ['EMPLOYER_COVERED_ELSEWHERE', union, taken, ask],
  ])('refuses %s', (code, is, coverage, asked) => {
    expect(() => decideCover(is, coverage, asked)).toThrow(refusal(code));
  });
  test('answers the code in normal form; who takes no members shares employers', () => {
    expect(decideCover(union, free, ask)).toEqual({ ...shop, uscc: '91321084MA00000583' });
    const sector = { ...union, kind: 'SECTOR_JOINT_FED' } as const;
    expect(decideCover(sector, taken, ask).uscc).toBe('91321084MA00000583');
  });
});

describe('uncover', () => {
  const ask = { unionId: 'u-1', employerUscc: inn.uscc, endedOn: '2022-01-01', expectedVersion: 1 };
  test.each([
    ['UNION_NOT_ACTIVE', { status: 'MERGED' as const }, '2021-01-01'],
    ['EMPLOYER_NOT_COVERED', union, undefined],
    ['ENDED_BEFORE_START', union, '2022-01-02'],
  ])('refuses %s', (code, is, startedOn) => {
    expect(() => decideUncover(is, startedOn, ask)).toThrow(refusal(code));
  });
  test('states the fact', () => {
    expect(decideUncover(union, '2021-01-01', ask)).toEqual({
      unionId: 'u-1',
      employerUscc: inn.uscc,
      endedOn: '2022-01-01',
    });
  });
});

describe('the list of a new union', () => {
  test.each([
    ['COVERAGE_NOT_ALLOWED', 'SINGLE_GRASSROOTS' as const, [shop]],
    ['USCC_LENGTH', 'JOINT_GRASSROOTS' as const, [shop, { ...inn, uscc: '1' }]],
    [
      'COVERED_UNIT_TWICE',
      'JOINT_GRASSROOTS' as const,
      [shop, { ...shop, uscc: shop.uscc.toUpperCase() }],
    ],
    ['COVERED_UNITS_TOO_FEW', 'JOINT_GRASSROOTS' as const, [shop]],
    ['COVERED_UNITS_TOO_FEW', 'JOINT_GRASSROOTS' as const, []],
  ])('refuses %s', (code, kind, covered) => {
    expect(() => checkedCoverage(kind, covered)).toThrow(refusal(code));
  });
  test('two units make a joint union; others need none', () => {
    expect(checkedCoverage('JOINT_GRASSROOTS', [shop, inn])).toHaveLength(2);
    expect(checkedCoverage('SINGLE_GRASSROOTS', [])).toEqual([]);
  });
});
