import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';

const reached = ofUnion('welfare');
const anybody = `(select welfare.reach()) <> 'none'`;

/** What the facts of work have told, from the records. */
const counted = `
create view counted_job_fairs with (security_invoker = true) as
select f.union_id, f.held_on as happened_on, 'job_fair_held' as movement, f.campaign as kind, '' as level,
  f.channel as source, 1::bigint as heads, 0::bigint as fen
from job_fair as f where f.held_on is not null
union all
select f.union_id, f.held_on, 'job_fair_attended', f.campaign, '', f.channel, f.attendees, 0
from job_fair as f where f.held_on is not null and f.attendees > 0
union all
select f.union_id, f.held_on, 'job_employer_came', f.campaign, '', f.channel, 1, 0
from job_fair as f join job_employer as e using (job_fair_id) where f.held_on is not null
union all
select f.union_id, f.held_on, 'job_offered', f.campaign, '', f.channel, v.headcount, 0
from job_fair as f join job_vacancy as v using (job_fair_id) where f.held_on is not null and v.state = 'OPEN'
union all
select f.union_id, f.held_on, 'job_notice_posted', f.campaign, '', f.channel, 1, 0
from job_fair as f join job_vacancy as v using (job_fair_id) where f.held_on is not null and v.state = 'OPEN'
union all
select f.union_id, f.held_on, 'job_intended', f.campaign, '', f.channel, v.intents, 0
from job_fair as f join job_vacancy as v using (job_fair_id)
where f.held_on is not null and v.state = 'OPEN' and v.intents > 0
union all
select union_id, entered_on, 'job_employer_entered', '', '', '', 1, 0
from (select distinct on (employer_uscc) * from job_employer order by employer_uscc, entered_no) as first
union all
select union_id, placed_on, 'job_placed', worker_group, '', case when vacancy_id is null then 'TRAINING' else 'FAIR' end, 1, 0
from job_placement
union all
select union_id, finished_on, 'employment_training_held', worker_group, '', '', 1, 0
from employment_training where finished_on is not null
union all
select union_id, finished_on, 'employment_trained', worker_group, '', '', trained, 0
from employment_training where finished_on is not null
union all
select union_id, supported_on, 'startup_supported', '', '', '', 1, interest_subsidy_fen from startup_support
union all
select union_id, supported_on, 'startup_loan', '', '', '', 1, loan_fen from startup_support;
`;

/**
 * job_fair with the employers that came, by their unified social credit codes, and what they offered. job_placement:
 *   somebody who found work, by a notice or after a training. startup_support: what somebody started with a loan.
 */
export const jobFairs: Migration = {
  name: '0010-job-fairs',
  sql: `
create table job_fair (
  job_fair_id uuid primary key,
  union_id uuid not null references known_union,
  title text not null,
  channel text not null,
  campaign text not null,
  place text not null,
  holds_from date not null,
  holds_to date not null,
  state text not null check (state in ('PLANNED', 'PUBLISHED', 'REGISTERING', 'HELD', 'REPORTED', 'CANCELLED')),
  state_on date not null,
  held_on date,
  attendees int not null default 0 check (attendees >= 0),
  report text not null default '',
  version int not null default 1,
  check (holds_to >= holds_from),
  check (held_on is null or state in ('REGISTERING', 'HELD', 'REPORTED'))
);
create index job_fair_of on job_fair (union_id, job_fair_id);
create table job_employer (
  job_fair_id uuid not null references job_fair,
  employer_uscc text not null check (length(employer_uscc) = 18),
  union_id uuid not null,
  name text not null,
  licence_sha256 text not null,
  entered_on date not null,
  entered_no bigint generated always as identity,
  primary key (job_fair_id, employer_uscc)
);
create index job_employer_by_uscc on job_employer (employer_uscc, entered_no);
create table job_vacancy (
  vacancy_id uuid primary key,
  job_fair_id uuid not null,
  employer_uscc text not null,
  union_id uuid not null,
  title text not null,
  headcount int not null check (headcount > 0),
  wage_from_fen bigint not null check (wage_from_fen > 0),
  wage_to_fen bigint not null,
  workplace text not null,
  terms text not null,
  intents int not null default 0 check (intents >= 0),
  state text not null default 'OPEN' check (state in ('OPEN', 'WITHDRAWN')),
  withdrawal text not null default '',
  foreign key (job_fair_id, employer_uscc) references job_employer,
  check (wage_to_fen >= wage_from_fen)
);
create index job_vacancy_of on job_vacancy (job_fair_id, vacancy_id);
create table employment_training (
  training_id uuid primary key,
  union_id uuid not null references known_union,
  title text not null,
  worker_group text not null,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'FINISHED')),
  finished_on date,
  trained int not null default 0 check (trained >= 0),
  version int not null default 1,
  check (ends_on >= starts_on),
  check ((state = 'FINISHED') = (finished_on is not null))
);
create index employment_training_of on employment_training (union_id, training_id);
create table job_placement (
  placement_id uuid primary key,
  union_id uuid not null references known_union,
  vacancy_id uuid references job_vacancy,
  training_id uuid references employment_training,
  person_id uuid not null references person,
  worker_group text not null,
  placed_on date not null,
  after_first text not null default '' check (after_first in ('', 'EMPLOYED', 'LEFT')),
  first_on date,
  after_second text not null default '' check (after_second in ('', 'EMPLOYED', 'LEFT')),
  second_on date,
  version int not null default 1,
  check ((vacancy_id is null) <> (training_id is null)),
  unique (vacancy_id, person_id),
  unique (training_id, person_id)
);
create index job_placement_of on job_placement (union_id, placement_id);
create table startup_support (
  startup_id uuid primary key,
  union_id uuid not null references known_union,
  project_name text not null,
  supported_on date not null,
  bank_name text not null,
  loan_fen bigint not null check (loan_fen > 0),
  interest_subsidy_fen bigint not null check (interest_subsidy_fen between 0 and loan_fen),
  jobs_created int not null check (jobs_created >= 0),
  households_benefited int not null check (households_benefited >= 0),
  document_no text not null
);
create index startup_support_of on startup_support (union_id, startup_id);
${['job_fair', 'job_employer', 'job_vacancy']
  .map((table) => protect('welfare', table, { using: reached, alsoSeen: anybody }))
  .join('')}
${['employment_training', 'job_placement', 'startup_support']
  .map((table) => protect('welfare', table, { using: reached }))
  .join('')}
${counted}
`,
};
