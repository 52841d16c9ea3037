import { expect, test } from 'vitest';
import { archiveOf, inline, partsOf, readHere, workbookOf } from './archive.fixture.ts';

const cell = (attributes: string, value: string) => `<c ${attributes}><v>${value}</v></c>`;
const styles =
  '<styleSheet><numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>';
const sharedStrings =
  '<sst><si><t>一</t></si><si><r><t>张</t></r><r><rPr><b/></rPr><t xml:space="preserve"> 三</t></r>' +
  '<rPh sb="0" eb="1"><t>zhang</t></rPh></si></sst>';

/** The cells of the rows of one sheet. */
async function cellsOf(rows: string, more = {}) {
  const book = await readHere(workbookOf({ rows, styles, sharedStrings, ...more }));
  return book.rows['S']?.map(({ cells }) => cells);
}

test.each([
  ['no references', `<row>${inline('a')}${inline('b')}</row>`, ['a', 'b']],
  ['a gap', `<row>${inline('a')}${inline('d', 'D1')}${inline('e')}</row>`, ['a', '', '', 'd', 'e']],
  ['empty cells at the end', `<row>${inline('a')}<c/><c s="1"/>${inline(' ')}</row>`, ['a']],
  ['shared', `<row>${cell('t="s"', '1')}${cell('t="s"', '0')}</row>`, ['张 三', '一']],
  ['yes and no', `<row>${cell('t="b"', '1')}${cell('t="b"', '0')}</row>`, ['TRUE', 'FALSE']],
  ['an error', `<row>${cell('t="e"', '#N/A')}</row>`, ['#N/A']],
  ['a formula', '<row><c t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row>', ['ab']],
  ['a formula never shown', `<row><c><f>1+1</f></c>${inline('b')}</row>`, ['', 'b']],
  [
    'dates',
    `<row>${cell('s="1"', '46347')}${cell('s="2"', '32874')}</row>`,
    ['2026-11-21', '1990-01-01'],
  ],
  ['a date in words', `<row>${cell('t="d"', '2020-01-02T00:00:00')}</row>`, ['2020-01-02']],
  ['a style that is not there', `<row>${cell('s="99"', '5')}</row>`, ['5']],
  ['phonetics', '<row><c t="inlineStr"><is><t>张</t><rPh><t>z</t></rPh></is></c></row>', ['张']],
  ['marked text', '<row><c t="str"><v><![CDATA[<b>&]]></v></c></row>', ['<b>&']],
  ['entities', '<row><c t="str"><v>&lt;&#x4DAE;&#134071;&amp;</v></c></row>', ['<䶮𠮷&']],
])('a row with %s', async (_, rows, cells) => {
  expect(await cellsOf(rows)).toEqual([cells]);
});

test('rows have their numbers, with and without', async () => {
  const a = inline('a');
  const rows = `<row>${a}</row><row r="5">${a}</row><row/><row>${a}</row>`;
  const book = await readHere(workbookOf({ rows }));
  expect(book.rows['S']?.map(({ row }) => row)).toEqual([1, 5, 7]);
});

test('rows that are too many to keep are read again', async () => {
  const bytes = workbookOf({ rows: `<row>${inline('a')}</row>`.repeat(2_000) });
  const little = await readHere(bytes, 'a.xlsx', { memoryMb: 0.01 });
  expect(little).toEqual(await readHere(bytes));
  expect(little.rows['S']).toHaveLength(2_000);
});

test('dates count from 1904 where the workbook says so', async () => {
  const workbook =
    '<workbook><workbookPr date1904="1"/><sheets><sheet name="S" r:id="r1"/></sheets></workbook>';
  expect(await cellsOf(`<row>${cell('s="1"', '44885')}</row>`, { workbook })).toEqual([
    ['2026-11-21'],
  ]);
});

test('numbers that have lost digits are marked by column', async () => {
  const rows =
    `<row>${inline('321084199001011234')}${cell('', '321084199001010000')}${cell('', '5')}</row>` +
    `<row>${inline('a')}</row>`;
  expect((await readHere(workbookOf({ rows }))).rows['S']).toEqual([
    { row: 1, cells: ['321084199001011234', '321084199001010000', '5'], damaged: [1] },
    { row: 2, cells: ['a'] },
  ]);
});

test('prefixes are a matter of the writer', async () => {
  const sheet =
    '<x:worksheet><x:sheetData><x:row r="1"><x:c t="str"><x:v>a</x:v></x:c></x:row>' +
    '</x:sheetData><x:extLst><x:row><x:c><x:v>9</x:v></x:c></x:row></x:extLst></x:worksheet>';
  const workbook =
    '<x:workbook><x:sheets><x:sheet name="S" state="veryHidden" rel:id="r1"/></x:sheets></x:workbook>';
  const book = await readHere(workbookOf({ sheet, workbook }));
  expect(book.sheets).toEqual([{ name: 'S', rows: 1, hidden: true }]);
  expect(book.rows['S']).toEqual([{ row: 1, cells: ['a'] }]);
});

test('the workbook may be known by its extension only', async () => {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
  const parts = partsOf({ rows: `<row>${inline('a')}</row>` });
  const data = `<Types><Default Extension="xml" ContentType="${type}"/></Types>`;
  const bytes = archiveOf([{ name: '[Content_Types].xml', data }, ...parts.slice(1)]);
  expect((await readHere(bytes)).rows['S']).toEqual([{ row: 1, cells: ['a'] }]);
});

test('parts are found in any case, charts are no sheets', async () => {
  const chart = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet';
  const parts = partsOf({
    rows: `<row>${inline('a')}</row>`,
    relations: `<Relationship Id="r2" Type="${chart}" Target="chart.xml"/>`,
    workbook:
      '<workbook><sheets><sheet name="C" r:id="r2"/><sheet name="S" r:id="r1"/></sheets></workbook>',
  });
  const named = parts.map((part) => ({ ...part, name: part.name.replace('xl/sh', 'XL/Sh') }));
  expect((await readHere(archiveOf(named))).sheets).toEqual([
    { name: 'S', rows: 1, hidden: false },
  ]);
});
