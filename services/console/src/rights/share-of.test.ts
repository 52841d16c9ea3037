import { expect, test } from 'vitest';
import { averageOf, shareOf, totalOf } from './share-of.ts';

test.each([
  [0, 0, '–'],
  [0, 7, '0.0%'],
  [2, 3, '66.7%'],
  [7, 7, '100.0%'],
  // One late order of five thousand is seen; so is the only one in time.
  [4_999, 5_000, '99.9%'],
  [1, 5_000, '0.1%'],
])('%i of %i: %s', (part, whole, said) => {
  expect(shareOf(part, whole)).toBe(said);
});

test('all kinds and regions together; who gave no number weighs nothing', () => {
  const one = {
    orderKind: 'COMPLAINT',
    regionCode: '321084',
    received: 3,
    dispatched: 2,
    replied: 2,
    onTime: 1,
    closed: 1,
    rated: 2,
    satisfactionSum: 9,
    recoveredFen: '9007199254740993',
  };
  const total = totalOf([one, { ...one, rated: 0, satisfactionSum: 0, recoveredFen: '1' }]);
  expect(total).toMatchObject({ received: 6, onTime: 2, recoveredFen: '9007199254740994' });
  expect(averageOf(total)).toBe('4.50');
  expect(averageOf(totalOf([]))).toBe('–');
});
