import { expect, test } from 'vitest';
import { readHere, withFile } from './archive.fixture.ts';
import { csvLines } from './csv-lines.ts';
import { sheetLimits } from './limits.ts';
import { rowsXml } from './row-xml.ts';
import { csvOf, firstRowBelow, xlsxOf, type SheetToWrite } from './write-workbook.ts';
import { openParts } from './zip-parts.ts';

const formulas = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  "=cmd|' /C calc'!A0",
  '＝1+1',
  '＋1',
  '－1',
  '＠a',
];
const texts = ['321084199001011234', '00123', '2026-11-21', 'TRUE', '<b>&"\'', '_x0041_', 'a\nb'];
const names = ['䶮', '𠮷', '𰻝', '买买提·吐尔逊', '阿卜杜拉•买买提'];
const cells = [...formulas, ...texts, ...names];
const columns = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ heading: `c${n + 1}` }));
const sheetOf = (rows: SheetToWrite['rows'], more: Partial<SheetToWrite> = {}): SheetToWrite => ({
  name: 'S',
  columns: columns(2),
  rows,
  ...more,
});

/** The XML of the parts of a workbook. */
async function partsOf(workbook: AsyncIterable<Buffer>): Promise<Record<string, string>> {
  return withFile(workbook, async (file) => {
    const parts = await openParts(file, sheetLimits);
    const xml: Record<string, string> = {};
    for (const name of parts.names()) {
      xml[name] = '';
      for await (const text of parts.text(name)) xml[name] += text;
    }
    return xml;
  });
}

async function bytesOf(chunks: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

test('xlsx: what is written is read, as text, whatever it looks like', async () => {
  const rows = cells.map((cell) => [cell, 'end']);
  const book = await readHere(xlsxOf([sheetOf(rows)]));
  expect(book.rows['S']).toEqual([
    { row: 1, cells: ['c1', 'c2'] },
    ...rows.map((row, index) => ({ row: index + 2, cells: row })),
  ]);
  const xml = (await partsOf(xlsxOf([sheetOf(rows)])))['xl/worksheets/sheet1.xml'] ?? '';
  expect(xml).not.toMatch(/<f>|<v>/);
  expect(xml.match(/<c /g)).toHaveLength(xml.match(/ t="inlineStr"/g)?.length ?? 0);
});

test('xlsx: the header is bold and stays in sight, columns are as wide as their headings', async () => {
  const wide = [{ heading: '身份证号码' }, { heading: 'b', width: 30 }];
  const parts = await partsOf(xlsxOf([sheetOf([], { columns: wide })]));
  const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2"');
  expect(xml).toContain('<row r="1"><c r="A1" s="2"');
  expect(xml).toMatch(/<col min="1" max="1" width="12" .*<col min="2" max="2" width="30" /);
  expect(xml).not.toContain('headerFooter');
});

test('xlsx: a watermark stands above the header and on each page', async () => {
  const marked = xlsxOf([sheetOf([['a', 'b']])], { watermark: 'A & B' });
  const bytes = await bytesOf(marked);
  expect((await readHere(bytes)).rows['S']?.map((row) => row.cells)).toEqual([
    ['A & B'],
    ['c1', 'c2'],
    ['a', 'b'],
  ]);
  const again = (async function* () {
    yield bytes;
  })();
  const xml = (await partsOf(again))['xl/worksheets/sheet1.xml'] ?? '';
  expect(xml).toContain('<oddHeader>&amp;CA &amp;&amp; B</oddHeader>');
  expect(xml).toContain('<pane ySplit="2" topLeftCell="A3"');
});

test('xlsx: hidden sheets, choices, what is marked', async () => {
  const form = sheetOf([['a', 'wrong']], {
    columns: [
      { heading: 'kind', choices: ['x', 'y'] },
      { heading: 'nation', choices: 'lists!$A$1:$A$2', marked: true },
    ],
  });
  const lists = sheetOf([['v1', '']], { name: 'a/b:[lists]', hidden: true });
  const bytes = await bytesOf(xlsxOf([form, lists]));
  const book = await readHere(bytes);
  expect(book.sheets).toEqual([
    { name: 'S', rows: 2, hidden: false },
    { name: 'a b  lists', rows: 2, hidden: true },
  ]);
  const xml = (await partsOf(xlsxOf([form, lists])))['xl/worksheets/sheet1.xml'] ?? '';
  expect(xml).toContain('sqref="A2:A10001"><formula1>&quot;x,y&quot;</formula1>');
  expect(xml).toContain('sqref="B2:B10001"><formula1>lists!$A$1:$A$2</formula1>');
  expect(xml).toContain('<c r="B2" s="4"');
});

test('xlsx: the same rows make the same bytes', async () => {
  const [one, two] = [await bytesOf(xlsxOf([sheetOf([])])), await bytesOf(xlsxOf([sheetOf([])]))];
  expect(one.equals(two)).toBe(true);
});

test('rows that were written before make the same file as rows that are written here', async () => {
  const rows = [...cells.map((cell) => [cell, '']), ['', '  end ']];
  async function* portions(write: (some: string[][], at: number) => string) {
    for (const at of [0, 7]) {
      const some = rows.slice(at, at === 0 ? 7 : undefined);
      yield { rows: some.length, bytes: Buffer.from(write(some, at)) };
    }
  }
  for (const watermark of ['', 'mark']) {
    const xml = portions((some, at) => rowsXml(some, firstRowBelow(watermark) + at));
    const here = await bytesOf(xlsxOf([sheetOf(rows)], { watermark }));
    expect((await bytesOf(xlsxOf([sheetOf({ portions: xml })], { watermark }))).equals(here)).toBe(
      true,
    );
    const csv = await bytesOf(csvOf({ portions: portions(csvLines) }, { watermark }));
    expect(csv.equals(await bytesOf(csvOf(rows, { watermark })))).toBe(true);
  }
});

test('rows that were written before end where a sheet does', async () => {
  async function* portions() {
    yield { rows: 1_048_576, bytes: Buffer.from('') };
  }
  await expect(bytesOf(xlsxOf([sheetOf({ portions: portions() })]))).rejects.toMatchObject({
    code: 'SHEET_TOO_MANY_ROWS',
  });
});

test('an error of the rows is the reader’s', async () => {
  async function* failing() {
    yield ['a', 'b'];
    throw new Error('the database has gone');
  }
  await expect(bytesOf(xlsxOf([sheetOf(failing())]))).rejects.toThrow('the database has gone');
  await expect(bytesOf(csvOf(failing()))).rejects.toThrow('the database has gone');
});

test.each([
  ['a text too long', ['a'.repeat(32_768)], { code: 'SHEET_CELL_TOO_LONG' }],
  ['more cells than columns', ['a', 'b', 'c'], { name: 'RangeError' }],
])('xlsx: %s is not written', async (_, row, error) => {
  await expect(bytesOf(xlsxOf([sheetOf([row])]))).rejects.toMatchObject(error);
});

test('a reader who goes away lets the rows go', async () => {
  for (const write of [(rows: SheetToWrite['rows']) => xlsxOf([sheetOf(rows)]), csvOf]) {
    let taken = 0;
    let released = false;
    const rows = (async function* () {
      try {
        for (; taken < 1_000_000; taken += 1) yield [`${Math.sin(taken)}`, `${Math.cos(taken)}`];
      } finally {
        released = true;
      }
    })();
    let seen = 0;
    for await (const chunk of write(rows)) {
      seen += chunk.length;
      if (seen > 10_000) break;
    }
    await new Promise((resolve) => setImmediate(resolve));
    expect(released).toBe(true);
    // What the streams in between hold, and no more.
    expect(taken).toBeLessThan(50_000);
  }
});

test('csv: a mark, quotes, lines of RFC 4180, and nothing that a spreadsheet would run', async () => {
  const bytes = await bytesOf(
    csvOf([formulas, ['a,b', 'c"d', 'e\nf', 'g\rh', '\ti', '\rj', '']], {
      watermark: '=mark',
      headings: ['姓名', '-b'],
    }),
  );
  expect(bytes.toString()).toBe(
    "\ufeff'=mark\r\n姓名,'-b\r\n" +
      `${formulas.map((cell) => `'${cell}`).join(',')}\r\n` +
      '"a,b","c""d","e\nf","g\rh",\'\ti,"\'\rj",\r\n',
  );
});

test('csv: what is written is read', async () => {
  const book = await readHere(csvOf([cells]), 'a.csv');
  expect(book.rows['a']).toEqual([{ row: 1, cells }]);
});
