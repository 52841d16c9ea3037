import { expect, test } from 'vitest';
import { openLetterKey, sealLetter } from './letter-seal.ts';

const city = openLetterKey(Buffer.alloc(32, 1));
const province = openLetterKey(Buffer.alloc(32, 2));
const sealed = sealLetter(city.publicKey, '李小明', 'nomination 1');
const broken = expect.objectContaining({ kind: 'refused', code: 'LETTER_SEAL_BROKEN' });

test('the addressee reads it, and the same key comes of the same bytes', () => {
  expect(city.open(sealed, 'nomination 1')).toBe('李小明');
  expect(openLetterKey(Buffer.alloc(32, 1)).publicKey.equals(city.publicKey)).toBe(true);
  expect(sealed.includes(Buffer.from('李'))).toBe(false);
  expect(sealLetter(city.publicKey, '李小明', 'nomination 1').equals(sealed)).toBe(false);
});

test('nobody else reads it, and at no other place', () => {
  expect(() => province.open(sealed, 'nomination 1')).toThrow(broken);
  expect(() => city.open(sealed, 'nomination 2')).toThrow(broken);
});

test.each([0, 5, 40, 46, sealed.length - 1])('one changed byte is found out: %i', (at) => {
  const changed = Buffer.from(sealed);
  changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
  expect(() => city.open(changed, 'nomination 1')).toThrow(broken);
});

test('bytes that are none, and a key that is none', () => {
  expect(() => city.open(Buffer.alloc(3), '')).toThrow(broken);
  expect(() => city.open(sealed.subarray(0, 50), 'nomination 1')).toThrow(broken);
  expect(() => sealLetter(Buffer.alloc(31), 'x', '')).toThrow(
    expect.objectContaining({ kind: 'invalid', code: 'LETTER_KEY' }),
  );
});
