// The refused rows as they were in the file, with a column that says why; mended, it can be imported as it is.
import { refused } from '@gonglian/kernel/refusal.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { id } from '@gonglian/service/fields.ts';
import type { Read } from '@gonglian/service/use-case.ts';
import { openWorkbook } from '@gonglian/sheets/read-workbook.ts';
import { xlsxOf, type ColumnToWrite } from '@gonglian/sheets/write-workbook.ts';
import { z } from 'zod';
import { fileChunks, XLSX } from '../export/file-chunks.ts';
import { download, type Own, type Sql } from '../pipeline.ts';
import {
  getJob,
  openMapping,
  openSheets,
  type ImportJob,
  type SheetMapping,
} from './import-job.ts';
import { withFile } from './import-parts.ts';
import { reasonOf } from './reasons.ts';

const RESULTS_AT_ONCE = 2_000;

/** For the one who brought the file: it is his file that comes back. */
export const getImportErrorWorkbook = download({
  schema: z.strictObject({ importId: id }),
  permission: 'membership.import.write',
  async *run(read, { importId }) {
    const { job, mapping, own } = await read(async (tx) => {
      const found = await getJob(tx.sql, importId, tx.actor.id);
      return { job: found, mapping: openMapping(tx.own.vault, found), own: tx.own };
    });
    if (mapping === undefined) throw refused('IMPORT_STATE_WRONG', { state: job.state });
    const bytes = withFile(
      (work) => read(({ sql }) => work(sql)),
      own.vault,
      importId,
      (path) => errorWorkbook(read, own.vault, { job, mapping, path }),
    );
    const name = job.fileName.replace(/\.[^.]+$/, '');
    yield* fileChunks(`${name}-错误.xlsx`, XLSX, bytes);
  },
});

async function* errorWorkbook(
  read: Read<Own>,
  vault: Vault,
  { job, mapping, path }: { job: ImportJob; mapping: SheetMapping; path: string },
): AsyncGenerator<Buffer> {
  const book = await openWorkbook(path, job.fileName);
  try {
    const headings = headingsOf(vault, job, mapping);
    const width = Math.max(0, ...headings.keys());
    const columns: ColumnToWrite[] = Array.from({ length: width }, (_, index) => ({
      heading: headings.get(index + 1) ?? '',
    }));
    columns.push({ heading: '错误原因', width: 44, marked: true });
    const reasons = reasonsOf(read, job.id);
    const rows = refusedRows(book.rows(mapping.sheet), reasons, width);
    yield* xlsxOf([{ name: mapping.sheet, columns, rows }]);
  } finally {
    await book.close();
  }
}

/** Column → heading: as the file was read, and as its columns were mapped. */
function headingsOf(vault: Vault, job: ImportJob, mapping: SheetMapping): Map<number, string> {
  const read = openSheets(vault, job).find(({ name }) => name === mapping.sheet);
  const all = [...(read?.columns ?? []), ...mapping.columns];
  return new Map(all.map(({ column, heading }) => [column, heading]));
}

interface Reason {
  row: number;
  code: string;
}

async function* reasonsOf(read: Read<Own>, importId: string): AsyncGenerator<Reason> {
  for (let after = 0; ;) {
    const page = await read(({ sql }) => resultsAfter(sql, importId, after));
    yield* page;
    after = page.at(-1)?.row ?? 0;
    if (page.length < RESULTS_AT_ONCE) return;
  }
}

function resultsAfter(sql: Sql, importId: string, after: number): Promise<Reason[]> {
  return sql<Reason>`
    select row, code from import_result where import_id = ${importId} and row > ${after}
    order by row limit ${RESULTS_AT_ONCE}`;
}

/** Both come in the order of the rows: they are walked side by side. */
async function* refusedRows(
  rows: AsyncIterable<{ row: number; cells: readonly string[] }>,
  reasons: AsyncGenerator<Reason>,
  width: number,
): AsyncGenerator<string[]> {
  let reason = await reasons.next();
  for await (const { row, cells } of rows) {
    while (!reason.done && reason.value.row < row) reason = await reasons.next();
    if (reason.done) return;
    if (reason.value.row !== row) continue;
    const own = Array.from({ length: width }, (_, at) => cells[at] ?? '');
    yield [...own, reasonOf(reason.value.code)];
  }
}
