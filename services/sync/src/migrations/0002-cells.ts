/** The twelve months of a year of `c`, in one row. */
const months = Array.from({ length: 12 }, (_, n) => String(n + 1).padStart(2, '0'))
  .map((month) => `coalesce(sum(c.value) filter (where c.period = m.year || '-${month}'), 0)`)
  .join(',\n');

/**
 * The published numbers.
 *
 * reporting_union: who cells are reported for: this node's root (depth 0), its townships and its subordinates' roots
 *   (1), and what subordinates have said of the levels below. said_by is '' for what this node counts itself,
 *   otherwise the direct subordinate that says it.
 * cell: one published number, a version of a value. A node's root has the scopes own and subtree, a township only
 *   subtree.
 * cell_pending: what the count says now where the cell's year is closed and the cell may not follow (ADR 0009).
 * cell_year: a year of a cell in one row, its sum and its months, kept by trigger: a page reads a twelfth of the rows.
 *   Bit n of declared_months is set where month n + 1 was typed in.
 * leaf: the hash of all cells of one (indicator, period) that one side has said: 'up' for this node to its superior,
 *   otherwise a subordinate. Null after any change, by trigger: whoever changes a cell, by whatever way, is noticed.
 * said_line: what is hashed, one line a cell. Both ends of a link must write it alike.
 */
export const cells = {
  name: '0002-cells',
  sql: `
create sequence cell_version;

create table reporting_union (
  union_id uuid primary key,
  parent_id uuid,
  name text not null,
  level text not null,
  region_code text not null,
  node text not null,
  said_by text not null,
  depth int not null,
  declared boolean not null default false,
  version bigint not null
);
create index reporting_union_parts on reporting_union (parent_id);

create table cell (
  union_id uuid not null,
  scope text collate "C" not null check (scope in ('own', 'subtree')),
  indicator text collate "C" not null,
  dims text collate "C" not null,
  period text collate "C" not null,
  said_by text not null,
  value bigint not null,
  version bigint not null,
  declared boolean not null,
  changed_at timestamptz not null default now(),
  primary key (union_id, scope, indicator, dims, period)
);
create index cell_leaf on cell (indicator, period, union_id);

create table cell_pending (
  union_id uuid not null,
  scope text collate "C" not null,
  indicator text collate "C" not null,
  dims text collate "C" not null,
  period text collate "C" not null,
  said_by text not null,
  value bigint not null,
  version bigint not null,
  declared boolean not null,
  primary key (union_id, scope, indicator, dims, period)
);
create index cell_pending_period on cell_pending (period);

create view counted_cell as
  select union_id, scope, indicator, dims, period, said_by, value, version, declared from cell as c
  where not exists (
    select from cell_pending as p
    where (p.union_id, p.scope, p.indicator, p.dims, p.period)
      = (c.union_id, c.scope, c.indicator, c.dims, c.period))
  union all
  select union_id, scope, indicator, dims, period, said_by, value, version, declared from cell_pending;

create table cell_year (
  union_id uuid not null,
  scope text collate "C" not null,
  indicator text collate "C" not null,
  dims text collate "C" not null,
  year text collate "C" not null,
  value bigint not null,
  months bigint[] not null,
  declared_months int not null,
  version bigint not null,
  primary key (union_id, scope, indicator, dims, year)
);

create table leaf (
  side text not null,
  indicator text collate "C" not null,
  period text collate "C" not null,
  hash bytea,
  cells int not null default 0,
  primary key (side, indicator, period)
);

create view said_line as
  select 'up' as side, c.indicator, c.period,
    concat_ws('|', c.union_id, c.scope, c.dims, c.value, c.version, c.declared) as line
  from cell as c join reporting_union as r on r.union_id = c.union_id and r.depth <= 2
  union all
  select said_by, indicator, period, concat_ws('|', union_id, scope, dims, value, version, declared)
  from counted_cell where said_by <> '';

create function sum_years() returns trigger language plpgsql as $$
begin
  insert into sync.cell_year as y
    (union_id, scope, indicator, dims, year, value, months, declared_months, version)
  select m.union_id, m.scope, m.indicator, m.dims, m.year, coalesce(sum(c.value), 0), array[
${months}],
    coalesce(bit_or(1 << (right(c.period, 2)::int - 1)) filter (where c.declared and c.value <> 0), 0),
    coalesce(max(c.version), 0)
  from (select distinct union_id, scope, indicator, dims, left(period, 4) as year from moved) as m
  left join sync.cell as c
    on c.union_id = m.union_id and c.scope = m.scope and c.indicator = m.indicator and c.dims = m.dims
    and c.period >= m.year and c.period < m.year || '.'
  group by m.union_id, m.scope, m.indicator, m.dims, m.year
  on conflict (union_id, scope, indicator, dims, year) do update
    set value = excluded.value, months = excluded.months,
      declared_months = excluded.declared_months, version = excluded.version;
  return null;
end $$;

create function mark_leaves() returns trigger language plpgsql as $$
begin
  insert into sync.leaf as l (side, indicator, period)
  select 'up', indicator, period from moved
  union select said_by, indicator, period from moved where said_by <> ''
  on conflict (side, indicator, period) do update set hash = null where l.hash is not null;
  return null;
end $$;

create trigger year_added after insert on cell referencing new table as moved
  for each statement execute function sum_years();
create trigger year_changed after update on cell referencing new table as moved
  for each statement execute function sum_years();
create trigger year_removed after delete on cell referencing old table as moved
  for each statement execute function sum_years();
create trigger leaf_added after insert on cell referencing new table as moved
  for each statement execute function mark_leaves();
create trigger leaf_changed after update on cell referencing new table as moved
  for each statement execute function mark_leaves();
create trigger leaf_removed after delete on cell referencing old table as moved
  for each statement execute function mark_leaves();
create trigger pending_added after insert on cell_pending referencing new table as moved
  for each statement execute function mark_leaves();
create trigger pending_changed after update on cell_pending referencing new table as moved
  for each statement execute function mark_leaves();
create trigger pending_removed after delete on cell_pending referencing old table as moved
  for each statement execute function mark_leaves();

create table period (
  year text collate "C" primary key,
  closed_at timestamptz not null
);

create table restatement (
  id bigint generated always as identity primary key,
  year text collate "C" not null,
  at timestamptz not null,
  reason text not null,
  union_id uuid not null,
  scope text not null,
  indicator text not null,
  dims text not null,
  period text not null,
  before_value bigint not null,
  before_version bigint not null,
  before_declared boolean not null,
  after_value bigint not null,
  after_version bigint not null,
  after_declared boolean not null
);
create index restatement_year on restatement (year, id desc);

create table declared (
  union_id uuid not null,
  indicator text collate "C" not null,
  dims text collate "C" not null,
  period text collate "C" not null,
  figure bigint not null,
  value bigint not null,
  source text not null,
  declared_at timestamptz not null,
  declared_by text not null,
  primary key (union_id, indicator, dims, period)
);
`,
};
