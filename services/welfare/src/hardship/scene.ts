// A made-up household and the way of its file, for tests.
import type { HardshipFile } from '@gonglian/contracts/gen/gonglian/welfare/v1/hardship.ts';
import { addDays, chinaDate } from '@gonglian/kernel/dates.ts';
import { idCheckChar } from '@gonglian/kernel/id-number.ts';
import { openUnion } from '@gonglian/testing/people-scene.ts';
import type { Own } from '../pipeline.ts';
import { startWelfare, type Service } from '../scene.ts';

/** Long enough ago for a publicity of five working days, and in a year whose calendar is known. */
export const today = chinaDate(new Date());
export const day = (ago: number) => addDays(today, -ago);

/** Of the union itself: makes, visits. */
export const cadre = (scope: string) => ({ duty: 'clerk', id: 'cadre-1', scope }) as const;
/** At the node: one reviews, another decides, a third confirms. */
export const upper = { duty: 'clerk', id: 'upper-1' } as const;
export const centre = { duty: 'clerk', id: 'centre-1' } as const;
export const head = { duty: 'chair', id: 'chair-1' } as const;

let people = 0;
/** Of nobody; a new one each time. */
export function idNumber(birth = '19850304'): string {
  people += 1;
  const first = `329999${birth}${String(people % 1000).padStart(3, '0')}`;
  return `${first}${idCheckChar(first)}`;
}

export const person = (over: object = {}) => ({
  personName: '李小明',
  idNumber: idNumber(),
  relation: 'SELF',
  health: 'HEALTHY',
  occupation: 'EMPLOYED',
  ...over,
});

export const household = () => [
  person({ health: 'CRITICAL_ILLNESS' }),
  person({ personName: '周晓岚', relation: 'SPOUSE' }),
  person({
    personName: '李一诺',
    idNumber: idNumber('20160601'),
    relation: 'CHILD',
    occupation: 'STUDENT',
  }),
];

/** 60,000 a year less 30,000 for three: 833.33 a head and month, which is below 940 (domain §9.7). */
export const declaration = (over: object = {}) => ({
  incomes: [{ moneyKind: 'WAGE', amountFen: 6_000_000n }],
  rigidExpenses: [{ moneyKind: 'ILLNESS', amountFen: 3_000_000n }],
  mainCause: 'ILLNESS',
  secondCause: '',
  illness: '尿毒症',
  lossFen: 0n,
  compensatedFen: 0n,
  ...over,
});

/** The notices of a union's files. */
export const noticesOf = (unionId: string) => {
  const subject = { subject: 'HARDSHIP_FILE', subjectId: '' };
  return { unionId, ...subject, objected: false, cursor: '', limit: 0 };
};

export const openAsk = (unionId: string, over: object = {}) => ({
  unionId,
  workerKind: 'LOCAL',
  labourSince: '',
  people: household(),
  declaration: declaration(),
  consentedOn: day(40),
  guardianConsented: true,
  ...over,
});

export const shownAt = {
  channels: ['BOARD'],
  contactOffice: '县职工服务中心',
  contactPhone: '0514-84600000',
};

export const noFindings = {
  matchSources: ['HOUSING', 'VEHICLE', 'BUSINESS', 'SOCIAL_INSURANCE', 'MINIMUM_LIVING'],
  homes: 1,
  premises: false,
  employees: 0,
  schoolFeeFen: 0n,
  localSchoolFeeFen: 0n,
  carValueFen: 0n,
  refusedJobs: 0,
  vice: false,
  falseMaterials: false,
};

export const startHardship = async (own: Partial<Own> = {}) => scenes(await startWelfare(own));
export type HardshipScene = Awaited<ReturnType<typeof startHardship>>;
type File = HardshipFile;

export const step = ({ fileId, version }: File, happenedOn = today, note = '') => ({
  fileId,
  expectedVersion: version,
  happenedOn,
  note,
});

/** Files are opened today; what comes after is written as of days ago, where a test moves the opening back. */
function stepsOfUnion(service: Service) {
  const { call } = service;

  const open = (unionId: string, over: object = {}, caller: object = cadre(unionId)) =>
    call('openHardshipFile', openAsk(unionId, over), caller);

  /** As if it had been opened long enough ago for its steps to have their days. */
  async function opened(unionId: string, over: object = {}): Promise<File> {
    const file = await open(unionId, over);
    await service.sql`
      update hardship_file set stood_on = ${day(40)}, changed_on = ${day(40)} where file_id = ${file.fileId}`;
    return file;
  }

  const submitted = async (unionId: string, over: object = {}) =>
    call('submitHardshipFile', step(await opened(unionId, over), day(39)), cadre(unionId));

  const visit = (file: File, visitorIds = ['cadre-1', 'cadre-2']) =>
    call(
      'recordHomeVisit',
      { ...step(file, day(38), '房屋漏雨'), visitorIds },
      cadre(file.unionId),
    );

  const votes = { presentCount: 9, agreedCount: 8, againstCount: 0, abstainedCount: 1 };
  const peers = ({ fileId, version, unionId }: File, over: object = {}) =>
    call(
      'recordDemocraticReview',
      { fileId, expectedVersion: version, happenedOn: day(37), ...votes, ...over },
      cadre(unionId),
    );

  const publish = ({ fileId, version, unionId }: File, happenedOn = day(36)) =>
    call(
      'publishHardshipFile',
      { fileId, expectedVersion: version, happenedOn, ...shownAt },
      cadre(unionId),
    );

  return { open, opened, submitted, visit, peers, publish };
}

function stepsAbove({ call }: Service) {
  const review = (file: File, over: object = {}, who: object = upper) =>
    call('reviewHardshipFile', { ...step(file, day(15)), answer: 'PASSED', ...over }, who);

  const match = ({ fileId, version }: File, over: object = {}) =>
    call(
      'recordDataMatch',
      { fileId, expectedVersion: version, happenedOn: day(14), ...noFindings, ...over },
      centre,
    );

  const decide = (file: File, fileLevel: string, over: object = {}, who: object = centre) =>
    call(
      'decideHardshipFile',
      { ...step(file, day(13)), answer: 'PASSED', fileLevel, ...over },
      who,
    );

  const confirm = ({ fileId, version }: File, who: object = head) =>
    call(
      'confirmHardshipFile',
      { fileId, expectedVersion: version, happenedOn: day(12), documentNo: '省工帮〔3〕号' },
      who,
    );

  return { review, match, decide, confirm };
}

function scenes(service: Service) {
  const below = stepsOfUnion(service);
  const above = stepsAbove(service);

  const shown = async (unionId: string, over: object = {}) =>
    below.publish(await below.peers(await below.visit(await below.submitted(unionId, over))));

  const matched = async (unionId: string, over: object = {}) =>
    above.match(await above.review(await shown(unionId, over)));

  /** On the register. */
  async function filed(unionId: string, fileLevel = 'CITY', over: object = {}): Promise<File> {
    const decided = await above.decide(await matched(unionId, over), fileLevel);
    return decided.state === 'FILED' ? decided : above.confirm(decided);
  }

  return {
    service,
    call: service.call,
    union: () => openUnion(service),
    ...below,
    ...above,
    shown,
    matched,
    filed,
  };
}
