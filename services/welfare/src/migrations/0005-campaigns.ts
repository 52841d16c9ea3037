import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, openToService, protect } from '@gonglian/service/row-security.ts';

const ofItsUnion = { using: ofUnion('welfare') };
const byAll = `(select welfare.reach()) <> 'none'`;

/** What the facts of campaigns have told: domain of `counted` in 0012. */
const counted = `
create view counted_campaigns with (security_invoker = true) as
with standing as (
  select v.*, c.kind from welfare.visit as v join welfare.campaign as c using (campaign_id) where v.state = 'RECORDED')
select union_id, visited_on as happened_on, 'visit_made' as movement, kind, occasion as level, recipient_group as source,
  1::bigint as heads, goods_fen as fen from standing
union all
select union_id, visited_on, 'worker_visited', kind, occasion, recipient_group, persons, 0 from standing
union all
select union_id, visited_on, 'package_given', kind, occasion, recipient_group, packages, 0 from standing where packages > 0
union all
select union_id, visited_on, 'site_visited', kind, occasion, recipient_group, 1, 0 from standing where new_site
union all
select union_id, visited_on, 'care_paid', kind, occasion, recipient_group, 1, past_cash_fen from standing
where past_cash_fen > 0
union all
select v.union_id, l.paid_on, 'care_paid', v.kind, v.occasion, v.recipient_group, 1, l.amount_fen
from welfare.warmth_line as l join welfare.warmth_list as w using (list_id) join standing as v using (visit_id)
where l.paid_on is not null
union all
select union_id, received_on, 'donation_received', '', '', '', 1, money_fen + goods_fen from welfare.donation
union all
select union_id, bought_on, 'consumption_aided', aid_form, '', '', 1, amount_fen from welfare.consumption_aid;
`;

/**
 * campaign: one of the four of a year, or what an epidemic or a disaster asks for. Whoever works here may visit in it.
 * visit: a site on a day, in one campaign; `site_key` is its name as it is compared, so that a visit is recorded once.
 * goods_batch, goods_movement: what came in and went out, quantity by unit price; the database keeps stock above zero.
 * donation: who gave is sealed. consumption_aid: local produce that unions and members bought.
 * warmth_list, warmth_line: money for named persons at a visit; warmth_year: what each was given in a year, by which it is
 *   capped: two lists at once wait for one another at that row.
 */
export const campaigns: Migration = {
  name: '0005-campaigns',
  sql: `
create table campaign (
  campaign_id uuid primary key,
  union_id uuid not null references known_union,
  year int not null,
  kind text not null check (kind in ('SPRING_JOBS', 'SUMMER_COOLING', 'AUTUMN_STUDY', 'WINTER_WARMTH', 'EPIDEMIC',
    'DISASTER')),
  document_no text not null,
  opened_on date not null,
  opened_by text not null,
  unique (union_id, year, kind)
);
${protect('welfare', 'campaign', { ...ofItsUnion, alsoSeen: byAll })}

create table visit (
  visit_id uuid primary key,
  campaign_id uuid not null references campaign,
  union_id uuid not null references known_union,
  site_name text not null,
  site_union_id uuid references known_union,
  site_key text not null,
  visited_on date not null,
  persons int not null check (persons > 0),
  recipient_group text not null,
  occasion text not null,
  temperature_level text not null,
  packages int not null check (packages >= 0),
  -- The one visit of the campaign by which the site counts.
  new_site boolean not null,
  goods_fen bigint not null default 0 check (goods_fen >= 0),
  -- Of an old list, which says what was given and not to whom.
  past_cash_fen bigint not null default 0 check (past_cash_fen >= 0),
  -- With what the bank has paid.
  cash_fen bigint not null default 0 check (cash_fen >= past_cash_fen),
  photo_sha256 text[] not null,
  note text not null,
  state text not null default 'RECORDED' check (state in ('RECORDED', 'CANCELLED')),
  recorded_by text not null,
  version int not null default 1
);
create unique index visit_once on visit (site_key, visited_on, recipient_group) where state = 'RECORDED';
create unique index visit_counts_site on visit (campaign_id, site_key) where new_site and state = 'RECORDED';
create index visit_of_campaign on visit (campaign_id, visit_id desc);
create index visit_of on visit (union_id, visit_id desc);
${protect('welfare', 'visit', ofItsUnion)}

create table donation (
  donation_id uuid primary key,
  union_id uuid not null references known_union,
  campaign_id uuid references campaign,
  donor_kind text not null check (donor_kind in ('UNIT', 'PERSON', 'ANONYMOUS')),
  donor_sealed bytea,
  money_fen bigint not null check (money_fen >= 0),
  goods_fen bigint not null check (goods_fen >= 0),
  receipt_no text not null,
  received_on date not null,
  recorded_by text not null,
  check ((donor_kind = 'ANONYMOUS') = (donor_sealed is null)),
  check (money_fen + goods_fen > 0)
);
create index donation_of on donation (union_id, donation_id desc);
${protect('welfare', 'donation', ofItsUnion)}

create table goods_batch (
  batch_id uuid primary key,
  union_id uuid not null references known_union,
  goods_name text not null,
  unit text not null,
  unit_price_fen bigint not null check (unit_price_fen > 0),
  quantity int not null check (quantity > 0),
  remaining int not null,
  donation_id uuid references donation,
  received_on date not null,
  document_no text not null,
  received_by text not null,
  constraint goods_are_there check (remaining between 0 and quantity)
);
create index goods_batch_of on goods_batch (union_id, batch_id desc);
${protect('welfare', 'goods_batch', ofItsUnion)}

create table goods_movement (
  movement_id uuid primary key,
  batch_id uuid not null references goods_batch,
  union_id uuid not null,
  kind text not null check (kind in ('IN', 'OUT', 'BACK')),
  quantity int not null check (quantity > 0),
  amount_fen bigint not null,
  visit_id uuid references visit,
  moved_on date not null,
  moved_by text not null,
  check ((kind = 'IN') = (visit_id is null))
);
create index goods_movement_of on goods_movement (batch_id, movement_id);
create index goods_movement_of_visit on goods_movement (visit_id) where visit_id is not null;
${protect('welfare', 'goods_movement', ofItsUnion)}

create table warmth_list (
  list_id uuid primary key,
  visit_id uuid not null references visit,
  campaign_id uuid not null references campaign,
  union_id uuid not null references known_union,
  given_on date not null,
  bank text not null,
  project_code text not null,
  source_code text not null,
  document_no text not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED', 'CANCELLED')),
  made_by text not null,
  approved_by text not null default '',
  version int not null default 1,
  check (approved_by <> made_by),
  check ((state = 'APPROVED') = (approved_by <> ''))
);
create index warmth_list_of on warmth_list (union_id, list_id desc);
create index warmth_list_of_visit on warmth_list (visit_id);
${protect('welfare', 'warmth_list', ofItsUnion)}

create table warmth_line (
  list_id uuid not null references warmth_list,
  seq int not null,
  union_id uuid not null,
  person_id uuid not null references person,
  amount_fen bigint not null check (amount_fen > 0),
  account_sealed bytea not null,
  bank_code text not null,
  paid_on date,
  signature_sha256 text not null default '',
  signed_on date,
  primary key (list_id, seq),
  unique (list_id, person_id),
  check ((signed_on is null) = (signature_sha256 = ''))
);
${protect('welfare', 'warmth_line', ofItsUnion)}

create table warmth_year (
  person_id uuid not null references person,
  year int not null,
  total_fen bigint not null check (total_fen >= 0),
  primary key (person_id, year)
);
${openToService('welfare', 'warmth_year')}

create table consumption_aid (
  aid_id uuid primary key,
  union_id uuid not null references known_union,
  aid_form text not null check (aid_form in ('BOUGHT_BY_UNIONS', 'BOUGHT_BY_MEMBERS', 'SOLD')),
  product_name text not null,
  origin_region text not null,
  bought_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  document_no text not null,
  recorded_by text not null
);
create index consumption_aid_of on consumption_aid (union_id, aid_id desc);
${protect('welfare', 'consumption_aid', ofItsUnion)}
${counted}
`,
};
