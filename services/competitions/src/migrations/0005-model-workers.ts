import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, protect } from '@gonglian/service/row-security.ts';
import { payoutTables } from '@gonglian/payout/payout-tables.ts';

const ofItsUnion = ofUnion('competitions');
const own = 'member_id = (select competitions.self_member())';

/**
 * What payments need of whom, beside the roster of grants: one row a person, by his highest grant that was not revoked.
 * Grants are those of the honours of model workers only. Of every grant it is shown how far its bonus has come.
 */
const views = `
create view model_worker_row with (security_invoker = true) as
select r.person_id as "personId", p.name_sealed as "nameSealed", coalesce(w.union_id, r.union_id) as "unionId",
  coalesce(u.name, '') as "unionName", r.level as grade, r.granted_on::text as "grantedOn",
  case when r.revoked then 'WITHDRAWN' else coalesce(s.standing, 'LIVING') end as standing,
  coalesce(w.livelihood, '') as livelihood, w.income_sealed as "incomeSealed",
  w.account_sealed as "accountSealed", coalesce(w.bank_code, '') as "bankCode",
  coalesce(w.account_id, '') as "accountId", w.member_id as "memberId",
  coalesce(k.round_year, 0) as "checkedYear", coalesce(k.checked_on::text, '') as "checkedOn",
  coalesce(k.outcome, '') as "checkOutcome", coalesce(w.version, 0) as version
from (
  select distinct on (g.person_id) g.person_id, g.union_id, g.level, g.granted_on,
    g.revoked_on is not null as revoked
  from honour_grant as g
  where g.person_id is not null and g.honour_code in ('MODEL_WORKER', 'ADVANCED_WORKER')
  order by g.person_id, g.revoked_on is not null,
    array_position(array['NATIONAL', 'PROVINCE', 'CITY', 'COUNTY'], g.level), g.granted_on, g.grant_id) as r
join person as p using (person_id)
left join model_worker as w using (person_id)
left join known_union as u on u.union_id = coalesce(w.union_id, r.union_id)
left join holder_standing as s using (person_id)
left join lateral (
  select c.round_year, c.checked_on, c.outcome from living_check as c where c.person_id = r.person_id
  order by c.round_year desc, c.checked_on desc, c.check_id desc limit 1) as k on true;

alter view honour_grant_row rename to honour_granted;
create view honour_grant_row with (security_invoker = true) as
select g.*, payout_state('HONOUR_BONUS', g."grantId"::text, '') as "payoutState" from honour_granted as g;
`;

/**
 * model_worker: a holder of the honour on the register; income and account are sealed, who is on it is the roster's.
 * living_check_round, living_check: the yearly check; the last one of a round counts, the others stay.
 * care_batch, care_line: one of the three payments for a month; nobody is on two live ones of a kind in a month.
 * care_visit, care_visited: visits, recuperation and health checks, and who was there.
 * study_subsidy, study_share: an application for a degree, and what each level gives to it.
 */
export const modelWorkers: Migration = {
  name: '0005-model-workers',
  sql: `
${payoutTables('competitions')}
create table model_worker (
  person_id uuid primary key references person,
  union_id uuid not null references known_union,
  livelihood text not null check (livelihood in ('ON_THE_JOB', 'RETIRED', 'FARMER')),
  income_sealed bytea,
  account_sealed bytea,
  bank_code text not null,
  account_id text not null,
  member_id uuid,
  set_by text not null,
  version int not null default 1,
  check ((account_sealed is null) = (bank_code = ''))
);
create index model_worker_of on model_worker (union_id);
${protect('competitions', 'model_worker', { using: ofItsUnion })}
create table living_check_round (
  round_year int primary key,
  opened_on date not null,
  document_no text not null,
  opened_by text not null
);
${protect('competitions', 'living_check_round', ofNode('competitions'))}
create table living_check (
  check_id uuid primary key,
  round_year int not null references living_check_round,
  person_id uuid not null references person,
  union_id uuid not null,
  checked_on date not null,
  checked_by text not null,
  method text not null check (method in ('VISIT', 'IN_PERSON', 'VIDEO', 'REGISTER')),
  outcome text not null check (outcome in ('ALIVE', 'DECEASED', 'MOVED', 'EMIGRATED', 'UNTRACEABLE')),
  note text not null
);
create index living_check_of on living_check (person_id, round_year, checked_on, check_id);
${protect('competitions', 'living_check', { using: ofItsUnion })}
${views}
create table care_batch (
  batch_id uuid primary key,
  union_id uuid not null references known_union,
  care_kind text not null check (care_kind in ('HONOUR_ALLOWANCE', 'LIVING_SUBSIDY', 'SPECIAL_AID')),
  month text collate "C" not null,
  grade text not null,
  bank text not null,
  project_code text not null,
  source_code text not null,
  document_no text not null,
  ordered_by text not null,
  left_out jsonb not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED', 'CANCELLED')),
  made_by text not null,
  approved_by text not null default '',
  cancel_reason text not null default '',
  payout_id uuid references payout,
  version int not null default 1,
  check (approved_by <> made_by),
  check (state <> 'APPROVED' or (approved_by <> '' and payout_id is not null))
);
create index care_batch_of on care_batch (union_id, batch_id);
create table care_line (
  batch_id uuid not null references care_batch,
  seq int not null,
  union_id uuid not null,
  care_kind text not null,
  month text collate "C" not null,
  person_id uuid not null references person,
  grade text not null,
  livelihood text not null,
  line_fen bigint not null,
  cap_fen bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  hardship_sealed bytea,
  live boolean not null default true,
  primary key (batch_id, seq)
);
create unique index care_line_once on care_line (care_kind, month, person_id) where live;
create table care_visit (
  care_id uuid primary key,
  union_id uuid not null references known_union,
  form text not null check (form in ('VISIT', 'RECUPERATION', 'HEALTH_CHECK')),
  happened_on date not null,
  ends_on date not null,
  place text not null,
  note text not null,
  recorded_by text not null,
  check (ends_on >= happened_on)
);
create index care_visit_of on care_visit (union_id, care_id);
create table care_visited (
  care_id uuid not null references care_visit,
  union_id uuid not null,
  person_id uuid not null references person,
  primary key (care_id, person_id)
);
create index care_visited_of on care_visited (person_id);
create table study_subsidy (
  study_id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid references person,
  member_id uuid,
  applicant text not null,
  degree text not null,
  stage text not null check (stage in ('ENROLMENT', 'DIPLOMA')),
  school text not null,
  major text not null,
  tuition_fen bigint not null check (tuition_fen > 0),
  evidence_sha256 text[] not null,
  applied_on date not null,
  applied_by text not null,
  state text not null default 'APPLIED'
    check (state in ('APPLIED', 'CHECKED', 'REVIEWED', 'APPROVED', 'REFUSED')),
  checked_by text not null default '',
  reviewed_by text not null default '',
  approved_by text not null default '',
  approved_on date,
  note text not null default '',
  amount_fen bigint not null default 0,
  ordered_by text not null default '',
  version int not null default 1,
  check ((person_id is null) <> (member_id is null)),
  check ((state = 'APPROVED') = (approved_on is not null)),
  check (state <> 'APPROVED' or (checked_by <> reviewed_by and reviewed_by <> approved_by and checked_by <> approved_by))
);
-- Helped with once a degree and stage, whoever applies.
create unique index study_subsidy_once on study_subsidy (applicant, degree, stage) where state <> 'REFUSED';
create index study_subsidy_of on study_subsidy (union_id, study_id);
create index study_subsidy_of_member on study_subsidy (member_id) where member_id is not null;
create table study_share (
  study_id uuid not null references study_subsidy,
  union_id uuid not null,
  member_id uuid,
  level text not null check (level in ('PROVINCE', 'CITY', 'COUNTY')),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (study_id, level)
);
${['care_batch', 'care_line', 'care_visit', 'care_visited']
  .map((table) => protect('competitions', table, { using: ofItsUnion }))
  .join('')}
${protect('competitions', 'study_subsidy', { using: ofItsUnion, check: `${ofItsUnion} or ${own}`, alsoSeen: own })}
${protect('competitions', 'study_share', { using: ofItsUnion, alsoSeen: own })}
`,
};
