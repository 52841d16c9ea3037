import * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import * as facts from '@gonglian/contracts/welfare.ts';
import { cellsOf, DAY, told } from './told-helped.ts';

const place = (venueKind: string, venueLevel = 'COUNTY', buildMode = 'SELF_BUILT') => ({
  venueKind,
  venueLevel,
  buildMode,
});
const ofPlace = (kind: string, level = 'COUNTY', source = 'SELF_BUILT') => ({
  kind,
  level,
  source,
});
const opened = (...of: Parameters<typeof place>) =>
  [
    of.join(' '),
    facts.venueOpened,
    events.VenueOpened,
    { ...place(...of), openedOn: DAY },
  ] as const;
const closed = (...of: Parameters<typeof place>) =>
  [
    of.join(' '),
    facts.venueClosed,
    events.VenueClosed,
    { ...place(...of), closedOn: DAY },
  ] as const;
const served = (venueKind: string, measure: string) =>
  [
    `${measure} at ${venueKind}`,
    facts.venueServed,
    events.VenueServed,
    { venueKind, measure, served: 15, servedOn: DAY },
  ] as const;
const recognised = (venueKind: string) =>
  [
    venueKind,
    facts.venueRecognised,
    events.VenueRecognised,
    { venueKind, title: '最美', honourLevel: 'PROVINCE', recognisedOn: DAY },
  ] as const;
const held = (activityKind: string, more: Partial<events.ActivityHeld> = {}) =>
  [
    activityKind,
    facts.activityHeld,
    events.ActivityHeld,
    { activityKind, attendance: 50, costFen: 9n, heldOn: DAY, ...more },
  ] as const;
const ofActivity = (kind: string) => [
  { movement: 'activity_held', kind, amountFen: 9n },
  { movement: 'activity_attended', kind, count: 50n },
];
const visits = (kind: string, source: string) => [
  { movement: 'venue_served', kind, source, count: 15n },
];

const TOLD_PLACES = [
  told(
    [
      'a palace',
      facts.venueApproved,
      events.VenueApproved,
      { venueKind: 'CULTURAL_PALACE', approvedOn: DAY },
    ],
    [{ movement: 'venue_approved', kind: 'CULTURAL_PALACE' }],
    cellsOf('1 worker_venues_planned', 'facility=cultural_palace'),
  ),
  told(
    opened('OUTDOOR_STATION', 'UNIT', 'CO_LOCATED'),
    [{ movement: 'venue_opened', ...ofPlace('OUTDOOR_STATION', 'UNIT', 'CO_LOCATED') }],
    [
      ...cellsOf('1 service_stations_total', 'site_kind=outdoor'),
      ...cellsOf('1 service_stations_established', 'site_kind=outdoor'),
      '1 co_located_service_centres ',
    ],
  ),
  told(
    closed('OUTDOOR_STATION', 'UNIT', 'CO_LOCATED'),
    [{ movement: 'venue_closed', ...ofPlace('OUTDOOR_STATION', 'UNIT', 'CO_LOCATED') }],
    [
      ...cellsOf('-1 service_stations_total', 'site_kind=outdoor'),
      '-1 co_located_service_centres ',
    ],
  ),
  told(
    opened('NURSING_ROOM'),
    [{ movement: 'venue_opened', ...ofPlace('NURSING_ROOM') }],
    ['1 nursing_rooms_total ', '1 nursing_rooms_established '],
  ),
  told(
    opened('BOOKHOUSE', 'NATIONAL'),
    [{ movement: 'venue_opened', ...ofPlace('BOOKHOUSE', 'NATIONAL') }],
    cellsOf('1 bookhouses_established', 'site_level=national'),
  ),
  told(
    opened('CULTURAL_PALACE'),
    [{ movement: 'venue_opened', ...ofPlace('CULTURAL_PALACE') }],
    ['1 worker_venues_total ', ...cellsOf('1 worker_venues_built', 'facility=cultural_palace')],
  ),
  told(
    opened('CULTURAL_PALACE', 'UNIT'),
    [{ movement: 'venue_opened', ...ofPlace('CULTURAL_PALACE', 'UNIT') }],
    cellsOf('1 worker_venues_built', 'facility=cultural_palace'),
  ),
  told(
    opened('RIGHTS_POINT'),
    [{ movement: 'venue_opened', ...ofPlace('RIGHTS_POINT') }],
    ['1 rights_service_points_total '],
  ),
  told(opened('MENTAL_ROOM'), [{ movement: 'venue_opened', ...ofPlace('MENTAL_ROOM') }], []),
  told(
    recognised('DRIVERS_HOME'),
    [{ movement: 'venue_recognised', kind: 'DRIVERS_HOME', level: 'PROVINCE' }],
    cellsOf('1 service_stations_recognised', 'honour_level=province'),
  ),
  told(
    recognised('CHILDCARE'),
    [{ movement: 'venue_recognised', kind: 'CHILDCARE', level: 'PROVINCE' }],
    cellsOf('1 childcare_classes_recognised', 'honour_level=province'),
  ),
  told(served('OUTDOOR_STATION', 'VISITS'), visits('OUTDOOR_STATION', 'VISITS'), [
    '15 service_station_visits ',
  ]),
  told(served('WORKERS_HOME', 'VISITS'), visits('WORKERS_HOME', 'VISITS'), ['15 venue_visits ']),
  told(served('BOOKHOUSE', 'READING_CARDS'), visits('BOOKHOUSE', 'READING_CARDS'), [
    '15 reading_cards_issued ',
  ]),
  told(served('RIGHTS_POINT', 'CONTACTS'), visits('RIGHTS_POINT', 'CONTACTS'), [
    '15 rights_service_person_times ',
  ]),
  told(served('MENTAL_ROOM', 'CONTACTS'), visits('MENTAL_ROOM', 'CONTACTS'), [
    '15 psychology_service_persons ',
  ]),
  told(served('MENTAL_ROOM', 'OF_TOMORROW'), visits('MENTAL_ROOM', 'OF_TOMORROW'), []),
];

const TOLD_ACTIVITIES = [
  told(
    held('SPORT', { venueKind: 'WORKERS_HOME' }),
    [...ofActivity('SPORT'), { movement: 'venue_activity_held', kind: 'WORKERS_HOME' }],
    [
      '1 cultural_activities_held ',
      '9 cultural_activity_funds_yuan ',
      '50 cultural_activity_participants ',
      '1 venue_activities_held ',
    ],
  ),
  told(held('READING'), ofActivity('READING'), [
    '1 reading_activities_held ',
    '50 reading_activity_participants ',
  ]),
  told(held('GROUP_WEDDING'), ofActivity('GROUP_WEDDING'), [
    '1 matchmaking_events_held ',
    '50 matchmaking_participants ',
  ]),
  told(held('PSYCHOLOGY'), ofActivity('PSYCHOLOGY'), ['1 psychology_sessions_held ']),
  told(held('CHILDCARE'), ofActivity('CHILDCARE'), [
    '1 childcare_classes_held ',
    '50 childcare_children_served ',
  ]),
  told(held('OUTREACH'), ofActivity('OUTREACH'), ['1 outreach_lessons_held ']),
  told(
    held('LEGAL_PUBLICITY', { materials: 10_000, topic: '劳动法律法规' }),
    [
      ...ofActivity('LEGAL_PUBLICITY'),
      { movement: 'materials_given', kind: '劳动法律法规', count: 10_000n },
    ],
    [
      '1 legal_publicity_events ',
      '9 legal_service_funds_yuan ',
      '50 legal_publicity_persons ',
      ...cellsOf('10000 publicity_materials_distributed', 'topic=labour_law'),
    ],
  ),
  told(
    held('PUBLICITY', { materials: 3, topic: 'toString' }),
    [...ofActivity('PUBLICITY'), { movement: 'materials_given', kind: 'toString', count: 3n }],
    ['3 publicity_materials_distributed '],
  ),
];

export const TOLD_VENUES = [...TOLD_PLACES, ...TOLD_ACTIVITIES];
