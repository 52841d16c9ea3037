import { expect, test } from 'vitest';
import { testVault } from '../fixtures.ts';
import { keysOf, tokensOf } from './search-tokens.ts';

test.each([
  [
    '王小明',
    '13912345678',
    ['first|王', 'letters|wx', 'letters|wxm', 'pair|小明', 'pair|王小', 'tail|5678'],
  ],
  ['王', '', ['first|王']],
  ['𠮷𰻝', '', ['first|𠮷', 'letters|jb', 'pair|𠮷𰻝']],
  [
    '买买提·艾',
    '',
    [
      'first|买',
      'letters|mm',
      'letters|mmt',
      'letters|mmta',
      'pair|·艾',
      'pair|买买',
      'pair|买提',
      'pair|提·',
    ],
  ],
  ['Ann Li', '12', ['first|a', 'letters|al', 'letters|an', 'letters|ann', 'letters|li']],
  ['', '', []],
])('%s %s is found by %j', (name, phone, keys) => {
  expect([...keysOf({ name, phone })].toSorted()).toEqual(keys);
});

test('a token is a keyed number, the same each time, and says nothing of what it is of', () => {
  const [token = ''] = tokensOf(testVault(), ['first|王']);
  expect(token).toMatch(/^\d{1,19}$/);
  expect(BigInt(token)).toBe(testVault().blindToken('member', 'first|王'));
  const vault = testVault();
  expect(tokensOf(vault, ['first|王', 'first|李'])).toEqual(
    tokensOf(vault, ['first|王', 'first|李']),
  );
});
