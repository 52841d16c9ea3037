// A page of an export on its way from the database to the file: read as one text, opened and written in a thread.
import { csvLines } from '@gonglian/sheets/csv-lines.ts';
import { rowsXml } from '@gonglian/sheets/row-xml.ts';
import type { ExportField } from './export-rules.ts';
import { cellsBy, type Reader } from './export-rows.ts';
import { unpackRows } from './packed-rows.ts';

/** Everything that a page is written with, so that whoever writes it keeps nothing, keys least of all. */
export interface SealedPage extends Reader {
  packedRows: string;
  fields: readonly ExportField[];
  format: 'csv' | 'xlsx';
  /** Of the sheet, from 1. */
  firstRow: number;
}

/** The page as a portion of its file. */
export function writePage(page: SealedPage): Uint8Array<ArrayBuffer> {
  const rows = unpackRows(page.packedRows).map(cellsBy(page.fields, page));
  const text = page.format === 'csv' ? csvLines(rows) : rowsXml(rows, page.firstRow);
  return new TextEncoder().encode(text);
}
