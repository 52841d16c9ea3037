import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { LEGAL_AID_STATES } from '../legal-aid/legal-aid-steps.ts';
import { MEDIATION_STATES } from '../mediation/mediation-steps.ts';

const reached = { using: ofUnion('welfare') };
const oneOf = (column: string, codes: readonly string[]) =>
  `${column} text not null check (${column} in (${codes.map((code) => `'${code}'`).join(', ')}))`;
const disputes = [
  'WAGE_ARREARS',
  'CONTRACT',
  'INJURY',
  'SOCIAL_INSURANCE',
  'COMPENSATION',
  'OTHER',
];

/**
 * mediation, legal_aid: a case from the application to its end; what it is about is sealed.
 * rights_step: each step of either, with who has it from then on.
 * professional: lawyers, mediators and others on a roster; of the employers that one works for only the code.
 * rights_check: what was checked with others, and what workers got by it. rights_agreement: with whom it was agreed to help.
 */
export const rights: Migration = {
  name: '0008-rights',
  sql: `
create table professional (
  id uuid primary key,
  union_id uuid not null references known_union,
  name_sealed bytea not null,
  ${oneOf('profession', ['LAWYER', 'MEDIATOR', 'PSYCHOLOGIST', 'LABOUR_RELATIONS', 'SOCIAL_WORKER'])},
  firm_name text not null,
  licence_no text not null,
  appointed_on date not null,
  ended_on date check (ended_on >= appointed_on),
  client_usccs text[] not null,
  duty_weekdays int[] not null
);
create index professional_of on professional (union_id, id);
create unique index professional_once on professional (union_id, profession, licence_no)
  where ended_on is null and licence_no <> '';
${protect('welfare', 'professional', reached)}

create table mediation (
  id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  ${oneOf('dispute_kind', disputes)},
  source text not null,
  source_no text not null,
  employer_name text not null,
  content_sealed bytea not null,
  workers int not null check (workers > 0),
  representatives int not null check (representatives between 0 and workers),
  applied_on date not null,
  known_on date not null,
  relation_ended_on date,
  ${oneOf('state', MEDIATION_STATES)},
  state_on date not null,
  accepted_on date,
  due_on date,
  professional_id uuid references professional,
  agreed_on date,
  agreement_no text not null default '',
  agreement_sha256 text not null default '',
  agreed_fen bigint not null default 0 check (agreed_fen >= 0),
  recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  agency text not null default 'UNION',
  agency_no text not null default '',
  closed_on date,
  version int not null default 1
);
create index mediation_of on mediation (union_id, id);
create unique index mediation_handed_once on mediation (union_id, source, source_no) where source_no <> '';
${protect('welfare', 'mediation', reached)}

create table legal_aid (
  id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  ${oneOf('aid_kind', ['CONSULTATION', 'DRAFTING', 'MEDIATION', 'ARBITRATION', 'LITIGATION'])},
  ${oneOf('dispute_kind', disputes)},
  employer_name text not null,
  employer_uscc text not null,
  content_sealed bytea not null,
  work_region text not null,
  origin_region text not null,
  workers int not null check (workers > 0),
  applied_on date not null,
  ${oneOf('state', LEGAL_AID_STATES)},
  state_on date not null,
  materials text[] not null,
  due_on date,
  reason text not null default '',
  granted_on date,
  reviewed_by text not null default '',
  professional_id uuid references professional,
  route text not null default '',
  result text not null default '',
  recovered_fen bigint not null default 0 check (recovered_fen >= 0),
  closed_on date,
  satisfaction int not null default 0 check (satisfaction between 0 and 5),
  version int not null default 1
);
create index legal_aid_of on legal_aid (union_id, id);
${protect('welfare', 'legal_aid', reached)}

create table rights_step (
  case_id uuid not null,
  no int not null,
  union_id uuid not null,
  stepped_on date not null,
  step text not null,
  state text not null,
  agency text not null,
  acted_by text not null,
  note text not null,
  primary key (case_id, no)
);
${protect('welfare', 'rights_step', reached)}

create table rights_check (
  id uuid primary key,
  union_id uuid not null references known_union,
  ${oneOf('check_kind', ['WAGE_ARREARS', 'ACCIDENT'])},
  agencies text[] not null,
  employer_name text not null,
  checked_on date not null,
  finding text not null,
  workers int not null check (workers >= 0),
  recovered_fen bigint not null check (recovered_fen >= 0),
  closed_on date not null check (closed_on >= checked_on)
);
create index rights_check_of on rights_check (union_id, id);
${protect('welfare', 'rights_check', reached)}

create table rights_agreement (
  id uuid primary key,
  union_id uuid not null references known_union,
  ${oneOf('agreement_kind', ['CROSS_REGION', 'COURT_UNION'])},
  partner_name text not null,
  partner_region text not null,
  agreement_no text not null,
  signed_on date not null,
  ended_on date check (ended_on >= signed_on)
);
create index rights_agreement_of on rights_agreement (union_id, id);
create unique index rights_agreement_once on rights_agreement (union_id, agreement_kind, agreement_no);
${protect('welfare', 'rights_agreement', reached)}

create view counted_rights with (security_invoker = true) as
select union_id, accepted_on as happened_on, 'mediation_accepted' as movement, dispute_kind as kind, '' as level,
  source, 1::bigint as heads, 0::bigint as fen
from mediation where accepted_on is not null
union all
select union_id, accepted_on, 'rights_worker', 'MEDIATION', '', '', workers, 0
from mediation where accepted_on is not null
union all
select union_id, closed_on, 'mediation_closed', dispute_kind,
  case when agreed_on is null then 'NO_AGREEMENT' else 'AGREEMENT' end, source, 1, recovered_fen
from mediation where closed_on is not null
union all
select union_id, granted_on, 'legal_aid_granted', dispute_kind, '',
  case when origin_region <> '' and left(origin_region, 2) <> left(work_region, 2) then 'CROSS_REGION' else '' end,
  1, 0
from legal_aid where granted_on is not null
union all
select union_id, granted_on, 'rights_worker', 'LEGAL_AID', '', '', workers, 0
from legal_aid where granted_on is not null
union all
select union_id, closed_on, 'legal_aid_closed', dispute_kind, result, '', 1, recovered_fen
from legal_aid where closed_on is not null
union all
select union_id, closed_on, 'rights_checked', check_kind, '', '', 1, recovered_fen from rights_check
union all
select union_id, closed_on, 'rights_worker', 'CHECK', '', '', workers, 0 from rights_check where workers > 0
union all
select union_id, signed_on, 'rights_agreement_signed', agreement_kind, '', '', 1, 0 from rights_agreement
union all
select union_id, ended_on, 'rights_agreement_ended', agreement_kind, '', '', 1, 0
from rights_agreement where ended_on is not null;
`,
};
