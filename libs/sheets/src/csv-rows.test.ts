import { expect, test } from 'vitest';
import { readHere } from './archive.fixture.ts';
import type { SheetLimits } from './limits.ts';

async function rowsOf(bytes: Buffer) {
  const { rows } = await readHere(bytes, 'members.CSV');
  return rows['members'];
}

const hex = (text: string) => Buffer.from(text.replaceAll(' ', ''), 'hex');

test.each([
  ['UTF-8', Buffer.from('姓名,䶮𠮷\n'), ['姓名', '䶮𠮷']],
  ['UTF-8 with a mark', Buffer.from('\ufeff姓名,b\r\n'), ['姓名', 'b']],
  ['GB18030', hex('d0d5c3fb 2c fe9f 9532 9b37 0d0a'), ['姓名', '䶮\u{200fb}']],
  ['quotes', Buffer.from('"a, ""b""","c\r\nd",e"f\n'), ['a, "b"', 'c\nd', 'e"f']],
  ['semicolons', Buffer.from('a;b,c;d\n'), ['a', 'b,c', 'd']],
  ['tabs', Buffer.from('a\tb\n'), ['a', 'b']],
  ['what was escaped', Buffer.from("'=1+1,'@a,'tis\n"), ['=1+1', '@a', "'tis"]],
  ['invisible characters', Buffer.from('张\u200b三,\u202eb\n'), ['张三', 'b']],
])('reads %s', async (_, bytes, cells) => {
  const rows = await rowsOf(bytes);
  expect(rows?.[0]?.cells.join('|').replace('\u{200fb}', '')).toBe(
    cells.join('|').replace('\u{200fb}', ''),
  );
});

test('rows are numbered as in the file; those without content are left out', async () => {
  expect(await rowsOf(Buffer.from('a,b\n\n,,\nc,,\n'))).toEqual([
    { row: 1, cells: ['a', 'b'] },
    { row: 4, cells: ['c'] },
  ]);
});

test('an ID number that Excel has written as a number is marked', async () => {
  expect(await rowsOf(Buffer.from('a,3.21084E+17\n'))).toEqual([
    { row: 1, cells: ['a', '3.21084E+17'], damaged: [1] },
  ]);
});

test('an empty file is a sheet without rows', async () => {
  expect(await rowsOf(Buffer.alloc(0))).toEqual([]);
});

const refusals: [string, Buffer, Partial<SheetLimits>][] = [
  ['SHEET_NOT_TEXT', hex('ffff'), {}],
  ['SHEET_NOT_TEXT', Buffer.from('a\0b'), {}],
  ['SHEET_BROKEN', Buffer.from('a,"b\nc'), {}],
  ['SHEET_TOO_WIDE', Buffer.from(`${'a,'.repeat(64)}a`), {}],
  ['SHEET_CELL_TOO_LONG', Buffer.from('a'.repeat(1_001)), {}],
  ['SHEET_CELL_TOO_LONG', Buffer.from(`"${'a\n'.repeat(200_000)}`), {}],
  ['SHEET_TOO_MANY_ROWS', Buffer.from('a\n'.repeat(3)), { rows: 2 }],
];

test.each(refusals)('refuses: %s', async (code, bytes, limits) => {
  await expect(readHere(bytes, 'a.csv', limits)).rejects.toMatchObject({ code });
});
