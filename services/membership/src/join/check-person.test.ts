import type { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { checkPerson } from './check-person.ts';

const terms = {
  today: '2026-11-01',
  onDate: '2026-10-01',
  age: { refuseUnder: 16, warnOver: 70 },
  allowFifteen: false,
};
const person = (changes: Partial<Person>) => syntheticPerson(1, changes);

test.each([
  ['11010519491231002X', 'female', '55_plus'],
  ['440524188001010014', 'male', '55_plus'],
  ['32108419000101001X', 'male', '55_plus'],
  ['32108419000101001x', 'male', '55_plus'],
  ['321084190001010028', 'female', '55_plus'],
  ['320612190003150032', 'male', '55_plus'],
  ['630102190012310088', 'female', '55_plus'],
  ['329999199001010011', 'male', '35_44'],
  ['32999919900101002X', 'female', '35_44'],
  ['329999200109300059', 'male', '25_34'],
  ['329999196601010062', 'female', '55_plus'],
])('takes %s (domain §9.1)', (idNumber, sex, ageBand) => {
  const checked = checkPerson(person({ idNumber }), terms);
  expect(checked).toMatchObject({
    ok: true,
    identity: { idType: '01', idNumber: idNumber.toUpperCase() },
    codes: { sex, ageBand },
  });
});

test.each([
  ['321084190001010029', 'CHECKSUM'],
  ['321084190002290017', 'DATE_INVALID'],
  ['321084190013010013', 'DATE_INVALID'],
  ['99108419000101001X', 'REGION_UNKNOWN'],
  ['321084000101001', 'LENGTH_OR_CHARSET'],
  ['', 'LENGTH_OR_CHARSET'],
  ['329999201201010075', 'UNDER_AGE'],
])('refuses %s: %s (domain §9.1)', (idNumber, code) => {
  expect(checkPerson(person({ idNumber }), terms)).toEqual({ ok: false, code, field: 'idNumber' });
});

test('takes a 15-digit card on import only', () => {
  const old = person({ idNumber: '321084000101001' });
  const checked = checkPerson(old, { ...terms, allowFifteen: true });
  expect(checked).toMatchObject({ ok: true, identity: { idNumber: '32108419000101001X' } });
});

test('who is under 16 may join from the sixteenth birthday', () => {
  const young = person({ idNumber: '329999201201010075' });
  const onDay = (onDate: string) => checkPerson(young, { ...terms, today: onDate, onDate }).ok;
  expect([onDay('2027-12-31'), onDay('2028-01-01')]).toEqual([false, true]);
});

test.each<[string, string, Partial<Person>]>([
  ['ID_TYPE_UNKNOWN', 'idType', { idType: '' }],
  ['ID_TYPE_UNKNOWN', 'idType', { idType: 'toString' }],
  ['SEX_UNKNOWN', 'sex', { sex: 'm' }],
  ['SEX_MISMATCH', 'sex', { idNumber: '329999199001010011', sex: 'female' }],
  ['BIRTH_MISMATCH', 'birthDate', { birthDate: '1990-01-02' }],
  ['DATE_INVALID', 'birthDate', { birthDate: '1990-02-30' }],
  ['LENGTH_OR_CHARSET', 'idNumber', { idType: '04', idNumber: '护照', birthDate: '1990-01-01' }],
  ['BIRTH_DATE_MISSING', 'birthDate', { idType: '04', idNumber: 'E1234567' }],
  ['DATE_IN_FUTURE', 'birthDate', { idType: '04', idNumber: 'E1', birthDate: '2030-01-01' }],
  ['UNDER_AGE', 'birthDate', { idType: '04', idNumber: 'E1', birthDate: '2015-01-01' }],
  ['NAME_MISSING', 'name', { name: '  ' }],
  ['NAME_MISSING', 'name', { name: '\u200b\u202e\ufeff\u3000' }],
  ['NAME_MISSING', 'name', { name: '\u3164\u034f' }],
  ['NAME_INVALID', 'name', { name: '张3' }],
  ['NAME_INVALID', 'name', { name: '张３' }],
  ['NAME_INVALID', 'name', { name: '张😀' }],
  ['NAME_INVALID', 'name', { name: '👨\u200d👩\u200d👧' }],
  ['NAME_INVALID', 'name', { name: '张\u0007明' }],
  ['NAME_INVALID', 'name', { name: '张\n明' }],
  ['NAME_INVALID', 'name', { name: '张\ue863' }],
  ['NAME_INVALID', 'name', { name: '·张明' }],
  ['NAME_INVALID', 'name', { name: '张'.repeat(81) }],
  ['PHONE_INVALID', 'phone', { phone: '12345' }],
  ['PHONE_INVALID', 'phone', { phone: '+87 13912345678' }],
  ['PHONE_INVALID', 'phone', { phone: '+86 0512 1234567' }],
  ['LENGTH_OR_CHARSET', 'idNumber', { idNumber: '32999919900101001①' }],
  ['EMPLOYMENT_FORM_UNKNOWN', 'employmentForm', { employmentForm: 'slave' }],
  ['WORKER_GROUP_INVALID', 'workerGroup', { workerGroup: 'Kindergarten staff' }],
  ['NEW_FORM_UNKNOWN', 'newForms', { newForms: ['courier', 'poet'] }],
  ['NEW_FORM_UNKNOWN', 'newForms', { newForms: Array.from({ length: 12 }, () => 'courier') }],
])('refuses %s of %s', (code, field, changes) => {
  expect(checkPerson(person(changes), terms)).toEqual({ ok: false, code, field });
});

test('keeps other documents with what the form says', () => {
  const checked = checkPerson(
    person({ idType: '02', idNumber: 'h1234567', birthDate: '1990-05-01', sex: '', phone: '' }),
    terms,
  );
  expect(checked).toMatchObject({
    ok: true,
    identity: { idType: '02', idNumber: 'H1234567', birthDate: '1990-05-01', phone: '' },
    codes: { sex: 'unknown', ageBand: '35_44' },
  });
});

// One at least of each extension block, A to J.
const RARE = ['䶮', '㛃', '𠮷', ...['2a701', '2b741', '2b8b8', '2ceb1', '30edd'].map(character)];
const NEW = ['31351', '2ebf1', '323b1'].map(character);
function character(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16));
}

test.each(['欧阳娜娜', '阿依古丽·买买提', "O'Neil Anne-Marie", '𠮷田', ...RARE, ...NEW, '王䶮𰻝'])(
  'takes the name %s as it is',
  (name) => {
    expect(checkPerson(person({ name }), terms)).toMatchObject({ ok: true, identity: { name } });
  },
);

test.each([
  ...Array.from('•・‧∙⋅･', (dot) => [`买买提${dot}吐尔逊`, '买买提·吐尔逊']),
  ['买买提 · 吐尔逊', '买买提·吐尔逊'],
  ['张\u200b小\u200d明\ufeff', '张小明'],
  ['\u202e张小明\u202c', '张小明'],
  ['葛\u{e0100}小明', '葛小明'],
  [' 王 小\u3000明\n', '王小明'],
  ['\uf900明', '\u8c48明'],
  ['ＡＮＮＡ\u3000Ｌｅｅ', 'ANNA Lee'],
  ['Rene\u0301  Dupont', 'René Dupont'],
])('keeps the name %j as %j', (typed, name) => {
  expect(checkPerson(person({ name: typed }), terms)).toMatchObject({ identity: { name } });
});

test.each(['１３９１２３４５６７８', '139 1234 5678', '+86 139 1234 5678', '＋８６13912345678'])(
  'keeps the phone %j plain',
  (phone) => {
    const kept = { identity: { phone: '13912345678' } };
    expect(checkPerson(person({ phone }), terms)).toMatchObject(kept);
  },
);

test('takes 0086, and a mark that was copied with a phone', () => {
  for (const phone of ['008613912345678', '\u202d13912345678\u202c']) {
    const kept = { identity: { phone: '13912345678' } };
    expect(checkPerson(person({ phone }), terms)).toMatchObject(kept);
  }
});

test.each([
  '３２９９９９１９９００１０１００２ｘ',
  ' 329999 19900101 002x ',
  '3299991990\u200b0101002X',
])('keeps the number %j plain', (typed) => {
  const kept = { identity: { idNumber: '32999919900101002X' } };
  expect(checkPerson(person({ idNumber: typed }), terms)).toMatchObject(kept);
});

test('keeps another document’s number plain', () => {
  const passport = { idType: '04', idNumber: 'ｅ 1234567', birthDate: '1990-05-01' };
  const kept = { identity: { idNumber: 'E1234567' } };
  expect(checkPerson(person(passport), terms)).toMatchObject(kept);
});

test('new forms are kept once each and in one order', () => {
  const checked = checkPerson(
    person({ newForms: ['delivery_rider', 'courier', 'courier'] }),
    terms,
  );
  expect(checked).toMatchObject({ codes: { newForms: ['courier', 'delivery_rider'] } });
});
