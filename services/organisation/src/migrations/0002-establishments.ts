import type { Migration } from '@gonglian/service/migrate.ts';

export const establishments: Migration = {
  name: '0002-establishments',
  sql: `
create table establishment (
  id uuid primary key,
  state text not null check (state in ('APPLIED', 'RETURNED', 'APPROVED', 'FOUNDED', 'ACTIVE')),
  name text not null,
  level text not null,
  kind text not null,
  parent_id uuid not null references union_record,
  industrial_parent_id uuid references union_record,
  region_code text not null,
  host_name text,
  host_uscc text,
  unit_type text,
  industry text,
  host_employee_count int not null check (host_employee_count >= 0),
  applied_on date not null,
  application_doc_no text not null,
  covered jsonb not null,
  replied_on date,
  reply_doc_no text,
  return_reason text,
  held_on date,
  term_years int,
  member_count int,
  entitled int,
  present int,
  -- Who was elected; personal, and moved to the officers when the union comes into being.
  seats jsonb,
  approved_on date,
  approval_doc_no text,
  union_id uuid references union_record deferrable initially deferred,
  version int not null default 1,
  check ((state = 'ACTIVE') = (union_id is not null))
);
create unique index establishment_host on establishment (host_uscc)
  where kind = 'SINGLE_GRASSROOTS' and state in ('APPLIED', 'APPROVED', 'FOUNDED');
create index establishment_state on establishment (state, id);
`,
};
