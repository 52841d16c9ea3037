// The file itself: streamed by the page, each page a transaction of its own, with a line that says who took it and why.
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { id } from '@gonglian/service/fields.ts';
import type { Read, Reading } from '@gonglian/service/use-case.ts';
import { csvOf, xlsxOf } from '@gonglian/sheets/write-workbook.ts';
import { z } from 'zod';
import { readCodes } from '../member/codes.ts';
import { FIRST_ID } from '../member/member-filter.ts';
import { findMemberRows } from '../member/member-row.ts';
import { download, type Own } from '../pipeline.ts';
import { membershipPolicy } from '../policy.ts';
import { decideDownload, wholeFields } from './export-rules.ts';
import { cellsBy, headingsOf } from './export-rows.ts';
import { countScope, pageOfScope } from './export-scope.ts';
import { CSV, fileChunks, XLSX } from './file-chunks.ts';
import { lockExport, type MemberExport } from './member-export.ts';

const PAGE_ROWS = 2_000;

/** For the one who asked for it, in reach of the duty it is taken in. */
export const getExportFile = download({
  schema: z.strictObject({ exportId: id }),
  permission: 'membership.export.request',
  async *run(read, { exportId }) {
    const { found, watermark } = await read((tx) => takeOut(tx, exportId));
    const rows = rowsOf(read, found);
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

/** The next page is read while the one before it is written. */
async function* rowsOf(read: Read<Own>, found: MemberExport): AsyncGenerator<readonly string[]> {
  let next = readPage(read, found, FIRST_ID);
  for (;;) {
    const { rows, last } = await next;
    if (last === undefined) {
      yield* rows;
      return;
    }
    next = readPage(read, found, last);
    // Who leaves in the middle never asks what became of it.
    next.catch(() => undefined);
    yield* rows;
  }
}

interface Page {
  rows: (readonly string[])[];
  /** The member it ends with; undefined where it is the last page. */
  last: string | undefined;
}

function readPage(read: Read<Own>, found: MemberExport, after: string): Promise<Page> {
  return read(async (tx) => {
    if (found.lastMemberId === null) return { rows: [], last: undefined };
    const ids = await pageOfScope(tx.sql, found, after, PAGE_ROWS);
    const members = await findMemberRows(tx.sql, ids);
    const codes = await readCodes(
      tx.sql,
      members.map(({ codesId }) => codesId),
    );
    const whole = wholeFields(found.fields);
    if (whole.length > 0) {
      await logAccess(
        tx,
        members.map(({ memberId, unionId }) => sighting(found, memberId, unionId, whole)),
      );
    }
    const cells = cellsBy(found.fields, { vault: tx.own.vault, actor: tx.actor });
    const rows = members.map((member) => cells(member, codes.get(member.codesId)));
    return { rows, last: ids.length === PAGE_ROWS ? ids.at(-1) : undefined };
  });
}
