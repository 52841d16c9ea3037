import { idCheckChar, parseIdNumber } from '@gonglian/kernel/id-number.ts';
import { expect, test } from 'vitest';
import { faultOfNumber } from './document-number.ts';

const today = '2026-11-21';

test('the page takes and refuses as the node does, but for places', () => {
  const people = Array.from({ length: 500 }, (_, at) => {
    const month = String((at % 13) + 1).padStart(2, '0');
    const first = `32108419${String(50 + (at % 50))}${month}15${String(at).padStart(3, '0')}`;
    const check = at % 7 === 0 ? '0' : idCheckChar(first);
    return first + check;
  });
  const faults = people.map((number) => faultOfNumber('01', number, today));
  const node = people.map((number) => {
    const parsed = parseIdNumber(number, { today });
    return parsed.ok ? undefined : parsed.rule;
  });
  expect(faults).toEqual(node);
  expect(new Set(faults)).toEqual(new Set([undefined, 'DATE_INVALID', 'CHECKSUM']));
});

test.each([
  ['01', '', 'NUMBER_MISSING'],
  ['01', '11010519491231002', 'LENGTH_OR_CHARSET'],
  ['01', '11010519491231002Ⅹ', undefined],
  ['01', '１１０１０５１９４９１２３１００２ｘ', undefined],
  ['01', '110105202701010022', 'DATE_IN_FUTURE'],
  ['04', 'E12345678', undefined],
  ['04', '护照', 'LENGTH_OR_CHARSET'],
])('document %s: %s', (idType, number, fault) => {
  expect(faultOfNumber(idType, number, today)).toBe(fault);
});
