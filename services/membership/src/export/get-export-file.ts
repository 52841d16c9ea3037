// The file itself: streamed by the page, each page a transaction of its own, with a line that says who took it and why.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { id } from '@gonglian/service/fields.ts';
import type { Read, Reading } from '@gonglian/service/use-case.ts';
import { csvOf, firstRowBelow, xlsxOf, type Portion } from '@gonglian/sheets/write-workbook.ts';
import { z } from 'zod';
import { FIRST_ID } from '../member/member-filter.ts';
import { download, type Own } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { ahead } from './ahead.ts';
import { decideDownload, wholeFields } from './export-rules.ts';
import type { SealedPage } from './export-page.ts';
import { headingsOf } from './export-rows.ts';
import { countScope } from './export-scope.ts';
import { CSV, fileChunks, XLSX } from './file-chunks.ts';
import { lockExport, type MemberExport } from './member-export.ts';
import { unpackRows } from './packed-rows.ts';
import { THREADS_MAX, writeInThread } from './page-thread.ts';
import { readPage, type ReadPage } from './read-page.ts';

/** For the one who asked for it, in reach of the duty it is taken in. */
export const getExportFile = download({
  schema: z.strictObject({ exportId: id }),
  permission: 'membership.export.request',
  async *run(read, { exportId }) {
    const { found, watermark } = await read((tx) => takeOut(tx, exportId));
    const firstRow = firstRowBelow(watermark);
    const pages = pagesOf(read, found, firstRow);
    // One page is read while each thread has one to write.
    const rows = { portions: ahead(pages, THREADS_MAX + 1, portionOf) };
    const headings = headingsOf(found.fields);
    const day = found.requestedAt.slice(0, 10).replaceAll('-', '');
    const name = `会员-${day}-${found.id.slice(-8)}.${found.format}`;
    if (found.format === 'csv') {
      yield* fileChunks(name, CSV, csvOf(rows, { headings, watermark }));
      return;
    }
    const columns = headings.map((heading) => ({ heading, width: 18 }));
    const sheet = { name: '会员', columns, rows };
    yield* fileChunks(name, XLSX, xlsxOf([sheet], { watermark }));
  },
});

/** Whether it may be taken, against the day's rows; what is taken is written down before the first byte. */
async function takeOut(tx: Reading<Own>, exportId: string) {
  const { sql, actor, now } = tx;
  // One at a time, or two downloads at once would each find the budget untouched.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`export ${actor.id}`}, 0))`;
  const found = await lockExport(sql, exportId);
  if (found.requestedBy !== actor.id) throw notFound('EXPORT_UNKNOWN', { exportId });
  const day = chinaDate(now);
  const { rows } = await countScope(sql, found);
  const [today] = await sql<{ taken: number }>`
    select coalesce(sum(rows), 0)::int as taken from export_download
    where account_id = ${actor.id}
      and at >= ${day}::date::timestamp at time zone 'Asia/Shanghai'`;
  const dailyRows = membershipPolicy('export.daily_rows', day);
  const expiresAt = new Date(found.expiresAt);
  decideDownload({ ...found, expiresAt }, { rows, takenToday: today?.taken ?? 0, dailyRows }, now);
  await sql`
    insert into export_download (id, export_id, account_id, rows, at)
    values (${newId()}, ${exportId}, ${actor.id}, ${rows}, ${now})`;
  await sql`update member_export set downloads = downloads + 1 where id = ${exportId}`;
  await logAccess(tx, [sighting(found, exportId, found.unionId, found.fields)]);
  const at = now.toISOString().slice(0, 19);
  const watermark = `账号 ${actor.id} · ${at}Z · 导出 ${exportId} · 事由 ${found.reason}`;
  return { found, watermark };
}

function sighting(
  { reasonCode, reason }: MemberExport,
  entityId: string,
  unionId: string,
  fields: readonly string[],
) {
  return {
    entity: 'member',
    entityId,
    unionId,
    fields,
    how: 'export',
    reasonCode,
    reason,
  } as const;
}

interface Page {
  count: number;
  page: SealedPage;
}

/** The pages, each read in a transaction of its own. */
async function* pagesOf(
  read: Read<Own>,
  found: MemberExport,
  firstRow: number,
): AsyncGenerator<Page> {
  const { fields, format } = found;
  let row = firstRow;
  let after: string | null = FIRST_ID;
  while (after !== null) {
    const from: string = after;
    const { count, last, ...rest } = await read(async (tx) => {
      const members = await readPage(tx.sql, found, from);
      await logWhole(tx, found, members);
      const { duty, scope } = tx.actor;
      return { ...members, keys: tx.own.vault.openingKeys(), actor: { duty, scope } };
    });
    yield { count, page: { ...rest, fields, format, firstRow: row } };
    row += count;
    after = last;
  }
}

/** A line for each whole value that leaves. */
async function logWhole(tx: Reading<Own>, found: MemberExport, page: ReadPage): Promise<void> {
  const whole = wholeFields(found.fields);
  if (whole.length === 0) return;
  const members = unpackRows(page.packedRows);
  await logAccess(
    tx,
    members.map(({ memberId, unionId }) => sighting(found, memberId, unionId, whole)),
  );
}

async function portionOf({ count, page }: Page): Promise<Portion> {
  return { rows: count, bytes: await writeInThread(page) };
}
