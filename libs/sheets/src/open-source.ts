import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { readCellFormats } from './cell-formats.ts';
import { csvFormatOf, readCsv } from './csv-rows.ts';
import type { SheetLimits } from './limits.ts';
import { notXlsx, readPackage } from './package-parts.ts';
import { plainText } from './plain-text.ts';
import { readSharedStrings, SharedStrings } from './shared-strings.ts';
import { batchesOf, packRows, type PackedRows } from './row-batch.ts';
import type { SheetInfo, SheetRow, SheetSource } from './sheet-row.ts';
import { readWorksheet, type CellSources } from './worksheet.ts';
import { headOf, openParts } from './zip-parts.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
/** The container of old Office files, in which new ones are wrapped when they get a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Opens a file for what its content says it is, and reads it once from end to end: whoever gets a
 * source knows that every limit holds for all of it.
 */
export async function openSource(
  file: string,
  fileName: string,
  limits: SheetLimits,
): Promise<SheetSource> {
  const { size } = await stat(file);
  if (size > limits.packedBytes) throw refused('SHEET_TOO_LARGE', { limit: limits.packedBytes });
  const head = await headOf(file);
  if (head.subarray(0, ZIP.length).equals(ZIP)) return openXlsx(file, limits);
  if (head.subarray(0, COMPOUND.length).equals(COMPOUND)) throw await compoundRefusal(file);
  if (!/\.csv$/i.test(fileName)) throw notXlsx();
  return openCsv(file, fileName, limits);
}

async function compoundRefusal(file: string) {
  let tail = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    const seen = Buffer.concat([tail, chunk as Buffer]);
    if (seen.includes(ENCRYPTED)) return invalid('SHEET_ENCRYPTED');
    tail = seen.subarray(-ENCRYPTED.length);
  }
  return invalid('SHEET_OLD_XLS', { hint: 'SAVE_AS_XLSX' });
}

async function openXlsx(file: string, limits: SheetLimits): Promise<SheetSource> {
  const parts = await openParts(file, limits);
  const workbook = await readPackage(parts);
  const sources: CellSources = {
    strings: workbook.sharedStrings
      ? await readSharedStrings(parts.text(workbook.sharedStrings), limits)
      : new SharedStrings(limits),
    formats: workbook.styles ? await readCellFormats(parts.text(workbook.styles)) : [],
    date1904: workbook.date1904,
  };
  const found = workbook.sheets.map(({ name, hidden, part }) => {
    const title = plainText(name);
    const rows = () => readWorksheet(parts.text(part), title, sources, limits);
    return { name: title, hidden, rows };
  });
  return sourceOf(found, limits);
}

async function openCsv(file: string, fileName: string, limits: SheetLimits) {
  const format = await csvFormatOf(file);
  const name = plainText(path.basename(fileName).replace(/\.csv$/i, ''));
  const rows = () => readCsv(file, name, format, limits);
  return sourceOf([{ name, hidden: false, rows }], limits);
}

interface FoundSheet {
  name: string;
  hidden: boolean;
  rows: () => AsyncGenerator<SheetRow[]>;
}

/**
 * What is checked is kept, as far as an eighth of the memory goes, so that most workbooks are parsed
 * but once; the rows of others are read again.
 */
const keptBytesMax = ({ memoryMb }: SheetLimits) => (memoryMb / 8) * 1024 ** 2;

async function sourceOf(found: FoundSheet[], limits: SheetLimits): Promise<SheetSource> {
  const most = keptBytesMax(limits);
  const sheets: SheetInfo[] = [];
  const kept = new Map<string, PackedRows[]>();
  let total = 0;
  let bytes = 0;
  for (const { name, hidden, rows } of found) {
    const packed: PackedRows[] = [];
    const before = total;
    for await (const batch of batchesOf(rows())) {
      total += batch.length;
      if (total > limits.rows) throw refused('SHEET_TOO_MANY_ROWS', { limit: limits.rows });
      if (bytes > most) continue;
      const one = packRows(batch);
      packed.push(one);
      bytes += one.length;
    }
    sheets.push({ name, rows: total - before, hidden });
    if (bytes <= most) kept.set(name, packed);
  }
  return {
    sheets,
    async *rows(sheet) {
      const one = found.find(({ name }) => name === sheet);
      if (one === undefined) throw refused('SHEET_UNKNOWN');
      const packed = kept.get(sheet);
      if (packed) yield* packed;
      else for await (const batch of batchesOf(one.rows())) yield packRows(batch);
    },
  };
}
