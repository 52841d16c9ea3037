import { expect, test } from 'vitest';
import { readLines as read } from './read-lines.ts';

const readLines = (text: string) =>
  read(text, {
    kinds: { PERSON: '个人', UNIT: '单位' },
    sources: { union: '工会经费', fiscal: '财政资金' },
  });

const good = '个人\t张三丰\t6210 0000 0000 0000 009\t105312500018\t1000.00\t困难职工帮扶\tB-1';
const csv = good.replaceAll('\t', ',');

test('a pasted list is read line by line, its heading and its empty lines left out', () => {
  const heading = '收款人类型\t姓名\t账号\t联行号\t金额\t用途\t对象编号';
  const { lines, faults } = readLines(`${heading}\r\n${good}\n\n${csv}\n`);
  expect(faults).toEqual([]);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toEqual({
    payeeKind: 'PERSON',
    payeeName: '张三丰',
    accountNumber: '6210000000000000009',
    bankCode: '105312500018',
    amountFen: '100000',
    purpose: '困难职工帮扶',
    beneficiaryId: 'B-1',
    projectCode: '',
    sourceCode: 'union',
  });
});

test('the first line is no heading where it has a number', () => {
  expect(readLines(good).lines).toHaveLength(1);
});

test.each([
  ['payeeKind', '个人', '别的'],
  ['payeeName', '张三丰', '张'],
  ['accountNumber', '6210 0000 0000 0000 009', '6210'],
  ['bankCode', '105312500018', '1053'],
  ['amount', '1000.00', '1000.005'],
  ['amount', '1000.00', '1e3'],
  ['amount', '1000.00', '0.00'],
  ['purpose', '困难职工帮扶', ''],
  ['beneficiaryId', 'B-1', ''],
])('what is no %s is named by its line: %s → "%s"', (column, was, is) => {
  expect(readLines(`${good}\n${good.replace(was, is)}`)).toMatchObject({
    lines: [{}],
    faults: [{ row: 2, column }],
  });
});

test('a unit needs no beneficiary', () => {
  const unit = good.replace('个人', '单位').replace('B-1', '');
  expect(readLines(unit).lines).toMatchObject([{ payeeKind: 'UNIT' }]);
});

test.each([
  ['person', 'UNION', 'PERSON', 'union'],
  ['UNIT', '财政资金', 'UNIT', 'fiscal'],
  ['个人', '', 'PERSON', 'union'],
])('codes will do as well as words: %s, %s', (kind, source, payeeKind, sourceCode) => {
  const row = `${good.replace('个人', kind)}\t\t${source}`;
  expect(readLines(row).lines).toMatchObject([{ payeeKind, sourceCode }]);
  expect(readLines(`${good}\t\t别处`).faults).toEqual([{ row: 1, column: 'sourceCode' }]);
});
