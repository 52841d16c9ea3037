import { protect } from '@gonglian/service/row-security.ts';
import type { Migration } from '@gonglian/service/migrate.ts';

// Accounts, their duties and their sessions. Outside the whole node, everybody reaches his own rows only.
const own = (column: string) => ({
  using: `(select organisation.reach()) = 'all'
    or ${column} = (select organisation.setting_id('gonglian.account'))`,
});

export const access: Migration = {
  name: '0004-access',
  sql: `
create sequence account_no;

create table account (
  id uuid primary key,
  -- What a person reads out to the administrator: A-000123.
  no bigint not null unique default nextval('account_no'),
  issuer text not null,
  subject text not null,
  -- Personal, as the provider says it at each log-in.
  display_name text not null,
  first_seen_at timestamptz not null,
  unique (issuer, subject)
);

create table duty (
  id uuid primary key,
  account_id uuid not null references account,
  duty text not null
    check (duty in ('clerk', 'chair', 'supervisor', 'finance', 'auditor', 'admin', 'member')),
  scope_union_id uuid not null references union_record,
  -- Whose record it is, for the duty of a member.
  member_id uuid,
  granted_on date not null,
  granted_by text not null,
  ended_on date,
  ended_by text,
  ended_reason text,
  version int not null default 1,
  check ((duty = 'member') = (member_id is not null)),
  check ((ended_on is null) = (ended_by is null)),
  check (ended_on >= granted_on)
);
create unique index duty_open on duty (account_id, duty, scope_union_id) where ended_on is null;
create index duty_over on duty (scope_union_id, id);

create table login_session (
  id uuid primary key,
  -- SHA-256 of what the browser's cookie holds: the table opens no session.
  key_hash text not null unique,
  account_id uuid not null references account,
  methods text[] not null,
  opened_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  closed_at timestamptz
);
create index login_session_open on login_session (account_id, opened_at) where closed_at is null;
${protect('organisation', 'account', own('id'))}
${protect('organisation', 'duty', own('account_id'))}
${protect('organisation', 'login_session', own('account_id'))}
`,
};
