/**
 * The tables every service keeps its promises in, in its own schema. Run by the service's first migration.
 *
 * outbox: facts in the order they were written (`seq`); `position` is given by the relay alone, gapless from 1.
 * inbox: how far each consumer has applied each source; moved in the transaction of the effect.
 * parked: a fact that a consumer refused for good, kept whole for a person to look at.
 * action: what was done, by whom, under which idempotency key; also the answer a replay gets.
 */
export function mechanismTables(schema: string): string {
  return `
create table ${schema}.outbox (
  id uuid primary key,
  seq bigint generated always as identity,
  fact text not null,
  key text not null,
  data json not null,
  traceparent text,
  occurred_at timestamptz not null,
  position bigint unique
);
create unique index outbox_unnumbered on ${schema}.outbox (seq) where position is null;
create table ${schema}.outbox_head (
  one boolean primary key default true check (one),
  position bigint not null
);
insert into ${schema}.outbox_head (position) values (0);
create table ${schema}.inbox (
  consumer text not null,
  source text not null,
  position bigint not null,
  applied_at timestamptz not null default now(),
  primary key (consumer, source)
);
create table ${schema}.parked (
  id bigint generated always as identity primary key,
  consumer text not null,
  source text not null,
  position bigint not null,
  envelope json not null,
  reason text not null,
  parked_at timestamptz not null default now(),
  unique (consumer, source, position)
);
create table ${schema}.action (
  key text primary key,
  command text not null,
  input_hash text not null,
  answer bytea not null,
  actor text not null,
  duty text not null,
  facts int not null,
  trace_id text,
  done_at timestamptz not null default now()
);
`;
}
