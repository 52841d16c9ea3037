import type { Duty as DutyMessage } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import type { Duty } from '@gonglian/kernel/duty.ts';
import { defineEntity, p } from '@mikro-orm/core';
import type { Reading, Tx } from '../pipeline.ts';

export const HeldDutySchema = defineEntity({
  name: 'HeldDuty',
  tableName: 'duty',
  properties: {
    id: p.uuid().primary(),
    accountId: p.uuid(),
    duty: p.text().$type<Duty>(),
    scopeUnionId: p.uuid(),
    memberId: p.uuid().nullable(),
    grantedOn: p.date(),
    grantedBy: p.text(),
    endedOn: p.date().nullable(),
    endedBy: p.text().nullable(),
    endedReason: p.text().nullable(),
    version: p.integer().version(),
  },
});
/** A duty of an account over a union and all below it; open until it ends. */
export class HeldDuty extends HeldDutySchema.class {}
HeldDutySchema.setClass(HeldDuty);

/** What one account may hold at once; a page of a person's duties is never longer. */
export const OPEN_DUTIES_MAX = 50;

/**
 * One change of who administers at a time: two administrators who each end the other's duty would
 * leave none.
 */
export async function lockDuties(tx: Pick<Tx, 'sql'>): Promise<void> {
  await tx.sql`select pg_advisory_xact_lock(hashtextextended('organisation.duty', 0))`;
}

/** The duties that are open, by account, in the order they were granted. */
export async function readOpenDuties(
  tx: Reading,
  accountIds: readonly string[],
): Promise<Map<string, DutyMessage[]>> {
  const rows = await tx.sql<DutyMessage>`
    select d.id as "dutyId", d.account_id as "accountId", d.duty,
      d.scope_union_id as "scopeUnionId", u.name as "scopeUnionName",
      coalesce(d.member_id::text, '') as "memberId", d.granted_on::text as "grantedOn",
      '' as "endedOn", d.version
    from unnest(${accountIds}::uuid[]) as a (id)
    cross join lateral (
      select * from duty where account_id = a.id and ended_on is null
      order by id limit ${OPEN_DUTIES_MAX}) as d
    join union_record as u on u.id = d.scope_union_id
    order by d.id`;
  return Map.groupBy(rows, (row) => row.accountId);
}
