// What waits for somebody in this duty: the same rows as the lists behind it, counted.
import { nothing } from '@gonglian/service/fields.ts';
import type {
  MemberTaskGroup,
  MemberTaskList,
} from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { mayDo } from '@gonglian/kernel/duty.ts';
import type { Reading } from '@gonglian/service/use-case.ts';
import { shownDueDate } from '../correction/due-date.ts';
import { query, type Own } from '../pipeline.ts';
import { WAITING, type Waiting } from '../transfer/transfer.ts';
import { askedUnions } from './member-filter.ts';

/** Only who may do it has it as a task. */
const QUEUES = [
  {
    kind: 'application',
    permission: 'membership.application.approve',
    // Named unions, so that an index finds the few who apply among all members.
    count: ({ sql }: Reading<Own>, unions: string[] | null) => sql<Counted>`
      select count(*)::int as count, min(applied_on)::text as "oldestOn", null as "dueOn"
      from membership where state = 'APPLIED'
        and (${unions}::uuid[] is null or union_id = any(${unions}::uuid[]))`,
  },
  {
    kind: 'transfer_to_confirm',
    permission: 'membership.transfer.confirm',
    count: (tx: Reading<Own>, unions: string[] | null) => countWaiting(tx, unions, 'to_confirm'),
  },
  {
    kind: 'transfer_to_accept',
    permission: 'membership.transfer.accept',
    count: (tx: Reading<Own>, unions: string[] | null) => countWaiting(tx, unions, 'to_accept'),
  },
  {
    kind: 'correction',
    permission: 'membership.correction.decide',
    count: countCorrections,
  },
  {
    kind: 'import',
    permission: 'membership.import.write',
    // Those that wait for a person: to say what the columns mean, or to take the rows.
    count: ({ sql }: Reading<Own>) => sql<Counted>`
      select count(*)::int as count, min((created_at at time zone 'Asia/Shanghai')::date)::text
        as "oldestOn", null as "dueOn"
      from import_job where state in ('READ', 'CHECKED')`,
  },
  {
    kind: 'export_approval',
    permission: 'membership.export.approve',
    // A second person: nobody waits for himself.
    count: ({ sql, actor, now }: Reading<Own>) => sql<Counted>`
      select count(*)::int as count,
        min((requested_at at time zone 'Asia/Shanghai')::date)::text as "oldestOn",
        min((expires_at at time zone 'Asia/Shanghai')::date)::text as "dueOn"
      from member_export
      where state = 'WAITING' and expires_at > ${now} and requested_by <> ${actor.id}`,
  },
];

interface Counted {
  count: number;
  oldestOn: string | null;
  dueOn: string | null;
}

/** Those that ListTransfers lists as waiting. */
function countWaiting(
  { sql, now }: Reading<Own>,
  unions: string[] | null,
  waiting: Waiting,
): Promise<Counted[]> {
  const { state, leaving } = WAITING[waiting];
  return sql<Counted>`
    select count(*)::int as count, min(requested_on)::text as "oldestOn",
      min(expires_on)::text as "dueOn"
    from transfer where state = ${state} and expires_on >= ${chinaDate(now)}::date
      and (${unions}::uuid[] is null
        or case when ${leaving} then from_union_id else to_union_id end = any(${unions}::uuid[]))`;
}

/** Where a due date is still to be worked out, the one asked first is due first. */
async function countCorrections({ sql }: Reading<Own>): Promise<Counted[]> {
  const rows = await sql<Counted & { undatedOn: string | null }>`
    select count(*)::int as count, min(asked_on)::text as "oldestOn", min(due_on)::text as "dueOn",
      (min(asked_on) filter (where due_on is null))::text as "undatedOn"
    from correction where state = 'ASKED'`;
  return rows.map(({ undatedOn, ...counted }) => {
    const worked = undatedOn === null ? '' : shownDueDate({ askedOn: undatedOn, dueOn: null });
    const [first = null] = [counted.dueOn, worked].filter((day) => day).toSorted();
    return { ...counted, dueOn: first };
  });
}

export const listMemberTasks = query({
  schema: nothing,
  permission: 'membership.task.read',
  async run(tx): Promise<MemberTaskList> {
    const { unions } = await askedUnions(tx, '');
    const groups: MemberTaskGroup[] = [];
    for (const { kind, permission, count } of QUEUES) {
      if (!mayDo(tx.actor.duty, permission)) continue;
      const [counted] = await count(tx, unions);
      if (!counted || counted.count === 0) continue;
      const { oldestOn, dueOn } = counted;
      groups.push({ kind, count: counted.count, oldestOn: oldestOn ?? '', dueOn: dueOn ?? '' });
    }
    return { groups };
  },
});
