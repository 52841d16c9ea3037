// A workbook of members is announced.
import type { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { busy } from '@gonglian/kernel/refusal.ts';
import { date, id } from '@gonglian/service/fields.ts';
import { FILE_BYTES_MAX } from '@gonglian/service/file-parts.ts';
import { z } from 'zod';
import { requireJoinDate } from '../join/join-rows.ts';
import { command, type Sql } from '../pipeline.ts';
import { findUnion, requireAdmitting } from '../union/union-state.ts';
import { viewNow } from './import-job.ts';

const BeginImport = z.strictObject({
  unionId: id,
  joinedOn: date,
  fileName: z
    .string()
    .max(200, 'too_long')
    .regex(/^[^/\\\p{Cc}]+\.(xlsx|csv)$/iu, 'not_xlsx_or_csv'),
  sizeBytes: z.int().min(1, 'required').max(FILE_BYTES_MAX, 'too_large'),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'not_sha256_hex'),
});

export const beginImport = command({
  schema: BeginImport,
  permission: 'membership.import.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor, now }, ask): Promise<Import> {
    requireJoinDate(ask.joinedOn, now);
    requireAdmitting(await findUnion(sql, ask.unionId), ask.unionId);
    const importId = newId();
    const begun = await sql`
      insert into import_job (id, union_id, created_by, joined_on, file_name, size_bytes, sha256,
        state, created_at, touched_at)
      values (${importId}, ${ask.unionId}, ${actor.id}, ${ask.joinedOn}, ${ask.fileName},
        ${ask.sizeBytes}, ${ask.sha256}, 'UPLOADING', ${now}, ${now})
      on conflict (created_by)
        where state in ('UPLOADING', 'READING', 'READ', 'CHECKING', 'CHECKED', 'COMMITTING')
        do nothing
      returning id`;
    if (begun.length === 0) throw busy('IMPORT_BUSY', await runningImport(sql, actor.id));
    return viewNow(sql, importId);
  },
});

/** The one that stands in the way, so that it can be gone on with or cancelled. */
async function runningImport(sql: Sql, account: string): Promise<{ importId: string }> {
  const [running] = await sql<{ id: string }>`
    select id from import_job where created_by = ${account}
      and state in ('UPLOADING', 'READING', 'READ', 'CHECKING', 'CHECKED', 'COMMITTING')`;
  return { importId: running?.id ?? '' };
}
