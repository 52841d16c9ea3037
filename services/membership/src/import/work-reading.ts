// READING: which sheets there are, where their headings stand, and what they may mean.
import type { ImportSheet } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { findHeader } from '@gonglian/sheets/find-header.ts';
import { openWorkbook, type OpenWorkbook, type SheetRow } from '@gonglian/sheets/read-workbook.ts';
import { HEADINGS } from './import-fields.ts';
import { moveTo, sealSheets } from './import-job.ts';
import { withFile } from './import-parts.ts';
import { decideStep } from './import-state.ts';
import { asJob, workStep, type Work } from './job-transaction.ts';
import { recallMapping } from './remembered-mapping.ts';

const SHEETS_MAX = 20;
/** Enough to find the headings among, and some rows below them. */
const ROWS_LOOKED_AT = 36;
const SAMPLE_ROWS = 5;
const SAMPLE_CHARS_MAX = 100;

export async function workOnReading(work: Work): Promise<void> {
  const { running, job } = work;
  const { vault } = running.own;
  const reads = <T>(ask: Parameters<typeof asJob<T>>[1]) => asJob(running, ask);
  const found: ImportSheet[] = [];
  const file = withFile(
    (ask) => reads(({ sql }) => ask(sql)),
    vault,
    job.id,
    (path) => sheetsOf(path, job.fileName),
  );
  for await (const sheet of file) found.push(sheet);
  if (found.length === 0) throw refused('SHEET_EMPTY');
  await workStep(work, 'READING', async ({ sql, now }) => {
    const headings = found.flatMap(({ columns }) => columns.map(({ heading }) => heading));
    const known = await recallMapping(sql, vault, job, [...new Set(headings)]);
    const sheets = found.map((sheet) => recalled(sheet, known));
    await sql`update import_job set sheets = ${sealSheets(vault, job.id, sheets)} where id = ${job.id}`;
    await moveTo(sql, job.id, decideStep('READING', 'found'), now);
  });
}

async function* sheetsOf(path: string, fileName: string): AsyncGenerator<ImportSheet> {
  const book = await openWorkbook(path, fileName);
  try {
    const shown = book.sheets.filter(({ hidden, rows }) => !hidden && rows > 0);
    for (const { name, rows } of shown.slice(0, SHEETS_MAX)) {
      const head = await headOf(book, name);
      yield proposed(name, rows, head);
    }
  } finally {
    await book.close();
  }
}

async function headOf(book: OpenWorkbook, sheet: string): Promise<SheetRow[]> {
  const head: SheetRow[] = [];
  for await (const row of book.rows(sheet)) {
    head.push(row);
    if (head.length === ROWS_LOOKED_AT) break;
  }
  return head;
}

function proposed(name: string, rows: number, head: readonly SheetRow[]): ImportSheet {
  const { headerRow, columns } = findHeader(head, HEADINGS);
  const below = head.filter(({ row }) => row > headerRow);
  return {
    name,
    rows: rows - (head.length - below.length),
    headerRow,
    columns,
    sample: below
      .slice(0, SAMPLE_ROWS)
      .map(({ cells }) => ({ cells: cells.map((cell) => cell.slice(0, SAMPLE_CHARS_MAX)) })),
  };
}

/** What was said of a heading comes before what it looks like; no field is given twice. */
function recalled(sheet: ImportSheet, known: ReadonlyMap<string, string>): ImportSheet {
  const said = new Set(sheet.columns.map(({ heading }) => known.get(heading) ?? ''));
  const taken = new Set<string>();
  const columns = sheet.columns.map((column) => {
    const before = known.get(column.heading);
    const guessed = said.has(column.field) ? '' : column.field;
    const field = before ?? guessed;
    if (field === '' || taken.has(field)) return { ...column, field: '' };
    taken.add(field);
    return { ...column, field };
  });
  return { ...sheet, columns };
}
