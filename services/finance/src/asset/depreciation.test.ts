import { assert, integer, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { depreciatedThrough, monthlyFen, monthsUsed } from './depreciation.ts';

const monthAfter = (month: number) =>
  `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
const inMonth = (card: Parameters<typeof depreciatedThrough>[0], month: number) =>
  depreciatedThrough(card, monthAfter(month)) -
  (month === 0 ? 0 : depreciatedThrough(card, monthAfter(month - 1)));

test('a computer of 12,000.00 for six years: 166.67 a month from the first, 166.43 in the last (domain §9.13)', () => {
  const card = { valueFen: 1_200_000, lifeMonths: 72, addedOn: '2026-01-31' };
  const months = Array.from({ length: 72 }, (_, month) => inMonth(card, month));
  expect(months.slice(0, 71)).toEqual(Array.from({ length: 71 }, () => 16_667));
  expect(months[71]).toBe(16_643);
  expect(inMonth(card, 72)).toBe(0);
});

test('a library of 300,000.00 for fifty years: 500.00 a month (domain §9.13)', () => {
  expect(monthlyFen({ valueFen: 30_000_000, lifeMonths: 600 })).toBe(50_000);
});

test.each([
  ['2026-03-31', '2026-02', 0],
  ['2026-03-31', '2026-03', 1],
  ['2026-03-01', '2026-12', 10],
  ['2025-12-01', '2026-01', 2],
  ['2019-01-01', '2026-01', 12],
])('added on %s, at the end of %s: %i months of twelve', (addedOn, month, used) => {
  expect(monthsUsed({ valueFen: 1, lifeMonths: 12, addedOn }, month)).toBe(used);
});

test('the months sum to the value, none below zero, for any value and life', () => {
  const cards = record({
    valueFen: integer({ min: 1, max: 9_999_999_999_999 }),
    lifeMonths: integer({ min: 1, max: 720 }),
  });
  assert(
    property(cards, (some) => {
      const card = { ...some, addedOn: '2026-01-01' };
      const months = Array.from({ length: card.lifeMonths }, (_, month) => inMonth(card, month));
      expect(months.every((fen) => fen >= 0 && Number.isSafeInteger(fen))).toBe(true);
      expect(months.reduce((sum, fen) => sum + fen, 0)).toBe(card.valueFen);
      expect(inMonth(card, card.lifeMonths)).toBe(0);
    }),
    { numRuns: 200 },
  );
});
