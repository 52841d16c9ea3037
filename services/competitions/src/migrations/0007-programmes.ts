import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { designationTables } from './designation-tables.ts';

const reached = { using: ofUnion('competitions') };
const byAll = `(select competitions.reach()) <> 'none'`;

/**
 * programme, programme_target: what a union sets itself; what was counted at the end stays with the target.
 * duty_line, reform_record, reform_evaluation: what agencies have to do in a reform, its meetings, measures and cases, and
 *   what a third party gave a district. firm_pair, pair_activity: a state firm that takes a private one along.
 * designation and what hangs on it: designation-tables.ts.
 * support: what a union offers a firm or a project; who is served sees it too.
 * learning_record: what somebody learnt on a platform, by the platform's own number.
 * result_sharing, result_adoption: results of the library that others apply. joint_project: of an alliance.
 */
export const programmes: Migration = {
  name: '0007-programmes',
  sql: `
create table programme (
  programme_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('CONTEST', 'REFORM')),
  title text not null,
  document_no text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  member_agencies text[] not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'CLOSED')),
  closed_on date,
  version int not null default 1,
  check ((state = 'CLOSED') = (closed_on is not null))
);
create index programme_of on programme (union_id, programme_id);
create table programme_target (
  programme_id uuid not null references programme,
  seq int not null,
  union_id uuid not null,
  measure text not null,
  layer text not null,
  target int not null check (target > 0),
  actual bigint,
  primary key (programme_id, seq),
  unique (programme_id, measure, layer)
);
create table duty_line (
  duty_line_id uuid primary key,
  programme_id uuid not null references programme,
  union_id uuid not null,
  agency text not null,
  duty_text text not null,
  due_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'DONE')),
  finished_on date,
  result_text text not null default '',
  evidence_sha256 text[] not null default '{}',
  version int not null default 1,
  check ((state = 'DONE') = (finished_on is not null))
);
create index duty_line_of on duty_line (programme_id, due_on);
create table reform_record (
  record_id uuid primary key,
  programme_id uuid not null references programme,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('MEETING', 'MEASURE', 'CASE')),
  title text not null,
  document_no text not null,
  recorded_on date not null,
  agencies text[] not null,
  document_kind text not null,
  pilot_id uuid,
  evidence_sha256 text[] not null
);
create index reform_record_of on reform_record (programme_id, record_id);
create table reform_evaluation (
  evaluation_id uuid primary key,
  programme_id uuid not null references programme,
  union_id uuid not null references known_union,
  year int not null,
  evaluator text not null,
  items json not null,
  score int not null check (score >= 0),
  max_score int not null check (max_score >= score),
  evaluated_on date not null,
  evidence_sha256 text[] not null,
  unique (programme_id, union_id, year)
);
${designationTables}
create table firm_pair (
  pair_id uuid primary key,
  programme_id uuid not null references programme,
  pilot_id uuid not null references designation,
  union_id uuid not null references known_union,
  partner_union_id uuid not null references known_union check (partner_union_id <> union_id),
  goals text not null,
  paired_on date not null,
  state text not null default 'PAIRED' check (state in ('PAIRED', 'ENDED')),
  ended_on date,
  outcome text not null default '',
  version int not null default 1,
  check ((state = 'ENDED') = (ended_on is not null))
);
create unique index firm_pair_once on firm_pair (partner_union_id) where state = 'PAIRED';
create index firm_pair_of on firm_pair (programme_id, pair_id);
create table pair_activity (
  pair_id uuid not null references firm_pair,
  seq int not null,
  union_id uuid not null,
  topic text not null,
  held_on date not null,
  participants int not null check (participants >= 0),
  primary key (pair_id, seq)
);
create table support (
  support_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('TECH_SERVICE', 'PROJECT_SERVICE')),
  served_name text not null,
  served_union_id uuid references known_union,
  matter text not null,
  experts int not null check (experts >= 0),
  declared_on date not null,
  state text not null default 'DECLARED' check (state in ('DECLARED', 'DELIVERED', 'RETURNED', 'ACCEPTED')),
  result_text text not null default '',
  delivered_on date,
  delivered_by text not null default '',
  evidence_sha256 text[] not null default '{}',
  remark text not null default '',
  judged_on date,
  judged_by text not null default '',
  version int not null default 1,
  check ((state = 'DECLARED') = (delivered_on is null)),
  check (judged_by = '' or judged_by <> delivered_by)
);
create index support_of on support (union_id, support_id);
create index support_served on support (served_union_id, support_id) where served_union_id is not null;
${protect('competitions', 'support', {
  using: `${ofUnion('competitions')} or ${ofUnion('competitions', 'served_union_id')}`,
})}
create table learning_record (
  platform text not null,
  record_no text not null,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  course_title text not null,
  minutes int not null check (minutes > 0),
  learned_on date not null,
  import_no uuid not null,
  primary key (platform, record_no)
);
create index learning_record_of on learning_record (union_id, learned_on);
create table result_sharing (
  result_id uuid primary key references innovation_result,
  union_id uuid not null,
  shared_on date not null
);
${protect('competitions', 'result_sharing', { ...reached, alsoSeen: byAll })}
create table result_adoption (
  result_id uuid not null references innovation_result,
  union_id uuid not null references known_union,
  adopted_on date not null,
  benefit_fen bigint not null check (benefit_fen >= 0),
  note text not null,
  primary key (result_id, union_id)
);
create table joint_project (
  joint_project_id uuid primary key,
  alliance_id uuid not null references studio_alliance,
  union_id uuid not null,
  title text not null,
  studio_ids uuid[] not null,
  started_on date not null,
  state text not null default 'RUNNING' check (state in ('RUNNING', 'FINISHED')),
  result_text text not null default '',
  benefit_fen bigint not null default 0 check (benefit_fen >= 0),
  finished_on date,
  evidence_sha256 text[] not null default '{}',
  version int not null default 1,
  check ((state = 'FINISHED') = (finished_on is not null))
);
create index joint_project_of on joint_project (alliance_id, joint_project_id);
${[
  'programme',
  'programme_target',
  'duty_line',
  'reform_record',
  'reform_evaluation',
  'firm_pair',
  'pair_activity',
  'learning_record',
  'result_adoption',
  'joint_project',
]
  .map((table) => protect('competitions', table, reached))
  .join('')}
`,
};
