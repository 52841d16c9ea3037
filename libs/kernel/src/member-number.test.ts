import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isMemberNumber, memberNumber } from './member-number.ts';

const parts = fc.tuple(
  fc.integer({ min: 110_000, max: 659_999 }),
  fc.integer({ min: 1925, max: 2100 }),
  fc.integer({ min: 1, max: 99_999_999 }),
);

test('region, year, sequence, check digit', () => {
  expect(memberNumber('321084', 2026, 1)).toMatch(/^321084202600000001\d$/);
  // Written out: numbers already printed on cards depend on this very digit.
  expect(memberNumber('321084', 2026, 1)).toBe('3210842026000000014');
});

test('the check digit is that of ISO 7064 MOD 11,10', () => {
  // The recursion of the standard ends in 1 over the whole number.
  fc.assert(
    fc.property(parts, ([region, year, sequence]) => {
      const digits = Array.from(memberNumber(String(region), year, sequence), Number);
      let product = 10;
      let sum = 0;
      for (const digit of digits) {
        sum = (digit + product) % 10;
        product = ((sum === 0 ? 10 : sum) * 2) % 11;
      }
      expect(sum).toBe(1);
    }),
  );
});

test('any one wrong digit is found', () => {
  fc.assert(
    fc.property(parts, fc.nat(18), fc.integer({ min: 1, max: 9 }), (numbers, at, shift) => {
      const [region, year, sequence] = numbers;
      const right = memberNumber(String(region), year, sequence);
      const digits = Array.from(right, Number);
      const wrong = digits.with(at, ((digits[at] ?? 0) + shift) % 10).join('');
      expect([isMemberNumber(right), isMemberNumber(wrong)]).toEqual([true, false]);
    }),
  );
});

test.each(['', '321084202600000001', '32108420260000000123', '32108420260000000１1'])(
  '"%s" has not the form',
  (text) => {
    expect(isMemberNumber(text)).toBe(false);
  },
);

test.each([
  ['32108', 2026, 1],
  ['321084107', 2026, 1],
  ['321084', 26, 1],
  ['321084', 2026, 0],
  ['321084', 2026, 100_000_000],
  ['321084', 2026, 1.5],
])('%s, %d, %d make no number', (region, year, sequence) => {
  expect(() => memberNumber(region, year, sequence)).toThrow('MEMBER_NUMBER_PARTS');
});
