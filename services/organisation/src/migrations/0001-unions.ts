import { mechanismTables } from '@gonglian/outbox/tables.ts';
import type { Migration } from '@gonglian/service/migrate.ts';

// A union's name and parents are kept by date and never overwritten: a row is closed once and its
// successor begins where it ends. Both ends are the first day: a union that ends on a day is not
// there on that day.
export const unions: Migration = {
  name: '0001-unions',
  sql: `
${mechanismTables('organisation')}
-- The extensions belong to the database, so they live where every schema finds them.
create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;

-- Dissolving a union asks which position its closing was announced at.
create index outbox_closing on outbox (key, seq) where fact = 'union.closing';

create table union_record (
  id uuid primary key,
  name text not null,
  level text not null,
  kind text not null,
  status text not null default 'ACTIVE'
    check (status in ('PREPARING', 'ACTIVE', 'CLOSING', 'MERGED', 'DISSOLVED')),
  parent_id uuid references union_record deferrable initially deferred,
  industrial_parent_id uuid references union_record deferrable initially deferred,
  region_code text not null,
  uscc text,
  certificate_no text,
  registered_on date,
  host_name text,
  host_uscc text,
  unit_type text,
  industry text,
  host_employee_count int not null default 0 check (host_employee_count >= 0),
  established_on date not null,
  approval_doc_no text,
  closing_on date,
  dissolved_on date,
  successor_id uuid references union_record deferrable initially deferred,
  term_no int not null default 0,
  term_years int,
  term_start date,
  term_end date,
  last_change_id uuid not null,
  version int not null default 1,
  check ((status in ('MERGED', 'DISSOLVED')) = (dissolved_on is not null)),
  check (dissolved_on >= established_on),
  check (num_nonnulls(term_years, term_start, term_end) in (0, 3))
);
create unique index union_record_uscc on union_record (uscc);
-- A unit has one union of its own; one that has ended makes room.
create unique index union_record_host on union_record (host_uscc)
  where kind = 'SINGLE_GRASSROOTS' and dissolved_on is null;
-- Whoever looks for a unit by its code finds its union.
create index union_record_host_code on union_record (host_uscc);
create index union_record_due on union_record (term_end, id) where status = 'ACTIVE';

create table union_name (
  seq bigint generated always as identity primary key,
  union_id uuid not null references union_record deferrable initially deferred,
  name text not null,
  valid_from date not null,
  valid_to date,
  exclude using gist (union_id with =, daterange(valid_from, valid_to) with &&)
);
create index union_name_of on union_name (union_id, seq);
create index union_name_order on union_name (name collate "C", union_id);
-- Names are read far more often than given: no list of pending entries to go through at each search.
create index union_name_part on union_name using gin (name public.gin_trgm_ops)
  with (fastupdate = off);

create table union_parent (
  seq bigint generated always as identity primary key,
  union_id uuid not null references union_record deferrable initially deferred,
  line text not null check (line in ('territorial', 'industrial')),
  parent_id uuid not null references union_record deferrable initially deferred,
  valid_from date not null,
  valid_to date,
  check (union_id <> parent_id),
  exclude using gist (union_id with =, line with =, daterange(valid_from, valid_to) with &&)
);
create index union_parent_of on union_parent (union_id, line, seq);
create index union_parent_children on union_parent (parent_id, line, valid_from);

create function keep_history() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.valid_to is null and new.valid_to is not null
    and to_jsonb(new) - 'valid_to' = to_jsonb(old) - 'valid_to' then
    return new;
  end if;
  raise exception '% is history: a row may only be closed, once', tg_table_name;
end $$;
create trigger keep_history before update or delete on union_name
  for each row execute function keep_history();
create trigger keep_history before update or delete on union_parent
  for each row execute function keep_history();

create table union_change (
  id uuid primary key,
  union_id uuid not null references union_record deferrable initially deferred,
  effective_on date not null,
  what text not null,
  detail text not null,
  recorded_at timestamptz not null
);
create index union_change_of on union_change (union_id, effective_on, id);

create table employer_coverage (
  seq bigint generated always as identity primary key,
  union_id uuid not null references union_record deferrable initially deferred,
  employer_uscc text not null,
  employer_name text not null,
  employee_count int not null check (employee_count >= 0),
  -- Whether the union takes members itself: an employer's workers join one union, not two.
  admits boolean not null,
  started_on date not null,
  ended_on date,
  exclude using gist
    (union_id with =, employer_uscc with =, daterange(started_on, ended_on) with &&),
  constraint employer_covered_once
    exclude using gist (employer_uscc with =, daterange(started_on, ended_on) with &&)
    where (admits)
);

-- Officers' names are personal: they are read here and appear in no fact and no log.
create table officer (
  id uuid primary key,
  union_id uuid not null references union_record deferrable initially deferred,
  term_no int not null,
  role text not null,
  holder_name text not null,
  appointment text not null,
  since date not null,
  until date
);
create index officer_of on officer (union_id, since);
`,
};
