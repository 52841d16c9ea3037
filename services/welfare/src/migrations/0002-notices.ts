import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, protect } from '@gonglian/service/row-security.ts';

const ofItsUnion = ofUnion('welfare');
const own = 'member_id = (select welfare.self_member())';

/**
 * notice: what is shown before it stands, with the template as it was on that day; `ends_on` is null while an objection
 * stops the clock.
 * notice_line: one person of it, in what the closed set of columns has: the name is masked before it is written.
 * notice_objection: what was said against it and what came of it, both sealed: they may name people.
 * attachment: a paper of a record; what is on it lies sealed in the store, under the same id.
 * notice_template: as the federation writes it instead of the one that comes with the product.
 */
export const notices: Migration = {
  name: '0002-notices',
  sql: `
create table notice (
  notice_id uuid primary key,
  union_id uuid not null references known_union,
  subject text not null,
  subject_id text not null,
  scope text not null check (scope in ('UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'ONLINE')),
  heading text not null,
  columns text[] not null check (columns <@ array['NAME', 'UNION', 'CATEGORY', 'AMOUNT']),
  channels text[] not null,
  contact_office text not null,
  contact_phone text not null,
  starts_on date not null,
  working_days int not null check (working_days > 0),
  ends_on date,
  state text not null default 'SHOWN' check (state in ('SHOWN', 'WITHDRAWN')),
  withdrawn_on date,
  withdraw_reason text not null default '',
  made_by text not null,
  made_at timestamptz not null,
  version int not null default 1,
  check ((state = 'WITHDRAWN') = (withdrawn_on is not null))
);
create unique index notice_once on notice (subject, subject_id, scope) where state = 'SHOWN';
create index notice_of on notice (union_id, notice_id);
create table notice_line (
  notice_id uuid not null references notice,
  seq int not null,
  union_id uuid not null,
  name_masked text not null check (name_masked like '%*%'),
  union_name text not null,
  category text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  primary key (notice_id, seq)
);
create table notice_objection (
  objection_id uuid primary key,
  notice_id uuid not null references notice,
  union_id uuid not null,
  raised_at timestamptz not null,
  raised_on date not null,
  summary_sealed bytea not null,
  taken_by text not null,
  closed_on date,
  outcome_sealed bytea,
  closed_by text not null default '',
  check ((closed_on is null) = (outcome_sealed is null))
);
create index notice_objection_of on notice_objection (notice_id);
create table notice_template (
  subject text primary key,
  heading text not null,
  columns text[] not null check (columns <@ array['NAME', 'UNION', 'CATEGORY', 'AMOUNT']),
  set_by text not null,
  set_at timestamptz not null
);
create table attachment (
  attachment_id uuid primary key,
  union_id uuid not null references known_union,
  record_kind text not null,
  record_id text not null,
  kind text not null,
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  size_bytes int not null check (size_bytes > 0),
  sha256 text not null,
  made_by text not null,
  member_id uuid,
  made_at timestamptz not null
);
create index attachment_of on attachment (record_kind, record_id);
${protect('welfare', 'attachment', {
  using: ofItsUnion,
  check: `${ofItsUnion} or ${own}`,
  alsoSeen: own,
})}
${protect('welfare', 'notice', { using: ofItsUnion })}
${protect('welfare', 'notice_line', { using: `exists (select from welfare.notice as n where n.notice_id = notice_line.notice_id)` })}
${protect('welfare', 'notice_objection', { using: ofItsUnion })}
${protect('welfare', 'notice_template', ofNode('welfare'))}
`,
};
