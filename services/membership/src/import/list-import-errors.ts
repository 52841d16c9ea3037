// The rows refused, by cause. A row is named by its number: what stands in it is in the sheet.
import type { ImportErrorList } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { cursor, id, limit, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { getJob } from './import-job.ts';

const ListImportErrors = z.strictObject({
  importId: id,
  code: optionalText(60),
  cursor: cursor.regex(/^\d{0,7}$/, 'not_a_cursor'),
  limit: limit(500, 100),
});

interface Group {
  code: string;
  field: string;
  count: number;
  firstRow: number;
}

export const listImportErrors = query({
  schema: ListImportErrors,
  permission: 'membership.import.read',
  async run({ sql }, ask): Promise<ImportErrorList> {
    const { id: importId } = await getJob(sql, ask.importId);
    const groups = await sql<Group>`
      select code, field, count(*)::int as count, min(row) as "firstRow" from import_result
      where import_id = ${importId} group by code, field order by count(*) desc, code, field`;
    const after = Number(ask.cursor || 0);
    const firsts = groups.map(({ firstRow }) => firstRow);
    const items = await sql<ImportErrorList['items'][number]>`
      select row, code, field, coalesce(held_by_union_id::text, '') as "heldByUnionId"
      from import_result where import_id = ${importId} and row > ${after}
        and case when ${ask.code}::text = '' then row = any(${firsts}::int[])
          else code = ${ask.code}::text end
      order by row limit ${ask.limit}`;
    const more = items.length === ask.limit;
    return { groups, items, nextCursor: more ? String(items.at(-1)?.row ?? '') : '' };
  },
});
