import { mechanismTables } from '@gonglian/outbox/tables.ts';

/**
 * The unions of this node and where each counts.
 *
 * union_node: what organisation has said of a union, as far as counting depends on it.
 * union_parent: the statistics line, effective-dated; the months say which links stood at the end of a month. The first
 *   link reaches back for ever, the last one forward, so that every movement of any month finds its place.
 * placement: the reporting union that a union counts in, month by month (half-open), derived from the line.
 * union_cell: the counted numbers of each union by itself; for a stock the net change of the month.
 * Months are compared as bytes: collation C.
 */
export const tree = {
  name: '0001-tree',
  sql: `
${mechanismTables('sync')}
create table union_node (
  id uuid primary key,
  name text not null,
  level text not null,
  kind text not null,
  unit_type text not null,
  industry text not null,
  region_code text not null,
  reporting boolean not null,
  established_on date not null,
  dissolved_on date
);

create table union_parent (
  union_id uuid not null,
  valid_from date not null,
  valid_to date,
  parent_id uuid not null,
  from_month text collate "C" not null,
  to_month text collate "C" not null,
  primary key (union_id, valid_from)
);
create index union_parent_children on union_parent (parent_id);

create table placement (
  union_id uuid not null,
  from_month text collate "C" not null,
  to_month text collate "C" not null,
  reporting_union_id uuid not null,
  primary key (union_id, from_month),
  check (from_month < to_month)
);
create index placement_unions on placement (reporting_union_id, union_id);

create table union_cell (
  union_id uuid not null,
  indicator text collate "C" not null,
  dims text collate "C" not null,
  period text collate "C" not null,
  value bigint not null,
  primary key (union_id, indicator, dims, period)
);
`,
};
