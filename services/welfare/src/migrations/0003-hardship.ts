import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { CATEGORIES, FILE_LEVELS } from '../hardship/hardship-policy.ts';
import { FILE_STATES } from '../hardship/steps.ts';

const ofItsUnion = ofUnion('welfare');
const own = 'member_id = (select welfare.self_member())';
const oneOf = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

/** What each file counts: on the register, off it; its causes by group and never by illness. */
const counted = `
create view counted_hardship with (security_invoker = true) as
select union_id, happened_on, 'hardship_' || event as movement, file_level as kind, category as level, detail as source,
  1::bigint as heads, 0::bigint as fen from hardship_event
union all
select union_id, happened_on, 'hardship_persons_relieved', file_level, category, detail, persons, 0::bigint
from hardship_event where event = 'relieved'`;

/**
 * hardship_file: one household one file; what is in it of health, family and income is sealed elsewhere.
 * household_person: who is in it; nobody is in two. hardship_assessment: each declaration with its arithmetic, sealed.
 * hardship_step: each step that was taken; it stays. hardship_match: what other registers have said.
 * hardship_event: what the facts have told of the register. household_pair: the cadre who answers for a household.
 */
export const hardship: Migration = {
  name: '0003-hardship',
  sql: `
create table hardship_file (
  file_id uuid primary key,
  union_id uuid not null references known_union,
  head_id uuid not null references person,
  member_id uuid,
  worker_kind text not null check (worker_kind in ('LOCAL', 'MIGRANT')),
  labour_since date,
  family_size int not null check (family_size > 0),
  state text not null default 'DRAFT' check (state in (${oneOf(FILE_STATES)})),
  file_level text not null default '' check (file_level in ('', ${oneOf(FILE_LEVELS)})),
  category text not null check (category in (${oneOf(CATEGORIES)}, 'NONE')),
  cause_group text not null,
  stood_on date not null,
  changed_on date not null,
  filed_on date,
  verified_on date,
  exclusions text[] not null default '{}',
  exit_kind text not null default '',
  close_reason text not null default '',
  follow_up_until date,
  helped_on date,
  consented_on date not null,
  made_by text not null,
  version int not null default 1,
  check (file_level <> '' or state not in ('FILED', 'IN_RELIEF'))
);
create index hardship_file_of on hardship_file (union_id, file_id);
create index hardship_file_eligible on hardship_file (file_id) include (union_id, category, file_level)
  where state in ('FILED', 'IN_RELIEF');
create index hardship_file_unchanged on hardship_file (changed_on, file_id)
  where state in ('FILED', 'IN_RELIEF');
create index hardship_file_never_helped on hardship_file (file_id)
  where state in ('FILED', 'IN_RELIEF') and helped_on is null;
create index hardship_file_of_member on hardship_file (member_id) where member_id is not null;
create table household_person (
  file_id uuid not null references hardship_file,
  union_id uuid not null,
  person_id uuid not null references person,
  relation text not null check (relation in ('SELF', 'SPOUSE', 'CHILD', 'PARENT', 'OTHER')),
  facts_sealed bytea not null,
  left_on date,
  primary key (file_id, person_id)
);
create unique index household_person_once on household_person (person_id) where left_on is null;
create unique index household_head_once on household_person (file_id)
  where relation = 'SELF' and left_on is null;
create table hardship_assessment (
  file_id uuid not null references hardship_file,
  seq int not null,
  union_id uuid not null,
  category text not null,
  assessed_on date not null,
  assessed_by text not null,
  ordered_by text not null,
  sealed bytea not null,
  primary key (file_id, seq)
);
create table hardship_step (
  step_no bigint generated always as identity primary key,
  file_id uuid not null references hardship_file,
  union_id uuid not null,
  step text not null,
  state text not null,
  happened_on date not null,
  acted_by text not null,
  visitor_ids text[] not null,
  present_count int not null,
  agreed_count int not null,
  against_count int not null,
  abstained_count int not null,
  document_no text not null,
  note_sealed bytea
);
create index hardship_step_of on hardship_step (file_id, step_no);
create table hardship_match (
  match_no bigint generated always as identity primary key,
  file_id uuid not null references hardship_file,
  union_id uuid not null,
  matched_on date not null,
  sources text[] not null,
  findings_sealed bytea not null,
  exclusions text[] not null,
  matched_by text not null
);
create index hardship_match_of on hardship_match (file_id, match_no);
create table hardship_event (
  event_no bigint generated always as identity primary key,
  file_id uuid not null references hardship_file,
  union_id uuid not null,
  event text not null check (event in ('filed', 'changed', 'relieved', 'closed')),
  happened_on date not null,
  file_level text not null,
  category text not null,
  detail text not null,
  persons int not null
);
create index hardship_event_of on hardship_event (file_id, event_no);
create table household_pair (
  pair_id uuid primary key,
  file_id uuid not null references hardship_file,
  union_id uuid not null,
  cadre_id text not null,
  post text not null,
  since_on date not null,
  ended_on date,
  version int not null default 1,
  check (ended_on >= since_on)
);
create unique index household_pair_once on household_pair (file_id, cadre_id) where ended_on is null;
create index household_pair_of on household_pair (cadre_id, pair_id);
create table household_pair_visit (
  visit_id uuid primary key,
  pair_id uuid not null references household_pair,
  union_id uuid not null,
  visited_on date not null,
  note_sealed bytea not null,
  recorded_by text not null
);
create index household_pair_visit_of on household_pair_visit (pair_id, visited_on);
${protect('welfare', 'hardship_file', { using: ofItsUnion, alsoSeen: own })}
${[
  'household_person',
  'hardship_assessment',
  'hardship_step',
  'hardship_match',
  'hardship_event',
  'household_pair',
  'household_pair_visit',
]
  .map((table) => protect('welfare', table, { using: ofItsUnion }))
  .join('')}
${counted};
`,
};
