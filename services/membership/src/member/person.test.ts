import { expect, test } from 'vitest';
import { testVault } from '../fixtures.ts';
import { identityHash, maskPerson, openBirthDate, possibleHashes, sealPerson } from './person.ts';

const vault = testVault();
const identity = {
  idType: '01',
  idNumber: '329999199001010011',
  name: '李小明',
  phone: '13800000000',
  birthDate: '1990-01-01',
} as const;

test('shows the last four of the number, and masks name and phone (domain §9.15)', () => {
  const sealed = sealPerson(vault, 'p1', identity);
  expect(maskPerson(vault, 'p1', sealed)).toEqual({
    nameMasked: '李*明',
    idNumberMasked: '**************0011',
    phoneMasked: '138****0000',
  });
});

test('reads the birth date out of the number, or from the form', () => {
  const sealed = sealPerson(vault, 'p1', identity);
  expect(sealed.birthDate).toBeNull();
  expect(openBirthDate(vault, 'p1', sealed)).toBe('1990-01-01');
  const passport = { ...identity, idType: '04' as const, idNumber: 'E1234567' };
  const other = sealPerson(vault, 'p1', passport);
  expect(openBirthDate(vault, 'p1', other)).toBe('1990-01-01');
});

test('a sealed field opens in its own row only', () => {
  const sealed = sealPerson(vault, 'p1', identity);
  expect(() => maskPerson(vault, 'p2', sealed)).toThrow(
    expect.objectContaining({ code: 'SEAL_BROKEN' }),
  );
});

test('the same number of another kind of document is another person', () => {
  const hash = identityHash(vault, '01', identity.idNumber);
  expect(hash).toEqual(identityHash(vault, '01', identity.idNumber));
  expect(hash).not.toEqual(identityHash(vault, '04', identity.idNumber));
  expect(possibleHashes(vault, identity.idNumber)).toContainEqual(hash);
});
