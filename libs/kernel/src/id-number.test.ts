import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert15, idCheckChar, parseIdNumber, parseOtherDocument } from './id-number.ts';

const today = '2026-01-15';

describe('numbers of domain §9.1', () => {
  test.each([
    ['11010519491231002X', 'female', '1949-12-31', '110105'],
    ['440524188001010014', 'male', '1880-01-01', '440524'],
    ['32108419000101001X', 'male', '1900-01-01', '321084'],
    ['321084190001010028', 'female', '1900-01-01', '321084'],
    ['320612190003150032', 'male', '1900-03-15', '320612'],
    ['630102190012310088', 'female', '1900-12-31', '630102'],
  ] as const)('%s is valid', (idNumber, sex, birthDate, regionCode) => {
    const parsed = parseIdNumber(idNumber, { today });
    expect(parsed).toMatchObject({ ok: true, idNumber, sex, birthDate, regionCode });
  });

  test.each([
    ['321084190001010029', 'CHECKSUM'],
    ['321084190002290017', 'DATE_INVALID'],
    ['321084190013010013', 'DATE_INVALID'],
    ['99108419000101001X', 'REGION_UNKNOWN'],
    ['321084000101001', 'LENGTH_OR_CHARSET'],
    ['', 'LENGTH_OR_CHARSET'],
    ['3210841900010100288', 'LENGTH_OR_CHARSET'],
    ['3210841900010100X8', 'LENGTH_OR_CHARSET'],
    ['32108419000101002Y', 'LENGTH_OR_CHARSET'],
    ['3210841900010100②8', 'LENGTH_OR_CHARSET'],
    ['321084202601160014', 'DATE_IN_FUTURE'],
  ])('%s fails by %s', (raw, rule) => {
    expect(parseIdNumber(raw, { today })).toEqual({ ok: false, rule });
  });

  test('the number whose date is wrong has a right checksum, so the date is what fails', () => {
    expect(idCheckChar('321084190002290017')).toBe('7');
  });

  test.each([
    ['329999199001010011', 'male'],
    ['32999919900101002X', 'female'],
    ['329999198505050039', 'male'],
    ['329999198505050047', 'female'],
    ['329999200109300059', 'male'],
    ['329999196601010062', 'female'],
    ['329999201201010075', 'male'],
  ] as const)('%s: a county that does not exist is a warning', (idNumber, sex) => {
    expect(parseIdNumber(idNumber, { today })).toMatchObject({
      ok: true,
      sex,
      warnings: ['COUNTY_NOT_IN_TABLE'],
    });
  });

  test('a known county is no warning', () => {
    expect(parseIdNumber('32108419000101001X', { today })).toMatchObject({ warnings: [] });
  });
});

describe('what people type', () => {
  test.each([
    '32108419000101001x',
    ' 32108419000101001X\n',
    '３２１０８４１９０００１０１００１Ｘ',
    '32108419000101001ｘ',
  ])('"%s" is normalised', (raw) => {
    expect(parseIdNumber(raw, { today })).toMatchObject({
      ok: true,
      idNumber: '32108419000101001X',
    });
  });

  test.each([
    [{ sex: 'male' }, undefined],
    [{ sex: 'female' }, 'SEX_MISMATCH'],
    [{ birthDate: '1900-01-01' }, undefined],
    [{ birthDate: '1900-01-02' }, 'BIRTH_MISMATCH'],
    [{ sex: 'female', birthDate: '1900-01-02' }, 'SEX_MISMATCH'],
  ] as const)('the form says %o', (form, rule) => {
    const parsed = parseIdNumber('32108419000101001X', { today, ...form });
    expect(parsed.ok ? undefined : parsed.rule).toBe(rule);
  });

  test('who is born today is not of the future', () => {
    const first17 = '32108420260115001';
    const raw = first17 + idCheckChar(first17);
    expect(parseIdNumber(raw, { today })).toMatchObject({ ok: true });
    expect(parseIdNumber(raw, { today: '2026-01-14' })).toMatchObject({ rule: 'DATE_IN_FUTURE' });
  });

  test('people from Taiwan, Hong Kong and Macao carry regions outside the civil table', () => {
    for (const region of ['710000', '810000', '820000', '830000']) {
      const first17 = `${region}19900101001`;
      expect(parseIdNumber(first17 + idCheckChar(first17), { today }).ok).toBe(true);
    }
  });
});

describe('fifteen digits', () => {
  test('are converted on import only', () => {
    expect(convert15('321084000101001')).toBe('32108419000101001X');
    expect(parseIdNumber('321084000101001', { today, allowFifteen: true })).toMatchObject({
      ok: true,
      idNumber: '32108419000101001X',
      warnings: ['CONVERTED_FROM_15'],
    });
  });

  test.each(['32108400010100', '3210840001010012', '32108400010100X', '32108419000101001X'])(
    '"%s" is not converted',
    (raw) => {
      expect(convert15(raw)).toBeUndefined();
    },
  );
});

test('the checksum finds any one wrong digit', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 11 });
  fc.assert(
    fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (tail, at, shift) => {
      const first17 = `321084${tail.join('')}`;
      const wrong = Array.from(first17, Number);
      wrong[at] = ((wrong[at] ?? 0) + shift) % 10;
      expect(idCheckChar(wrong.join(''))).not.toBe(idCheckChar(first17));
    }),
  );
});

test.each([
  ['H12345678', true],
  [' e12345678 ', true],
  ['', false],
  ['   ', false],
  ['E123 456', false],
  ['护照123', false],
  ['A'.repeat(31), false],
])('another document: "%s"', (raw, ok) => {
  expect(parseOtherDocument(raw).ok).toBe(ok);
});

test('another document is kept trimmed and in upper case', () => {
  expect(parseOtherDocument(' e12345678 ')).toEqual({ ok: true, idNumber: 'E12345678' });
});
