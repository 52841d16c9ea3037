// Who stands below whom, at whatever depth, written down: a policy looks one row up, and does not go down the tree or
// through a list of thousands of unions, once for each table of each statement.
import { ofUnion, openToService } from './row-security.ts';

/**
 * scope_below: each union beside every union above it; no union beside itself. Kept by triggers on scope_edge, which is
 * also why two moves wait for each other, and a move for those who join the tree: each must see the lines of the other.
 */
export function scopeBelow(schema: string): string {
  return `
create table scope_below (above_id uuid, union_id uuid, primary key (above_id, union_id));
create index scope_below_of on scope_below (union_id);
${openToService(schema, 'scope_below')}
create function keep_scope_below() returns trigger language plpgsql as $$
declare
  place constant bigint := hashtextextended('${schema}.scope_below', 0);
  moved uuid[];
begin
  if tg_op = 'INSERT' then perform pg_advisory_xact_lock_shared(place);
  else perform pg_advisory_xact_lock(place);
  end if;
  with recursive below (id) as (
    select union_id from changed
    union
    select e.union_id from ${schema}.scope_edge as e join below as b on e.parent_id = b.id)
  select array_agg(id) into moved from below;
  delete from ${schema}.scope_below where union_id = any(moved);
  with recursive line (union_id, above_id) as (
    select union_id, parent_id from ${schema}.scope_edge
    where union_id = any(moved) and parent_id is not null
    union
    select l.union_id, e.parent_id from line as l join ${schema}.scope_edge as e on e.union_id = l.above_id
    where e.parent_id is not null)
  insert into ${schema}.scope_below (above_id, union_id)
  select above_id, union_id from line where above_id <> union_id;
  return null;
end $$;
${['insert', 'update', 'delete'].map(keptAfter).join('')}
update scope_edge set parent_id = parent_id;

create function scope_root() returns uuid language plpgsql stable parallel safe as $$
begin
  if ${schema}.reach() in ('scope', 'all') then return ${schema}.setting_id('gonglian.scope'); end if;
  return null;
end $$;
create or replace function scope_unions() returns uuid[] language sql stable parallel safe as $$
  select array(
    select ${schema}.scope_root() where ${schema}.scope_root() is not null
    union all select union_id from ${schema}.scope_below where above_id = ${schema}.scope_root()) $$;
alter policy read on access_log using (${ofUnion(schema)}
  or entity_id = (select ${schema}.self_member())
  or account_id = current_setting('gonglian.account', true));
`;
}

function keptAfter(event: string): string {
  return `
create trigger scope_below_${event} after ${event} on scope_edge
  referencing ${event === 'delete' ? 'old' : 'new'} table as changed
  for each statement execute function keep_scope_below();`;
}

/** Puts the present form of `ofUnion` into a policy that an earlier migration made. */
export function alterReached(
  table: string,
  { using, check }: { using: string; check?: string },
): string {
  return `
alter policy reached on ${table} using (${using}) with check (${check ?? using});`;
}
