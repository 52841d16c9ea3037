import { expect, test } from 'vitest';
import { findHeader } from './find-header.ts';

const wanted = {
  name: ['姓名', 'Name', '会员姓名'],
  idNumber: ['身份证号', '身份证号码', '证件号码', 'ID number'],
  phone: ['手机号', '联系电话', 'Phone'],
};
const at = (row: number, ...cells: string[]) => ({ row, cells });
const fields = (rows: Parameters<typeof findHeader>[0]) => {
  const { headerRow, columns } = findHeader(rows, wanted);
  return [headerRow, ...columns.map(({ column, field }) => `${column}:${field}`)];
};

test.each([
  ['on top', [at(1, '姓名', '身份证号')], [1, '1:name', '2:idNumber']],
  [
    'below a title and a note',
    [at(1, '某某工会会员名册'), at(2, '填表说明:', '姓名'), at(4, '序号', '姓名', '手机号')],
    [4, '1:', '2:name', '3:phone'],
  ],
  ['in English', [at(1, 'NAME', 'Id Number')], [1, '1:name', '2:idNumber']],
  ['with stars', [at(1, '* 姓 名：', '身份证号码（18位）')], [1, '1:name', '2:idNumber']],
  ['in two languages', [at(1, '姓名\nName', '电话 / Phone')], [1, '1:name', '2:phone']],
  ['in full width', [at(1, 'Ｎａｍｅ')], [1, '1:name']],
  ['with gaps', [at(1, '', '姓名', '', '手机号')], [1, '2:name', '4:phone']],
  ['with two of a kind', [at(1, '手机号', '联系电话')], [1, '1:phone', '2:']],
  ['twice: the first', [at(1, '姓名'), at(9, '姓名')], [1, '1:name']],
  ['that nobody knows', [at(1, '名册'), at(2, '甲', '乙')], [2, '1:', '2:']],
  ['of one column that nobody knows', [at(3, '甲')], [3, '1:']],
  ['of nothing', [], [0]],
])('a header %s', (_, rows, found) => {
  expect(fields(rows)).toEqual(found);
});

test('headings are given back as they stand', () => {
  const { columns } = findHeader([at(1, '*姓名（必填）')], wanted);
  expect(columns).toEqual([{ column: 1, heading: '*姓名（必填）', field: 'name' }]);
});

test('a header far below is not looked for', () => {
  const rows = Array.from({ length: 31 }, (_, n) => at(n + 1, n === 30 ? '姓名' : 'a', 'b'));
  expect(fields(rows)).toEqual([1, '1:', '2:']);
});
