import { randomUUID } from 'node:crypto';
import type { Studio } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let works: string;
let mill: string;
beforeAll(async () => {
  service = await startCompetitions();
  works = await openUnion(service);
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const TEAM = [
  { personName: '张三', idNumber: '11010519491231002X' },
  { personName: '王五', idNumber: '440524188001010014' },
  { personName: '赵国强', idNumber: '329999199003072013' },
  { personName: '周晓岚', idNumber: '32999919851120302X' },
];
const application = () => ({
  ...LI,
  unionId: works,
  studioName: '李小明劳模创新工作室',
  leaderHonour: 'CITY_MODEL_WORKER',
  honourDocumentNo: '合政发〔2018〕18号',
  honourSha256: HASH,
  room: '二号楼 305 室',
  budgetFen: 6_000_000n,
  members: TEAM,
  appliedOn: '2020-03-02',
});
const apply = (caller: object = clerkOf(works), changes: object = {}) =>
  service.call('applyStudio', { ...application(), ...changes }, caller);
const seen = ({ studioId, version }: Studio) => ({ studioId, expectedVersion: version });
const check = (one: Studio, changes: object = {}) => {
  const said = { passed: true, stepOn: '2020-03-05', note: '情况属实' };
  return service.call(
    'checkStudio',
    { ...seen(one), ...said, ...changes },
    { duty: 'chair', scope: works },
  );
};
const decide = (one: Studio, step: string, stepOn: string, caller: object = {}) => {
  const found = { step, stepOn, note: '符合条件', evidenceSha256: [HASH] };
  return service.call('decideStudio', { ...seen(one), ...found }, caller);
};
const name = (one: Studio, level: string, namedOn: string) =>
  service.call('nameStudio', { ...seen(one), level, namedOn, documentNo: '合工发〔2020〕31号' });
const report = (one: Studio, year: number, reportedOn: string) =>
  service.call(
    'reportStudio',
    {
      ...seen(one),
      year,
      projectTitle: '快换刀架改造',
      projectDocumentNo: '技〔2020〕7号',
      resultText: '换刀时间由 90 秒降到 35 秒',
      benefitFen: 1_860_000n,
      patents: 2,
      apprentices: 3,
      reportedOn,
      evidenceSha256: [HASH],
    },
    clerkOf(works),
  );
const fund = (one: Studio, changes: object = {}) => {
  const given = { level: 'CITY', reason: 'NAMED', amountFen: 5_000_000n, fundedOn: '2020-06-01' };
  return service.call('fundStudio', {
    ...seen(one),
    ...given,
    documentNo: '拨〔2020〕1号',
    ...changes,
  });
};
async function toPublicity(): Promise<Studio> {
  const reviewed = await decide(await check(await apply()), 'COUNTY_REVIEW', '2020-03-12');
  return decide(await decide(reviewed, 'SITE_CHECK', '2020-03-20'), 'PUBLICITY', '2020-03-23');
}

test('from its application through naming, reports and a review to another round', async () => {
  const shown = await toPublicity();
  await expect(name(shown, 'COUNTY', '2020-03-30')).rejects.toThrow(
    refusedWith('PUBLICITY_NOT_OVER'),
  );
  const named = await name(shown, 'COUNTY', '2020-03-31');
  expect(named).toMatchObject({ state: 'NAMED', level: 'COUNTY', memberCount: 5 });
  const reported = await report(await report(named, 2020, '2020-12-20'), 2021, '2021-12-20');
  await expect(decide(reported, 'REVIEW', '2022-03-30')).rejects.toThrow(
    refusedWith('STUDIO_REVIEW_EARLY'),
  );
  const reviewed = await decide(reported, 'REVIEW', '2022-04-10');
  const continued = await decide(reviewed, 'CONTINUED', '2022-04-20');
  expect(continued).toMatchObject({ state: 'CONTINUED', reviewFrom: '2022-04-20' });
  const again = await report(continued, 2022, '2022-12-20');
  expect(again.steps.map(({ state }) => state)).toEqual([
    'APPLIED',
    'UNIT_CHECK',
    'COUNTY_REVIEW',
    'SITE_CHECK',
    'PUBLICITY',
    'NAMED',
    'YEARLY_REPORT',
    'YEARLY_REPORT',
    'REVIEW',
    'CONTINUED',
    'YEARLY_REPORT',
  ]);
  expect(again.memberNamesMasked).toContain('李*明');
});

test('a step that is skipped is refused, and a review without a year’s report', async () => {
  const applied = await apply();
  await expect(decide(applied, 'COUNTY_REVIEW', '2020-03-12')).rejects.toThrow(
    refusedWith('STUDIO_STATE_WRONG'),
  );
  await expect(name(applied, 'COUNTY', '2020-03-31')).rejects.toThrow(
    refusedWith('STUDIO_STATE_WRONG'),
  );
  await expect(report(applied, 2020, '2020-12-20')).rejects.toThrow(
    refusedWith('STUDIO_STATE_WRONG'),
  );
  const checked = await check(applied);
  await expect(decide(checked, 'PUBLICITY', '2020-03-23')).rejects.toThrow(
    refusedWith('STUDIO_STATE_WRONG'),
  );
  const named = await name(await toPublicity(), 'COUNTY', '2020-03-31');
  const reported = await report(named, 2020, '2020-12-20');
  await expect(report(reported, 2020, '2020-12-21')).rejects.toThrow(
    refusedWith('STUDIO_YEAR_REPORTED'),
  );
  await expect(decide(reported, 'REVIEW', '2022-04-10')).rejects.toThrow(
    refusedWith('STUDIO_REPORT_MISSING'),
  );
});

test('who has no honour that qualifies leads none; four are too few; the unit may say no', async () => {
  await expect(apply(clerkOf(works), { leaderHonour: 'COUNTY_MODEL_WORKER' })).rejects.toThrow(
    refusedWith('STUDIO_LEADER_UNQUALIFIED'),
  );
  // The leader once more, under the number of fifteen digits.
  const twice = [...TEAM.slice(0, 3), { personName: '李小明', idNumber: '321084000101001' }];
  await expect(apply(clerkOf(works), { members: twice })).rejects.toThrow(
    refusedWith('STUDIO_TOO_FEW'),
  );
  const refused = await check(await apply(), { passed: false, note: '没有固定场所' });
  expect(refused.state).toBe('REFUSED');
  await expect(decide(refused, 'COUNTY_REVIEW', '2020-03-12')).rejects.toThrow(
    refusedWith('STUDIO_STATE_WRONG'),
  );
});

test('named at two levels it is one studio, counted at the higher; removed it is none', async () => {
  const before = await stock();
  const county = await name(await toPublicity(), 'COUNTY', '2020-03-31');
  const { studioId } = county;
  const city = await name(county, 'CITY', '2020-05-10');
  expect(city).toMatchObject({ level: 'CITY', state: 'NAMED', namedOn: '2020-03-31' });
  await expect(name(city, 'CITY', '2020-05-11')).rejects.toThrow(refusedWith('STUDIO_LEVEL_HELD'));
  expect(await stock()).toBe(before + 1);
  const of = { studioId, unionId: works, members: 5 };
  expect(await factsOf(service, 'studio.named', studioId)).toEqual([
    {
      ...of,
      level: 'COUNTY',
      namedOn: '2020-03-31',
      countedLevel: 'COUNTY',
    },
    {
      ...of,
      level: 'CITY',
      namedOn: '2020-05-10',
      countedLevel: 'CITY',
      countedLevelBefore: 'COUNTY',
    },
  ]);
  const reported = await report(await report(city, 2020, '2020-12-20'), 2021, '2021-12-20');
  await decide(await decide(reported, 'REVIEW', '2022-04-10'), 'REMOVED', '2022-04-20');
  expect(await stock()).toBe(before);
  expect(await factsOf(service, 'studio.removed', studioId)).toEqual([
    { ...of, level: 'CITY', removedOn: '2022-04-20' },
  ]);
});

test('it is funded within the limit of its level, once, and keeps what ordered it', async () => {
  const county = await name(await toPublicity(), 'COUNTY', '2020-03-31');
  await expect(fund(county)).rejects.toThrow(refusedWith('STUDIO_FUNDING_NOT_DUE'));
  await expect(fund(county, { level: 'COUNTY' })).rejects.toThrow(
    refusedWith('STUDIO_FUNDING_NONE'),
  );
  const city = await name(county, 'CITY', '2020-05-10');
  await expect(fund(city, { amountFen: 5_000_001n })).rejects.toThrow(
    refusedWith('STUDIO_FUNDING_ABOVE'),
  );
  await expect(fund(city, { reason: 'CONTINUED' })).rejects.toThrow(
    refusedWith('STUDIO_FUNDING_NOT_DUE'),
  );
  const funded = await fund(city);
  expect(funded.fundings).toMatchObject([
    { level: 'CITY', amountFen: 5_000_000n, orderedBy: expect.stringContaining('[S67]') },
  ]);
  await expect(fund(funded)).rejects.toThrow(refusedWith('STUDIO_FUNDED'));
});

test('an alliance takes named studios, each once, and counts who is in it', async () => {
  const founding = { unionId: works, allianceName: '装备制造联盟', foundedOn: '2020-05-08' };
  const { allianceId } = await service.call('foundAlliance', { ...founding, documentNo: '发1号' });
  const join = (studioId: string) =>
    service.call('joinAlliance', { allianceId, studioId, joinedOn: '2020-05-08' });
  const { studioId } = await apply();
  await expect(join(studioId)).rejects.toThrow(refusedWith('STUDIO_NOT_NAMED'));
  const named = await name(await toPublicity(), 'COUNTY', '2020-03-31');
  expect(await join(named.studioId)).toMatchObject({ memberCount: 1 });
  await expect(join(named.studioId)).rejects.toThrow(refusedWith('ALLIANCE_MEMBER'));
  const leaving = { allianceId, studioId: named.studioId, leftOn: '2020-09-30' };
  expect(await service.call('leaveAlliance', leaving)).toMatchObject({ memberCount: 0 });
  await expect(service.call('leaveAlliance', leaving)).rejects.toThrow(
    refusedWith('ALLIANCE_NOT_MEMBER'),
  );
  expect(await factsOf(service, 'alliance.joined', allianceId)).toHaveLength(1);
  expect(await factsOf(service, 'alliance.left', allianceId)).toHaveLength(1);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(apply({ duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const once = await apply({ key });
  expect(await apply({ key })).toEqual(once);
  await expect(apply({ key }, { room: '别处' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(check({ ...once, version: 7 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const elsewhere = { studioId: once.studioId };
  await expect(service.call('getStudio', elsewhere, clerkOf(mill))).rejects.toThrow(
    refusedWith('STUDIO_UNKNOWN', 'not_found'),
  );
  await expect(apply(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  // The unit's own desk does not decide for the federation.
  await expect(decide(once, 'COUNTY_REVIEW', '2020-03-12', clerkOf(works))).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});

async function stock(): Promise<number> {
  const ask = { unionId: works, state: '', level: '', cursor: '', limit: 0 };
  const { counts } = await service.call('listStudios', ask);
  return counts.reduce((sum, { studios }) => sum + studios, 0);
}

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(
    service,
    'studio_founded',
    'studio_named',
    'studio_counted',
    'studio_funded',
    'studio_removed',
    'alliance_joined',
    'patent_granted',
  );
});
