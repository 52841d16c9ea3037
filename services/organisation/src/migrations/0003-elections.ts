import type { Migration } from '@gonglian/service/migrate.ts';

export const elections: Migration = {
  name: '0003-elections',
  sql: `
create table election (
  id uuid primary key,
  union_id uuid not null references union_record,
  state text not null,
  -- Whether the procedure is still under way.
  open boolean not null,
  term_no int not null,
  term_years int not null,
  member_count int not null,
  committee_seats int not null,
  requested_on date not null,
  planned_on date not null,
  postponed_until date,
  postponement_doc_no text,
  replied_on date,
  reply_doc_no text,
  return_reason text,
  reviewed_on date,
  published_on date,
  held_on date,
  entitled int,
  present int,
  failure text,
  reported_on date,
  approved_on date,
  approval_doc_no text,
  term_start date,
  term_end date,
  -- Personal: the names of those who stand or stood.
  candidates jsonb not null,
  version int not null default 1
);
create unique index election_open on election (union_id) where open;
create index election_of on election (union_id, id);
create index election_completed on election (union_id, held_on) where state = 'TERM_STARTED';
`,
};
