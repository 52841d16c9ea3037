import { expect, test } from 'vitest';
import type { Import, ImportSheet } from './import-state.ts';
import { faultsOf, firstMapping, lettersOf, samplesOf, withHeaderRow } from './mapping.ts';

const column = (at: number, field: string, heading = `h${at}`) => ({ column: at, heading, field });

test.each([
  ['nothing is wrong', ['name', 'id_number', ''], { twice: [], missing: [] }],
  ['one field in two columns', ['name', 'id_number', 'name'], { twice: ['name'], missing: [] }],
  ['columns not taken do not clash', ['', '', 'name', 'id_number'], { twice: [], missing: [] }],
  ['what is needed is missing', ['phone'], { twice: [], missing: ['name', 'id_number'] }],
])('%s', (_, named, faults) => {
  expect(faultsOf(named.map((field, at) => column(at + 1, field)))).toEqual(faults);
});

const sheet: ImportSheet = {
  name: '名单',
  rows: 4,
  headerRow: 1,
  columns: [column(1, '', '花名册')],
  sample: [
    { cells: ['姓名', '证件号码'] },
    { cells: ['王伟', ''] },
    { cells: ['李芳', '32', '备注'] },
  ],
};
const job = {
  sheet: '',
  headerRow: 0,
  columns: [],
  sheets: [{ ...sheet, name: '说明', rows: 1 }, sheet],
};

test('the sheet with the most rows comes first, unless another was chosen before', () => {
  expect(firstMapping(job as unknown as Import)).toMatchObject({ sheet: '名单', headerRow: 1 });
  const chosen = { sheet: '说明', headerRow: 2, columns: [column(1, 'name')] };
  expect(firstMapping({ ...job, ...chosen } as unknown as Import)).toEqual(chosen);
  expect(firstMapping({ ...job, sheets: [] } as unknown as Import)).toBeUndefined();
});

test('headings may stand in a row of the sample, or nowhere', () => {
  expect(withHeaderRow(sheet, 2)).toEqual({
    sheet: '名单',
    headerRow: 2,
    columns: [column(1, '', '姓名'), column(2, '', '证件号码')],
  });
  expect(withHeaderRow(sheet, 0)).toMatchObject({ headerRow: 0, columns: [column(1, '', '')] });
  expect(withHeaderRow(sheet, 1).columns).toEqual(sheet.columns);
});

test('samples are what stands below the headings and is not empty', () => {
  expect(samplesOf(sheet, 1, 2)).toEqual(['证件号码', '32']);
  expect(samplesOf(sheet, 2, 2)).toEqual(['32']);
  expect(samplesOf(sheet, 0, 1)).toEqual(['姓名', '王伟', '李芳']);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [64, 'BL'],
])('column %i is %s', (at, letters) => {
  expect(lettersOf(at)).toBe(letters);
});
