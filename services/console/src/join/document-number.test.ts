import { expect, test } from 'vitest';
import { faultOfNumber } from './document-number.ts';

const today = '2026-11-21';

// Numbers of the standard and of domain §9.1; nobody's own.
test.each([
  ['01', '', 'NUMBER_MISSING'],
  ['01', '11010519491231002X', undefined],
  ['01', '11010519491231002x ', undefined],
  ['01', '110105194912310021', 'CHECKSUM'],
  ['01', '110105194912310O2X', 'LENGTH_OR_CHARSET'],
  ['01', '11010519491231002', 'LENGTH_OR_CHARSET'],
  ['01', '１１０１０５１９４９１２３１００２ｘ', undefined],
  ['01', '321084190002290017', 'DATE_INVALID'],
  ['01', '110105202701010022', 'DATE_IN_FUTURE'],
  ['04', 'E12345678', undefined],
  ['04', '护照', 'LENGTH_OR_CHARSET'],
])('document %s: %s', (idType, number, fault) => {
  expect(faultOfNumber(idType, number, today)).toBe(fault);
});

test('any one wrong digit is found', () => {
  const right = '11010519491231002X';
  const wrong = Array.from({ length: 4 }, (_, at) =>
    Array.from({ length: 10 }, (__, digit) => right.slice(0, at) + digit + right.slice(at + 1)),
  );
  const passed = wrong.flat().filter((number) => faultOfNumber('01', number, today) === undefined);
  expect(new Set(passed)).toEqual(new Set([right]));
});
