// What each fact of recuperation, check-ups, work, venues and activities tells, as their records count it again. For tests.
import type * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Told, ToldRow } from './expect-recounted.ts';

/** Nothing is said of nobody. */
const some = (row: ToldRow): ToldRow[] => (row.count ? [row] : []);

export const RECUPERATION_MOVEMENTS = [
  'recuperation_base_accredited',
  'recuperation_base_ended',
  'recuperation_route_published',
  'recuperation_travelled',
  'recuperation_settled',
  'recuperation_guests_received',
];

export const TOLD_OF_RECUPERATION: Told = {
  'recuperation-base.accredited': (f: events.RecuperationBaseAccredited) => [
    {
      unionId: f.unionId,
      on: f.accreditedOn,
      movement: 'recuperation_base_accredited',
      level: f.baseLevel,
    },
  ],
  'recuperation-base.ended': (f: events.RecuperationBaseEnded) => [
    { unionId: f.unionId, on: f.endedOn, movement: 'recuperation_base_ended', level: f.baseLevel },
  ],
  'recuperation-route.published': (f: events.RecuperationRoutePublished) => [
    { unionId: f.unionId, on: f.publishedOn, movement: 'recuperation_route_published' },
  ],
  'recuperation.travelled': (f: events.RecuperationTravelled) => [
    {
      unionId: f.unionId,
      on: f.returnedOn,
      movement: 'recuperation_travelled',
      kind: f.targetGroup,
      count: f.persons,
    },
  ],
  'recuperation.settled': (f: events.RecuperationSettled) => [
    {
      unionId: f.unionId,
      on: f.settledOn,
      movement: 'recuperation_settled',
      kind: f.crossProvince ? 'CROSS_PROVINCE' : 'IN_PROVINCE',
      fen: Number(f.welfareFen ?? 0) + Number(f.unionFen ?? 0),
    },
  ],
  'recuperation-guests.received': (f: events.RecuperationGuestsReceived) => [
    {
      unionId: f.unionId,
      on: f.month,
      movement: 'recuperation_guests_received',
      count: f.guests,
      fen: f.takingsFen,
    },
  ],
};

export const CHECK_UP_MOVEMENTS = ['check_up_held', 'check_up_attended'];

export const TOLD_OF_CHECK_UPS: Told = {
  'check-up.held': (f: events.CheckUpHeld) => [
    {
      unionId: f.unionId,
      on: f.heldOn,
      movement: 'check_up_held',
      kind: f.checkUpKind,
      source: f.workerGroup,
      fen: f.costFen,
    },
  ],
  'check-up.attended': (f: events.CheckUpAttended) => [
    {
      unionId: f.unionId,
      on: f.heldOn,
      movement: 'check_up_attended',
      kind: f.checkUpKind,
      source: f.workerGroup,
      count: f.attended,
    },
  ],
};

export const JOB_MOVEMENTS = [
  'job_fair_held',
  'job_fair_attended',
  'job_employer_came',
  'job_notice_posted',
  'job_offered',
  'job_intended',
  'job_employer_entered',
  'job_placed',
  'employment_training_held',
  'employment_trained',
  'startup_supported',
  'startup_loan',
];

export const TOLD_OF_JOBS: Told = {
  'job-fair.held': (f: events.JobFairHeld) => {
    const of = { unionId: f.unionId, on: f.heldOn, kind: f.campaign, source: f.channel };
    return [
      { ...of, movement: 'job_fair_held' },
      ...some({ ...of, movement: 'job_fair_attended', count: f.attendees }),
      ...some({ ...of, movement: 'job_employer_came', count: f.employers }),
      ...some({ ...of, movement: 'job_notice_posted', count: f.vacancies }),
      ...some({ ...of, movement: 'job_offered', count: f.wanted }),
      ...some({ ...of, movement: 'job_intended', count: f.intents }),
    ];
  },
  'job-employer.entered': (f: events.JobEmployerEntered) => [
    { unionId: f.unionId, on: f.enteredOn, movement: 'job_employer_entered' },
  ],
  'job.placed': (f: events.JobPlaced) => [
    {
      unionId: f.unionId,
      on: f.placedOn,
      movement: 'job_placed',
      kind: f.workerGroup,
      source: f.foundBy,
    },
  ],
  'employment-training.held': (f: events.EmploymentTrained) => {
    const of = { unionId: f.unionId, on: f.finishedOn, kind: f.workerGroup };
    return [
      { ...of, movement: 'employment_training_held' },
      { ...of, movement: 'employment_trained', count: f.trained },
    ];
  },
  'startup.supported': (f: events.StartupSupported) => {
    const of = { unionId: f.unionId, on: f.supportedOn };
    return [
      { ...of, movement: 'startup_supported', fen: f.interestSubsidyFen },
      { ...of, movement: 'startup_loan', fen: f.loanFen },
    ];
  },
};

export const VENUE_MOVEMENTS = [
  'venue_approved',
  'venue_opened',
  'venue_closed',
  'venue_recognised',
  'venue_served',
];

type Counted = Pick<events.VenueOpened, 'unionId' | 'venueKind' | 'venueLevel' | 'buildMode'>;
const counted = (f: Counted, on: string, movement: string): ToldRow[] => [
  { unionId: f.unionId, on, movement, kind: f.venueKind, level: f.venueLevel, source: f.buildMode },
];

export const TOLD_OF_VENUES: Told = {
  'venue.approved': (f: events.VenueApproved) => [
    { unionId: f.unionId, on: f.approvedOn, movement: 'venue_approved', kind: f.venueKind },
  ],
  'venue.opened': (f: events.VenueOpened) => counted(f, f.openedOn, 'venue_opened'),
  'venue.closed': (f: events.VenueClosed) => counted(f, f.closedOn, 'venue_closed'),
  'venue.recognised': (f: events.VenueRecognised) => [
    {
      unionId: f.unionId,
      on: f.recognisedOn,
      movement: 'venue_recognised',
      kind: f.venueKind,
      level: f.honourLevel,
    },
  ],
  'venue.served': (f: events.VenueServed) => [
    {
      unionId: f.unionId,
      on: f.servedOn,
      movement: 'venue_served',
      kind: f.venueKind,
      source: f.measure,
      count: f.served,
    },
  ],
};

export const ACTIVITY_MOVEMENTS = ['activity_held', 'activity_attended', 'materials_given'];

export const TOLD_OF_ACTIVITIES: Told = {
  'activity.held': (f: events.ActivityHeld) => {
    const of = { unionId: f.unionId, on: f.heldOn, kind: f.activityKind };
    const given = { ...of, kind: f.topic, movement: 'materials_given', count: f.materials };
    return [
      { ...of, movement: 'activity_held', fen: f.costFen },
      ...some({ ...of, movement: 'activity_attended', count: f.attendance }),
      ...some(given),
    ];
  },
};
