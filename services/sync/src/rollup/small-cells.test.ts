import { expect, test } from 'vitest';
import { coverSums, markSmall, type Shown } from './small-cells.ts';

const of = (value: number, heads = value): Shown => ({
  value: BigInt(value),
  heads: BigInt(heads),
  mark: '',
});
const told = (all: readonly Shown[]): string =>
  all.map(({ value, mark }) => ({ '': String(value), SMALL: '<5', COVERED: '…' })[mark]).join(' ');

/** A whole and its terms, as they are shown. */
function shown(whole: Shown, ...terms: Shown[]): string {
  markSmall([whole, ...terms]);
  coverSums([{ whole, terms }]);
  return `${told([whole])} = ${told(terms)}`;
}

test.each<[string, Shown, Shown[], string]>([
  ['nobody and many are shown', of(12), [of(0), of(5), of(7)], '12 = 0 5 7'],
  [
    'one that is small takes the smallest other with it',
    of(30),
    [of(3), of(9), of(18)],
    '30 = <5 … 18',
  ],
  ['none of the empty ones', of(12), [of(3), of(0), of(9)], '12 = <5 0 …'],
  ['two that are small hide each other', of(25), [of(2), of(3), of(20)], '25 = <5 <5 20'],
  ['not where each must be one', of(22), [of(1), of(1), of(20)], '22 = <5 <5 …'],
  ['not where each must be four', of(38), [of(4), of(4), of(30)], '38 = <5 <5 …'],
  ['a cover that would be five, beside one', of(26), [of(1), of(5), of(20)], '26 = <5 … …'],
  ['alone it is the whole', of(3), [of(3), of(0)], '<5 = <5 0'],
  ['a rest that is listed nowhere is read off too', of(14), [of(6), of(5)], '14 = 6 …'],
  ['and hides what is beside it where it is large', of(20), [of(2), of(6)], '20 = <5 6'],
  ['the whole goes where nothing else is left', of(9), [of(5)], '9 = …'],
  [
    'money of few is hidden whatever it comes to',
    of(900, 10),
    [of(100, 1), of(800, 9)],
    '900 = <5 …',
  ],
  ['money without anybody is of few', of(700, 8), [of(100, 0), of(600, 8)], '700 = <5 …'],
])('%s', (_, whole, terms, expected) => {
  expect(shown(whole, ...terms)).toBe(expected);
});

test('what is hidden for one sum is a gap in the other, and hides there', () => {
  // Two towns by two registers: 3 in one corner makes all four corners go.
  const corner = [of(3), of(9), of(8), of(20)] as const;
  const [one, two, three, four] = corner;
  const towns = [of(12), of(28)] as const;
  const registers = [of(11), of(29)] as const;
  markSmall([...corner, ...towns, ...registers]);
  coverSums([
    { whole: towns[0], terms: [one, two] },
    { whole: towns[1], terms: [three, four] },
    { whole: registers[0], terms: [one, three] },
    { whole: registers[1], terms: [two, four] },
  ]);
  expect(told(corner)).toBe('<5 … … …');
  expect(told([...towns, ...registers])).toBe('12 28 11 29');
});

test('a whole that is hidden on another page is not the sum of what is shown here', () => {
  const whole: Shown = { ...of(20), mark: 'COVERED' };
  expect(shown(whole, of(8), of(12))).toBe('… = … 12');
});
