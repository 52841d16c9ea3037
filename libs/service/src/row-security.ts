// Row-level security: the floor below the policy. Every table of a service has it, forced; what a transaction may reach
// is said by settings that end with it (access.ts), so that a pooled connection carries nothing over.
import type { ClientBase } from 'pg';

interface Rows {
  /** Which rows are seen and changed; sub-selects run once a statement. */
  using: string;
  /** Which rows may be written; left out: the same. */
  check?: string;
  /** Which rows are seen besides those that may be changed. */
  alsoSeen?: string;
}

/** Protects a table: whoever has not said how far he reaches sees nothing of it and writes nothing. */
export function protect(schema: string, table: string, { using, check, alsoSeen }: Rows): string {
  const seen = alsoSeen
    ? `\ncreate policy seen on ${schema}.${table} for select using (${alsoSeen});`
    : '';
  return `${forced(schema, table)}
create policy reached on ${schema}.${table} using (${using}) with check (${check ?? using});${seen}
`;
}

/** For tables whose rows are of the service as such: its outbox, its positions, its code tables. */
export function openToService(schema: string, table: string): string {
  return `${forced(schema, table)}
create policy of_the_service on ${schema}.${table} using (true) with check (true);
`;
}

/**
 * Rows of one union: those in reach. The planner chooses by itself whether it looks each row up or all unions at once.
 * Columns of scope_below have other names here, so that the column asked about can only be the row's own.
 */
export function ofUnion(schema: string, column = 'union_id'): string {
  const root = `(select ${schema}.scope_root())`;
  return `(select ${schema}.reach() = 'all') or ${column} = ${root}
    or exists (select from ${schema}.scope_below as b (b_above, b_below)
      where b.b_above = ${root} and b.b_below = ${column})`;
}

/**
 * Rows of one union as migrations before scope_below wrote it, one by one against the list of all in reach; new ones
 * take `ofUnion`. A migration that was applied is not changed.
 */
export function ofUnionListed(schema: string, column = 'union_id'): string {
  return `(select ${schema}.reach() = 'all') or ${column} = any((select ${schema}.scope_unions())::uuid[])`;
}

/** Rows that whoever works at this node may see, and only a transaction that reaches the whole node writes. */
export function ofNode(schema: string): Rows {
  return {
    using: `(select ${schema}.reach() = 'all')`,
    alsoSeen: `(select ${schema}.reach() in ('all', 'scope'))`,
  };
}

function forced(schema: string, table: string): string {
  return `
alter table ${schema}.${table} enable row level security;
alter table ${schema}.${table} force row level security;`;
}

/**
 * What policies ask, in each schema before its own tables.
 *
 * scope_edge: the tree of this node's unions as it is now, kept by a reaction or, at its owner, by a trigger.
 * access_log: who saw which fields of whom, in which duty and why; append-only.
 */
export function reachTables(schema: string): string {
  return `
create table scope_edge (union_id uuid primary key, parent_id uuid);
create index scope_edge_below on scope_edge (parent_id);

create function reach() returns text language sql stable parallel safe as $$
  select coalesce(nullif(current_setting('gonglian.reach', true), ''), 'none') $$;
create function setting_id(name text) returns uuid language sql stable parallel safe as $$
  select case when current_setting(name, true) ~ '^[0-9a-f-]{36}$'
    then current_setting(name, true)::uuid end $$;
create function self_member() returns uuid language sql stable parallel safe as $$
  select ${schema}.setting_id('gonglian.member') $$;
create function scope_unions() returns uuid[] language sql stable parallel safe as $$
  with recursive below (id) as (
    select ${schema}.setting_id('gonglian.scope') where ${schema}.reach() in ('scope', 'all')
    union
    select e.union_id from ${schema}.scope_edge as e join below as b on e.parent_id = b.id)
  select coalesce(array_agg(id), '{}') from below where id is not null $$;
create function scope_above() returns uuid[] language sql stable parallel safe as $$
  with recursive above (id) as (
    select ${schema}.setting_id('gonglian.scope') where ${schema}.reach() in ('scope', 'all')
    union
    select e.parent_id from ${schema}.scope_edge as e join above as a on e.union_id = a.id)
  select coalesce(array_agg(id), '{}') from above where id is not null $$;

create table access_log (
  id uuid primary key,
  at timestamptz not null,
  account_id text not null,
  duty text not null,
  scope text not null,
  entity text not null,
  entity_id uuid not null,
  union_id uuid,
  fields text[] not null,
  how text not null check (how in ('reveal', 'search', 'export', 'self', 'record')),
  reason_code text not null,
  reason text not null,
  trace_id text
);
create index access_log_of on access_log (entity, entity_id, id desc);
create index access_log_by on access_log (account_id, at);
${openToService(schema, 'scope_edge')}
${forced(schema, 'access_log')}
create policy written on ${schema}.access_log for insert
  with check ((select ${schema}.reach()) <> 'none');
create policy read on ${schema}.access_log for select using (${ofUnionListed(schema)}
  or entity_id = (select ${schema}.self_member())
  or account_id = current_setting('gonglian.account', true));
`;
}

/**
 * What policies ask, once more in a language that the planner does not take apart: in SQL each of them is parsed again for
 * every statement on every table, which was half of what reading one record cost.
 */
export function reachFunctions(schema: string): string {
  const asked = (name: string, returns: string, answer: string) => `
create or replace function ${name} returns ${returns} language plpgsql stable parallel safe as
$$ begin return ${answer}; end $$;`;
  return [
    asked(
      'reach()',
      'text',
      `coalesce(nullif(current_setting('gonglian.reach', true), ''), 'none')`,
    ),
    asked(
      'setting_id(name text)',
      'uuid',
      `case when current_setting(name, true) ~ '^[0-9a-f-]{36}$' then current_setting(name, true)::uuid end`,
    ),
    asked('self_member()', 'uuid', `${schema}.setting_id('gonglian.member')`),
  ].join('');
}

/** The tables of the mechanisms belong to the service as such. */
export function mechanismSecurity(schema: string): string {
  return ['outbox', 'outbox_head', 'inbox', 'parked', 'action', 'migration']
    .map((table) => openToService(schema, table))
    .join('');
}

/**
 * What in a schema lacks protection, by the live catalogue: a table without forced row-level security or without a
 * policy, a view that reads with its owner's rights, anything that the service's role owns, a role that bypasses.
 */
export async function findUnprotected(
  client: ClientBase,
  schema: string,
  role: string,
  /** Functions that may have their owner's rights: sealed.ts looks after them. */
  sealed: readonly string[] = [],
): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `
    select c.relname || ': no forced row-level security' as what
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)
    union all
    select c.relname || ': no policy'
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind in ('r', 'p')
      and not exists (select from pg_policy as p where p.polrelid = c.oid)
    union all
    select c.relname || ': a view without security_invoker'
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind = 'v'
      and not coalesce(c.reloptions @> array['security_invoker=true'], false)
    union all
    select c.relname || ': a materialised view cannot be protected'
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    where n.nspname = $1 and c.relkind = 'm'
    union all
    select f.proname || ': a function with its owner''s rights'
    from pg_proc as f join pg_namespace as n on n.oid = f.pronamespace
    where n.nspname = $1 and f.prosecdef and f.proname <> all($3)
    union all
    select c.relname || ': owned by the service''s role'
    from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
    join pg_roles as r on r.oid = c.relowner
    where n.nspname = $1 and r.rolname = $2 and c.relkind in ('r', 'p', 'v', 'm', 'S')
    union all
    select rolname || ': a role that bypasses row-level security'
    from pg_roles where rolname = $2 and (rolsuper or rolbypassrls)
    order by 1`,
    [schema, role, [...sealed]],
  );
  return rows.map((row) => row.what);
}
