// By what the work of audit committees is assessed (经审规范化考核): versions, the newest that has begun counts.
import type { Checklist } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { Sql } from '../pipeline.ts';

/** A new one every year would take a lifetime to fill a page. */
const VERSIONS_MAX = 50;

/** One, or all; the newest first. */
export function readChecklists(sql: Sql, checklistId = ''): Promise<Checklist[]> {
  return sql<Checklist>`
    select c.id as "checklistId", c.title, c.valid_from::text as "validFrom",
      c.document_no as "documentNo", i."maxPoints", i.items
    from audit_checklist as c cross join lateral (
      select sum(max_points)::int as "maxPoints",
        json_agg(json_build_object('title', title, 'maxPoints', max_points) order by item_no) as items
      from checklist_item where checklist_id = c.id) as i
    where ${checklistId} = '' or c.id = nullif(${checklistId}, '')::uuid
    order by c.valid_from desc limit ${VERSIONS_MAX}`;
}

/** The version that the year ends with; undefined where none has begun by then. */
export async function findChecklist(sql: Sql, year: number): Promise<Checklist | undefined> {
  const all = await readChecklists(sql);
  return all.find(({ validFrom }) => validFrom <= `${year}-12-31`);
}
