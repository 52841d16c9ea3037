import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';

const reached = ofUnion('welfare');
const anybody = `(select welfare.reach()) <> 'none'`;

/**
 * What the facts of venues and activities have told, from the records. A site counts once, as what it was built: a
 * signboard is of no view here.
 */
const counted = `
create view counted_venues with (security_invoker = true) as
select union_id, step_on as happened_on, 'venue_approved' as movement, v.kind, '' as level, '' as source,
  1::bigint as heads, 0::bigint as fen
from venue_step as s join venue as v using (venue_id, union_id) where s.state = 'APPROVED'
union all
select union_id, opened_on, 'venue_opened', kind, level, build_mode, 1, 0 from venue where opened_on is not null
union all
select union_id, state_on, 'venue_closed', kind, level, build_mode, 1, 0
from venue where opened_on is not null and state = 'CLOSED'
union all
select r.union_id, r.recognised_on, 'venue_recognised', v.kind, r.level, '', 1, 0
from venue_recognition as r join venue as v using (venue_id)
union all
select t.union_id, t.tallied_on, 'venue_served', v.kind, '', t.measure, t.served, 0
from venue_tally as t join venue as v using (venue_id)
union all
select union_id, held_on, 'activity_held', kind, '', '', 1, cost_fen from activity where state = 'HELD'
union all
select union_id, held_on, 'activity_attended', kind, '', '', attendance, 0
from activity where state = 'HELD' and attendance > 0
union all
select a.union_id, a.held_on, 'venue_activity_held', v.kind, '', '', 1, 0
from activity as a join venue as v using (venue_id) where a.state = 'HELD'
union all
select union_id, held_on, 'materials_given', topic, '', '', materials, 0
from activity where state = 'HELD' and materials > 0;
`;

/**
 * venue: one physical site with each step it took, its other signboards, titles, yearly checks, what changed of it and
 *   how many it served. gathering_point: where workers are. activity: what they come to; of who came only how many.
 */
export const venues: Migration = {
  name: '0011-venues',
  sql: `
create table venue (
  venue_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null,
  name text not null,
  level text not null,
  tier text not null default '',
  build_mode text not null,
  region_code text not null,
  address text not null,
  latitude_e6 int not null check (latitude_e6 between -90000000 and 90000000),
  longitude_e6 int not null check (longitude_e6 between -180000000 and 180000000),
  area_sqm int not null check (area_sqm >= 0),
  hours jsonb not null default '[]',
  facilities text[] not null default '{}',
  attributes jsonb not null default '{}',
  state text not null check (state in ('PROPOSED', 'APPROVED', 'REFUSED', 'BUILDING', 'ACCEPTED', 'OPEN',
    'SUSPENDED', 'RECTIFY', 'CLOSED')),
  state_on date not null,
  opened_on date,
  budget_fen bigint not null default 0 check (budget_fen >= 0),
  version int not null default 0
);
create index venue_of on venue (union_id, venue_id);
create index venue_in_use on venue (kind, venue_id) where state in ('OPEN', 'SUSPENDED', 'RECTIFY');
create table venue_step (
  venue_id uuid not null references venue,
  no int not null,
  union_id uuid not null,
  state text not null,
  step_on date not null,
  note text not null,
  document_no text not null,
  acted_by text not null,
  primary key (venue_id, no)
);
create table venue_signboard (
  venue_id uuid not null references venue,
  kind text not null,
  union_id uuid not null,
  name text not null,
  hung_on date not null,
  removed_on date,
  check (removed_on >= hung_on)
);
create unique index venue_signboard_once on venue_signboard (venue_id, kind) where removed_on is null;
create table venue_recognition (
  venue_id uuid not null references venue,
  title text not null,
  level text not null,
  union_id uuid not null,
  recognised_on date not null,
  document_no text not null,
  primary key (venue_id, title, level)
);
create table venue_check (
  venue_id uuid not null references venue,
  year int not null,
  union_id uuid not null,
  checked_on date not null,
  haves text[] not null,
  lacking text[] not null,
  note text not null,
  primary key (venue_id, year)
);
create table venue_tally (
  venue_id uuid not null references venue,
  tallied_on date not null,
  measure text not null check (measure in ('VISITS', 'READING_CARDS', 'CONTACTS')),
  union_id uuid not null,
  served int not null check (served > 0),
  primary key (venue_id, tallied_on, measure)
);
create table venue_change (
  venue_id uuid not null references venue,
  no int not null,
  union_id uuid not null,
  changed_on date not null,
  tier_before text not null,
  tier text not null,
  area_before int not null,
  area int not null,
  linked_before boolean not null,
  linked boolean not null,
  primary key (venue_id, no)
);
create table gathering_point (
  point_id uuid primary key,
  union_id uuid not null references known_union,
  name text not null,
  latitude_e6 int not null,
  longitude_e6 int not null,
  workers int not null check (workers >= 0),
  unique (union_id, name)
);
create table activity (
  activity_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null,
  title text not null,
  venue_id uuid references venue,
  place text not null,
  starts_on date not null,
  ends_on date not null,
  offer_id uuid references place_offer,
  state text not null default 'PLANNED' check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  held_on date,
  attendance int not null default 0 check (attendance >= 0),
  cost_fen bigint not null default 0 check (cost_fen >= 0),
  materials int not null default 0 check (materials >= 0),
  topic text not null default '',
  cancel_reason text not null default '',
  version int not null default 1,
  check (ends_on >= starts_on),
  check ((state = 'HELD') = (held_on is not null))
);
create index activity_of on activity (union_id, activity_id);
${['venue', 'venue_signboard', 'activity']
  .map((table) => protect('welfare', table, { using: reached, alsoSeen: anybody }))
  .join('')}
${[
  'venue_step',
  'venue_recognition',
  'venue_check',
  'venue_tally',
  'venue_change',
  'gathering_point',
]
  .map((table) => protect('welfare', table, { using: reached }))
  .join('')}
${counted}
`,
};
