import type {
  EmploymentTraining,
  JobFair,
  JobPlacement,
} from '@gonglian/contracts/gen/gonglian/welfare/v1/job_fair.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  memberOf,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { JOB_MOVEMENTS, TOLD_OF_JOBS } from '../recount/told-services.ts';
import { startWelfare, type Service } from '../scene.ts';

let service: Service;
let root: string;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startWelfare();
  root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329999', '2010-01-01')`;
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const FIRM = '91321084MA0000015M';
const fairAsk = (unionId = root) => ({
  unionId,
  title: '春风行动专场招聘会',
  channel: 'ONLINE',
  campaign: 'SPRING_BREEZE',
  place: '网上招聘平台',
  holdsFrom: '2020-02-20',
  holdsTo: '2020-02-25',
});
const seen = ({ jobFairId, version }: JobFair) => ({ jobFairId, expectedVersion: version });
const step = (fair: JobFair, to: string, stepOn: string) =>
  service.call('stepJobFair', { ...seen(fair), step: to, stepOn });
const current = (jobFairId: string) => service.call('getJobFair', { jobFairId });
const register = (jobFairId: string, employerUscc = FIRM) => {
  const employer = { employerUscc, employerName: '合成机械有限公司', licenceSha256: HASH };
  return service.call('registerJobEmployer', { jobFairId, ...employer });
};
const vacancyAsk = (jobFairId: string, over: object = {}) => ({
  jobFairId,
  employerUscc: FIRM,
  vacancyTitle: '数控车工',
  headcount: 12,
  wageFromFen: 500_000n,
  wageToFen: 800_000n,
  workplace: '合成县开发区',
  terms: '熟练者优先',
  ...over,
});
const post = (jobFairId: string, over: object = {}) =>
  service.call('postJobVacancy', vacancyAsk(jobFairId, over));
const vacancies = async (jobFairId: string) =>
  (await service.call('listJobVacancies', { jobFairId, cursor: '', limit: 0 }, memberOf(works)))
    .items;

test('planned, employers and notices, held, reported; who may work there is not asked by sex', async () => {
  const planned = await once<JobFair>(service, {
    method: 'planJobFair',
    ask: fairAsk(),
    changed: { title: '另一场' },
    foreign: clerkOf(works),
    unknown: 'UNION_UNKNOWN',
  });
  const { jobFairId } = planned;
  await expect(register(jobFairId)).rejects.toThrow(refusedWith('JOB_FAIR_NOT_REGISTERING'));
  await expect(step({ ...planned, version: 9 }, 'PUBLISHED', '2020-02-01')).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const open = await step(
    await step(planned, 'PUBLISHED', '2020-02-01'),
    'REGISTERING',
    '2020-02-03',
  );
  await register(jobFairId);
  await expect(register(jobFairId)).rejects.toThrow(refusedWith('JOB_EMPLOYER_TWICE'));
  await expect(register(jobFairId, '91321084MA0000015N')).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  await expect(post(jobFairId, { terms: '限男性' })).rejects.toThrow(
    expect.objectContaining({
      code: 'JOB_TERMS_REFUSE_PEOPLE',
      details: { word: '限男性', clause: '就业促进法第二十七条' },
    }),
  );
  const hold = (intents: object[] = [], over: object = {}) =>
    service.call('holdJobFair', {
      ...seen(open),
      heldOn: '2020-02-25',
      attendees: 800,
      intents: intents as never,
      ...over,
    });
  await expect(hold()).rejects.toThrow(refusedWith('JOB_FAIR_EMPTY'));
  const turner = await post(jobFairId);
  const gone = await post(jobFairId, { vacancyTitle: '普工', headcount: 30 });
  const withdraw = { vacancyId: gone.vacancyId, reason: '已招满' };
  await service.call('withdrawJobVacancy', withdraw);
  await expect(service.call('withdrawJobVacancy', withdraw)).rejects.toThrow(
    refusedWith('JOB_VACANCY_WITHDRAWN'),
  );
  await expect(service.call('getJobFair', { jobFairId }, clerkOf(works))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  expect((await vacancies('')).map(({ vacancyTitle }) => vacancyTitle)).toEqual(['数控车工']);
  await expect(hold([{ vacancyId: gone.vacancyId, intents: 1 }])).rejects.toThrow(
    refusedWith('JOB_VACANCY_UNKNOWN', 'not_found'),
  );
  const held = await hold([{ vacancyId: turner.vacancyId, intents: 18 }]);
  expect(held).toMatchObject({
    state: 'HELD',
    employerCount: 1,
    vacancyCount: 1,
    wanted: 12,
    intents: 18,
  });
  await expect(post(jobFairId)).rejects.toThrow(refusedWith('JOB_FAIR_NOT_REGISTERING'));
  const reported = { ...seen(held), reportedOn: '2020-03-02', report: '线上举办，企业反映良好' };
  expect(await service.call('reportJobFair', reported)).toMatchObject({ state: 'REPORTED' });
  expect(await factsOf(service, 'job-fair.held', jobFairId)).toEqual([
    {
      jobFairId,
      unionId: root,
      channel: 'ONLINE',
      campaign: 'SPRING_BREEZE',
      employers: 1,
      vacancies: 1,
      wanted: 12,
      attendees: 800,
      intents: 18,
      heldOn: '2020-02-25',
    },
  ]);
});

test('an employer counts once for the node, at however many fairs it was', async () => {
  const { jobFairId } = await current((await service.call('planJobFair', fairAsk())).jobFairId);
  const fair = await current(jobFairId);
  await step(await step(fair, 'PUBLISHED', '2020-02-01'), 'REGISTERING', '2020-02-03');
  await register(jobFairId);
  expect(await factsOf(service, 'job-employer.entered', FIRM)).toHaveLength(1);
});

test('a training, who found work in its window, and whether he still has it', async () => {
  const training = await once<EmploymentTraining>(service, {
    method: 'openEmploymentTraining',
    ask: {
      unionId: works,
      title: '育婴员培训',
      workerGroup: 'MIGRANT',
      startsOn: '2020-03-01',
      endsOn: '2020-03-31',
    },
    changed: { title: '另一期' },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  const { trainingId } = training;
  const finish = {
    trainingId,
    expectedVersion: training.version,
    finishedOn: '2020-03-31',
    trained: 20,
  };
  await service.call('finishEmploymentTraining', finish, clerkOf(works));
  const ask = {
    unionId: works,
    vacancyId: '',
    trainingId,
    ...LI,
    workerGroup: 'MIGRANT',
    placedOn: '2020-04-10',
  };
  const placed = await once<JobPlacement>(service, {
    method: 'recordJobPlacement',
    ask,
    changed: { workerGroup: 'OTHER' },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  expect(placed).toMatchObject({ personNameMasked: '李*明', dueOn: '2020-05-10' });
  await expect(service.call('recordJobPlacement', ask)).rejects.toThrow(
    refusedWith('JOB_PLACED_TWICE'),
  );
  const late = {
    ...ask,
    personName: '张三',
    idNumber: '11010519491231002X',
    placedOn: '2021-01-04',
  };
  await service.call('recordJobPlacement', late);
  const list = { unionId: works, cursor: '', limit: 0 };
  const { items } = await service.call('listEmploymentTrainings', list, clerkOf(works));
  expect(items).toMatchObject([{ trained: 20, employed: 1, windowDays: 180 }]);
  const { placementId } = placed;
  const follow = (
    version: number,
    afterDays: number,
    employed: boolean,
    followedOn: string,
    caller: object = {},
  ) =>
    service.call(
      'followUpJobPlacement',
      { placementId, expectedVersion: version, afterDays, employed, followedOn },
      caller,
    );
  await expect(follow(1, 30, true, '2020-05-10', clerkOf(mill))).rejects.toThrow(
    refusedWith('JOB_PLACEMENT_UNKNOWN', 'not_found'),
  );
  expect(await follow(1, 30, true, '2020-05-10')).toMatchObject({
    after30Days: 'EMPLOYED',
    dueOn: '2020-07-09',
  });
  const due = await service.call('listJobPlacements', { ...list, due: true });
  expect(due.items.map((one) => one.placementId)).toContain(placementId);
  expect(await follow(2, 90, false, '2020-07-09')).toMatchObject({
    after90Days: 'LEFT',
    dueOn: '',
  });
  expect(JSON.stringify(await service.outbox())).not.toContain('李');
});

test('a start-up with a loan, of which the union bears interest', async () => {
  const ask = {
    unionId: root,
    projectName: '合成早餐铺',
    supportedOn: '2020-07-01',
    bankName: '合成农商行',
    loanFen: 20_000_000n,
    interestSubsidyFen: 380_000n,
    jobsCreated: 5,
    householdsBenefited: 2,
    documentNo: '贴〔2020〕1号',
  };
  await expect(
    service.call('supportStartup', { ...ask, interestSubsidyFen: 20_000_001n }),
  ).rejects.toThrow(refusedWith('STARTUP_SUBSIDY_ABOVE'));
  const { startupId } = await service.call('supportStartup', ask, { key: newId() });
  const { items } = await service.call('listStartupSupports', {
    unionId: root,
    cursor: '',
    limit: 0,
  });
  expect(items.map((one) => one.startupId)).toEqual([startupId]);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, TOLD_OF_JOBS, ...JOB_MOVEMENTS);
});
