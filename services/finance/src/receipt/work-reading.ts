// Reads a tax bureau's file line by line and compares what the lines come to with the deposit.
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { findHeader, type Header } from '@gonglian/sheets/find-header.ts';
import { openWorkbook, type OpenWorkbook, type SheetRow } from '@gonglian/sheets/read-workbook.ts';
import type { Sql } from '../pipeline.ts';
import { COLUMNS, missingColumn, type ColumnField } from './collection-columns.ts';
import { withFile } from './collection-parts.ts';
import { decideStep } from './collection-state.ts';
import { asCollection, CHUNK_LINES, workStep, type Work } from './collection-work.ts';
import { moveTo } from './collection.ts';
import { readRow, type ReadLine } from './read-line.ts';

const HEAD_ROWS = 36;

/** Begins anew where it was broken off: a file is read in seconds. */
export async function workOnReading(work: Work): Promise<void> {
  const { running, collection } = work;
  const begun = await workStep(work, 'READING', async ({ sql }) => {
    await sql`delete from collection_line where collection_id = ${collection.id}`;
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
  let totals: readonly number[] = [];
  for await (const chunk of chunks) {
    totals = chunk.totals;
    const kept = await workStep(work, 'READING', async ({ sql, now }) => {
      await insertLines(sql, collection.id, chunk.lines);
      await sql`
        update collection set lines = lines + ${chunk.lines.length}, touched_at = ${now},
          lines_done = lines_done + ${chunk.lines.length}
        where id = ${collection.id}`;
      return true;
    });
    if (!kept) return;
  }
  await workStep(work, 'READING', async ({ sql, now }) => {
    await compareTotals(sql, work, totals);
    await markTwice(sql, collection.id);
    await moveTo(sql, collection.id, decideStep('READING', 'checked'), now);
  });
}

interface Chunk {
  lines: ReadLine[];
  /** What rows of totals have said so far. */
  totals: readonly number[];
}

async function* chunksOf(path: string, fileName: string): AsyncGenerator<Chunk> {
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
async function* readLines(rows: AsyncIterable<SheetRow>, header: Header): AsyncGenerator<Chunk> {
  const columns = header.columns.filter(({ field }) => field !== '');
  const totals: number[] = [];
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
    yield { lines, totals };
    lines = [];
  }
  yield { lines, totals };
}

async function insertLines(
  sql: Sql,
  collectionId: string,
  lines: readonly ReadLine[],
): Promise<void> {
  if (lines.length === 0) return;
  const of = <Value>(read: (line: ReadLine) => Value) => lines.map(read);
  await sql`
    insert into collection_line (collection_id, id, row, slip_no, payer_uscc, period_from, period_to,
      wage_base_fen, amount_fen, late_fee_fen, tax_organ, received_on, code)
    select ${collectionId}, l.* from unnest(${of(() => newId())}::uuid[],
      ${of((l) => l.row)}::int[], ${of((l) => l.slipNo)}::text[], ${of((l) => l.payerUscc)}::text[],
      ${of((l) => l.periodFrom)}::text[], ${of((l) => l.periodTo)}::text[],
      ${of((l) => l.wageBaseFen)}::bigint[], ${of((l) => l.amountFen)}::bigint[],
      ${of((l) => l.lateFeeFen)}::bigint[], ${of((l) => l.taxOrgan)}::text[],
      ${of((l) => l.receivedOn)}::date[], ${of((l) => l.code)}::text[]) as l`;
}

/** Refused COLLECTION_EMPTY, COLLECTION_TOTAL_WRONG: Σ lines = deposit, and what the file itself says. */
async function compareTotals(
  sql: Sql,
  { collection }: Work,
  totals: readonly number[],
): Promise<void> {
  const [sum] = await sql<{ lines: number; fen: string }>`
    select count(*)::int as lines, coalesce(sum(amount_fen + late_fee_fen), 0)::text as fen
    from collection_line where collection_id = ${collection.id}`;
  if (!sum || sum.lines === 0) throw refused('COLLECTION_EMPTY');
  const said = [Number(collection.totalFen), ...totals].find((total) => total !== Number(sum.fen));
  if (said !== undefined) {
    throw refused('COLLECTION_TOTAL_WRONG', { saidFen: said, linesFen: Number(sum.fen) });
  }
}

/** A slip stands once in a file: of two the first is taken, the others wait for somebody to look. */
async function markTwice(sql: Sql, collectionId: string): Promise<void> {
  await sql`
    update collection_line as l set code = 'SLIP_TWICE'
    from (select id, row_number() over (partition by slip_no order by row) as nth
      from collection_line where collection_id = ${collectionId} and slip_no <> '') as n
    where n.id = l.id and n.nth > 1 and l.code = ''`;
}
