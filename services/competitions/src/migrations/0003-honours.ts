import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, openToService, protect } from '@gonglian/service/row-security.ts';

const COLUMNS: Readonly<Record<string, string>> = {
  nomination_step: `
  step_no bigint generated always as identity,
  step text not null,
  state text not null,
  happened_on date not null,
  acted_by text not null,
  note text not null,
  primary key (nomination_id, step_no)`,
  honour_publicity: `
  stage text not null check (stage in ('UNIT', 'REGION', 'DECIDING')),
  starts_on date not null,
  ends_on date not null,
  working_days int not null,
  channel text not null,
  primary key (nomination_id, stage)`,
  honour_objection: `
  objection_id uuid primary key,
  stage text not null,
  raised_on date not null,
  summary text not null,
  closed_on date,
  outcome text not null default ''`,
  honour_consultation: `
  body text not null,
  asked_on date not null,
  replied_on date,
  reply text not null default '' check (reply in ('', 'NO_OBJECTION', 'OBJECTION')),
  note text not null default '',
  primary key (nomination_id, body)`,
};

/** Rows of a nomination: seen and written by whoever reaches its union. */
const ofNomination = (table: string) => `
create table ${table} (
  nomination_id uuid not null references nomination,
  union_id uuid not null,${COLUMNS[table] ?? ''}
);
create index ${table}_of on ${table} (nomination_id);
${protect('competitions', table, { using: ofUnion('competitions') })}`;

/** As the use cases read them. Counts of a quota see only what their reader reaches. */
const views = `
create view honour_quota_row with (security_invoker = true) as
select q.round_id as "roundId", q.honour_code as "honourCode", q.union_id as "unionId",
  coalesce(u.name, '') as "unionName", coalesce(q.from_union_id::text, '') as "fromUnionId",
  q.places, q.single_listed as "singleListed",
  h.places as "handedPlaces", h.single_listed as "handedSingle",
  t.places as "takenPlaces", t.single_listed as "takenSingle", q.to_node as "toNode", q.pooled
from honour_quota as q
left join known_union as u on u.union_id = q.union_id
cross join lateral (
  select coalesce(sum(b.places), 0)::int as places, coalesce(sum(b.single_listed), 0)::int as single_listed
  from honour_quota as b
  where b.round_id = q.round_id and b.honour_code = q.honour_code and b.from_union_id = q.union_id
    and not b.pooled) as h
cross join lateral (
  select count(*)::int as places, (count(*) filter (where n.single_listed))::int as single_listed
  from nomination as n
  where n.round_id = q.round_id and n.honour_code = q.honour_code and n.quota_union_id = q.union_id) as t;

create view nomination_row with (security_invoker = true) as
select n.nomination_id as "nominationId", n.round_id as "roundId", n.honour_code as "honourCode", r.level,
  c.name as "honourName", n.union_id as "unionId", coalesce(u.name, n.union_name) as "unionName", n.holder,
  coalesce(n.person_id::text, '') as "personId", p.name_sealed as "nameSealed",
  n.holder_name as "holderName", n.subject_key as "subjectKey", n.traits,
  n.single_listed as "singleListed", n.deeds_sealed as "deedsSealed", n.state, n.stood_on::text as "stoodOn",
  n.made_by as "madeBy", n.reviewed_by as "reviewedBy",
  coalesce(case n.state when 'PUBLISHED_IN_UNIT' then y.unit when 'PUBLISHED_IN_REGION' then y.region
    when 'PUBLISHED_AT_DECISION' then y.deciding end, '') as "publicityEndsOn",
  (select count(*)::int from honour_objection as o
    where o.nomination_id = n.nomination_id and o.closed_on is null) as "openObjections",
  (select count(*)::int from honour_consultation as k
    where k.nomination_id = n.nomination_id and k.reply = '') as "openConsultations",
  coalesce(n.submitted_on::text, '') as "submittedOn", coalesce(n.decided_on::text, '') as "decidedOn",
  n.decision_no as "decisionNo", coalesce(n.quota_union_id::text, '') as "quotaUnionId", n.version,
  n.from_node as "fromNode", n.held_by as "heldBy", n.reply_key as "replyKey"
from nomination as n
join honour_round as r on r.round_id = n.round_id
join honour_category as c on c.round_id = n.round_id and c.honour_code = n.honour_code
left join known_union as u on u.union_id = n.union_id
left join person as p on p.person_id = n.person_id
cross join lateral (
  select max(ends_on::text) filter (where stage = 'UNIT') as unit,
    max(ends_on::text) filter (where stage = 'REGION') as region,
    max(ends_on::text) filter (where stage = 'DECIDING') as deciding
  from honour_publicity as b where b.nomination_id = n.nomination_id) as y;

create view honour_grant_row with (security_invoker = true) as
select g.grant_id as "grantId", g.honour_code as "honourCode", g.level, g.honour_name as "honourName",
  g.holder, g.union_id as "unionId", coalesce(u.name, n.union_name, '') as "unionName",
  coalesce(g.person_id::text, '') as "personId", p.name_sealed as "nameSealed",
  g.holder_name as "holderName", g.frontline, g.origin, g.granted_on::text as "grantedOn",
  g.document_no as "documentNo", g.certificate_no as "certificateNo",
  g.certificate_sealed as "certificateSealed", coalesce(g.nomination_id::text, '') as "nominationId",
  coalesce(g.revoked_on::text, '') as "revokedOn", g.revoke_reason as "revokeReason",
  case when g.holder <> 'PERSON' then '' when g.revoked_on is not null then 'WITHDRAWN'
    else coalesce(s.standing, 'LIVING') end as standing,
  g.version, g.for_node as "forNode", g.awarded_by as "awardedBy", g.issuer_key as "issuerKey"
from honour_grant as g
left join nomination as n on n.nomination_id = g.nomination_id
left join known_union as u on u.union_id = g.union_id
left join person as p on p.person_id = g.person_id
left join holder_standing as s on s.person_id = g.person_id;
`;

/**
 * honour_round, honour_category: how many of which honours a round has; `slate_submitted_on` ends its submissions.
 * honour_quota: what of it a union may give on or nominate for; the first one is the node's own root's.
 * nomination and what belongs to it: one nomination from its draft to its end; each step is a row that stays.
 * honour_grant: who holds what. The certificate is sealed as it was signed; of a revocation only its own columns are written.
 * honour_number: the last certificate number of an honour in a year.
 */
export const honours: Migration = {
  name: '0003-honours',
  sql: `
create table honour_round (
  round_id uuid primary key,
  round_year int not null,
  level text not null,
  title text not null,
  document_no text not null,
  opened_on date not null,
  opened_by text not null,
  -- The node above that handed it down, and what is sealed for that one is sealed with.
  from_node text not null default '',
  slate_key bytea
);
${protect('competitions', 'honour_round', ofNode('competitions'))}
create table honour_category (
  round_id uuid not null references honour_round,
  honour_code text not null,
  name text not null,
  places int not null check (places >= 0),
  single_listed int not null check (single_listed between 0 and places),
  slate_submitted_on date,
  -- As the node above said it: the rule of the honour, until when, and which of its letters said so.
  rule json,
  slate_due_on date,
  quota_no int not null default 0,
  primary key (round_id, honour_code)
);
${protect('competitions', 'honour_category', ofNode('competitions'))}
create table honour_quota (
  round_id uuid not null,
  honour_code text not null,
  union_id uuid not null,
  from_union_id uuid,
  places int not null,
  single_listed int not null check (single_listed between 0 and places),
  -- Of a node below: union_id is its root. Pooled: it draws on the giver's places.
  to_node text not null default '',
  pooled boolean not null default false,
  slate_due_on date,
  quota_no int not null default 0,
  primary key (round_id, honour_code, union_id),
  foreign key (round_id, honour_code) references honour_category
);
create index honour_quota_from on honour_quota (round_id, honour_code, from_union_id);
${protect('competitions', 'honour_quota', { using: ofUnion('competitions') })}

create table nomination (
  nomination_id uuid primary key,
  round_id uuid not null,
  honour_code text not null,
  union_id uuid not null,
  holder text not null check (holder in ('PERSON', 'TEAM', 'UNIT', 'RESULT')),
  person_id uuid references person,
  holder_name text not null,
  subject_key text not null,
  traits text[] not null,
  single_listed boolean not null,
  deeds_sealed bytea not null,
  state text not null,
  stood_on date not null,
  made_by text not null,
  reviewed_by text not null default '',
  quota_union_id uuid,
  submitted_on date,
  decided_on date,
  decision_no text not null default '',
  version int not null default 1,
  -- Between nodes: who sent it, what its union is called there, and what its answers are sealed with; who has it now, and
  -- the last letter of that one and of who sent it; the number, sealed for the node above; the slate it goes with, the honour held before.
  from_node text not null default '',
  union_name text not null default '',
  reply_key bytea,
  held_by text not null default '',
  told_no bigint not null default 0,
  recall_no bigint not null default 0,
  number_sealed bytea,
  slate_id uuid,
  basis text not null default '',
  check ((holder = 'PERSON') = (person_id is not null)),
  check (reviewed_by = '' or reviewed_by <> made_by),
  foreign key (round_id, honour_code) references honour_category
);
-- One person, unit, team or result is nominated once in a round, whoever nominates.
create unique index nomination_of_subject on nomination (round_id, subject_key)
  where state not in ('WITHDRAWN', 'VETOED', 'REJECTED', 'ARRIVED', 'RETURNED');
create index nomination_by_subject on nomination (subject_key, honour_code);
create index nomination_of_quota on nomination (round_id, honour_code, quota_union_id)
  where quota_union_id is not null;
create index nomination_by_state on nomination (round_id, honour_code, state, nomination_id);
${protect('competitions', 'nomination', { using: ofUnion('competitions') })}

${['nomination_step', 'honour_publicity', 'honour_objection', 'honour_consultation'].map(ofNomination).join('')}

create table honour_grant (
  grant_id uuid primary key,
  nomination_id uuid unique references nomination,
  honour_code text not null,
  level text not null,
  honour_name text not null,
  holder text not null,
  union_id uuid not null,
  person_id uuid references person,
  holder_name text not null,
  subject_key text not null,
  frontline boolean not null,
  origin text not null check (origin in ('AWARDED', 'RECORDED')),
  granted_on date not null,
  document_no text not null,
  certificate_no text not null,
  certificate_sealed bytea,
  recorded_by text not null,
  revoked_on date check (revoked_on >= granted_on),
  revoke_reason text not null default '',
  revoked_by text not null default '',
  version int not null default 1,
  -- Who decided and signed where that was a node above, and its key; the node below whose figure it is.
  awarded_by text not null default '',
  issuer_key bytea,
  for_node text not null default '',
  check ((awarded_by = '') = (issuer_key is null)),
  check ((origin = 'AWARDED') = (nomination_id is not null)),
  check ((origin = 'AWARDED') = (certificate_sealed is not null))
);
create unique index honour_grant_no on honour_grant (certificate_no) where origin = 'AWARDED';
create unique index honour_grant_once on honour_grant (subject_key, honour_code, level, granted_on);
create index honour_grant_of_person on honour_grant (person_id);
create index honour_grant_of_union on honour_grant (union_id);
create index honour_grant_by_code on honour_grant (honour_code, level, grant_id);
${protect('competitions', 'honour_grant', { using: ofUnion('competitions') })}
create function keep_grant() returns trigger language plpgsql set search_path = competitions, pg_temp as $$
begin
  if tg_op = 'DELETE' or old.revoked_on is not null
    or (to_jsonb(old) - '{revoked_on,revoke_reason,revoked_by,version}'::text[])
      <> (to_jsonb(new) - '{revoked_on,revoke_reason,revoked_by,version}'::text[]) then
    raise exception 'honour grant %: what was granted is kept', old.grant_id using errcode = 'GL003';
  end if;
  return new;
end $$;
create trigger kept before update or delete on honour_grant for each row execute function keep_grant();
alter table honour_grant enable always trigger kept;

create table honour_number (
  honour_code text not null,
  level text not null,
  grant_year int not null,
  last_no int not null,
  primary key (honour_code, level, grant_year)
);
${openToService('competitions', 'honour_number')}
create table holder_standing (
  person_id uuid primary key references person,
  standing text not null
    check (standing in ('LIVING', 'DECEASED', 'MOVED', 'INVESTIGATED', 'EMIGRATED', 'UNTRACEABLE')),
  since_on date not null,
  set_by text not null
);
${openToService('competitions', 'holder_standing')}

${views}
`,
};
