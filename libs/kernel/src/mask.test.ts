import { expect, test } from 'vitest';
import { isBankCard } from './luhn.ts';
import * as mask from './mask.ts';

test.each([
  ['李小明', '李*明', '李**'],
  ['张三', '张*', '张*'],
  ['欧阳修', '欧**', '欧**'],
  ['司马相如', '司**如', '司***'],
  ['欧阳', '欧*', '欧*'],
  ['𠮷田一', '𠮷*一', '𠮷**'],
  ['买买提·吐尔逊', '买******', '买******'],
  ['John Smith', 'J*********', 'J*********'],
  [' 李小明 ', '李*明', '李**'],
  ['李', '*', '*'],
  ['', '', ''],
])('name "%s": "%s", strictly "%s"', (name, list, strict) => {
  expect(mask.maskName(name)).toBe(list);
  expect(mask.maskName(name, 'strict')).toBe(strict);
});

test.each([
  ['official', '321084********001X'],
  ['list', '321***********001X'],
  ['strict', '321*************1X'],
  ['tail', '**************001X'],
] as const)('ID number, %s', (style, masked) => {
  expect(mask.maskIdNumber('32108419000101001X', style)).toBe(masked);
});

test('by default nothing of region or birth is shown', () => {
  expect(mask.maskIdNumber('321084190001010028')).toBe('**************0028');
});

test.each(['E12345678', 'H123', ''])('document "%s" is too short to show 6+4', (number) => {
  expect(mask.maskIdNumber(number, 'official')).toBe('*'.repeat(number.length));
});

test.each([
  ['13800000000', '138****0000'],
  ['12345', '*****'],
])('phone %s', (phone, masked) => {
  expect(mask.maskPhone(phone)).toBe(masked);
});

test('bank card', () => {
  expect(mask.maskBankCard('6210000000000000009', 'issuer_and_tail')).toBe('6210***********0009');
  expect(mask.maskBankCard('6210000000000000009')).toBe('***************0009');
});

test('an address shows its regions only', () => {
  expect(mask.maskAddress(['江苏省', '高邮市'])).toBe('江苏省高邮市***');
});

test.each([
  ['6210000000000000009', true],
  ['6222000000000001234', true],
  ['6222000000000001235', false],
  ['5555555555554444', true], // fives, doubled, are worth one
  ['5555555555554445', false],
  ['00000000000', false],
  ['62100000000000000О9', false],
])('%s is a bank card: %s (Luhn)', (card, valid) => {
  expect(isBankCard(card)).toBe(valid);
});
