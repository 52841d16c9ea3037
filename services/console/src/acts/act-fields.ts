// What the dialogs of competitions' records ask for, and how each field is typed. Its word is `record.<name>`.
import { today } from '../dates.ts';
import type { FormField } from '../ui/form-dialog.tsx';
import { WELFARE_FIELDS } from './welfare-fields.ts';

export type Typed = Pick<FormField, 'as' | 'maxLength' | 'optional' | 'accept' | 'first'> & {
  /** The table of words and its codes; without codes whoever asks says which there are. */
  words?: string;
  codes?: readonly string[];
};

const choice = (words: string, codes: readonly string[]): Typed => ({ as: 'choice', words, codes });
const line = (maxLength: number): Typed => ({ as: 'text', maxLength });
const long = (maxLength: number): Typed => ({ as: 'long', maxLength });
const amount: Typed = { as: 'amount' };
const day: Typed = { as: 'past' };
const chosen: Typed = { as: 'choice' };

export const STUDIO_LEVELS = ['COUNTY', 'CITY', 'PROVINCE', 'NATIONAL'] as const;
export const RESULT_LEVELS = ['UNIT', ...STUDIO_LEVELS] as const;
export const RESULT_KINDS = ['INVENTION', 'CREATION', 'REFORM', 'DESIGN', 'SUGGESTION'] as const;
export const TRAINING_KINDS = [
  'SKILL',
  'DEGREE',
  'CRAFTSMAN_COLLEGE',
  'NIGHT_SCHOOL',
  'SAFETY',
  'OTHER',
] as const;
export const SUPPORT_KINDS = ['TECH_SERVICE', 'PROJECT_SERVICE'] as const;
/** Beside pilots, which a reform names. */
export const DESIGNATION_KINDS = [
  'TRAINING_BASE',
  'CRAFTSMAN_COLLEGE',
  'LIFT_STATION',
  'LECTURE_HALL',
  'EDUCATION_BASE',
  'SPEAKER_TEAM',
  'PRACTICE_STATION',
] as const;
const HONOURS = [
  'CITY_MODEL_WORKER',
  'PROVINCE_MODEL_WORKER',
  'NATIONAL_MODEL_WORKER',
  'MAY_DAY_MEDAL',
  'CRAFTSMAN',
];
const GRADES = ['NONE', 'JUNIOR', 'INTERMEDIATE', 'SENIOR', 'TECHNICIAN', 'SENIOR_TECHNICIAN'];
const ACTIVITIES = ['TRAINING', 'INSPECTION', 'DRILL', 'CONTEST', 'CAMPAIGN'];
const DEGREES = ['JUNIOR_COLLEGE', 'BACHELOR', 'MASTER'];
const HARDSHIPS = ['CRITICAL_ILLNESS', 'DISASTER', 'ACCIDENT', 'FAMILY', 'CONDOLENCE'];
export const CARE_FORMS = ['VISIT', 'RECUPERATION', 'HEALTH_CHECK'] as const;
const CUP_RESULTS = ['WINNER', 'EXCELLENT', 'QUALIFIED', 'NOT_QUALIFIED'];

export const FIELDS = {
  ...WELFARE_FIELDS,
  union: { as: 'union' },
  personName: line(50),
  idNumber: line(18),
  title: line(100),
  content: long(2_000),
  answer: long(500),
  benefit: amount,
  benefitOn: day,
  evidence: { as: 'hashes' },
  reward: amount,
  rewardDocumentNo: line(100),
  rewardedOn: day,
  place: line(200),
  danger: long(1_000),
  photo: { as: 'hash', accept: 'image/*' },
  employerUnion: { as: 'union' },
  outcome: long(500),
  closedOn: day,
  studioName: line(100),
  leaderName: line(50),
  leaderHonour: choice('leaderHonour', HONOURS),
  honourDocumentNo: line(100),
  honourFile: { as: 'hash' },
  room: line(200),
  budget: amount,
  team: long(20_000),
  appliedOn: day,
  stepOn: day,
  note: long(500),
  level: choice('resultLevel', STUDIO_LEVELS),
  declaredAt: choice('resultLevel', RESULT_LEVELS),
  /** Of those at which a result was declared. */
  decidedAt: chosen,
  namedOn: day,
  documentNo: line(100),
  year: { as: 'count', first: String(new Date().getFullYear()) },
  projectTitle: line(200),
  projectDocumentNo: line(100),
  result: long(1_000),
  patents: { as: 'count', first: '0' },
  apprentices: { as: 'count', first: '0' },
  reportedOn: day,
  fundingReason: choice('fundingReason', ['NAMED', 'CONTINUED']),
  amount,
  fundedOn: day,
  allianceName: line(100),
  foundedOn: day,
  studio: chosen,
  memberStudio: chosen,
  joinedOn: day,
  leftOn: day,
  resultKind: choice('resultKind', RESULT_KINDS),
  resultTitle: line(200),
  authors: long(5_000),
  before: long(1_000),
  after: long(1_000),
  registeredOn: day,
  declaredOn: day,
  score: { as: 'percent' },
  evaluatedOn: day,
  award: line(100),
  decidedOn: day,
  challengeTitle: line(200),
  postedOn: day,
  deadline: { as: 'date' },
  takerUnion: { as: 'union' },
  taker: line(100),
  takenOn: day,
  deliveredOn: day,
  programmeClosedOn: day,
  agency: chosen,
  dutyText: long(500),
  dueOn: { as: 'date' },
  agencies: { as: 'several' },
  minutes: { as: 'hashes', optional: true },
  documentKind: choice('reformDocumentKind', ['PLAN', 'OPINION', 'NOTICE', 'RULE']),
  issuedOn: day,
  casePilot: chosen,
  compiledOn: day,
  evaluator: line(100),
  scoreItems: long(8_000),
  pilot: chosen,
  partnerUnion: { as: 'union' },
  pairGoals: long(500),
  pairedOn: day,
  pairOutcome: long(500),
  endedOn: day,
  designationKind: choice('designationKind', DESIGNATION_KINDS),
  designatedOn: day,
  endReason: long(200),
  courseTitle: line(100),
  online: choice('online', ['no', 'yes']),
  openedOn: day,
  trainingClass: chosen,
  lecture: chosen,
  attachedOn: day,
  supportKind: choice('supportKind', SUPPORT_KINDS),
  servedName: line(100),
  servedUnion: { as: 'union' },
  matter: long(1_000),
  experts: { as: 'count', first: '1' },
  servedOn: day,
  remark: long(500),
  judgedOn: day,
  trainingKind: choice('trainingKind', TRAINING_KINDS),
  teacher: line(100),
  startsOn: { as: 'date' },
  endsOn: { as: 'date' },
  trainees: long(20_000),
  completed: { as: 'several', optional: true },
  finishedOn: day,
  lecturerKind: choice('lecturerKind', ['VOLUNTEER_PROFESSOR', 'MODEL_WORKER', 'EXPERT']),
  subject: line(100),
  appointedOn: day,
  lecturer: chosen,
  series: line(50),
  topic: line(100),
  heldOn: day,
  attendance: { as: 'count' },
  masterName: line(50),
  masterId: line(18),
  apprenticeName: line(50),
  apprenticeId: line(18),
  trade: line(50),
  goals: long(500),
  gradeBefore: choice('skillGrade', GRADES),
  signedOn: day,
  passed: choice('passed', ['yes', 'no']),
  assessment: long(500),
  gradeAfter: choice('skillGrade', GRADES),
  assessedOn: day,
  workers: { as: 'count' },
  enteredOn: day,
  activityKind: choice('activityKind', ACTIVITIES),
  participants: { as: 'count' },
  cupResult: choice('cupResult', CUP_RESULTS),
  /** Of the unions that may pay. */
  bank: chosen,
  fundSource: choice('budgetSource', ['union', 'fiscal']),
  payeeName: line(60),
  accountNumber: line(30),
  bankCode: line(12),
  projectCode: { as: 'text', maxLength: 40, optional: true },
  degree: choice('degree', DEGREES),
  studyStage: choice('studyStage', ['ENROLMENT', 'DIPLOMA']),
  school: line(100),
  major: line(100),
  tuition: amount,
  reason: long(200),
  month: { as: 'month', first: today().slice(0, 7) },
  hardship: choice('hardship', HARDSHIPS),
  hardshipFile: { as: 'hash' },
  careForm: choice('careForm', CARE_FORMS),
  caredOn: day,
  caredUntil: day,
  /** Of those on the register. */
  cared: { as: 'several' },
  careRemark: { as: 'long', maxLength: 500, optional: true },
} satisfies Record<string, Typed>;

export type FieldName = keyof typeof FIELDS;
export type Choices = Readonly<
  Partial<Record<FieldName, readonly (readonly [value: string, words: string])[]>>
>;

/** How one is typed, whatever it is. */
export function typed(name: FieldName): Typed {
  return FIELDS[name];
}
