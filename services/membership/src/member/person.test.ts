import { expect, test } from 'vitest';
import { testVault } from '../fixtures.ts';
import { identityHash, maskPerson, openPerson, possibleHashes, sealPerson } from './person.ts';

const vault = testVault();
const identity = {
  idType: '01',
  idNumber: '329999199001010011',
  name: '李小明',
  phone: '13800000000',
  birthDate: '1990-01-01',
} as const;

test('shows the last four of the number, and masks name and phone (domain §9.15)', () => {
  expect(maskPerson(identity)).toEqual({
    nameMasked: '李*明',
    idNumberMasked: '**************0011',
    phoneMasked: '138****0000',
  });
});

test.each([
  ['with all there is', {}],
  ['without a phone', { phone: '' }],
  ['with a rare name and a foreign document', { name: '𠮷·䶮', idNumber: 'E1234567' }],
])('a person %s is opened as it was sealed', (_, changes) => {
  const { idNumber, name, phone, birthDate } = { ...identity, ...changes };
  const person = { idNumber, name, phone, birthDate };
  const { bytes } = sealPerson(vault, 'p1', person);
  expect(openPerson(vault.openingKeys(), 'p1', bytes)).toEqual(person);
});

test('a seal opens in its own row only', () => {
  const { bytes } = sealPerson(vault, 'p1', identity);
  expect(() => openPerson(vault.openingKeys(), 'p2', bytes)).toThrow(
    expect.objectContaining({ code: 'SEAL_BROKEN' }),
  );
});

test('the same number of another kind of document is another person', () => {
  const hash = identityHash(vault, '01', identity.idNumber);
  expect(hash).toEqual(identityHash(vault, '01', identity.idNumber));
  expect(hash).not.toEqual(identityHash(vault, '04', identity.idNumber));
  expect(possibleHashes(vault, identity.idNumber)).toContainEqual(hash);
});
