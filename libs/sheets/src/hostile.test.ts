import { expect, test } from 'vitest';
import { archiveOf, inline, partsOf, readHere, workbookOf, type Part } from './archive.fixture.ts';
import type { SheetLimits } from './limits.ts';

const row = `<row r="1">${inline('a', 'A1')}</row>`;
const good = partsOf({ rows: row });
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const zeros = Buffer.alloc(3 * 1024 ** 2);
/** As many repeated rows as fill so many megabytes. */
const padded = (megabytes: number) =>
  `<worksheet><sheetData>${row}${'<row/>'.repeat((megabytes * 1024 ** 2) / 6)}</sheetData></worksheet>`;

const withMore = (...more: Part[]) => archiveOf([...good, ...more]);
/** One part otherwise than it should be. */
const withOdd = (odd: Partial<Part>) =>
  archiveOf(good.map((part) => (part.name === 'xl/sheet.xml' ? { ...part, ...odd } : part)));

function compound(inside: string): Buffer {
  const file = Buffer.alloc(4_096);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.write(inside, 3_000, 'utf16le');
  return file;
}

function overlapping(): Buffer {
  const many = archiveOf([...good, { name: 'a', data: zeros }]);
  // The directory says that the last part is far longer than the archive.
  many.writeUInt32LE(0x7fffff, many.lastIndexOf('PK\x01\x02') + 20);
  return many;
}

const lots = Array.from({ length: 200 }, (_, n) => ({ name: `xl/media/${n}.png`, data: '' }));
const billionLaughs =
  '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' +
  '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
const undeclared =
  '<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
const digits = Array.from({ length: 400_000 }, (_, n) => n).join('');
const endless = `<worksheet><sheetData><row><c t="str"><v>${digits}`;
const deep = `<worksheet>${'<a>'.repeat(100)}`;
const external = `<Relationship Id="x" Type="${relation}/externalLink" Target="a.xml"/>`;
const outside = `<Relationship Id="x" Type="${relation}/y" Target="http://a" TargetMode="External"/>`;
const macroType = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const hostile: [string, string, Buffer][] = [
  ['nothing', 'SHEET_NOT_XLSX', Buffer.alloc(0)],
  ['a page renamed', 'SHEET_NOT_XLSX', Buffer.from('<html><table><tr><td>1')],
  ['text renamed', 'SHEET_NOT_XLSX', Buffer.from('a,b\n1,2\n')],
  ['a picture with an archive behind it', 'SHEET_NOT_XLSX', Buffer.concat([zeros, good0()])],
  ['an archive of something else', 'SHEET_NOT_XLSX', archiveOf([{ name: 'a.txt', data: 'a' }])],
  ['a letter', 'SHEET_NOT_XLSX', workbookOf({ workbookType: wordType })],
  ['an old workbook', 'SHEET_OLD_XLS', compound('Workbook')],
  ['a password', 'SHEET_ENCRYPTED', compound('EncryptedPackage')],
  ['a password of zip', 'SHEET_ENCRYPTED', withOdd({ flags: 0x801 })],
  ['the type of macros', 'SHEET_MACROS', workbookOf({ workbookType: macroType })],
  ['macros', 'SHEET_MACROS', withMore({ name: 'xl/vbaProject.bin', data: 'a' })],
  ['old macros', 'SHEET_MACROS', withMore({ name: 'xl/macrosheets/sheet1.xml', data: 'a' })],
  ['a control', 'SHEET_MACROS', withMore({ name: 'xl/activeX/activeX1.xml', data: 'a' })],
  ['a file inside', 'SHEET_EMBEDDED', withMore({ name: 'xl/embeddings/a.bin', data: 'a' })],
  ['a link', 'SHEET_EXTERNAL_LINK', withMore({ name: 'xl/externalLinks/e1.xml', data: 'a' })],
  ['a related link', 'SHEET_EXTERNAL_LINK', workbookOf({ relations: external })],
  ['a relation outside', 'SHEET_EXTERNAL_LINK', workbookOf({ relations: outside })],
  ['too many parts', 'SHEET_TOO_MANY_PARTS', withMore(...lots)],
  ['a count that lies', 'SHEET_BROKEN', archiveOf(good, 20)],
  ['a path upwards', 'SHEET_ZIP_PATHS', withMore({ name: 'xl/../../etc/passwd', data: 'a' })],
  ['a path from the root', 'SHEET_ZIP_PATHS', withMore({ name: '/etc/passwd', data: 'a' })],
  ['a path of Windows', 'SHEET_ZIP_PATHS', withMore({ name: 'C:\\a.dll', data: 'a' })],
  ['a name twice', 'SHEET_ZIP_PATHS', withMore({ name: 'XL/Sheet.xml', data: 'a' })],
  ['a link to a file', 'SHEET_ZIP_PATHS', withOdd({ mode: 0o120777 })],
  ['a bomb', 'SHEET_ZIP_BOMB', withMore({ name: 'xl/media/a.png', data: zeros })],
  ['parts over one another', 'SHEET_ZIP_BOMB', overlapping()],
  ['more than declared', 'SHEET_ZIP_BOMB', withOdd({ data: padded(2), declaredSize: 900_000 })],
  ['less than declared', 'SHEET_BROKEN', withOdd({ declaredSize: 5_000 })],
  ['a wrong checksum', 'SHEET_BROKEN', withOdd({ crc: 1 })],
  ['a truncated archive', 'SHEET_BROKEN', good0().subarray(0, -30)],
  ['a document type', 'SHEET_DTD', workbookOf({ sheet: billionLaughs })],
  ['an entity from nowhere', 'SHEET_BROKEN', workbookOf({ sheet: undeclared })],
  ['an endless text', 'SHEET_CELL_TOO_LONG', workbookOf({ sheet: endless })],
  ['a deep tree', 'SHEET_BROKEN', workbookOf({ sheet: deep })],
  ['half a tree', 'SHEET_BROKEN', workbookOf({ sheet: '<worksheet><sheetData><row>' })],
  ['not UTF-8', 'SHEET_BROKEN', withOdd({ data: Buffer.from('<worksheet>\xff', 'latin1') })],
  ['a wide sheet', 'SHEET_TOO_WIDE', workbookOf({ rows: `<row>${inline('a', 'XFD1')}</row>` })],
  ['a wider one', 'SHEET_BROKEN', workbookOf({ rows: `<row>${inline('a', 'XFE1')}</row>` })],
  [
    'cells that go back',
    'SHEET_BROKEN',
    rowsOf(`<row>${inline('', 'B1')}${inline('', 'A1')}</row>`),
  ],
  ['no reference', 'SHEET_BROKEN', rowsOf(`<row>${inline('', '../A1')}</row>`)],
  ['rows that go back', 'SHEET_BROKEN', rowsOf('<row r="2"/><row r="1"/>')],
  ['a row too far down', 'SHEET_BROKEN', rowsOf('<row r="1048577"/>')],
  ['a string that is not there', 'SHEET_BROKEN', rowsOf('<row><c t="s"><v>0</v></c></row>')],
  ['a long text', 'SHEET_CELL_TOO_LONG', rowsOf(`<row>${inline('a'.repeat(1_001))}</row>`)],
  [
    'a text of long runs',
    'SHEET_CELL_TOO_LONG',
    rowsOf(`<row><c t="inlineStr">${runs(50)}</c></row>`),
  ],
  ['a long shared string', 'SHEET_CELL_TOO_LONG', sharedOf(`<si>${runs(50)}</si>`)],
];

function good0(): Buffer {
  return archiveOf(good);
}

function rowsOf(rows: string): Buffer {
  return workbookOf({ rows });
}

function runs(count: number): string {
  return `<is>${`<r><t>${'\u200b'.repeat(500)}</t></r>`.repeat(count)}</is>`;
}

function sharedOf(strings: string): Buffer {
  const rows = '<row><c t="s"><v>0</v></c></row>';
  return workbookOf({ rows, sharedStrings: `<sst>${strings}</sst>` });
}

test.each(hostile)('refuses %s: %s', async (_, code, bytes) => {
  await expect(readHere(bytes)).rejects.toMatchObject({ name: 'Refusal', code });
});

const three = rowsOf(`<row>${inline('a')}</row>`.repeat(3));
const over: [string, Partial<SheetLimits>, Buffer][] = [
  ['SHEET_TOO_LARGE', { packedBytes: 100 }, three],
  ['SHEET_ZIP_BOMB', { inflatedBytes: 100 }, three],
  ['SHEET_TOO_MANY_ROWS', { rows: 2 }, three],
  ['SHEET_TOO_MANY_STRINGS', { sharedStrings: 2 }, sharedOf('<si><t>a</t></si>'.repeat(3))],
  ['SHEET_MEMORY', { memoryMb: 1 }, sharedOf(`<si><t>${'工'.repeat(900)}</t></si>`.repeat(300))],
];

test.each(over)('refuses what is over a limit: %s', async (code, limits, bytes) => {
  await expect(readHere(bytes, 'a.xlsx', limits)).rejects.toMatchObject({ kind: 'refused', code });
});

test('a refusal says where, and nothing of what the cell holds', async () => {
  const bytes = rowsOf(`<row r="7">${inline('a'.repeat(1_001), 'C7')}</row>`);
  const details = { sheet: 'S', row: 7, column: 3, limit: 1_000 };
  await expect(readHere(bytes)).rejects.toMatchObject({ details });
});

test('what is long, wide or linked without content or use is let through', async () => {
  const links = { name: 'xl/_rels/sheet.xml.rels', data: outside };
  const empty = '<row r="1048576"><c r="XFD1048576" s="1"/></row>';
  const strings = `<sst><si><t>${'a'.repeat(2_000)}</t></si></sst>`;
  const bytes = workbookOf({ rows: `${row}${empty}`, sharedStrings: strings, more: [links] });
  expect((await readHere(bytes)).sheets).toEqual([{ name: 'S', rows: 1, hidden: false }]);
});

test('rows without content do not count, however many there are', async () => {
  const { sheets } = await readHere(rowsOf(row + '<row/>'.repeat(20_000)), 'a.xlsx', { rows: 1 });
  expect(sheets[0]?.rows).toBe(1);
});
