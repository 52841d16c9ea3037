import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { auditViews } from './audit-views.ts';

const TABLES = [
  'audit',
  'audit_paper',
  'audit_sample',
  'audit_sample_item',
  'audit_scan',
  'audit_hit',
  'audit_finding',
  'finding_step',
] as const;
/** Written once: what an auditor saw and drew, and each step of a finding. */
const APPENDED = [
  'audit_paper',
  'audit_sample',
  'audit_sample_item',
  'audit_scan',
  'audit_hit',
  'finding_step',
] as const;

const kept = (table: string) => `
create trigger never_changed before update or delete on ${table}
  for each row execute function refuse_audit_change();
alter table ${table} enable always trigger never_changed;`;

const neverDeleted = (table: string) => `
create trigger never_deleted before delete on ${table}
  for each row execute function refuse_audit_change();
alter table ${table} enable always trigger never_deleted;`;

const neverEmptied = (table: string) => `
create trigger never_emptied before truncate on ${table}
  for each statement execute function refuse_audit_change();
alter table ${table} enable always trigger never_emptied;`;

/**
 * audit: one of a union and period, with how far its procedure has come. audit_paper: what was looked at and concluded.
 * audit_sample, audit_sample_item: what was drawn from what, by which seed. audit_scan, audit_hit: what a rule found.
 * audit_finding: as it stands; finding_step: each step it took, with the hashes of the evidence.
 */
export const audits: Migration = {
  name: '0007-audits',
  sql: `
create table audit (
  id uuid primary key,
  union_id uuid not null,
  kind text not null check (kind in ('SAME_LEVEL', 'DOWNWARD', 'SPECIAL', 'OUTGOING', 'DISSOLUTION', 'FOLLOW_UP')),
  title text not null,
  period_from text collate "C" not null,
  period_to text collate "C" not null check (period_to >= period_from),
  basis text not null,
  auditors text[] not null,
  firm_name text not null,
  firm_uscc text not null check ((firm_uscc = '') = (firm_name = '')),
  follows_id uuid references audit,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'NOTIFIED', 'ENTERED', 'DRAFTED', 'COMMENTED',
    'REPORTED', 'DECIDED', 'CLOSED', 'CANCELLED')),
  planned_by text not null,
  planned_at timestamptz not null,
  notified_on date,
  entry_on date,
  entered_on date,
  drafted_on date,
  comments_due_on date,
  summary text not null default '',
  commented_on date,
  commented_by text not null default '',
  comment text not null default '',
  comment_sha256 text not null default '',
  reported_on date,
  opinion text not null default '',
  decided_on date,
  decision_no text not null default '',
  closed_on date,
  cancel_reason text not null default '',
  version int not null default 1,
  check ((kind = 'FOLLOW_UP') = (follows_id is not null))
);
create index audit_of_union on audit (union_id, id);
create table audit_paper (
  id uuid primary key,
  audit_id uuid not null references audit,
  union_id uuid not null,
  seq int not null,
  title text not null,
  procedure text not null,
  conclusion text not null,
  document_sha256 text not null,
  made_by text not null,
  made_at timestamptz not null,
  unique (audit_id, seq)
);
create table audit_sample (
  id uuid primary key,
  audit_id uuid not null references audit,
  union_id uuid not null,
  subject text not null check (subject in ('VOUCHER', 'PAYMENT_LINE')),
  method text not null check (method in ('RANDOM', 'TOP_N', 'ALL_ABOVE')),
  seed text not null,
  threshold_fen bigint not null,
  population_count bigint not null,
  population_fen bigint not null,
  sample_count int not null,
  sample_fen bigint not null,
  drawn_by text not null,
  drawn_at timestamptz not null
);
create index audit_sample_of on audit_sample (audit_id, id);
create table audit_sample_item (
  sample_id uuid not null references audit_sample,
  union_id uuid not null,
  seq int not null,
  voucher_no bigint,
  line_id uuid,
  amount_fen bigint not null,
  primary key (sample_id, seq)
);
create table audit_scan (
  id uuid primary key,
  audit_id uuid not null references audit,
  union_id uuid not null,
  rule text not null,
  outcome text not null check (outcome in ('DONE', 'TOO_FEW')),
  examined bigint not null,
  hit_count int not null,
  statistic_milli bigint not null,
  ran_by text not null,
  ran_at timestamptz not null
);
create index audit_scan_of on audit_scan (audit_id, rule, id);
create table audit_hit (
  id uuid primary key,
  scan_id uuid not null references audit_scan,
  audit_id uuid not null references audit,
  union_id uuid not null,
  rule text not null,
  group_no int not null,
  voucher_no bigint,
  line_id uuid,
  record_id uuid,
  amount_fen bigint not null,
  against_fen bigint not null,
  occurred_on date
);
create index audit_hit_of on audit_hit (scan_id, id);
create table audit_finding (
  id uuid primary key,
  audit_id uuid not null references audit,
  union_id uuid not null,
  seq int not null,
  category text not null,
  title text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  clause text not null,
  cause text not null,
  responsible_post text not null,
  suggestion text not null,
  hit_id uuid references audit_hit unique,
  raised_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'NOTIFIED', 'PLAN', 'IN_RECTIFICATION',
    'EVIDENCE_SUBMITTED', 'VERIFIED', 'CLOSED', 'RETURNED', 'ESCALATED')),
  notified_on date,
  deadline date,
  plan text not null default '',
  recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  adjusted_fen bigint not null default 0 check (adjusted_fen >= 0),
  returned_fen bigint not null default 0 check (returned_fen >= 0),
  escalated_to text not null default '',
  closed_on date,
  last_step int not null default 0,
  version int not null default 1,
  unique (audit_id, seq),
  check ((notified_on is null) = (state = 'OPEN')),
  check ((closed_on is not null) = (state = 'CLOSED'))
);
create index audit_finding_due on audit_finding (deadline) where state not in ('CLOSED', 'OPEN');
create table finding_step (
  finding_id uuid not null references audit_finding,
  union_id uuid not null,
  seq int not null,
  state text not null,
  acted_by text not null,
  acted_at timestamptz not null,
  note text not null,
  evidence_sha256 text[] not null,
  primary key (finding_id, seq)
);
${TABLES.map((table) => protect('finance', table, { using: ofUnion('finance') })).join('')}
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  raise exception 'finance.% is kept', tg_table_name using errcode = 'GL003';
end $$;
${APPENDED.map(kept).join('')}
${['audit', 'audit_finding'].map(neverDeleted).join('')}
${TABLES.map(neverEmptied).join('')}
${auditViews}`,
};
