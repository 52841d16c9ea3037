import { chinaDate } from '@gonglian/kernel/dates.ts';
import { expect, test } from 'vitest';
import { admissionAges } from '../join/admission.ts';
import { checkPerson } from '../join/check-person.ts';
import { syntheticIdNumber } from '../fixtures.ts';
import { HEADINGS, IMPORT_FIELDS, type ImportField } from './import-fields.ts';
import { REASONS } from './reasons.ts';
import { damagedOr, personOf } from './row-person.ts';

const columns = new Map(IMPORT_FIELDS.map((field, index) => [field, index]));
const idNumber = syntheticIdNumber(1);

function rowOf(cells: Partial<Record<ImportField, string>>, damaged?: ImportField) {
  const all: Partial<Record<ImportField, string>> = {
    name: '合成人',
    id_number: idNumber,
    ...cells,
  };
  return personOf(
    {
      row: 7,
      cells: IMPORT_FIELDS.map((field) => all[field] ?? ''),
      ...(damaged ? { damaged: [columns.get(damaged) ?? 0] } : {}),
    },
    columns,
  );
}

test.each<[ImportField, string, object]>([
  ['name', '张　三', { name: '张三' }],
  ['name', '张 三 丰', { name: '张三丰' }],
  ['name', 'Anna  Berg', { name: 'Anna Berg' }],
  ['name', '阿依·古丽', { name: '阿依·古丽' }],
  ['name', '䶮𠮷𰻝', { name: '䶮𠮷𰻝' }],
  ['id_type', '', { idType: '01' }],
  ['id_type', '居民身份证', { idType: '01' }],
  ['id_type', '护照', { idType: '04' }],
  ['id_type', '4', { idType: '04' }],
  ['id_type', '军官证', { idType: '军官证' }],
  ['id_number', `${idNumber.slice(0, 6)} ${idNumber.slice(6)}`, { idNumber }],
  ['phone', '139-0000 0000', { phone: '13900000000' }],
  ['phone', '+86 13900000000', { phone: '13900000000' }],
  ['phone', '１３９００００００００', { phone: '13900000000' }],
  ['phone', '8613900000000', { phone: '13900000000' }],
  ['sex', '男', { sex: 'male' }],
  ['sex', 'F', { sex: 'female' }],
  ['sex', '不详', { sex: '不详' }],
  ['birth_date', '1990/1/2', { birthDate: '1990-01-02' }],
  ['birth_date', '1990年1月2日', { birthDate: '1990-01-02' }],
  ['birth_date', '19900102', { birthDate: '1990-01-02' }],
  ['birth_date', '1990-13-41', { birthDate: '1990-13-41' }],
  ['birth_date', '九零年', { birthDate: '九零年' }],
  ['employment_form', '劳务派遣', { employmentForm: 'dispatch' }],
  ['employment_form', '劳动合同', { employmentForm: 'contract' }],
  ['employment_form', '其他', { employmentForm: '其他' }],
  ['migrant_worker', '是', { migrantWorker: true }],
  ['migrant_worker', '否', { migrantWorker: false }],
  ['new_forms', '快递员、外卖骑手', { newForms: ['courier', 'delivery_rider'] }],
  ['new_forms', '快递员,快递员', { newForms: ['courier'] }],
  ['new_forms', '无', { newForms: [] }],
  ['new_forms', '飞行员', { newForms: ['飞行员'] }],
])('%s %s is read as %o', (field, text, person) => {
  expect(rowOf({ [field]: text })).toMatchObject({ row: 7, person });
  expect(rowOf({ [field]: text })?.fault).toBeUndefined();
});

test.each<[string, ImportField, Parameters<typeof rowOf>]>([
  ['ID_DAMAGED_BY_EXCEL', 'id_number', [{ id_number: '329999199001010000' }, 'id_number']],
  ['ID_DAMAGED_BY_EXCEL', 'id_number', [{ id_number: '3.29999E+17' }]],
  ['MIGRANT_WORKER_UNKNOWN', 'migrant_worker', [{ migrant_worker: '也许' }]],
])('a row is at fault as a row: %s', (code, field, [cells, damaged]) => {
  expect(rowOf(cells, damaged)?.fault).toEqual({ code, field });
});

test.each([
  ['CHECKSUM', 'id_number', '329999199001011000', 'ID_DAMAGED_BY_EXCEL'],
  ['CHECKSUM', 'id_number', '329999199001011001', 'CHECKSUM'],
  ['NAME_MISSING', 'name', '329999199001011000', 'NAME_MISSING'],
])('%s of %s with %s means %s', (code, field, number, meant) => {
  const person = rowOf({ id_number: number })?.person;
  expect(person && damagedOr(code, field, person)).toBe(meant);
});

test('a row without anything in the mapped columns is none', () => {
  expect(personOf({ row: 9, cells: ['', '', '小计'] }, new Map([['name', 0]]))).toBeUndefined();
});

test('a heading means one field', () => {
  const all = Object.values(HEADINGS).flat();
  expect(new Set(all).size).toBe(all.length);
});

test.each([
  { idType: '09' },
  { sex: 'x' },
  { birthDate: 'x' },
  { birthDate: '1990-01-01' },
  { idNumber: '1' },
  { idNumber: '00999919900101' },
  { name: '' },
  { name: '1' },
  { phone: '1' },
  { employmentForm: 'x' },
  { workerGroup: 'X' },
  { newForms: ['x'] },
  { idType: '04', idNumber: 'E1' },
])('each rule has words for who has to mend the row: %o', (changes) => {
  const today = chinaDate(new Date());
  const { person } = rowOf({}) ?? {};
  if (!person) throw new Error('no person');
  const terms = { today, onDate: today, age: admissionAges(today), allowFifteen: true };
  const checked = checkPerson({ ...person, ...changes }, terms);
  expect(REASONS[checked.ok ? '' : checked.code]).toBeTruthy();
});
