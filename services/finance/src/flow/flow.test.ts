import { expect, test } from 'vitest';
import { decidePots } from './get-money-flows.ts';

const flow = (fromKind: string, toKind: string, amountFen: number) => ({
  fromKind,
  toKind,
  amountFen,
});

test('a pot that nothing touched is left out; money between pots is in both', () => {
  const flows = [flow('payer', 'own', 100), flow('own', 'project', 30), flow('own', 'own', 5)];
  const shown = decidePots(flows, new Map([['trust', 7]]));
  expect(
    shown.map(({ potKind, inFen, outFen, closingFen }) => [potKind, inFen, outFen, closingFen]),
  ).toEqual([
    ['trust', 0n, 0n, 7n],
    ['own', 105n, 35n, 70n],
    ['project', 30n, 0n, 30n],
  ]);
});
