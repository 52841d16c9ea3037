import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { CsvError, parse, type Parser } from 'csv-parse';
import type { SheetLimits } from './limits.ts';
import { plainText } from './plain-text.ts';
import { RowBuilder } from './row-builder.ts';
import type { SheetRow } from './sheet-row.ts';

export interface CsvFormat {
  encoding: 'utf-8' | 'gb18030';
  delimiter: string;
}

const HEAD_CHARS = 4_096;
const ROWS_A_PORTION = 500;

/** Reads the file once through: nothing but bytes says how it is encoded, and the last may tell. */
export async function csvFormatOf(file: string): Promise<CsvFormat> {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    const head = await headIn(file, encoding);
    if (head !== undefined) return { encoding, delimiter: delimiterOf(head) };
  }
  throw invalid('SHEET_NOT_TEXT');
}

/** The beginning of the text; undefined where the file is not in this encoding. */
async function headIn(file: string, encoding: CsvFormat['encoding']): Promise<string | undefined> {
  let head = '';
  try {
    for await (const text of textOf(file, encoding)) {
      if (head.length < HEAD_CHARS) head += text.slice(0, HEAD_CHARS);
    }
    return head;
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

async function* textOf(file: string, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(file)) {
    const text = decoder.decode(chunk as Buffer, { stream: true });
    if (text.includes('\0')) throw invalid('SHEET_NOT_TEXT');
    yield text;
  }
  yield decoder.decode();
}

/** The comma, unless the first line has more of what Excel writes elsewhere. */
function delimiterOf(head: string): string {
  const line = /^[^\r\n]*/.exec(head)?.[0] ?? '';
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

export async function* readCsv(
  file: string,
  sheet: string,
  { encoding, delimiter }: CsvFormat,
  limits: SheetLimits,
): AsyncGenerator<SheetRow[]> {
  const rows = new RowBuilder(sheet, limits);
  const parser = parse({
    delimiter,
    // The file's own quoting is what Excel makes of it: a quote inside a bare word is a letter.
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: limits.columns * (limits.cellChars + 3) * 2,
  });
  const feeding = pipeline(textOf(file, encoding), parser);
  // The parser says it too, and there it is heard.
  feeding.catch(() => undefined);
  try {
    for await (const record of recordsOf(parser)) {
      putRecord(rows, record);
      if (rows.ready.length >= ROWS_A_PORTION) yield rows.take();
    }
  } finally {
    parser.destroy();
  }
  if (rows.ready.length > 0) yield rows.take();
}

async function* recordsOf(parser: Parser): AsyncGenerator<string[]> {
  try {
    for await (const record of parser) yield record as string[];
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const at = { row: Number(cause['lines'] ?? 0) };
    if (cause.code === 'CSV_MAX_RECORD_SIZE') throw refused('SHEET_CELL_TOO_LONG', at);
    throw invalid('SHEET_BROKEN', { why: 'csv', ...at }, { cause });
  }
}

/** Excel writes an ID number that it took for a number so. */
const exponent = /^\d(\.\d+)?E\+\d{2}$/;
/** What writing put before a text that a spreadsheet would take for a formula. */
const escapedFormula = /^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/;

function putRecord(rows: RowBuilder, record: readonly string[]): void {
  rows.openRow(undefined);
  for (const field of record) {
    rows.openCell(undefined);
    const text = plainText(field.replace(escapedFormula, ''));
    rows.put(text, exponent.test(text));
  }
  rows.closeRow();
}
