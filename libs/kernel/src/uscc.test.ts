import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkUnionUscc, orgCodeCheckChar, parseUscc, usccCheckChar, usccRole } from './uscc.ts';

test.each([
  ['91350100M000100Y43', 'not_union'],
  ['81321084MC0000012H', 'grassroots_union'],
  ['81321000MC0000020N', 'grassroots_union'],
  ['81320000MC00000397', 'grassroots_union'],
  ['89630000MC0000047H', 'other_union'],
  ['91321084MA00000583', 'not_union'],
  ['81321084MC00001000', 'grassroots_union'],
  ['81321084MC000008XC', 'grassroots_union'],
  ['81321084MC0000020C', 'grassroots_union'],
] as const)('%s is valid: %s (domain §9.2)', (uscc, role) => {
  expect(parseUscc(uscc)).toEqual({ ok: true, uscc, role, warnings: [] });
  expect(usccRole(uscc)).toBe(role);
  expect(checkUnionUscc(uscc)).toMatchObject(
    role === 'not_union' ? { ok: false, rule: 'NOT_UNION_PREFIX' } : { ok: true, role },
  );
});

test.each([
  ['91350100M000100Y4Z', 'CHARSET'],
  ['81321084MC0000012G', 'CHECK'],
  ['81321084MI0000012H', 'CHARSET'],
  ['8132108AMC0000012H', 'CHARSET'],
  ['８1321084MC0000012H', 'CHARSET'],
  ['81321084MC0000012', 'LENGTH'],
  ['81321084MC0000012HH', 'LENGTH'],
  ['', 'LENGTH'],
])('%s fails by %s, as a union code too', (raw, rule) => {
  expect(parseUscc(raw)).toEqual({ ok: false, rule });
  expect(checkUnionUscc(raw)).toEqual({ ok: false, rule });
});

test.each(['81321084mc0000012h', '  81321084MC0000012H '])('"%s" is normalised', (raw) => {
  expect(parseUscc(raw)).toMatchObject({ ok: true, uscc: '81321084MC0000012H' });
});

test('a wrong organisation code inside is a warning only', () => {
  const first17 = '81321084MC0000013'; // the right inner check is 2
  expect(parseUscc(first17 + usccCheckChar(first17))).toMatchObject({
    ok: true,
    warnings: ['ORG_CODE_CHECK'],
  });
});

test.each([
  ['MC000001', '2'],
  ['MC000008', 'X'],
  ['MC000002', '0'],
])('organisation code %s checks as %s (GB 11714)', (first8, check) => {
  expect(orgCodeCheckChar(first8)).toBe(check);
});

test('the check character finds any one wrong character', () => {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const indices = fc.array(fc.nat(30), { minLength: 17, maxLength: 17 });
  fc.assert(
    fc.property(indices, fc.nat(16), fc.integer({ min: 1, max: 30 }), (values, at, shift) => {
      const text = (list: number[]) => list.map((value) => alphabet.charAt(value)).join('');
      const wrong = values.with(at, ((values[at] ?? 0) + shift) % 31);
      expect(usccCheckChar(text(wrong))).not.toBe(usccCheckChar(text(values)));
    }),
  );
});
