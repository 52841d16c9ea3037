// What honours and the records of innovation and learning move. A fact and a group of records say the same of it: what
// happened, to whom, when and how often.
import type { CompetitionsRecountRow } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import type { CellIndicator } from './catalogue.ts';
import { TOTAL } from './dims.ts';
import { spread, type Movement } from './movements.ts';
import {
  HONOURS,
  KINDS_OF_TRAINING,
  LEVELS,
  SERIES,
  ACTIVITIES,
  BASES,
  CARE_FUNDS,
  REFORM_DOCUMENTS,
  LECTURERS,
  FACILITIES,
  PRIZES,
  WORKS,
} from './record-dims.ts';

export interface Happened {
  unionId: string;
  on: string;
  /** The honour's code, the kind of a class, the series of a lecture. */
  kind: string;
  level: string;
  prize: string;
  frontline: boolean;
  count: bigint;
  fen: bigint;
}

/** The total and, where its code is known, the "of which"; a code that is new here counts in the total only. */
function dimsOf(key: string, known: Readonly<Record<string, string>>, code: string): string[] {
  const value = Object.hasOwn(known, code) ? known[code] : undefined;
  return value === undefined ? [TOTAL] : [TOTAL, `${key}=${value}`];
}

const byLevel = ({ level }: Happened) => dimsOf('honour_level', LEVELS, level);
const byStudioLevel = ({ level }: Happened) => dimsOf('studio_level', LEVELS, level);
const byTraining = ({ kind }: Happened) => dimsOf('training_kind', KINDS_OF_TRAINING, kind);
const bySeries = ({ kind }: Happened) => dimsOf('series', SERIES, kind);
const onlyOf = (dims: string[]) => dims.slice(1);

/** By level, and of a level by honour. */
function byHonour(one: Happened): string[] {
  const honour = Object.hasOwn(HONOURS, one.kind) ? HONOURS[one.kind] : undefined;
  const levels = byLevel(one);
  if (honour === undefined) return levels;
  return [...levels, ...onlyOf(levels).map((level) => `honour=${honour};${level}`)];
}

/** Of a kind by level, and of those by prize. */
function byPrize(one: Happened): string[] {
  const [level] = onlyOf(byLevel(one));
  const [kind] = onlyOf(dimsOf('work_kind', WORKS, one.kind));
  const [prize] = onlyOf(dimsOf('prize', PRIZES, one.prize));
  const known = (...pairs: (string | undefined)[]) =>
    pairs.some((pair) => pair === undefined) ? [] : [pairs.join(';')];
  return [TOTAL, ...known(level, kind), ...known(level, prize, kind)];
}

const times = (
  indicator: CellIndicator,
  { unionId, on, count }: Happened,
  dims: readonly string[] = [TOTAL],
): Movement[] => spread(indicator, unionId, on, dims, count);
const money = (
  indicator: CellIndicator,
  { unionId, on, fen }: Happened,
  dims: readonly string[] = [TOTAL],
): Movement[] => spread(indicator, unionId, on, dims, fen);

/** What was named, and what of it is counted as it stands. */
const NAMED: Readonly<Record<string, { indicator: CellIndicator; stands: boolean }>> = {
  REFORM_PILOT: { indicator: 'reform_pilot_units', stands: true },
  TRAINING_BASE: { indicator: 'training_bases_established', stands: false },
  CRAFTSMAN_COLLEGE: { indicator: 'training_bases_established', stands: false },
  LIFT_STATION: { indicator: 'training_bases_established', stands: false },
  LECTURE_HALL: { indicator: 'lecture_halls_established', stands: false },
  EDUCATION_BASE: { indicator: 'education_bases_named', stands: false },
  SPEAKER_TEAM: { indicator: 'lecture_teams_total', stands: true },
  PRACTICE_STATION: { indicator: 'reform_pilot_units', stands: true },
};

/** A base that is none any more was named all the same; of pilots and teams those are counted that stand. */
function namedMoves(one: Happened, ended: boolean): Movement[] {
  const named = Object.hasOwn(NAMED, one.kind) ? NAMED[one.kind] : undefined;
  if (!named || (ended && !named.stands)) return [];
  const counted = ended ? { ...one, count: -one.count } : one;
  return times(named.indicator, counted, [
    ...dimsOf('base_kind', BASES, one.kind),
    ...onlyOf(dimsOf('facility', FACILITIES, one.kind)),
  ]);
}

function supportMoves(one: Happened): Movement[] {
  if (one.kind === 'TECH_SERVICE') return times('enterprise_tech_services', one);
  return one.kind === 'PROJECT_SERVICE' ? times('project_services_declared', one) : [];
}

/** What was paid of the money of competitions: most of it is counted where it was decided. */
function paidMoves(one: Happened): Movement[] {
  if (one.kind === 'STUDY_SUBSIDY') return money('study_dream_yuan', one);
  if (!Object.hasOwn(CARE_FUNDS, one.kind)) return [];
  const byFund = dimsOf('fund_kind', CARE_FUNDS, one.kind);
  return [
    ...money('model_worker_care_yuan', one, byFund),
    ...times('model_worker_care_persons', one),
  ];
}

const MOVES = {
  paid_out: paidMoves,
  model_workers_cared: (one) =>
    one.kind === 'VISIT' ? times('model_worker_care_persons', one) : [],
  study_approved: (one) => times('study_dream_persons', one),
  reform_meeting_held: (one) => times('reform_meetings_held', one),
  reform_measure_issued: (one) =>
    times('reform_measures_issued', one, dimsOf('document_kind', REFORM_DOCUMENTS, one.kind)),
  // A case is kept, and counted by no indicator.
  reform_case_compiled: () => [],
  designated: (one) => namedMoves(one, false),
  designation_ended: (one) => namedMoves(one, true),
  course_opened: (one) => [
    ...times('training_courses_opened', one),
    ...(one.kind === 'ONLINE' ? times('online_courses_total', one) : []),
  ],
  support_declared: supportMoves,
  // Minutes stand where others have fen.
  learnt_online: (one) => [
    ...times('online_training_person_times', one),
    ...money('online_training_hours', one),
  ],
  joint_project_finished: (one) => times('technical_innovations', one, [TOTAL, 'source=alliance']),
  individual_honoured: (one) => [
    ...times('honours_individuals', one, [
      ...byHonour(one),
      ...(one.frontline ? ['frontline=yes'] : []),
    ]),
    ...(one.kind === 'CRAFTSMAN' ? times('craftsmen_recognised', one, byLevel(one)) : []),
  ],
  collective_honoured: (one) => times('honours_collectives', one, byHonour(one)),
  honour_declared: (one) => times('honours_declared', one, byHonour(one)),
  honour_round_opened: (one) => times('honour_rounds_held', one, byLevel(one)),
  suggestion_submitted: (one) => times('rationalisation_proposals', one),
  hazard_reported: (one) => times('hazard_reports_collected', one),
  // A studio is new once, and named at each level once; it counts at one level at a time.
  studio_founded: (one) => [
    ...times('innovation_studios_established', one),
    ...times('innovation_studios_total', one),
  ],
  studio_named: (one) => times('innovation_studios_established', one, onlyOf(byStudioLevel(one))),
  studio_counted: (one) => times('innovation_studios_total', one, onlyOf(byStudioLevel(one))),
  studio_removed: (one) =>
    times('innovation_studios_total', { ...one, count: -one.count }, byStudioLevel(one)),
  studio_funded: (one) => money('innovation_funding_yuan', one, byStudioLevel(one)),
  patent_granted: (one) => times('patents_granted', one),
  alliance_joined: (one) => times('innovation_studio_alliance_members', one),
  alliance_left: (one) =>
    times('innovation_studio_alliance_members', { ...one, count: -one.count }),
  innovation_registered: (one) => [
    ...times('innovation_results_registered', one),
    ...money('economic_benefit_yuan', one),
  ],
  innovation_declared: (one) => times('innovation_results_declared', one, byLevel(one)),
  innovation_honoured: (one) => times('innovation_results_honoured', one, byLevel(one)),
  challenge_taken: (one) => times('challenge_takers', one),
  challenge_delivered: (one) => times('technical_innovations', one, [TOTAL, 'source=challenge']),
  studio_members_came: (one) => times('innovation_studio_members', one),
  studio_members_left: (one) => times('innovation_studio_members', { ...one, count: -one.count }),
  work_submitted: (one) => times('works_submitted', one, dimsOf('work_kind', WORKS, one.kind)),
  work_honoured: (one) => times('works_honoured', one, byPrize(one)),
  training_held: (one) => [
    ...times('worker_trainings_held', one, byTraining(one)),
    ...(one.kind === 'SAFETY' ? times('safety_trainings_held', one) : []),
  ],
  worker_trained: (one) => times('workers_trained', one, byTraining(one)),
  lecture_held: (one) => times('lecture_sessions_held', one, bySeries(one)),
  lecture_attended: (one) => times('lecture_attendees', one, bySeries(one)),
  lecturer_appointed: (one) =>
    times('lecturers_total', one, dimsOf('lecturer_kind', LECTURERS, one.kind)),
  apprenticeship_signed: (one) => times('apprenticeship_pairs', one),
  grade_promoted: (one) => times('skill_grade_promotions', one),
  safety_cup_entered: (one) => times('safety_cup_units', one),
  safety_activity_held: (one) =>
    times('safety_activity_participants', one, dimsOf('activity', ACTIVITIES, one.kind)),
} satisfies Record<string, (one: Happened) => Movement[]>;
export type RecordMove = keyof typeof MOVES;

/** Once, where nothing else is said. */
export function movesOfRecord(
  move: RecordMove,
  unionId: string,
  on: string,
  more: Partial<Happened> = {},
): Movement[] {
  const one = { kind: '', level: '', prize: '', frontline: false, count: 1n, fen: 0n, ...more };
  return MOVES[move]({ unionId, on, ...one }).filter(({ delta }) => delta !== 0n);
}

/** The movements behind one group of the records; undefined for one that is none of these. */
export function recountedRecord(row: CompetitionsRecountRow): Movement[] | undefined {
  const { movement, unionId, month, kind, organiserLevel, prize, frontline } = row;
  if (!isRecordMove(movement)) return undefined;
  const amounts = { count: row.count, fen: row.amountFen };
  const more = { kind, level: organiserLevel, prize, frontline, ...amounts };
  return movesOfRecord(movement, unionId, `${month}-01`, more);
}

function isRecordMove(text: string): text is RecordMove {
  return Object.hasOwn(MOVES, text);
}
