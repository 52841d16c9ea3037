import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';

const ofHolder = { using: ofUnion('welfare', 'holder_union_id') };
/** Of whoever has enrolled them, and of whoever runs the plan. */
const ofBoth = { using: `${ofUnion('welfare')} or ${ofUnion('welfare', 'holder_union_id')}` };
const byAll = `(select welfare.reach()) <> 'none'`;
const own = 'member_id = (select welfare.self_member())';

/** What the facts of mutual aid have told: domain of `counted` in 0012. */
const counted = `
create view counted_mutual_aid with (security_invoker = true) as
select b.union_id, b.effective_from as happened_on, 'mutual_aid_enrolled' as movement, p.kind, '' as level,
  case when p.gifted then 'GIFTED' else '' end as source, b.persons::bigint as heads, b.premium_fen as fen
from welfare.mutual_batch as b join welfare.mutual_plan as p using (plan_id) where b.state = 'PAID'
union all
select c.union_id, c.paid_on, 'mutual_aid_paid', p.kind, '', '', 1, c.benefit_fen
from welfare.mutual_claim as c join welfare.mutual_plan as p using (plan_id) where c.paid_on is not null
union all
select union_id, paid_on, 'mutual_aid_paid', '', '', '', 1, amount_fen from welfare.mutual_past_claim;
`;

/**
 * mutual_plan: a plan of a round; mutual_terms: what it pays, by dated versions that stay.
 * mutual_batch, mutual_enrolment: who takes part, by the grassroots union’s lists; a person once in a plan, and `given_fen`
 *   is what was approved for him in it: two claims at once wait for one another there.
 * mutual_claim: all that says how ill somebody is is sealed in one piece (mutual-aid/health.ts); of invoices and of an
 *   illness paid by lump sum there are keyed hashes, so that each is used once.
 * mutual_claim_step: who took which step; mutual_claim_line: how the sum was made. mutual_past_claim: of old lists.
 */
export const mutualAid: Migration = {
  name: '0006-mutual-aid',
  sql: `
create table mutual_plan (
  plan_id uuid primary key,
  holder_union_id uuid not null references known_union,
  name text not null,
  round text not null,
  kind text not null check (kind in ('HOSPITAL', 'HOSPITAL_DAY', 'LUMP_SUM')),
  premium_fen bigint not null check (premium_fen > 0),
  gifted boolean not null,
  women_only boolean not null,
  men_under int not null,
  women_under int not null,
  base_plan_id uuid references mutual_plan,
  waiting_days int not null check (waiting_days >= 0),
  enrol_from date not null,
  enrol_to date not null check (enrol_to >= enrol_from),
  period_from date not null,
  period_to date not null check (period_to >= period_from),
  state text not null default 'DRAFT'
    check (state in ('DRAFT', 'PUBLISHED', 'ENROLLING', 'EFFECTIVE', 'CLOSED', 'SETTLED')),
  settled_on date,
  settled_persons int not null default 0,
  settled_premium_fen bigint not null default 0,
  settled_payout_fen bigint not null default 0,
  made_by text not null,
  version int not null default 1,
  unique (holder_union_id, name, round),
  check ((state = 'SETTLED') = (settled_on is not null))
);
${protect('welfare', 'mutual_plan', { ...ofHolder, alsoSeen: byAll })}

create table mutual_terms (
  plan_id uuid not null references mutual_plan,
  terms_version int not null,
  holder_union_id uuid not null,
  effective_from date not null,
  ordered_by text not null,
  terms json not null,
  made_by text not null,
  primary key (plan_id, terms_version)
);
${protect('welfare', 'mutual_terms', { ...ofHolder, alsoSeen: byAll })}
create function keep_terms() returns trigger language plpgsql as $$
begin
  raise exception 'terms of mutual aid are kept as they were' using errcode = 'GL003';
end $$;
create trigger kept before update or delete on mutual_terms for each row execute function keep_terms();
alter table mutual_terms enable always trigger kept;

create table mutual_batch (
  batch_id uuid primary key,
  plan_id uuid not null references mutual_plan,
  holder_union_id uuid not null,
  union_id uuid not null references known_union,
  persons int not null check (persons > 0),
  premium_fen bigint not null,
  state text not null default 'LISTED' check (state in ('LISTED', 'PAID', 'CANCELLED')),
  listed_on date not null,
  paid_on date,
  receipt_no text not null default '',
  effective_from date,
  made_by text not null,
  version int not null default 1,
  check ((state = 'PAID') = (paid_on is not null)),
  check ((state = 'PAID') = (effective_from is not null))
);
create index mutual_batch_of on mutual_batch (plan_id, batch_id desc);
create unique index mutual_receipt_once on mutual_batch (holder_union_id, receipt_no) where receipt_no <> '';
${protect('welfare', 'mutual_batch', ofBoth)}

create table mutual_enrolment (
  enrolment_id uuid primary key,
  batch_id uuid not null references mutual_batch,
  plan_id uuid not null references mutual_plan,
  holder_union_id uuid not null,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  insurance text not null check (insurance in ('EMPLOYEE', 'RESIDENT')),
  state text not null default 'LISTED' check (state in ('LISTED', 'PAID', 'CANCELLED')),
  given_fen bigint not null default 0 check (given_fen >= 0)
);
create unique index mutual_enrolment_once on mutual_enrolment (plan_id, person_id) where state <> 'CANCELLED';
create index mutual_enrolment_of on mutual_enrolment (batch_id);
create index mutual_enrolment_of_person on mutual_enrolment (person_id);
${protect('welfare', 'mutual_enrolment', ofBoth)}

create table mutual_claim (
  claim_id uuid primary key,
  plan_id uuid not null references mutual_plan,
  enrolment_id uuid not null references mutual_enrolment,
  holder_union_id uuid not null,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  -- Who reported it himself, and follows it.
  member_id uuid,
  terms_version int not null,
  health_sealed bytea not null,
  -- Of an illness that a lump sum is paid for: once for whoever is enrolled.
  disease_key bytea,
  account_sealed bytea,
  bank_code text not null default '',
  evidence_sha256 text[] not null default '{}',
  state text not null default 'REPORTED' check (state in ('REPORTED', 'MATERIALS', 'CHECKED', 'REVIEWED',
    'CALCULATED', 'APPROVED', 'RETURNED', 'REJECTED', 'APPEALED')),
  reason_code text not null default '',
  benefit_fen bigint not null default 0 check (benefit_fen >= 0),
  reported_on date not null,
  paid_on date,
  version int not null default 1,
  foreign key (plan_id, terms_version) references mutual_terms
);
create unique index mutual_disease_once on mutual_claim (enrolment_id, disease_key)
  where disease_key is not null and state <> 'REJECTED';
create index mutual_claim_open on mutual_claim (claim_id)
  where state in ('REPORTED', 'MATERIALS', 'CHECKED', 'REVIEWED', 'CALCULATED', 'RETURNED', 'APPEALED');
create index mutual_claim_held on mutual_claim (holder_union_id, claim_id);
create index mutual_claim_by_state on mutual_claim (state, claim_id);
create index mutual_claim_of on mutual_claim (union_id, claim_id);
create index mutual_claim_of_plan on mutual_claim (plan_id, claim_id);
create index mutual_claim_of_member on mutual_claim (member_id, claim_id) where member_id is not null;
${protect('welfare', 'mutual_claim', { ...ofBoth, alsoSeen: own })}

create table mutual_invoice (
  invoice_key bytea primary key,
  claim_id uuid not null references mutual_claim,
  seq int not null,
  holder_union_id uuid not null,
  union_id uuid not null
);
create index mutual_invoice_of on mutual_invoice (claim_id);
${protect('welfare', 'mutual_invoice', ofBoth)}

create table mutual_claim_step (
  claim_id uuid not null references mutual_claim,
  seq int not null,
  holder_union_id uuid not null,
  union_id uuid not null,
  step text not null,
  to_state text not null,
  account text not null,
  at timestamptz not null,
  reason_code text not null,
  primary key (claim_id, seq)
);
${protect('welfare', 'mutual_claim_step', ofBoth)}

create table mutual_claim_line (
  claim_id uuid not null references mutual_claim,
  seq int not null,
  holder_union_id uuid not null,
  union_id uuid not null,
  line_kind text not null,
  from_fen bigint not null,
  to_fen bigint not null,
  base bigint not null,
  rate_bp int not null,
  amount_fen bigint not null,
  primary key (claim_id, seq)
);
${protect('welfare', 'mutual_claim_line', ofBoth)}

create table mutual_past_claim (
  past_claim_id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  plan_name text not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  recorded_by text not null,
  unique (person_id, plan_name, paid_on)
);
${protect('welfare', 'mutual_past_claim', { using: ofUnion('welfare') })}
${counted}
`,
};
