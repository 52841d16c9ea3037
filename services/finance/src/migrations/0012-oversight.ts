import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, protect } from '@gonglian/service/row-security.ts';
import { oversightViews } from './oversight-views.ts';

const ofItsUnion = { using: ofUnion('finance') };

/** Written once: versions of the checklist, and what was claimed by it. */
const APPENDED = ['audit_checklist', 'checklist_item', 'assessment_claim', 'claim_evidence'];

const kept = (table: string) => `
create trigger never_changed before update or delete on ${table}
  for each row execute function refuse_audit_change();
alter table ${table} enable always trigger never_changed;
create trigger never_emptied before truncate on ${table}
  for each statement execute function refuse_audit_change();
alter table ${table} enable always trigger never_emptied;`;

/**
 * audit, audit_sample, audit_scan: what part of the books they are of, and whose auditors came.
 * inspection_round, inspection_unit: who visits whom, and what of each was seen. A finding is of an audit or of a round.
 * audit_checklist, checklist_item: by what the work of audit committees is assessed, in versions. audit_assessment,
 * assessment_claim, claim_evidence: what a union claims for a year, and by what; assessment_score: what it was given.
 */
export const oversight: Migration = {
  name: '0012-oversight',
  sql: `
alter table audit
  add column scope_kind text not null default '' check (scope_kind in ('', 'PROJECT', 'FUND', 'SOURCE')),
  add column scope_code text collate "C" not null default '',
  add column auditor_node text not null default '',
  add column auditor_node_name text not null default '',
  add check ((scope_kind = '') = (scope_code = '')),
  add check (scope_kind = '' or kind = 'SPECIAL'),
  add check ((auditor_node = '') = (auditor_node_name = ''));
alter table audit_sample
  add column scope_kind text not null default '',
  add column scope_code text not null default '';
alter table audit_scan
  add column scope_kind text not null default '',
  add column scope_code text not null default '';

create table inspection_round (
  id uuid primary key,
  union_id uuid not null,
  title text not null,
  fiscal_year int not null,
  joint_body text not null,
  basis text not null,
  planned_by text not null,
  planned_on date not null,
  unique (union_id, fiscal_year, title)
);
create table inspection_unit (
  round_id uuid not null references inspection_round,
  union_id uuid not null,
  inspected_on date,
  inspected_by text not null default '',
  organising_result text not null default '',
  organising_note text not null default '',
  money_result text not null default '',
  money_note text not null default '',
  version int not null default 1,
  primary key (round_id, union_id),
  check ((inspected_on is null) = (organising_result = '')),
  check ((inspected_on is null) = (money_result = ''))
);
create index inspection_unit_of on inspection_unit (union_id, round_id);
alter table audit_finding
  alter column audit_id drop not null,
  add column round_id uuid references inspection_round,
  add check ((audit_id is null) <> (round_id is null)),
  add unique (round_id, seq);

create table audit_checklist (
  id uuid primary key,
  title text not null,
  valid_from date not null unique,
  document_no text not null,
  set_by text not null,
  set_at timestamptz not null
);
create table checklist_item (
  checklist_id uuid not null references audit_checklist,
  item_no int not null,
  title text not null,
  max_points int not null check (max_points > 0),
  primary key (checklist_id, item_no)
);
create table audit_assessment (
  id uuid primary key,
  union_id uuid not null,
  fiscal_year int not null,
  checklist_id uuid not null references audit_checklist,
  submitted_by text not null,
  submitted_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  version int not null default 1,
  unique (union_id, fiscal_year),
  check (reviewed_by <> submitted_by)
);
create table assessment_claim (
  assessment_id uuid not null references audit_assessment,
  union_id uuid not null,
  item_no int not null,
  claimed_points int not null check (claimed_points > 0),
  note text not null,
  primary key (assessment_id, item_no)
);
create table claim_evidence (
  assessment_id uuid not null,
  union_id uuid not null,
  item_no int not null,
  n int not null,
  record_kind text not null,
  record_id uuid,
  document_sha256 text not null,
  primary key (assessment_id, item_no, n),
  foreign key (assessment_id, item_no) references assessment_claim,
  check ((record_kind = 'DOCUMENT') = (record_id is null)),
  check ((record_kind = 'DOCUMENT') = (document_sha256 <> ''))
);
create table assessment_score (
  assessment_id uuid not null,
  union_id uuid not null,
  item_no int not null,
  given_points int not null check (given_points >= 0),
  reason text not null,
  primary key (assessment_id, item_no),
  foreign key (assessment_id, item_no) references assessment_claim
);
${['inspection_unit', 'audit_assessment', 'assessment_claim', 'claim_evidence', 'assessment_score']
  .map((table) => protect('finance', table, ofItsUnion))
  .join('')}
-- A unit sees the rounds that visit it.
${protect('finance', 'inspection_round', {
  ...ofItsUnion,
  alsoSeen:
    'exists (select from finance.inspection_unit as u where u.round_id = inspection_round.id)',
})}
${['audit_checklist', 'checklist_item'].map((table) => protect('finance', table, ofNode('finance'))).join('')}
${[...APPENDED, 'assessment_score'].map(kept).join('')}
${oversightViews}`,
};
