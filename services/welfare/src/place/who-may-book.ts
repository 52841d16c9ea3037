// Who may book what: of a group that travels whoever was approved, of a check-up whose unit is invited, of an activity
// every member of the federation that offers it.
import type { GatheredAsk } from '@gonglian/service/use-case.ts';
import type { Sql } from '../pipeline.ts';
import type { BookPlace } from './book-place.ts';

export interface Booker {
  subjectId: string;
  /** The nominee, or the member himself. */
  who: string;
  /** His unit. */
  unionId: string;
  memberId: string | null;
}

type Offers = ReadonlyMap<string, { offerKind: string; subjectId: string }>;
type Asked = readonly GatheredAsk<BookPlace>[];

interface Row {
  n: number;
  who: string;
  unionId: string;
  memberId: string | null;
}

/** One an asker, undefined where he may not. */
export async function findAskers(
  sql: Sql,
  holderId: string,
  asked: Asked,
  offers: Offers,
): Promise<(Booker | undefined)[]> {
  const all = asked.map(({ ask, actor }, n) => {
    const { offerKind = '', subjectId = null } = offers.get(ask.offerId) ?? {};
    const own = actor.duty === 'member' ? actor.member : '';
    return { n, offerKind, subjectId, nomineeId: ask.nomineeId, own, scope: actor.scope };
  });
  const travel = all.filter(({ offerKind }) => offerKind === 'RECUPERATION');
  const others = all.filter(({ offerKind, own }) => offerKind !== 'RECUPERATION' && own !== '');
  const rows = [
    ...(travel.length === 0 ? [] : await approvedOf(sql, travel)),
    ...(others.length === 0 ? [] : await membersOf(sql, holderId, others)),
  ];
  const byAsker = new Map(rows.map((row) => [row.n, row]));
  return all.map(({ n, subjectId }) => {
    const row = byAsker.get(n);
    if (!row || subjectId === null) return undefined;
    const { who, unionId, memberId } = row;
    return { subjectId, who, unionId, memberId };
  });
}

interface Asking {
  n: number;
  offerKind: string;
  subjectId: string | null;
  nomineeId: string;
  own: string;
  scope: string;
}

/** His own nomination, or that of somebody of a unit in the desk's reach. */
function approvedOf(sql: Sql, asking: readonly Asking[]): Promise<Row[]> {
  return sql<Row>`
    select a.n, c.nominee_id as who, c.union_id as "unionId", c.member_id as "memberId"
    from unnest(${asking.map(({ n }) => n)}::int[], ${asking.map(({ subjectId }) => subjectId)}::uuid[],
      ${asking.map(({ nomineeId }) => nomineeId || null)}::uuid[], ${asking.map(({ own }) => own || null)}::uuid[],
      ${asking.map(({ scope }) => scope || null)}::uuid[]) as a(n, subject_id, nominee_id, member_id, scope)
    join recuperation_nominee as c on c.batch_id = a.subject_id and c.state = 'APPROVED'
      and ((a.member_id is not null and a.nominee_id is null and c.member_id = a.member_id)
        or (a.member_id is null and c.nominee_id = a.nominee_id and (c.union_id = a.scope or exists (
          select from scope_below as b where b.above_id = a.scope and b.union_id = c.union_id))))`;
}

/** A member of the federation or below it; of a check-up only where his union is invited. */
function membersOf(sql: Sql, holderId: string, asking: readonly Asking[]): Promise<Row[]> {
  return sql<Row>`
    select a.n, a.member_id as who, a.scope as "unionId", a.member_id as "memberId"
    from unnest(${asking.map(({ n }) => n)}::int[], ${asking.map(({ subjectId }) => subjectId)}::uuid[],
      ${asking.map(({ own }) => own)}::uuid[], ${asking.map(({ scope }) => scope || null)}::uuid[],
      ${asking.map(({ offerKind }) => offerKind)}::text[]) as a(n, subject_id, member_id, scope, kind)
    where (a.scope = ${holderId}::uuid or exists (select from scope_below as b
        where b.above_id = ${holderId}::uuid and b.union_id = a.scope))
      and (a.kind = 'ACTIVITY' or exists (select from check_up_unit as u
        where u.check_up_id = a.subject_id and u.union_id = a.scope))`;
}
