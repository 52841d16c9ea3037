// Reads a tax bureau's file line by line and compares what the lines come to with the deposit.
import { refused } from '@gonglian/kernel/refusal.ts';
import { findHeader, type Header } from '@gonglian/sheets/find-header.ts';
import { openWorkbook, type OpenWorkbook, type SheetRow } from '@gonglian/sheets/read-workbook.ts';
import { dropChunks, keepChunk, type Chunk } from './collection-chunks.ts';
import { COLUMNS, missingColumn, type ColumnField } from './collection-columns.ts';
import { withFile } from './collection-parts.ts';
import { decideStep } from './collection-state.ts';
import { asCollection, CHUNK_LINES, workStep, type Work } from './collection-work.ts';
import { moveTo, type CollectionRow } from './collection.ts';
import { readRow, type ReadLine } from './read-line.ts';

const HEAD_ROWS = 36;

/** Begins anew where it was broken off: a file is read in seconds. */
export async function workOnReading(work: Work): Promise<void> {
  const { running, collection } = work;
  const begun = await workStep(work, 'READING', async ({ sql }) => {
    await dropChunks(sql, collection.id);
    await sql`update collection set lines = 0, lines_done = 0 where id = ${collection.id}`;
    return true;
  });
  if (!begun) return;
  const chunks = withFile(
    (ask) => asCollection(running, ({ sql }) => ask(sql)),
    running.own.vault,
    collection.id,
    (path) => chunksOf(path, collection.fileName),
  );
  let read: Read = { lines: 0, fen: 0, totals: [] };
  for await (const chunk of chunks) {
    read = withChunk(read, chunk);
    const kept = await workStep(work, 'READING', async ({ sql, now }) => {
      await keepChunk(sql, collection.id, chunk);
      await sql`
        update collection set lines = lines + ${chunk.lines.length}, touched_at = ${now},
          lines_done = lines_done + ${chunk.lines.length}
        where id = ${collection.id}`;
      return true;
    });
    if (!kept) return;
  }
  await workStep(work, 'READING', async ({ sql, now }) => {
    compareTotals(collection, read);
    await moveTo(sql, collection.id, decideStep('READING', 'checked'), now);
  });
}

interface ReadChunk extends Chunk {
  /** What rows of totals have said so far. */
  totals: readonly number[];
}

async function* chunksOf(path: string, fileName: string): AsyncGenerator<ReadChunk> {
  const book = await openWorkbook(path, fileName);
  try {
    const sheet = book.sheets.find(({ hidden, rows }) => !hidden && rows > 0);
    if (!sheet) throw refused('SHEET_EMPTY');
    const header = await headerOf(book, sheet.name);
    yield* readLines(book.rows(sheet.name), header);
  } finally {
    await book.close();
  }
}

/** Refused COLUMN_MISSING with the field. */
async function headerOf(book: OpenWorkbook, sheet: string): Promise<Header> {
  const head: SheetRow[] = [];
  for await (const row of book.rows(sheet)) {
    head.push(row);
    if (head.length === HEAD_ROWS) break;
  }
  const header = findHeader(head, COLUMNS);
  const field = missingColumn(new Set(header.columns.map((column) => column.field)));
  if (field) throw refused('COLUMN_MISSING', { field, row: header.headerRow });
  return header;
}

/** Refused COLLECTION_AMOUNT_WRONG with the row: without one amount nobody can say what the file comes to. */
async function* readLines(
  rows: AsyncIterable<SheetRow>,
  header: Header,
): AsyncGenerator<ReadChunk> {
  const columns = header.columns.filter(({ field }) => field !== '');
  const totals: number[] = [];
  let no = 1;
  let lines: ReadLine[] = [];
  for await (const { row, cells } of rows) {
    if (row <= header.headerRow || cells.every((cell) => cell === '')) continue;
    const named: Partial<Record<ColumnField, string>> = {};
    for (const { column, field } of columns) named[field as ColumnField] = cells[column - 1] ?? '';
    const read = readRow(row, named, cells);
    if (read.kind === 'unreadable') throw refused('COLLECTION_AMOUNT_WRONG', { row });
    if (read.kind === 'total') totals.push(read.totalFen);
    if (read.kind === 'line') lines.push(read.line);
    if (lines.length < CHUNK_LINES) continue;
    yield { no, lines, totals };
    no += 1;
    lines = [];
  }
  yield { no, lines, totals };
}

/** What the file has come to so far. */
interface Read {
  lines: number;
  fen: number;
  totals: readonly number[];
}

function withChunk({ lines, fen }: Read, chunk: ReadChunk): Read {
  const added = chunk.lines.reduce((sum, one) => sum + one.amountFen + one.lateFeeFen, 0);
  return { lines: lines + chunk.lines.length, fen: fen + added, totals: chunk.totals };
}

/** Refused COLLECTION_EMPTY, COLLECTION_TOTAL_WRONG: Σ lines = deposit, and what the file itself says. */
function compareTotals({ totalFen }: CollectionRow, { lines, fen, totals }: Read): void {
  if (lines === 0) throw refused('COLLECTION_EMPTY');
  const said = [Number(totalFen), ...totals].find((total) => total !== fen);
  if (said !== undefined) {
    throw refused('COLLECTION_TOTAL_WRONG', { saidFen: said, linesFen: fen });
  }
}
