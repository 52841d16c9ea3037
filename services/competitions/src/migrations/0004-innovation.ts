import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { learningTables } from './learning-tables.ts';

const reached = ofUnion('competitions');
const own = 'member_id = (select competitions.self_member())';

/**
 * suggestion: what somebody thinks could be done better, and what his unit made of it.
 * hazard_report: a danger that somebody saw. Who collected it sees it, and the union of the employer that was told.
 * studio and what hangs on it: an innovation studio, who is in it, each step it took, where it is named, what it
 *   reported and was given. studio_alliance, alliance_membership: studios that work together.
 * innovation_result, innovation_author, innovation_declaration: the library of the five small, who made what, and what a
 *   level made of it. challenge: a problem that is posted for whoever can solve it.
 * training_class, training_enrolment; lecturer, lecture_session: of who came only how many; apprenticeship: a pair.
 * safety_cup_entry, safety_cup_activity: a unit in the cup of a year.
 * Of a photo or a document only the hash is kept.
 */
export const innovation: Migration = {
  name: '0004-innovation',
  sql: `
create table suggestion (
  id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid references person,
  member_id uuid,
  title text not null,
  content text not null,
  submitted_on date not null,
  due_on date not null,
  state text not null default 'SUBMITTED'
    check (state in ('SUBMITTED', 'ADOPTED', 'REJECTED', 'BENEFIT_RECORDED', 'REWARDED')),
  answer text not null default '',
  answered_on date,
  benefit_fen bigint not null default 0 check (benefit_fen >= 0),
  benefit_on date,
  evidence_sha256 text[] not null default '{}',
  reward_fen bigint not null default 0 check (reward_fen >= 0),
  reward_document_no text not null default '',
  rewarded_on date,
  version int not null default 1,
  check ((person_id is null) <> (member_id is null)),
  check ((state = 'SUBMITTED') = (answered_on is null)),
  check ((state = 'REWARDED') = (rewarded_on is not null))
);
create index suggestion_of on suggestion (union_id, id);
create index suggestion_waiting on suggestion (due_on) where state = 'SUBMITTED';
create index suggestion_of_member on suggestion (member_id, id) where member_id is not null;
${protect('competitions', 'suggestion', { using: reached, check: `${reached} or ${own}`, alsoSeen: own })}

create table hazard_report (
  id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid references person,
  member_id uuid,
  place text not null,
  content text not null,
  photo_sha256 text not null,
  reported_on date not null,
  state text not null default 'SUBMITTED'
    check (state in ('SUBMITTED', 'FORWARDED', 'FIXED', 'REFUSED', 'AWARDED')),
  employer_union_id uuid references known_union,
  forwarded_on date,
  due_on date,
  outcome text not null default '',
  closed_on date,
  evidence_sha256 text[] not null default '{}',
  award_fen bigint not null default 0 check (award_fen >= 0),
  award_document_no text not null default '',
  awarded_on date,
  version int not null default 1,
  check ((person_id is null) <> (member_id is null)),
  check ((state = 'SUBMITTED') = (employer_union_id is null)),
  check ((state in ('SUBMITTED', 'FORWARDED')) = (closed_on is null)),
  check ((state = 'AWARDED') = (awarded_on is not null))
);
create index hazard_report_of on hazard_report (union_id, id);
create index hazard_report_at on hazard_report (employer_union_id, id);
create index hazard_report_of_member on hazard_report (member_id, id) where member_id is not null;
${protect('competitions', 'hazard_report', {
  using: `${reached} or ${ofUnion('competitions', 'employer_union_id')}`,
  check: `${reached} or ${ofUnion('competitions', 'employer_union_id')} or ${own}`,
  alsoSeen: own,
})}

create table studio (
  id uuid primary key,
  union_id uuid not null references known_union,
  name text not null,
  leader_id uuid not null references person,
  leader_honour text not null,
  honour_document_no text not null,
  honour_sha256 text not null,
  room text not null,
  budget_fen bigint not null check (budget_fen >= 0),
  state text not null default 'APPLIED' check (state in ('APPLIED', 'UNIT_CHECK', 'COUNTY_REVIEW', 'SITE_CHECK',
    'PUBLICITY', 'NAMED', 'YEARLY_REPORT', 'REVIEW', 'CONTINUED', 'WARNED', 'REMOVED', 'REFUSED')),
  state_on date not null,
  level text not null default '' check (level in ('', 'COUNTY', 'CITY', 'PROVINCE', 'NATIONAL')),
  named_on date,
  review_from date,
  version int not null
);
create index studio_of on studio (union_id, id);
create table studio_member (
  studio_id uuid not null references studio,
  union_id uuid not null,
  person_id uuid not null references person,
  primary key (studio_id, person_id)
);
create table studio_step (
  studio_id uuid not null references studio,
  no int not null,
  union_id uuid not null,
  state text not null,
  step_on date not null,
  note text not null,
  document_no text not null,
  evidence_sha256 text[] not null,
  acted_by text not null,
  primary key (studio_id, no)
);
create table studio_naming (
  studio_id uuid not null references studio,
  level text not null check (level in ('COUNTY', 'CITY', 'PROVINCE', 'NATIONAL')),
  union_id uuid not null,
  named_on date not null,
  document_no text not null,
  -- The highest at which it was named, with this one and before it.
  counted_level text not null,
  counted_level_before text not null,
  primary key (studio_id, level)
);
create table studio_report (
  studio_id uuid not null references studio,
  year int not null,
  union_id uuid not null,
  project_title text not null,
  project_document_no text not null,
  result_text text not null,
  benefit_fen bigint not null check (benefit_fen >= 0),
  patents int not null check (patents >= 0),
  apprentices int not null check (apprentices >= 0),
  reported_on date not null,
  evidence_sha256 text[] not null,
  primary key (studio_id, year)
);
create table studio_funding (
  studio_id uuid not null references studio,
  level text not null,
  reason text not null check (reason in ('NAMED', 'CONTINUED')),
  since date not null,
  union_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  document_no text not null,
  ordered_by text not null,
  funded_on date not null,
  primary key (studio_id, level, reason, since)
);
create table studio_alliance (
  id uuid primary key,
  union_id uuid not null references known_union,
  name text not null,
  founded_on date not null,
  document_no text not null
);
create index studio_alliance_of on studio_alliance (union_id, id);
create table alliance_membership (
  alliance_id uuid not null references studio_alliance,
  studio_id uuid not null references studio,
  union_id uuid not null,
  joined_on date not null,
  left_on date,
  primary key (alliance_id, studio_id, joined_on),
  check (left_on >= joined_on)
);
create unique index alliance_membership_once on alliance_membership (alliance_id, studio_id)
  where left_on is null;
${[
  'studio',
  'studio_member',
  'studio_step',
  'studio_naming',
  'studio_report',
  'studio_funding',
  'studio_alliance',
  'alliance_membership',
]
  .map((table) => protect('competitions', table, { using: reached }))
  .join('')}

create table innovation_result (
  id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('INVENTION', 'CREATION', 'REFORM', 'DESIGN', 'SUGGESTION')),
  title text not null,
  before_text text not null,
  after_text text not null,
  benefit_fen bigint not null check (benefit_fen >= 0),
  evidence_sha256 text[] not null,
  registered_on date not null,
  version int not null default 1
);
create index innovation_result_of on innovation_result (union_id, id);
create table innovation_author (
  result_id uuid not null references innovation_result,
  union_id uuid not null,
  person_id uuid not null references person,
  place int not null,
  primary key (result_id, person_id)
);
create table innovation_declaration (
  result_id uuid not null references innovation_result,
  level text not null check (level in ('UNIT', 'COUNTY', 'CITY', 'PROVINCE', 'NATIONAL')),
  union_id uuid not null,
  state text not null default 'DECLARED' check (state in ('DECLARED', 'EVALUATED', 'HONOURED', 'NOT_HONOURED')),
  declared_on date not null,
  score int not null default 0 check (score between 0 and 10000),
  evaluated_on date,
  award text not null default '',
  award_document_no text not null default '',
  decided_on date,
  primary key (result_id, level),
  check ((state = 'DECLARED') = (evaluated_on is null)),
  check ((state = 'HONOURED') = (award <> ''))
);
create table challenge (
  id uuid primary key,
  union_id uuid not null references known_union,
  title text not null,
  content text not null,
  reward_fen bigint not null check (reward_fen >= 0),
  posted_on date not null,
  deadline date not null,
  state text not null default 'POSTED' check (state in ('POSTED', 'TAKEN', 'DELIVERED')),
  taker_union_id uuid references known_union,
  taker text not null default '',
  taken_on date,
  result_text text not null default '',
  benefit_fen bigint not null default 0 check (benefit_fen >= 0),
  evidence_sha256 text[] not null default '{}',
  delivered_on date,
  version int not null default 1,
  check (deadline > posted_on),
  check ((state = 'POSTED') = (taken_on is null)),
  check ((state = 'DELIVERED') = (delivered_on is not null))
);
create index challenge_by_state on challenge (state, id);
${['innovation_result', 'innovation_author', 'innovation_declaration', 'challenge']
  .map((table) => protect('competitions', table, { using: reached }))
  .join('')}
${learningTables}
`,
};
