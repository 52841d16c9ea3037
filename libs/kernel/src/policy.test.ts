import { expect, test } from 'vitest';
import type { PolicyEntry } from './policy.ts';
import { KERNEL_POLICY, orderOn, policyOn } from './policy.ts';

interface Sample {
  'refund.limit': number;
  'fund.name': string;
}
const entry = (value: number, effectiveFrom: string, effectiveTo: string | null) =>
  ({ key: 'refund.limit', value, effectiveFrom, effectiveTo, orderedBy: 'a test' }) as const;
const registry: PolicyEntry<Sample>[] = [
  { ...entry(4_000, '2023-06-01', '2023-12-31'), orderedBy: 'an older document' },
  entry(5_000, '2024-01-01', '2024-12-31'),
  entry(10_000, '2025-01-01', null),
];

test('the document is that of the day', () => {
  expect(orderOn(registry, 'refund.limit', '2023-12-31')).toBe('an older document');
  expect(orderOn(registry, 'refund.limit', '2024-01-01')).toBe('a test');
});

test.each([
  ['2023-06-01', 4_000],
  ['2024-01-01', 5_000],
  ['2024-12-31', 5_000],
  ['2025-01-01', 10_000],
  ['2099-01-01', 10_000],
])('on %s the value is %i', (date, value) => {
  expect(policyOn(registry, 'refund.limit', date)).toBe(value);
});

test.each([
  ['refund.limit', '2023-05-31'],
  ['fund.name', '2025-01-01'],
] as const)('%s on %s is missing', (key, date) => {
  expect(() => policyOn(registry, key, date)).toThrow(
    expect.objectContaining({ code: 'POLICY_MISSING', details: { key, date } }),
  );
});

test("a federation's own entry goes before the default", () => {
  const beijing: typeof KERNEL_POLICY = [
    {
      key: 'women_committee.min',
      value: 25,
      effectiveFrom: '2020-01-01',
      effectiveTo: null,
      orderedBy: 'Beijing',
    },
    ...KERNEL_POLICY,
  ];
  expect(policyOn(beijing, 'women_committee.min', '2026-01-01')).toBe(25);
  expect(policyOn(beijing, 'women_committee.min', '2019-01-01')).toBe(10);
});

test('every default says who ordered it', () => {
  expect(KERNEL_POLICY.every((item) => item.orderedBy.length > 0)).toBe(true);
});
