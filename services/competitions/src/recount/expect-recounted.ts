// That the records say what the facts have said, whatever a test has done before. For tests.
import type { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import type * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';
import { expect } from 'vitest';
import type { Service } from '../scene.ts';
import { TOLD_OF_CARE } from './told-care.ts';
import { TOLD_OF_PROGRAMMES } from './told-programmes.ts';

interface Row {
  unionId: string;
  on: string;
  movement: string;
  kind?: string | undefined;
  level?: string | undefined;
  prize?: string | undefined;
  frontline?: boolean | undefined;
  count?: number;
  fen?: number;
}
type Tell<Data> = (data: Data) => Row[];

/** One thing that happened on the day of the fact. */
const one =
  <Data extends { unionId: string }>(
    movement: string,
    day: (data: Data) => string,
    more: (data: Partial<Data>) => Partial<Row> = () => ({}),
  ): Tell<Data> =>
  (data) => [{ unionId: data.unionId, on: day(data), movement, ...more(data) }];

/** By fact, as its data stand in the outbox: amounts as texts, and nothing where a field has its default. */
const TOLD = {
  ...TOLD_OF_PROGRAMMES,
  ...TOLD_OF_CARE,
  'honour.round.opened': one<events.HonourRoundOpened>(
    'honour_round_opened',
    (f) => f.openedOn,
    ({ level }) => ({ level }),
  ),
  'honour.nominated': one<events.HonourNominated>(
    'honour_declared',
    (f) => f.nominatedOn,
    ({ honourCode: kind, level }) => ({ kind, level }),
  ),
  'honour.granted': ({ unionId, grantedOn: on, honourCode: kind, ...f }: events.HonourGranted) => [
    {
      unionId,
      on,
      kind,
      level: f.level,
      frontline: f.frontline,
      movement: f.subjectKind === 'INDIVIDUAL' ? 'individual_honoured' : 'collective_honoured',
    },
  ],
  'suggestion.submitted': one<events.SuggestionSubmitted>(
    'suggestion_submitted',
    (f) => f.submittedOn,
  ),
  'hazard.reported': one<events.HazardReported>('hazard_reported', (f) => f.reportedOn),
  'studio.named': ({ unionId, namedOn: on, ...f }: events.StudioNamed) => [
    ...(f.countedLevelBefore
      ? []
      : [
          { unionId, on, movement: 'studio_founded' },
          { unionId, on, movement: 'studio_members_came', count: f.members },
        ]),
    { unionId, on, movement: 'studio_named', level: f.level },
    ...(f.countedLevel === f.countedLevelBefore
      ? []
      : [
          { unionId, on, movement: 'studio_counted', level: f.countedLevel },
          ...(f.countedLevelBefore
            ? [
                {
                  unionId,
                  on,
                  movement: 'studio_counted',
                  level: f.countedLevelBefore,
                  count: -1,
                },
              ]
            : []),
        ]),
  ],
  'studio.removed': ({ unionId, removedOn: on, level, members }: events.StudioRemoved) => [
    { unionId, on, movement: 'studio_removed', level },
    { unionId, on, movement: 'studio_members_left', count: members },
  ],
  'studio.reported': one<events.StudioReported>(
    'patent_granted',
    (f) => f.reportedOn,
    ({ patents: count = 0 }) => ({ count }),
  ),
  'studio.funded': one<events.StudioFunded>(
    'studio_funded',
    (f) => f.fundedOn,
    ({ level, amountFen }) => ({ level, fen: Number(amountFen) }),
  ),
  'alliance.joined': one<events.AllianceJoined>('alliance_joined', (f) => f.joinedOn),
  'alliance.left': one<events.AllianceLeft>('alliance_left', (f) => f.leftOn),
  'innovation.registered': one<events.InnovationRegistered>(
    'innovation_registered',
    (f) => f.registeredOn,
    ({ declaredBenefitFen = 0n }) => ({ fen: Number(declaredBenefitFen) }),
  ),
  'innovation.declared': one<events.InnovationDeclared>(
    'innovation_declared',
    (f) => f.declaredOn,
    ({ level }) => ({ level }),
  ),
  'innovation.honoured': one<events.InnovationHonoured>(
    'innovation_honoured',
    (f) => f.honouredOn,
    ({ level }) => ({ level }),
  ),
  'challenge.taken': one<events.ChallengeTaken>('challenge_taken', (f) => f.takenOn),
  'challenge.delivered': one<events.ChallengeDelivered>(
    'challenge_delivered',
    (f) => f.deliveredOn,
  ),
  'training.held': ({ unionId, finishedOn: on, trainingKind: kind, ...f }: events.TrainingHeld) => [
    { unionId, on, movement: 'training_held', kind },
    ...(f.completedCount
      ? [{ unionId, on, movement: 'worker_trained', kind, count: f.completedCount }]
      : []),
  ],
  'lecture.held': (held: events.LectureHeld) => {
    const { unionId, heldOn: on, series: kind, attendance } = held;
    return [
      { unionId, on, movement: 'lecture_held', kind },
      { unionId, on, movement: 'lecture_attended', kind, count: attendance },
    ];
  },
  'lecturer.appointed': one<events.LecturerAppointed>(
    'lecturer_appointed',
    (f) => f.appointedOn,
    ({ lecturerKind: kind }) => ({ kind }),
  ),
  'apprenticeship.signed': one<events.ApprenticeshipSigned>(
    'apprenticeship_signed',
    (f) => f.signedOn,
  ),
  'apprenticeship.assessed': ({
    unionId,
    assessedOn: on,
    promoted,
  }: events.ApprenticeshipAssessed) =>
    promoted ? [{ unionId, on, movement: 'grade_promoted' }] : [],
  'safety-cup.entered': one<events.SafetyCupEntered>(
    'safety_cup_entered',
    ({ year, enteredOn }) => {
      const [first, last] = [`${year}-01-01`, `${year}-12-31`];
      return enteredOn < first ? first : enteredOn > last ? last : enteredOn;
    },
  ),
  'safety-cup.activity.held': one<events.SafetyCupActivityHeld>(
    'safety_activity_held',
    (f) => f.heldOn,
    ({ activityKind: kind, participants: count = 0 }) => ({ kind, count }),
  ),
};

const line = (key: readonly (string | boolean)[], count: number, fen: number) =>
  `${key.join(' ')}: ${count}, ${fen}`;

const keyOf = (row: CompetitionsRecountRow) => [
  row.unionId,
  row.month,
  row.movement,
  row.kind,
  row.organiserLevel,
  row.prize,
  row.frontline,
];

/** Of competitions themselves recount-competitions.int.test.ts says it. */
const OF_CONTESTS = [
  'held',
  'joined',
  'project_held',
  'unit_entered',
  'person_entered',
  'prize_won',
  'trade_held',
  'province_entered',
  'team_entered',
  'industry_entered',
  'rank_achieved',
];

/** Whatever was done in this service up to now; `least` names movements that must be among it. */
export async function expectRecounted(service: Service, ...least: string[]): Promise<void> {
  const said = new Map<string, { key: (string | boolean)[]; count: number; fen: number }>();
  for (const { fact, data } of await service.outbox()) {
    const tell = (TOLD as Record<string, Tell<never> | undefined>)[fact];
    for (const row of tell?.(data as never) ?? []) {
      const { unionId, on, movement, kind = '', level = '', prize = '', frontline = false } = row;
      const key = [unionId, on.slice(0, 7), movement, kind, level, prize, frontline];
      const sum = said.get(key.join(' ')) ?? { key, count: 0, fen: 0 };
      said.set(key.join(' '), sum);
      sum.count += row.count ?? 1;
      sum.fen += row.fen ?? 0;
    }
  }
  const ask = { cursor: '', limit: 0 };
  const { rows } = await service.call('recountCompetitions', ask, { duty: 'auditor' });
  const recounted = rows
    .filter(({ movement }) => !OF_CONTESTS.includes(movement))
    .map((row) => line(keyOf(row), Number(row.count), Number(row.amountFen)));
  const told = [...said.values()].map(({ key, count, fen }) => line(key, count, fen));
  expect(recounted.toSorted()).toEqual(told.toSorted());
  expect([...new Set(rows.map(({ movement }) => movement))]).toEqual(expect.arrayContaining(least));
}
