import { expect, test } from 'vitest';
import { readPeople, textOf } from './read-people.ts';

const row = (personName: string, idNumber: string, insurance = 'EMPLOYEE') => ({
  personName,
  idNumber,
  insurance,
});

test('a pasted table, with or without the names of its columns', () => {
  const rows = '李小明\t11010519491231002x\n王五，440524188001010014，居民医保\n';
  const read = [row('李小明', '11010519491231002X'), row('王五', '440524188001010014', 'RESIDENT')];
  expect(readPeople(rows)).toEqual(read);
  expect(readPeople(`\uFEFF姓名,身份证号,医保\r\n${rows}\r\n`)).toEqual(read);
});

test('what is wrong with a row is for the node to say: no row is lost', () => {
  expect(readPeople('李小明,11010519491231002X\n王五\n')).toEqual([
    row('李小明', '11010519491231002X'),
    row('王五', ''),
  ]);
});

test('a list in GB 18030 is read as it was written', async () => {
  const bytes = new Uint8Array([0xc0, 0xee, 0x2c, 0x31]);
  expect(await textOf(new File([bytes], '名单.csv'))).toBe('李,1');
  expect(await textOf(new File(['李,1'], '名单.csv'))).toBe('李,1');
});
