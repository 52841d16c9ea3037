import { describe, expect, test } from 'vitest';
import { emptyApplication, findFaults, personOf, receiptNumber } from './application.ts';

const today = '2026-11-21';
const given = {
  ...emptyApplication,
  name: '张三',
  idNumber: '11010519491231002X',
  phone: '13800138000',
  employmentForm: 'contract',
};

describe('what an applicant is told before anything is sent', () => {
  test.each([
    ['nothing', given, {}],
    ['a number in small letters', { ...given, idNumber: ' 11010519491231002x ' }, {}],
    ['a phone in groups', { ...given, phone: '+86 138 0013-8000' }, {}],
    ['no name', { ...given, name: '  ' }, { name: 'NAME_MISSING' }],
    ['no number', { ...given, idNumber: '' }, { idNumber: 'NUMBER_MISSING' }],
    ['too short', { ...given, idNumber: '1101051949' }, { idNumber: 'LENGTH_OR_CHARSET' }],
    ['no such day', { ...given, idNumber: '321084190002290017' }, { idNumber: 'DATE_INVALID' }],
    ['a slip', { ...given, idNumber: '110105194912310021' }, { idNumber: 'CHECKSUM' }],
    ['a phone of ten', { ...given, phone: '1380013800' }, { phone: 'PHONE_INVALID' }],
    ['no form', { ...given, employmentForm: '' }, { employmentForm: 'CHOICE_MISSING' }],
    [
      'a platform, of which',
      { ...given, employmentForm: 'platform' },
      { newForm: 'CHOICE_MISSING' },
    ],
    [
      'a passport without a day',
      { ...given, idType: '04', idNumber: 'E1' },
      { birthDate: 'BIRTH_DATE_MISSING' },
    ],
    [
      'a passport of tomorrow',
      { ...given, idType: '04', idNumber: 'E1', birthDate: '2026-11-22' },
      { birthDate: 'DATE_IN_FUTURE' },
    ],
  ])('%s', (_what, application, faults) => {
    expect(findFaults(application, today)).toEqual(faults);
  });
});

test('a birth date is sent only where the number does not hold it', () => {
  expect(personOf({ ...given, birthDate: '1949-12-31' })).not.toHaveProperty('birthDate');
  expect(personOf({ ...given, idType: '04', birthDate: '1949-12-31' })).toMatchObject({
    birthDate: '1949-12-31',
  });
});

test('an occupation is sent only of who works by a platform', () => {
  const newForm = 'courier';
  expect(personOf({ ...given, newForm })).not.toHaveProperty('newForms');
  expect(personOf({ ...given, newForm, employmentForm: 'platform' })).toMatchObject({
    newForms: ['courier'],
  });
});

test('a receipt is short enough to be read out', () => {
  expect(receiptNumber('0192f3a4-7b6c-7d8e-9f00-1a2b3c4d5e6f')).toBe('3C4D-5E6F');
});
