// What recuperation, check-ups, work, venues and activities move.
import type { CellIndicator } from './catalogue.ts';
import { both, lessOf, money, pairOf, times, type Helped, type Moves } from './helped.ts';
import type { Movement } from './movements.ts';
import {
  CHANNELS,
  FOUND_BY,
  HALLS,
  JOB_CAMPAIGNS,
  PLACES,
  STATIONS,
  TOPICS,
  WORKERS,
} from './welfare-dims.ts';

const workers = ({ kind }: Helped) => pairOf('worker_group', WORKERS, kind);

/** Of a fair by its brand, its channel, and both. */
function fairDims({ kind, source }: Helped): string[] {
  const campaign = pairOf('campaign', JOB_CAMPAIGNS, kind);
  const channel = pairOf('channel', CHANNELS, source);
  return [...campaign, ...channel, ...both(campaign, channel)];
}
const atFair =
  (...indicators: readonly CellIndicator[]): Moves =>
  (one) =>
    indicators.flatMap((indicator) => times(indicator, one, ...fairDims(one)));

const siteLevel = ({ level }: Helped) => pairOf('site_level', PLACES, level);
const station = ({ kind }: Helped) => pairOf('site_kind', STATIONS, kind);
const hall = ({ kind }: Helped) => pairOf('facility', HALLS, kind);
const isStation = ({ kind }: Helped): boolean => Object.hasOwn(STATIONS, kind);
const isHall = ({ kind }: Helped): boolean => Object.hasOwn(HALLS, kind);

/** Those that stand, of each sort; a palace of a unit is no cultural palace of a federation. */
function standing(one: Helped): Movement[] {
  const { kind, level, source } = one;
  return [
    ...(isStation(one) ? times('service_stations_total', one, ...station(one)) : []),
    ...(kind === 'NURSING_ROOM' ? times('nursing_rooms_total', one) : []),
    ...(kind === 'CULTURAL_PALACE' && level !== 'UNIT' ? times('worker_venues_total', one) : []),
    ...(kind === 'RIGHTS_POINT' ? times('rights_service_points_total', one) : []),
    ...(source === 'CO_LOCATED' ? times('co_located_service_centres', one) : []),
  ];
}

/** A venue that is closed again was opened all the same. */
function opened(one: Helped): Movement[] {
  const { kind } = one;
  return [
    ...standing(one),
    ...(isStation(one) ? times('service_stations_established', one, ...station(one)) : []),
    ...(kind === 'NURSING_ROOM' ? times('nursing_rooms_established', one) : []),
    ...(kind === 'BOOKHOUSE' ? times('bookhouses_established', one, ...siteLevel(one)) : []),
    ...(isHall(one) ? times('worker_venues_built', one, ...hall(one)) : []),
  ];
}

function recognised(one: Helped): Movement[] {
  const level = pairOf('honour_level', PLACES, one.level);
  if (isStation(one)) return times('service_stations_recognised', one, ...level);
  return one.kind === 'CHILDCARE' ? times('childcare_classes_recognised', one, ...level) : [];
}

function served(one: Helped): Movement[] {
  if (one.source === 'READING_CARDS') return times('reading_cards_issued', one);
  if (one.source === 'VISITS') {
    return times(isStation(one) ? 'service_station_visits' : 'venue_visits', one);
  }
  if (one.source !== 'CONTACTS') return [];
  if (one.kind === 'RIGHTS_POINT') return times('rights_service_person_times', one);
  return one.kind === 'MENTAL_ROOM' ? times('psychology_service_persons', one) : [];
}

interface OfActivity {
  held: CellIndicator;
  persons?: CellIndicator;
  yuan?: CellIndicator;
}
const CULTURE: OfActivity = {
  held: 'cultural_activities_held',
  persons: 'cultural_activity_participants',
  yuan: 'cultural_activity_funds_yuan',
};
const MATCHMAKING: OfActivity = {
  held: 'matchmaking_events_held',
  persons: 'matchmaking_participants',
};
const ACTIVITIES: Readonly<Record<string, OfActivity>> = {
  CULTURE,
  SPORT: CULTURE,
  READING: { held: 'reading_activities_held', persons: 'reading_activity_participants' },
  PSYCHOLOGY: { held: 'psychology_sessions_held' },
  MATCHMAKING,
  GROUP_WEDDING: MATCHMAKING,
  CHILDCARE: { held: 'childcare_classes_held', persons: 'childcare_children_served' },
  LEGAL_PUBLICITY: {
    held: 'legal_publicity_events',
    persons: 'legal_publicity_persons',
    yuan: 'legal_service_funds_yuan',
  },
  OUTREACH: { held: 'outreach_lessons_held' },
};
const activityOf = ({ kind }: Helped): OfActivity | undefined =>
  Object.hasOwn(ACTIVITIES, kind) ? ACTIVITIES[kind] : undefined;

function held(one: Helped): Movement[] {
  const of = activityOf(one);
  if (!of) return [];
  return [...times(of.held, one), ...(of.yuan ? money(of.yuan, one) : [])];
}

export const SERVICE_MOVES = {
  recuperation_base_accredited: (one) => times('recuperation_bases_total', one, ...siteLevel(one)),
  recuperation_base_ended: (one) =>
    times('recuperation_bases_total', lessOf(one), ...siteLevel(one)),
  recuperation_route_published: (one) => times('recuperation_routes', one),
  recuperation_travelled: (one) => times('recuperation_persons', one, ...workers(one)),
  recuperation_settled: (one) => {
    const dims = one.kind === 'CROSS_PROVINCE' ? ['cross_province=yes'] : [];
    return [
      ...times('recuperation_batches', one, ...dims),
      ...money('recuperation_yuan', one, ...dims),
    ];
  },
  recuperation_guests_received: (one) => [
    ...times('recuperation_guests_received', one),
    ...money('recuperation_base_income_yuan', one),
  ],
  check_up_held: (one) => money('health_check_yuan', one),
  check_up_attended: (one) =>
    one.kind === 'TWO_CANCER_SCREENING'
      ? times('two_cancer_screening_persons', one)
      : times('health_check_persons', one, ...pairOf('worker_group', WORKERS, one.source)),
  job_fair_held: atFair('job_fairs_held'),
  job_fair_attended: atFair('job_fair_attendees'),
  job_employer_came: atFair('job_fair_enterprises'),
  job_notice_posted: atFair('job_vacancy_notices'),
  // A post is for one person: how many are offered is how many are wanted.
  job_offered: atFair('job_posts_offered', 'job_vacancies_headcount'),
  job_intended: atFair('job_intentions_reached'),
  job_employer_entered: (one) => times('job_platform_enterprises', one),
  job_placed: (one) =>
    times('employed_persons', one, ...workers(one), ...pairOf('found_by', FOUND_BY, one.source)),
  employment_training_held: (one) => times('employment_trainings_held', one, ...workers(one)),
  employment_trained: (one) => times('employment_trained_persons', one, ...workers(one)),
  startup_supported: (one) => [
    ...times('startup_projects_supported', one),
    ...money('startup_loan_interest_subsidy_yuan', one),
  ],
  startup_loan: (one) => money('startup_loans_leveraged_yuan', one),
  venue_approved: (one) => (isHall(one) ? times('worker_venues_planned', one, ...hall(one)) : []),
  venue_opened: opened,
  venue_closed: (one) => standing(lessOf(one)),
  venue_recognised: recognised,
  venue_served: served,
  activity_held: held,
  activity_attended: (one) => {
    const persons = activityOf(one)?.persons;
    return persons ? times(persons, one) : [];
  },
  venue_activity_held: (one) => times('venue_activities_held', one),
  materials_given: (one) =>
    times('publicity_materials_distributed', one, ...pairOf('topic', TOPICS, one.kind)),
} satisfies Readonly<Record<string, Moves>>;
