import { createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openSealed, openVault } from './vault.ts';

const key = (byte: number) => Buffer.alloc(32, byte);
const vault = openVault({ suite: 'std', dataKeys: { 1: key(1) }, currentKid: 1, indexKey: key(9) });
const AAD = 'person.id_number';

describe('sealing', () => {
  test('any text opens again, in its own place only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, aad) => {
        const sealed = vault.seal(text, aad);
        expect(vault.open(sealed, aad)).toBe(text);
        expect(() => vault.open(sealed, `${aad}x`)).toThrow('SEAL_BROKEN');
      }),
    );
  });

  test('the form is suite, key id, nonce, ciphertext, tag', () => {
    const sealed = vault.seal('高邮', AAD);
    expect([sealed[0], sealed[1], sealed.length]).toEqual([1, 1, 2 + 12 + 6 + 16]);
    expect(vault.kidOf(sealed)).toBe(1);
  });

  test('no nonce comes twice, across many draws', () => {
    const nonces = Array.from({ length: 5_000 }, () => vault.seal('', AAD).toString('hex', 2, 14));
    expect(new Set(nonces).size).toBe(nonces.length);
  });

  test('a changed byte anywhere is found', () => {
    const sealed = vault.seal('32108419000101001X', AAD);
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => vault.open(changed, AAD)).toThrow(/^SEAL_(BROKEN|UNKNOWN)$/);
    }
  });

  test.each([0, 1, 2, 14, 29])('%i bytes are no seal', (length) => {
    const cut = vault.seal('text', AAD).subarray(0, length);
    expect(() => vault.open(cut, AAD)).toThrow(/^SEAL_(BROKEN|UNKNOWN)$/);
  });
});

test('its keys open elsewhere what it sealed, and show their bytes to nobody', () => {
  const keys = vault.openingKeys();
  const sealed = vault.seal('高邮', AAD);
  expect(openSealed(keys, sealed, AAD)).toBe('高邮');
  expect(() => openSealed(keys, sealed, `${AAD}x`)).toThrow('SEAL_BROKEN');
  expect(inspect(keys, { showHidden: true, depth: null })).not.toMatch(/01[, ]*01|buffer/i);
  expect(JSON.stringify([...keys])).toBe('[[1,{}]]');
});

describe('rotation', () => {
  const dataKeys = { 1: key(1), 2: key(2) };
  const rotated = openVault({ suite: 'std', dataKeys, currentKid: 2, indexKey: key(9) });

  test('the new key seals, the old one still opens', () => {
    expect(rotated.open(vault.seal('old', AAD), AAD)).toBe('old');
    expect(rotated.seal('new', AAD)[1]).toBe(2);
  });

  test('a key that is not there is named', () => {
    expect(() => vault.open(rotated.seal('new', AAD), AAD)).toThrow(
      expect.objectContaining({ code: 'SEAL_UNKNOWN', details: { suite: 1, kid: 2 } }),
    );
  });
});

describe('blind index', () => {
  test('is HMAC-SHA256 over kind|value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (value) => {
        const expected = createHmac('sha256', key(9)).update(`01|${value}`).digest();
        expect(vault.blindIndex('01', value).equals(expected)).toBe(true);
      }),
    );
  });

  test('a token is its first 63 bits', () => {
    const index = vault.blindIndex('member', 'first|王');
    const token = vault.blindToken('member', 'first|王');
    expect(token).toBe(index.readBigUInt64BE() >> 1n);
    expect(token < 2n ** 63n).toBe(true);
  });

  test('an index handed out is not touched by the next one', () => {
    const first = vault.blindIndex('01', 'a');
    const copy = Buffer.from(first);
    vault.blindIndex('01', 'b');
    expect(first.equals(copy)).toBe(true);
  });

  test('does not depend on the data key, but on its own', () => {
    const base = { suite: 'std', currentKid: 1 } as const;
    const sameIndex = openVault({ ...base, dataKeys: { 1: key(7) }, indexKey: key(9) });
    const otherIndex = openVault({ ...base, dataKeys: { 1: key(1) }, indexKey: key(8) });
    const index = vault.blindIndex('01', 'a');
    expect(sameIndex.blindIndex('01', 'a').equals(index)).toBe(true);
    expect(otherIndex.blindIndex('01', 'a').equals(index)).toBe(false);
    expect(vault.blindIndex('02', 'a').equals(index)).toBe(false);
  });
});

test.each([
  ['a short data key', { dataKeys: { 1: Buffer.alloc(16) } }],
  ['a short index key', { indexKey: Buffer.alloc(31) }],
  ['a missing current key', { currentKid: 2 }],
  ['a key id beyond a byte', { dataKeys: { 1: key(1), 256: key(2) } }],
])('refuses %s', (_, wrong) => {
  const keys = { suite: 'std', dataKeys: { 1: key(1) }, currentKid: 1, indexKey: key(9) } as const;
  expect(() => openVault({ ...keys, ...wrong })).toThrow(
    expect.objectContaining({ kind: 'invalid', code: 'VAULT_KEY' }),
  );
});
