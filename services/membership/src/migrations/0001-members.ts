import { mechanismTables } from '@gonglian/outbox/tables.ts';

/**
 * person: who somebody is; whatever names the person is sealed, and found by keyed hash only.
 * membership: the one membership a person has at this node, in whatever state.
 * spell: the stretches of active membership, half-open: `ended_on` is the first day no longer
 *   counted, so that on the day of a transfer one union has one less and the other one more.
 *   Movements are recounted from spells alone.
 * codes: each combination of codes once; a spell keeps the codes it was counted with when somebody
 *   joins again.
 * union_state: what organisation has said of unions, as far as joining depends on it.
 */
export const members = {
  name: '0001-members',
  sql: `
${mechanismTables('membership')}
create extension if not exists btree_gist with schema public;

create table union_state (
  union_id uuid primary key,
  name text not null,
  kind text not null,
  status text not null check (status in ('ACTIVE', 'CLOSING', 'DISSOLVED')),
  successor_id uuid
);

create table codes (
  id int generated always as identity primary key,
  sex text not null,
  age_band text not null,
  employment_form text not null,
  worker_group text not null,
  migrant_worker boolean not null,
  new_forms text[] not null,
  unique (sex, age_band, employment_form, worker_group, migrant_worker, new_forms)
);

create table person (
  id uuid primary key,
  identity_hash bytea not null unique,
  id_type text not null,
  sealed bytea not null
);

create table membership (
  member_id uuid primary key references person,
  member_no text unique,
  union_id uuid not null,
  state text not null check (state in
    ('APPLIED', 'ACTIVE', 'RETAINED', 'LEFT', 'DEEMED_LEFT', 'EXPELLED', 'DECEASED', 'REJECTED')),
  channel text not null,
  applied_on date not null,
  joined_on date,
  codes_id int not null references codes,
  decision_doc_no text,
  version int not null default 1,
  check (state in ('APPLIED', 'REJECTED') or (member_no is not null and joined_on is not null))
);
create index membership_by_union on membership (union_id, member_id) include (state);
create index membership_by_state on membership (state, member_id) where state <> 'ACTIVE';

create table spell (
  member_id uuid not null references membership,
  no smallint not null,
  union_id uuid not null,
  codes_id int not null references codes,
  started_on date not null,
  start_kind text not null check (start_kind in ('recruited', 'moved_in', 'reactivated')),
  ended_on date,
  end_kind text check (end_kind in ('moved_out', 'retained', 'left')),
  primary key (member_id, no),
  check ((ended_on is null) = (end_kind is null)),
  check (ended_on >= started_on),
  exclude using gist (member_id with =, daterange(started_on, ended_on) with &&)
);
create unique index spell_open on spell (member_id) where ended_on is null;

create table transfer (
  id uuid primary key,
  member_id uuid not null references membership,
  from_union_id uuid not null,
  to_union_id uuid not null,
  state text not null check (state in
    ('INITIATED', 'SENDER_CONFIRMED', 'COMPLETED', 'REFUSED', 'WITHDRAWN', 'EXPIRED')),
  asked_by text not null check (asked_by in ('member', 'sender', 'receiver', 'merger')),
  effective_on date not null,
  requested_on date not null,
  expires_on date not null,
  reason text not null,
  version int not null default 1,
  check (from_union_id <> to_union_id)
);
create unique index transfer_open on transfer (member_id)
  where state in ('INITIATED', 'SENDER_CONFIRMED');
create index transfer_open_from on transfer (from_union_id)
  where state in ('INITIATED', 'SENDER_CONFIRMED');
create index transfer_open_to on transfer (to_union_id)
  where state in ('INITIATED', 'SENDER_CONFIRMED');

create table member_sequence (
  year int primary key,
  last int not null check (last between 0 and 99999999)
);
`,
};
