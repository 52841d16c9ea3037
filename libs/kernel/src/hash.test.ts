import { createCipheriv } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, digestHex, leafHash, merkleRoot, nodeHash, sha256Hex } from './hash.ts';

describe('canonicalJson', () => {
  test.each([
    [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
    [{ z: { y: [1, { d: 1, c: 2 }] }, a: null }, '{"a":null,"z":{"y":[1,{"c":2,"d":1}]}}'],
    [{ fen: 9_007_199_254_740_993n }, '{"fen":"9007199254740993"}'],
    [{ kept: '', left: undefined }, '{"kept":""}'],
    [['一', '"', '\n', true, -0, 1e21], '["一","\\"","\\n",true,0,1e+21]'],
    [{ 10: 1, 9: 2 }, '{"10":1,"9":2}'],
    [Object.assign(Object.create(null), { a: 1 }), '{"a":1}'],
    ['', '""'],
  ])('%o', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test('does not depend on the order members were added in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed());
        expect(canonicalJson(reversed)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  const ring: Record<string, unknown> = {};
  ring['self'] = ring;
  test.each([
    ['NaN', Number.NaN],
    ['Infinity', [Number.POSITIVE_INFINITY]],
    ['undefined', undefined],
    ['undefined in a list', [undefined]],
    ['a date', { at: new Date(0) }],
    ['a buffer', Buffer.from('a')],
    ['a map', new Map()],
    ['a function', () => 1],
    ['a ring', ring],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError);
  });
});

test('digests of known texts (domain §9.15)', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(sha256Hex(Buffer.from('abc'))).toBe(sha256Hex('abc'));
  expect(digestHex('sm3', 'abc')).toBe(
    '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  );
});

test('the runtime has the SM4 the gm suite needs (domain §9.15)', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');
  const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
  const sealed = Buffer.concat([cipher.update(block), cipher.final()]);
  expect(sealed.toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
});

describe('merkleRoot (RFC 6962)', () => {
  // The test leaves and roots of the Certificate Transparency reference implementation.
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657'].concat(
    '606162636465666768696a6b6c6d6e6f',
  );
  test.each([
    [0, 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    [1, '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    [2, 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'],
    [3, 'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77'],
    [4, 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7'],
    [5, '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4'],
    [6, '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef'],
    [7, 'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c'],
    [8, '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328'],
  ])('%i leaves', (count, root) => {
    const tree = leaves.slice(0, count).map((leaf) => Buffer.from(leaf, 'hex'));
    expect(merkleRoot(tree).toString('hex')).toBe(root);
  });

  const someLeaves = fc.array(fc.uint8Array({ maxLength: 8 }), { minLength: 1, maxLength: 40 });

  test('changes with any leaf', () => {
    fc.assert(
      fc.property(someLeaves, fc.nat(), fc.uint8Array({ maxLength: 8 }), (tree, pick, other) => {
        const at = pick % tree.length;
        fc.pre(!Buffer.from(other).equals(tree[at] ?? other));
        expect(merkleRoot(tree.with(at, other)).equals(merkleRoot(tree))).toBe(false);
      }),
    );
  });

  test('splits at the largest power of two, as the definition says', () => {
    const defined = (tree: Uint8Array[]): Buffer => {
      const [only] = tree;
      if (tree.length === 1 && only !== undefined) return leafHash(only);
      const split = 2 ** Math.ceil(Math.log2(tree.length) - 1);
      return nodeHash(defined(tree.slice(0, split)), defined(tree.slice(split)));
    };
    fc.assert(
      fc.property(someLeaves, (tree) => {
        expect(merkleRoot(tree).equals(defined(tree))).toBe(true);
      }),
    );
  });

  test('a node cannot pose as a leaf, and the suite matters', () => {
    const [a, b] = [Buffer.from('a'), Buffer.from('b')];
    const posed = Buffer.concat([leafHash(a), leafHash(b)]);
    expect(merkleRoot([posed]).equals(merkleRoot([a, b]))).toBe(false);
    expect(merkleRoot([a, b], 'sm3').equals(merkleRoot([a, b]))).toBe(false);
  });
});
