// A small file of a bank (csv or xlsx) as rows by the names of their columns, read under the limits of every upload.
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { PART_BYTES_MAX } from '@gonglian/service/file-parts.ts';
import { stagedFile, type Reads } from '@gonglian/service/staged-file.ts';
import { openWorkbook } from '@gonglian/sheets/read-workbook.ts';
import { z } from 'zod';

/** What a bank sends for one list, or one month of one account. */
const ROWS_MAX = 10_000;
/** Above the header banks write a title, and we a head of the file's own. */
const HEADER_WITHIN_ROWS = 20;

export const fileContent = z.custom<Buffer>(
  (bytes) => Buffer.isBuffer(bytes) && bytes.length > 0 && bytes.length <= PART_BYTES_MAX,
  'between_1_byte_and_2_mib',
);

export interface FileRow<Column extends string> {
  /** From 1, as in the file. */
  row: number;
  cells: Readonly<Record<Column, string>>;
}

/** Refused BANK_FILE_HEADER_MISSING, BANK_FILE_TOO_LONG, BANK_FILE_EMPTY, and what reading a workbook refuses. */
export async function readBankFile<Column extends string>(
  vault: Vault,
  { fileName, content }: { fileName: string; content: Buffer },
  columns: readonly Column[],
): Promise<FileRow<Column>[]> {
  const rows: FileRow<Column>[] = [];
  let places: ReadonlyMap<Column, number> | undefined;
  for await (const { row, cells } of rowsOf(vault, fileName, content)) {
    if (places === undefined) {
      places = findColumns(cells, columns);
      if (places === undefined && row > HEADER_WITHIN_ROWS) break;
      continue;
    }
    if (rows.length === ROWS_MAX) throw refused('BANK_FILE_TOO_LONG', { max: ROWS_MAX });
    rows.push({ row, cells: named(cells, places) });
  }
  if (places === undefined)
    throw refused('BANK_FILE_HEADER_MISSING', { columns: columns.join(' ') });
  if (rows.length === 0) throw refused('BANK_FILE_EMPTY');
  return rows;
}

function findColumns<Column extends string>(
  cells: readonly string[],
  columns: readonly Column[],
): ReadonlyMap<Column, number> | undefined {
  const headings = cells.map((cell) => cell.trim().toLowerCase());
  const places = columns.map((column) => [column, headings.indexOf(column)] as const);
  return places.every(([, at]) => at !== -1) ? new Map(places) : undefined;
}

function named<Column extends string>(
  cells: readonly string[],
  places: ReadonlyMap<Column, number>,
): Record<Column, string> {
  const pairs = [...places].map(([column, at]) => [column, (cells[at] ?? '').trim()]);
  return Object.fromEntries(pairs) as Record<Column, string>;
}

/** The reader wants a file: it lies open for as long as it is read, in the folder that uploads are laid open in. */
async function* rowsOf(vault: Vault, fileName: string, content: Buffer) {
  const fileId = newId();
  const file = stagedFile({
    place: 'bank_file.content',
    list: () => Promise.resolve([{ no: 1, sizeBytes: content.length }]),
    content: () => Promise.resolve(sealed),
  });
  const sealed = file.sealPart(vault, fileId, 1, content);
  const withoutDatabase: Reads = (work) => work(() => Promise.resolve([]));
  yield* file.withFile(withoutDatabase, vault, fileId, async function* read(place) {
    const book = await openWorkbook(place, fileName);
    try {
      const [sheet] = book.sheets;
      if (sheet) yield* book.rows(sheet.name);
    } finally {
      await book.close();
    }
  });
}
