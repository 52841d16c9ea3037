import { Union } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { KERNEL_POLICY, policyOn } from '@gonglian/kernel/policy.ts';
import { findRegion } from '@gonglian/kernel/region.ts';
import { dueState, type ReminderPolicy } from '@gonglian/kernel/term.ts';
import type { Reading } from '../pipeline.ts';

/** A union as it was on a date; the term is the one that stands today. */
interface ViewRow extends Omit<Union, 'regionName' | 'dueState' | 'covered' | 'officers'> {
  unionId: string;
}

/** How near the end of a union's term is; NONE for one without a term or that has ended. */
export function dueOf(
  union: Pick<Union, 'termEnd' | 'status'>,
  asOf: string,
  reminders: ReminderPolicy,
): string {
  if (union.termEnd === '' || union.status !== 'ACTIVE') return 'NONE';
  return dueState(union.termEnd, asOf, reminders);
}

/** The unions of these ids that existed on a date, in no order; without officers and coverage. */
export async function readUnions(
  tx: Reading,
  ids: readonly string[],
  asOf: string,
): Promise<Map<string, Union>> {
  const rows = await tx.sql<ViewRow>`
    select r.id as "unionId", n.name, r.level, r.kind, r.uscc, r.version,
      case when r.dissolved_on <= ${asOf}::date then r.status
        when r.closing_on <= ${asOf}::date then 'CLOSING' else 'ACTIVE' end as status,
      t.parent_id as "parentId", tn.name as "parentName", i.parent_id as "industrialParentId",
      r.region_code as "regionCode", r.host_name as "hostName", r.host_uscc as "hostUscc",
      r.unit_type as "unitType", r.industry, r.host_employee_count as "hostEmployeeCount",
      r.established_on::text as "establishedOn", r.approval_doc_no as "approvalDocNo",
      case when r.dissolved_on <= ${asOf}::date then r.dissolved_on::text end as "dissolvedOn",
      r.term_no as "termNo", r.term_start::text as "termStart", r.term_end::text as "termEnd",
      c.count as "childCount"
    from union_record as r
    cross join lateral (
      select name from union_name where union_id = r.id and valid_from <= ${asOf}::date
      order by seq desc limit 1) as n
    left join lateral (
      select parent_id from union_parent
      where union_id = r.id and line = 'territorial' and valid_from <= ${asOf}::date
      order by seq desc limit 1) as t on true
    left join lateral (
      select name from union_name where union_id = t.parent_id and valid_from <= ${asOf}::date
      order by seq desc limit 1) as tn on true
    left join lateral (
      select parent_id from union_parent
      where union_id = r.id and line = 'industrial' and valid_from <= ${asOf}::date
        and (valid_to is null or valid_to > ${asOf}::date)
      order by seq desc limit 1) as i on true
    left join (
      select parent_id, count(*)::int as count from union_parent
      where parent_id = any(${ids}::uuid[]) and line = 'territorial'
        and valid_from <= ${asOf}::date and (valid_to is null or valid_to > ${asOf}::date)
      group by parent_id) as c on c.parent_id = r.id
    where r.id = any(${ids}::uuid[]) and r.established_on <= ${asOf}::date`;
  const reminders = policyOn(KERNEL_POLICY, 'term.reminders', asOf);
  return new Map(rows.map((row) => [row.unionId, toUnion(row, asOf, reminders)]));
}

/** What is not known comes as null from the database and goes as '' or 0 on the wire. */
function toUnion(row: ViewRow, asOf: string, reminders: ReminderPolicy): Union {
  const union = Union.fromPartial(row);
  union.regionName = findRegion(row.regionCode)?.name ?? '';
  union.dueState = dueOf(union, asOf, reminders);
  return union;
}
