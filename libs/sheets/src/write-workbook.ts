import { Readable } from 'node:stream';
import { refused } from '@gonglian/kernel/refusal.ts';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import {
  cellStyle,
  contentTypesXml,
  lettersOf,
  rootRelationsXml,
  sheetHead,
  sheetTail,
  stylesXml,
  workbookRelationsXml,
  workbookXml,
  xmlText,
} from './workbook-xml.ts';

export interface ColumnToWrite {
  heading: string;
  /** In characters; by the heading where it is not given. */
  width?: number;
  /** What may be chosen: few and short (255 characters in all), or a range: `lists!$A$1:$A$56`. */
  choices?: readonly string[] | string;
  /** In red: what is wrong with the row. */
  marked?: boolean;
}

type RowsToWrite = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;

export interface SheetToWrite {
  name: string;
  columns: readonly ColumnToWrite[];
  rows: RowsToWrite;
  hidden?: boolean;
}

export interface XlsxOptions {
  /** Who took it, when, why: a line above the header, and at the top of each printed page. */
  watermark?: string;
}

export interface CsvOptions {
  headings?: readonly string[];
  watermark?: string;
}

const ROWS_MAX = 1_048_576;
const CELL_CHARS_MAX = 32_767;
const CHOICES_CHARS_MAX = 255;
const CHUNK_CHARS = 64 * 1024;
/** Rows below the header that can be filled in with choices where none are written. */
const ROWS_TO_FILL = 10_000;
const CHARS_WIDE = { least: 8, most: 60 };
/** Twice as fast as the usual 6, for files a tenth larger. */
const COMPRESSION_LEVEL = 3;
/** The same rows make the same bytes. */
const PART = { mtime: new Date(2000, 0, 1), forceDosTimestamp: true };

/**
 * A workbook as it is written: each cell is text, so that nothing in it is ever a formula or a
 * number. Rows are taken as the reader takes bytes. An error of the rows is thrown to the reader.
 */
export async function* xlsxOf(
  sheets: readonly SheetToWrite[],
  options: XlsxOptions = {},
): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const inputs: Readable[] = [];
  zip.on('error', (error: Error) => output.destroy(error));
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name, PART);
  add('[Content_Types].xml', contentTypesXml(sheets.length));
  add('_rels/.rels', rootRelationsXml);
  add('xl/workbook.xml', workbookXml(sheets));
  add('xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets.length));
  add('xl/styles.xml', stylesXml);
  const compressed = { ...PART, compressionLevel: COMPRESSION_LEVEL };
  for (const [index, sheet] of sheets.entries()) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, compressed, (begin) => {
      const input = Readable.from(sheetXml(sheet, options.watermark ?? ''));
      input.on('error', (error) => output.destroy(error));
      inputs.push(input);
      begin(null, input);
    });
  }
  zip.end();
  try {
    for await (const chunk of output) yield chunk as Buffer;
  } finally {
    for (const input of inputs) input.destroy();
  }
}

async function* sheetXml(sheet: SheetToWrite, watermark: string): AsyncGenerator<Buffer> {
  const { columns } = sheet;
  const headerRow = watermark === '' ? 1 : 2;
  const letters = columns.map((_, index) => lettersOf(index + 1));
  const styles = columns.map(({ marked }) => (marked ? cellStyle.marked : cellStyle.text));
  const heading = columns.map(() => cellStyle.heading);
  const headings = columns.map((column) => column.heading);
  let xml = sheetHead({ frozenRows: headerRow, widths: columns.map(widthOf) });
  if (watermark !== '') xml += rowXml(1, letters, [cellStyle.watermark], [watermark]);
  xml += rowXml(headerRow, letters, heading, headings);
  let row = headerRow;
  for await (const cells of sheet.rows) {
    row += 1;
    if (row > ROWS_MAX) throw refused('SHEET_TOO_MANY_ROWS', { limit: ROWS_MAX });
    xml += rowXml(row, letters, styles, cells);
    if (xml.length < CHUNK_CHARS) continue;
    yield Buffer.from(xml);
    xml = '';
  }
  const lastRow = Math.min(ROWS_MAX, Math.max(row, headerRow + ROWS_TO_FILL));
  yield Buffer.from(
    xml + sheetTail({ choices: choicesOf(columns), watermark, firstRow: headerRow + 1, lastRow }),
  );
}

function rowXml(
  row: number,
  letters: readonly string[],
  styles: readonly number[],
  cells: readonly string[],
): string {
  let xml = `<row r="${row}">`;
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const letter = letters[index];
    if (letter === undefined) throw new RangeError(`row ${row} has more cells than columns`);
    if (cell.length > CELL_CHARS_MAX) {
      throw refused('SHEET_CELL_TOO_LONG', { row, column: index + 1, limit: CELL_CHARS_MAX });
    }
    const style = styles[index] ?? cellStyle.text;
    // Space within stays; only that around needs saying.
    const space = /^\s|\s$/.test(cell) ? ' xml:space="preserve"' : '';
    xml +=
      `<c r="${letter}${row}" s="${style}" t="inlineStr">` +
      `<is><t${space}>${xmlText(cell)}</t></is></c>`;
  }
  return `${xml}</row>`;
}

function choicesOf(columns: readonly ColumnToWrite[]) {
  return columns.flatMap(({ choices }, index) =>
    choices === undefined ? [] : [{ column: index + 1, from: choicesFrom(choices) }],
  );
}

function choicesFrom(choices: readonly string[] | string): string {
  if (typeof choices === 'string') return choices;
  const list = choices.join(',');
  if (list.length > CHOICES_CHARS_MAX || choices.some((one) => /[,"]/.test(one))) {
    throw new RangeError('these choices belong in a sheet of their own');
  }
  return `"${list}"`;
}

function widthOf({ heading, width }: ColumnToWrite): number {
  if (width !== undefined) return width;
  const chars = [...heading].reduce((sum, char) => sum + (char > '\u02ff' ? 2 : 1), 2);
  return Math.min(CHARS_WIDE.most, Math.max(CHARS_WIDE.least, chars));
}

const BYTE_ORDER_MARK = '\ufeff';
const ROWS_A_CHUNK = 500;

/** UTF-8 with a mark, RFC 4180; what a spreadsheet would take for a formula begins with a quote. */
export async function* csvOf(rows: RowsToWrite, options: CsvOptions = {}): AsyncGenerator<Buffer> {
  const { headings, watermark } = options;
  let gathered: (readonly string[])[] = [];
  if (watermark) gathered.push([watermark]);
  if (headings) gathered.push(headings);
  yield Buffer.from(BYTE_ORDER_MARK);
  for await (const row of rows) {
    gathered.push(row);
    if (gathered.length < ROWS_A_CHUNK) continue;
    yield csvText(gathered);
    gathered = [];
  }
  yield csvText(gathered);
}

function csvText(rows: (readonly string[])[]): Buffer {
  const text = stringify(rows, {
    escape_formulas: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  });
  return Buffer.from(text);
}
