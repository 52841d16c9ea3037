// What the workbench says of welfare and rights: each queue is as long as the list it leads to, and counted along an index.
import type {
  WelfareTaskGroup,
  WelfareTaskList,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/task.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { nothing } from '@gonglian/service/fields.ts';
import { nearBefore } from '../mediation/mediation.ts';
import { OPEN_STATES } from '../mutual-aid/claim-steps.ts';
import { query, type Reading } from '../pipeline.ts';
import { welfarePolicy } from '../policy.ts';
import { RUNNING } from '../work-order/steps.ts';
import { kindsFor, type Source, type TaskKind } from './task-kinds.ts';

/** More are not counted. */
const COUNTED_MAX = 10_000;

interface Waiting {
  state: string;
  count: number;
  oldestOn: string;
  dueOn: string;
  /** One of them came from below. */
  fromBelow: boolean;
}

export const listWelfareTasks = query({
  schema: nothing,
  permission: 'welfare.task.read',
  async run(tx): Promise<WelfareTaskList> {
    const kinds = kindsFor(tx.actor.duty, tx.reach);
    const groups: WelfareTaskGroup[] = [];
    for (const source of new Set(kinds.map((one) => one.source))) {
      const asked = kinds.filter((one) => one.source === source);
      const found = await READ[source](
        tx,
        asked.map(({ state }) => state),
      );
      groups.push(...asked.flatMap((kind) => groupOf(tx, kind, found)));
    }
    return { groups };
  },
});

/** Nothing for a queue in which nothing waits, or nothing that is his to take. */
function groupOf(tx: Reading, kind: TaskKind, found: readonly Waiting[]): WelfareTaskGroup[] {
  const waiting = found.find(({ state }) => state === kind.state);
  if (!waiting || waiting.count === 0 || (kind.fromBelow && !waiting.fromBelow)) return [];
  const { count, oldestOn, dueOn } = waiting;
  const listPath = kind.list + (kind.source === 'lateClaim' ? lateClaims(tx).until : '');
  return [{ kind: kind.kind, count, oldestOn, dueOn, listPath }];
}

function lateClaims({ now }: Pick<Reading, 'now'>): { days: number; until: string } {
  const today = chinaDate(now);
  const days = welfarePolicy('mutual-aid.claim_late_days', today);
  return { days, until: addDays(today, -days) };
}

const READ: Readonly<
  Record<Source, (tx: Reading, states: readonly string[]) => Promise<Waiting[]>>
> = {
  // What somebody objects to while it is shown is suspended, as its list says.
  hardship: ({ sql, actor }, states) => sql<Waiting>`
    select s.state, w.* from unnest(${states}::text[]) as s (state) cross join lateral (
      select count(*)::int as count, coalesce(min(stood_on)::text, '') as "oldestOn", '' as "dueOn",
        coalesce(bool_or(union_id::text <> ${actor.scope}), false) as "fromBelow"
      from (
        select f.stood_on, f.union_id from hardship_file as f
        where f.state = s.state and not (f.state = 'PUBLICITY_UNIT' and exists (
          select from notice as n join notice_objection as o using (notice_id)
          where n.subject = 'HARDSHIP_FILE' and n.subject_id = f.file_id::text and n.state = 'SHOWN'
            and o.closed_on is null))
        order by f.stood_on limit ${COUNTED_MAX}) as found) as w`,

  relief: ({ sql }, states) => sql<Waiting>`
    select s.state, w.* from unnest(${states}::text[]) as s (state) cross join lateral (
      select count(*)::int as count, coalesce(min(stood_on)::text, '') as "oldestOn", '' as "dueOn",
        true as "fromBelow"
      from (
        select g.stood_on from relief_grant as g
        where g.state = s.state and not (g.state = 'PUBLISHED' and exists (
          select from notice as n join notice_objection as o using (notice_id)
          where n.subject = 'RELIEF_GRANT' and n.subject_id = g.grant_id::text and n.state = 'SHOWN'
            and o.closed_on is null))
        order by g.stood_on limit ${COUNTED_MAX}) as found) as w`,

  notice: ({ sql }) => sql<Waiting>`
    select 'true' as state, count(*)::int as count, coalesce(min(raised_on)::text, '') as "oldestOn", '' as "dueOn",
      true as "fromBelow"
    from (
      select min(o.raised_on) as raised_on from notice_objection as o join notice as n using (notice_id)
      where o.closed_on is null and n.state = 'SHOWN'
      group by o.notice_id limit ${COUNTED_MAX}) as found`,

  // His own at another union is seen, and is none of his desk's.
  claim: ({ sql, reach }, states) => sql<Waiting>`
    select s.state, w.* from unnest(${states}::text[]) as s (state) cross join lateral (
      select count(*)::int as count, coalesce(min(reported_on)::text, '') as "oldestOn", '' as "dueOn",
        coalesce(bool_or(held), false) as "fromBelow"
      from (
        select c.reported_on, r.held from mutual_claim as c cross join lateral (
          select ${reach === 'all'}::boolean or c.holder_union_id = any((select scope_unions())::uuid[]) as held) as r
        where c.state = s.state and (r.held or c.union_id = any((select scope_unions())::uuid[]))
        order by c.claim_id limit ${COUNTED_MAX}) as found) as w`,

  lateClaim: readLateClaims,

  order: ({ sql, now }, states) => sql<Waiting>`
    select s.state, w.* from unnest(${states}::text[]) as s (state) cross join lateral (
      select count(*)::int as count, '' as "oldestOn", coalesce(min(due_on)::text, '') as "dueOn",
        true as "fromBelow"
      from (
        select due_on from work_order
        where state = any(${RUNNING}::text[])
          and case s.state when 'RED' then due_on < ${chinaDate(now)}::date
            else due_on >= ${chinaDate(now)}::date and yellow_at <= ${now}::timestamptz end
        order by due_on limit ${COUNTED_MAX}) as found) as w`,

  mediation: ({ sql, now }) => sql<Waiting>`
    select 'NEAR' as state, count(*)::int as count, coalesce(min(accepted_on)::text, '') as "oldestOn",
      coalesce(min(due_on)::text, '') as "dueOn", true as "fromBelow"
    from (
      select accepted_on, due_on from mediation
      where state in ('ACCEPTED', 'INVESTIGATED', 'MEDIATING') and due_on < ${nearBefore(now)}::date
      order by due_on limit ${COUNTED_MAX}) as found`,

  legalAid: ({ sql, now }) => sql<Waiting>`
    select 'OVERDUE' as state, count(*)::int as count, coalesce(min(applied_on)::text, '') as "oldestOn",
      coalesce(min(due_on)::text, '') as "dueOn", true as "fromBelow"
    from (
      select applied_on, due_on from legal_aid
      where state = 'MATERIALS' and due_on < ${chinaDate(now)}::date
      order by due_on limit ${COUNTED_MAX}) as found`,

  // Everybody sees venues: whoever decides on them does so for the whole node.
  venue: ({ sql }) => sql<Waiting>`
    select 'PROPOSED' as state, count(*)::int as count, coalesce(min(state_on)::text, '') as "oldestOn",
      '' as "dueOn", true as "fromBelow"
    from (select state_on from venue where state = 'PROPOSED' limit ${COUNTED_MAX}) as found`,
};

/** Whatever it waits for: reported so long ago. */
function readLateClaims(tx: Reading): Promise<Waiting[]> {
  const { days, until } = lateClaims(tx);
  return tx.sql<Waiting>`
    select '' as state, count(*)::int as count, coalesce(min(reported_on)::text, '') as "oldestOn",
      coalesce((min(reported_on) + ${days}::int)::text, '') as "dueOn", true as "fromBelow"
    from (
      select reported_on from mutual_claim
      where state = any(${OPEN_STATES}::text[]) and reported_on <= ${until}::date
        and (${tx.reach === 'all'}::boolean or union_id = any((select scope_unions())::uuid[])
          or holder_union_id = any((select scope_unions())::uuid[]))
      order by claim_id limit ${COUNTED_MAX}) as found`;
}
