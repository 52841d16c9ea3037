// CHECKING: every row is tried by the rules of joining; those in order wait in chunks, those refused are listed.
import { openWorkbook } from '@gonglian/sheets/read-workbook.ts';
import { foreseeRows } from './foresee-rows.ts';
import { CHUNK_ROWS, insertChunk, insertResults } from './import-chunks.ts';
import { moveTo, openMapping, openSheets, type SheetMapping } from './import-job.ts';
import { withFile } from './import-parts.ts';
import { decideStep } from './import-state.ts';
import type { ImportField } from './import-fields.ts';
import { asJob, workStep, type Work } from './job-transaction.ts';
import { personOf, type RowPerson } from './row-person.ts';

/** Begins at the beginning wherever it was broken off: nothing of it has been kept in the register. */
export async function workOnChecking(work: Work): Promise<void> {
  const { running, job } = work;
  const { vault } = running.own;
  const mapping = openMapping(vault, job);
  if (mapping === undefined) throw new Error('an import is checked without a mapping');
  const begun = await workStep(work, 'CHECKING', async ({ sql }) => {
    await sql`delete from import_chunk where import_id = ${job.id}`;
    await sql`delete from import_result where import_id = ${job.id}`;
    await sql`
      update import_job set rows = ${sheetRows(work, mapping)}, rows_done = 0, rows_valid = 0,
        rows_refused = 0, rows_unchanged = 0, rows_joined = 0 where id = ${job.id}`;
    return true;
  });
  if (!begun) return;
  const chunks = withFile(
    (ask) => asJob(running, ({ sql }) => ask(sql)),
    vault,
    job.id,
    (path) => chunksOf(path, job.fileName, mapping),
  );
  const seen = new Set<string>();
  let no = 0;
  for await (const rows of chunks) {
    no += 1;
    if (!(await keepChunk(work, no, rows, seen))) return;
  }
  await workStep(work, 'CHECKING', async ({ sql, now }) => {
    await sql`update import_job set rows = rows_done where id = ${job.id}`;
    await moveTo(sql, job.id, decideStep('CHECKING', 'checked'), now);
  });
}

/** As the sheet was counted when it was read, for whoever watches; in the end, as many as there were. */
function sheetRows({ running, job }: Work, { sheet }: SheetMapping): number {
  return openSheets(running.own.vault, job).find(({ name }) => name === sheet)?.rows ?? 0;
}

async function* chunksOf(
  path: string,
  fileName: string,
  { sheet, headerRow, columns }: SheetMapping,
): AsyncGenerator<RowPerson[]> {
  const byField = new Map(
    columns.flatMap(({ column, field }) =>
      field === '' ? [] : [[field as ImportField, column - 1] as const],
    ),
  );
  const book = await openWorkbook(path, fileName);
  try {
    let chunk: RowPerson[] = [];
    for await (const row of book.rows(sheet)) {
      const person = row.row > headerRow ? personOf(row, byField) : undefined;
      if (person) chunk.push(person);
      if (chunk.length < CHUNK_ROWS) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } finally {
    await book.close();
  }
}

function keepChunk(
  work: Work,
  no: number,
  rows: readonly RowPerson[],
  seen: Set<string>,
): Promise<true | undefined> {
  const { id: importId, unionId, joinedOn } = work.job;
  return workStep(work, 'CHECKING', async (tx) => {
    const { sql, own, now } = tx;
    const { kept, unchanged, results } = await foreseeRows(tx, { unionId, joinedOn }, rows, seen);
    await insertChunk(sql, own.vault, { importId, no, rows: rows.length, kept });
    await insertResults(sql, importId, results);
    await sql`
      update import_job set rows_done = rows_done + ${rows.length},
        rows_valid = rows_valid + ${kept.length - unchanged},
        rows_unchanged = rows_unchanged + ${unchanged},
        rows_refused = rows_refused + ${results.length}, touched_at = ${now}
      where id = ${importId}`;
    return true as const;
  });
}
