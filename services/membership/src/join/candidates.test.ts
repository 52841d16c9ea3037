import { expect, test } from 'vitest';
import { syntheticPerson, testVault } from '../fixtures.ts';
import { checkRows } from './candidates.ts';

const terms = {
  today: '2026-11-01',
  onDate: '2026-10-01',
  age: { refuseUnder: 16, warnOver: 70 },
  allowFifteen: true,
};
const refusal = (row: number, code: string, field = 'idNumber') => ({
  row,
  code,
  field,
  heldByUnionId: '',
});

test('rows are numbered from 1, good ones kept in order, bad ones listed by rule', () => {
  const { candidates, refusals } = checkRows(
    testVault(),
    [
      syntheticPerson(1),
      syntheticPerson(2, { idNumber: '321084190001010029' }),
      syntheticPerson(3, { name: '' }),
      syntheticPerson(4),
    ],
    terms,
  );
  expect(candidates.map(({ row }) => row)).toEqual([1, 4]);
  expect(refusals).toEqual([refusal(2, 'CHECKSUM'), refusal(3, 'NAME_MISSING', 'name')]);
});

test('the same document twice: the first row stands, however it is written', () => {
  const { candidates, refusals } = checkRows(
    testVault(),
    [
      syntheticPerson(1, { idNumber: '32108419000101001X' }),
      syntheticPerson(2, { idNumber: '32108419000101001x' }),
      syntheticPerson(3, { idNumber: '321084000101001' }),
    ],
    terms,
  );
  expect(candidates.map(({ row }) => row)).toEqual([1]);
  expect(refusals).toEqual([refusal(2, 'DUPLICATE_IN_BATCH'), refusal(3, 'DUPLICATE_IN_BATCH')]);
});

test('the same number on two kinds of document is two people', () => {
  const idNumber = syntheticPerson(1).idNumber;
  const passport = syntheticPerson(2, { idType: '04', idNumber, birthDate: '1990-01-01' });
  const { candidates } = checkRows(testVault(), [syntheticPerson(1), passport], terms);
  expect(candidates).toHaveLength(2);
});
