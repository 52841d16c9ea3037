import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { countedRecuperation } from './counted-recuperation.ts';

const anybody = `(select welfare.reach()) <> 'none'`;
const reached = ofUnion('welfare');
/** Of the union that holds it, and of the unit whose people it is about. */
const either = `${ofUnion('welfare', 'holder_id')} or ${reached}`;
const own = 'member_id = (select welfare.self_member())';

/**
 * place_offer: places that are counted by their own row. place_booking: who holds one; `who` is a nominee or a member, once
 *   a subject (a batch, a check-up, an activity).
 * recuperation_base, recuperation_route: where workers go. recuperation_batch with what each unit may send, whom it named,
 *   the groups, each step it took. recuperation_guests: what hosts count, apart from all of that.
 * check_up, check_up_unit: how many were invited and came, and what it cost; nothing of anybody's health.
 */
export const recuperation: Migration = {
  name: '0009-recuperation',
  sql: `
create table place_offer (
  offer_id uuid primary key,
  union_id uuid not null references known_union,
  offer_kind text not null check (offer_kind in ('RECUPERATION', 'CHECK_UP', 'ACTIVITY')),
  subject_id uuid not null,
  title text not null,
  starts_on date not null,
  closes_on date not null,
  is_open boolean not null default true,
  places int not null check (places > 0),
  taken int not null default 0,
  check (taken between 0 and places),
  check (closes_on <= starts_on)
);
create index place_offer_of on place_offer (subject_id);
create index place_offer_open on place_offer (closes_on, offer_id) where is_open;
create table place_booking (
  booking_id uuid primary key,
  offer_id uuid not null references place_offer,
  holder_id uuid not null references known_union,
  union_id uuid not null references known_union,
  subject_id uuid not null,
  who uuid not null,
  member_id uuid,
  state text not null default 'BOOKED' check (state in ('BOOKED', 'CANCELLED')),
  booked_on date not null
);
create unique index place_booking_once on place_booking (subject_id, who) where state = 'BOOKED';
create index place_booking_of on place_booking (offer_id) where state = 'BOOKED';
create index place_booking_of_member on place_booking (member_id, booking_id) where member_id is not null;
${protect('welfare', 'place_offer', { using: reached, alsoSeen: anybody })}
${protect('welfare', 'place_booking', { using: either, check: `${either} or ${own}`, alsoSeen: own })}

create table recuperation_base (
  base_id uuid primary key,
  union_id uuid not null references known_union,
  name text not null,
  level text not null check (level in ('COUNTY', 'CITY', 'PROVINCE', 'NATIONAL')),
  region_code text not null,
  address text not null,
  capacity int not null check (capacity > 0),
  accredited_on date not null,
  expires_on date not null,
  document_no text not null,
  ended_on date,
  end_reason text not null default '',
  version int not null default 1,
  check (expires_on > accredited_on)
);
create unique index recuperation_base_once on recuperation_base (union_id, name) where ended_on is null;
create table recuperation_route (
  route_id uuid primary key,
  union_id uuid not null references known_union,
  name text not null,
  days int not null check (days > 0),
  base_ids uuid[] not null,
  published_on date not null,
  document_no text not null
);
create table recuperation_batch (
  batch_id uuid primary key,
  union_id uuid not null references known_union,
  base_id uuid not null references recuperation_base,
  title text not null,
  cross_province boolean not null,
  travels_from date not null,
  travels_to date not null,
  days int not null check (days > 0),
  daily_fen bigint not null check (daily_fen > 0),
  quota_document_no text not null,
  state text not null check (state in ('QUOTA_ISSUED', 'NOMINATED', 'PUBLISHED', 'APPROVED', 'GROUPED',
    'TRAVELLED', 'SETTLED', 'REPORTED', 'REFUSED', 'CANCELLED')),
  state_on date not null,
  notice_id uuid,
  insurance_no text not null default '',
  agency_contract_no text not null default '',
  sign_in_sha256 text not null default '',
  invoice_no text not null default '',
  invoice_sha256 text not null default '',
  welfare_fen bigint not null default 0 check (welfare_fen >= 0),
  union_fen bigint not null default 0 check (union_fen >= 0),
  worker_fen bigint not null default 0 check (worker_fen >= 0),
  settled_on date,
  returned_on date,
  satisfied int not null default 0 check (satisfied >= 0),
  feedback text not null default '',
  version int not null default 0,
  check (travels_to >= travels_from),
  check ((settled_on is not null) = (state in ('SETTLED', 'REPORTED')))
);
create index recuperation_batch_of on recuperation_batch (union_id, batch_id);
create unique index recuperation_invoice_once on recuperation_batch (invoice_no) where invoice_no <> '';
create table recuperation_quota (
  batch_id uuid not null references recuperation_batch,
  union_id uuid not null references known_union,
  holder_id uuid not null,
  places int not null check (places > 0),
  primary key (batch_id, union_id)
);
create table recuperation_nominee (
  nominee_id uuid primary key,
  batch_id uuid not null references recuperation_batch,
  holder_id uuid not null,
  union_id uuid not null,
  person_id uuid not null references person,
  member_id uuid,
  target_group text not null,
  state text not null default 'NOMINATED'
    check (state in ('NOMINATED', 'CHOSEN', 'RESERVE', 'APPROVED', 'TRAVELLED', 'ABSENT', 'WITHDRAWN')),
  withdrawal text not null default '',
  foreign key (batch_id, union_id) references recuperation_quota
);
create unique index recuperation_nominee_once on recuperation_nominee (batch_id, person_id) where state <> 'WITHDRAWN';
create index recuperation_nominee_person on recuperation_nominee (person_id) where state = 'TRAVELLED';
create index recuperation_nominee_member on recuperation_nominee (member_id) where member_id is not null;
create table recuperation_group (
  group_id uuid primary key,
  batch_id uuid not null references recuperation_batch,
  union_id uuid not null,
  name text not null,
  travels_from date not null,
  travels_to date not null,
  offer_id uuid not null references place_offer
);
create index recuperation_group_of on recuperation_group (batch_id);
create table recuperation_step (
  batch_id uuid not null references recuperation_batch,
  no int not null,
  union_id uuid not null,
  state text not null,
  step_on date not null,
  note text not null,
  document_no text not null,
  acted_by text not null,
  primary key (batch_id, no)
);
create table recuperation_guests (
  guests_id uuid primary key,
  base_id uuid not null references recuperation_base,
  union_id uuid not null,
  month text not null check (month ~ '^\\d{4}-\\d{2}$'),
  from_region_code text not null,
  guests int not null check (guests > 0),
  takings_fen bigint not null check (takings_fen >= 0),
  unique (base_id, month, from_region_code)
);
${['recuperation_base', 'recuperation_route']
  .map((table) => protect('welfare', table, { using: reached, alsoSeen: anybody }))
  .join('')}
${['recuperation_quota', 'recuperation_nominee']
  .map((table) =>
    protect(
      'welfare',
      table,
      table.endsWith('nominee') ? { using: either, alsoSeen: own } : { using: either },
    ),
  )
  .join('')}
${protect('welfare', 'recuperation_batch', {
  using: reached,
  alsoSeen: `exists (select from welfare.recuperation_quota as q where q.batch_id = recuperation_batch.batch_id)`,
})}
${['recuperation_group', 'recuperation_step', 'recuperation_guests']
  .map((table) => protect('welfare', table, { using: reached }))
  .join('')}

create table check_up (
  check_up_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('CHECK_UP', 'TWO_CANCER_SCREENING')),
  worker_group text not null,
  hospital_name text not null,
  starts_on date not null,
  ends_on date not null,
  document_no text not null,
  offer_id uuid references place_offer,
  capacity int not null check (capacity > 0),
  state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED', 'CANCELLED')),
  closed_on date,
  cost_fen bigint not null default 0 check (cost_fen >= 0),
  invoice_no text not null default '',
  cancel_reason text not null default '',
  version int not null default 1,
  check (ends_on >= starts_on),
  check ((state = 'CLOSED') = (closed_on is not null))
);
create index check_up_of on check_up (union_id, check_up_id);
create table check_up_unit (
  check_up_id uuid not null references check_up,
  union_id uuid not null references known_union,
  holder_id uuid not null,
  invited int not null check (invited > 0),
  attended int not null default 0,
  primary key (check_up_id, union_id),
  check (attended between 0 and invited)
);
${protect('welfare', 'check_up_unit', { using: either })}
${protect('welfare', 'check_up', {
  using: reached,
  alsoSeen: `exists (select from welfare.check_up_unit as u where u.check_up_id = check_up.check_up_id)`,
})}
${countedRecuperation}
`,
};
