import * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import * as facts from '@gonglian/contracts/welfare.ts';
import { cellsOf, DAY, told } from './told-helped.ts';

const settled = (what: string, crossProvince: boolean) =>
  [
    what,
    facts.recuperationSettled,
    events.RecuperationSettled,
    { crossProvince, persons: 9, welfareFen: 60n, unionFen: 40n, workerFen: 5n, settledOn: DAY },
  ] as const;
const attended = (what: string, checkUpKind: string, workerGroup: string) =>
  [
    what,
    facts.checkUpAttended,
    events.CheckUpAttended,
    { checkUpKind, workerGroup, attended: 100, heldOn: DAY },
  ] as const;
const spring = { kind: 'SPRING_BREEZE', source: 'ONLINE' };
const atFair = (what: string): string[] =>
  cellsOf(
    what,
    'campaign=spring_breeze',
    'channel=online',
    'campaign=spring_breeze;channel=online',
  );

export const TOLD_SERVICES = [
  told(
    [
      'accredited',
      facts.recuperationBaseAccredited,
      events.RecuperationBaseAccredited,
      { baseLevel: 'PROVINCE', accreditedOn: DAY },
    ],
    [{ movement: 'recuperation_base_accredited', level: 'PROVINCE' }],
    cellsOf('1 recuperation_bases_total', 'site_level=province'),
  ),
  told(
    [
      'ended',
      facts.recuperationBaseEnded,
      events.RecuperationBaseEnded,
      { baseLevel: 'PROVINCE', endedOn: DAY },
    ],
    [{ movement: 'recuperation_base_ended', level: 'PROVINCE' }],
    cellsOf('-1 recuperation_bases_total', 'site_level=province'),
  ),
  told(
    [
      'published',
      facts.recuperationRoutePublished,
      events.RecuperationRoutePublished,
      { publishedOn: DAY },
    ],
    [{ movement: 'recuperation_route_published' }],
    ['1 recuperation_routes '],
  ),
  told(
    [
      'of the front line',
      facts.recuperationTravelled,
      events.RecuperationTravelled,
      { targetGroup: 'FRONT_LINE', persons: 8, returnedOn: DAY },
    ],
    [{ movement: 'recuperation_travelled', kind: 'FRONT_LINE', count: 8n }],
    cellsOf('8 recuperation_persons', 'worker_group=frontline'),
  ),
  told(
    settled('in the province', false),
    [{ movement: 'recuperation_settled', kind: 'IN_PROVINCE', amountFen: 100n }],
    ['1 recuperation_batches ', '100 recuperation_yuan '],
  ),
  told(
    settled('in another', true),
    [{ movement: 'recuperation_settled', kind: 'CROSS_PROVINCE', amountFen: 100n }],
    ['1 recuperation_batches', '100 recuperation_yuan'].flatMap((what) =>
      cellsOf(what, 'cross_province=yes'),
    ),
  ),
  told(
    [
      'of a month',
      facts.recuperationGuestsReceived,
      events.RecuperationGuestsReceived,
      { month: '2023-01', guests: 30, takingsFen: 77n },
    ],
    [{ movement: 'recuperation_guests_received', count: 30n, amountFen: 77n }],
    ['30 recuperation_guests_received ', '77 recuperation_base_income_yuan '],
  ),
  told(
    [
      'what it cost',
      facts.checkUpHeld,
      events.CheckUpHeld,
      { checkUpKind: 'CHECK_UP', workerGroup: 'WOMEN', attended: 100, costFen: 88n, heldOn: DAY },
    ],
    [{ movement: 'check_up_held', kind: 'CHECK_UP', source: 'WOMEN', amountFen: 88n }],
    ['88 health_check_yuan '],
  ),
  told(
    attended('women', 'CHECK_UP', 'WOMEN'),
    [{ movement: 'check_up_attended', kind: 'CHECK_UP', source: 'WOMEN', count: 100n }],
    cellsOf('100 health_check_persons', 'worker_group=women'),
  ),
  told(
    attended('for everybody', 'CHECK_UP', 'ALL'),
    [{ movement: 'check_up_attended', kind: 'CHECK_UP', source: 'ALL', count: 100n }],
    ['100 health_check_persons '],
  ),
  told(
    attended('screening', 'TWO_CANCER_SCREENING', 'WOMEN'),
    [{ movement: 'check_up_attended', kind: 'TWO_CANCER_SCREENING', source: 'WOMEN', count: 100n }],
    ['100 two_cancer_screening_persons '],
  ),
  told(
    [
      'online',
      facts.jobFairHeld,
      events.JobFairHeld,
      {
        channel: 'ONLINE',
        campaign: 'SPRING_BREEZE',
        employers: 100,
        vacancies: 240,
        wanted: 5_000,
        attendees: 900,
        intents: 30,
        heldOn: DAY,
      },
    ],
    [
      { movement: 'job_fair_held', ...spring },
      { movement: 'job_fair_attended', ...spring, count: 900n },
      { movement: 'job_employer_came', ...spring, count: 100n },
      { movement: 'job_notice_posted', ...spring, count: 240n },
      { movement: 'job_offered', ...spring, count: 5_000n },
      { movement: 'job_intended', ...spring, count: 30n },
    ],
    [
      '1 job_fairs_held',
      '900 job_fair_attendees',
      '100 job_fair_enterprises',
      '240 job_vacancy_notices',
      '5000 job_posts_offered',
      '5000 job_vacancies_headcount',
      '30 job_intentions_reached',
    ].flatMap(atFair),
  ),
  told(
    [
      'for the first time',
      facts.jobEmployerEntered,
      events.JobEmployerEntered,
      { employerUscc: '91321084MA1XXXXX00', enteredOn: DAY },
    ],
    [{ movement: 'job_employer_entered' }],
    ['1 job_platform_enterprises '],
  ),
  told(
    [
      'after a training',
      facts.jobPlaced,
      events.JobPlaced,
      { workerGroup: 'MIGRANT', foundBy: 'TRAINING', placedOn: DAY },
    ],
    [{ movement: 'job_placed', kind: 'MIGRANT', source: 'TRAINING' }],
    cellsOf('1 employed_persons', 'worker_group=migrant_worker', 'found_by=training'),
  ),
  told(
    [
      'over',
      facts.employmentTrained,
      events.EmploymentTrained,
      { workerGroup: 'GRADUATE', trained: 25, finishedOn: DAY },
    ],
    [
      { movement: 'employment_training_held', kind: 'GRADUATE' },
      { movement: 'employment_trained', kind: 'GRADUATE', count: 25n },
    ],
    ['1 employment_trainings_held', '25 employment_trained_persons'].flatMap((what) =>
      cellsOf(what, 'worker_group=graduate'),
    ),
  ),
  told(
    [
      'with a loan',
      facts.startupSupported,
      events.StartupSupported,
      { loanFen: 1_000n, interestSubsidyFen: 20n, supportedOn: DAY },
    ],
    [
      { movement: 'startup_supported', amountFen: 20n },
      { movement: 'startup_loan', amountFen: 1_000n },
    ],
    [
      '1 startup_projects_supported ',
      '20 startup_loan_interest_subsidy_yuan ',
      '1000 startup_loans_leveraged_yuan ',
    ],
  ),
];
