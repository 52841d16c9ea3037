/**
 * What is said between nodes.
 *
 * uplink: what this node says to its superior, in the shape of an outbox: a relay gives positions and sends.
 * uplink_state: to whom everything was first said, how far the superior has receipted, and a fork once one was seen.
 * recount: what the records say now, while it is being compared; each verification fills and empties its own run.
 * peer: of each subordinate, when it was last heard and how its last digest compared.
 */
export const links = {
  name: '0003-links',
  sql: `
create table uplink (
  id uuid primary key,
  seq bigint generated always as identity,
  fact text not null,
  key text not null,
  data json not null,
  traceparent text,
  occurred_at timestamptz not null,
  position bigint unique
);
create unique index uplink_unnumbered on uplink (seq) where position is null;
create table uplink_head (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into uplink_head (position) values (0);

create table uplink_state (
  one boolean primary key default true check (one),
  said_to text not null default '',
  receipted bigint not null default 0,
  receipted_at timestamptz,
  forked_at bigint
);
insert into uplink_state default values;

create unlogged table recount (
  run uuid not null,
  union_id uuid not null,
  indicator text collate "C" not null,
  dims text collate "C" not null,
  period text collate "C" not null,
  value bigint not null
);

create table peer (
  node text primary key,
  received_at timestamptz not null,
  compared_position bigint,
  agrees boolean,
  mismatches int not null default 0,
  asked_at timestamptz
);
`,
};
