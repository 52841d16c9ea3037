import type {
  Designation,
  DutyLine,
  FirmPair,
  Programme,
  ReformEvaluation,
  ReformRecord,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty } from '../competition/scene.ts';
import { clerkOf, factsOf, HASH, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let root: string;
let north: string;
let [steel = '', mill = '']: string[] = [];
let reform: Programme;
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [north = ''] = county.towns;
  [steel = '', mill = ''] = county.units;
  reform = await service.call('launchProgramme', {
    unionId: root,
    programmeKind: 'REFORM',
    title: '新时代产业工人队伍建设改革',
    documentNo: '合委发〔2020〕5号',
    startsOn: '2020-01-01',
    endsOn: '2022-12-31',
    memberAgencies: ['合成县总工会', '合成县人社局', '合成县国资办'],
    targets: [
      { measure: 'REFORM_MEASURES', layer: '', target: 1 },
      { measure: 'REFORM_PILOTS', layer: 'COUNTY', target: 2 },
    ],
  });
});
afterAll(() => service.stop());

const of = () => ({ programmeId: reform.programmeId });
const foreign = () => clerkOf(north);
const unknown = 'PROGRAMME_UNKNOWN';
const whole = () => service.call('getReform', of(), { duty: 'supervisor' });

test('duties are split among members, and done with evidence', async () => {
  const ask = {
    ...of(),
    agency: '合成县人社局',
    dutyText: '修订技能补贴办法',
    dueOn: '2020-06-30',
  };
  const add = (over: object) => service.call('addDutyLine', { ...ask, ...over });
  await expect(add({ agency: '合成县体育局' })).rejects.toThrow(refusedWith('AGENCY_NOT_MEMBER'));
  await expect(add({ dueOn: '2023-01-01' })).rejects.toThrow(refusedWith('DUTY_OUTSIDE'));
  const changed = { dutyText: '另一项' };
  const line = await once<DutyLine>(service, {
    method: 'addDutyLine',
    ask,
    changed,
    foreign: foreign(),
    unknown,
  });
  expect(line.state).toBe('OPEN');
  expect(line.overdueDays).toBeGreaterThan(0);
  const over = { programmeId: reform.programmeId, expectedVersion: 1, closedOn: '2023-01-10' };
  await expect(service.call('closeProgramme', over)).rejects.toThrow(
    refusedWith('DUTY_LINES_OPEN'),
  );
  const finish = {
    dutyLineId: line.dutyLineId,
    expectedVersion: line.version,
    finishedOn: '2020-07-02',
    resultText: '办法已修订',
    evidenceSha256: [HASH],
  };
  await expect(service.call('finishDutyLine', { ...finish, expectedVersion: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const done = await once<DutyLine>(service, {
    method: 'finishDutyLine',
    ask: finish,
    changed: { resultText: '另一个' },
    foreign: foreign(),
    unknown: 'DUTY_LINE_UNKNOWN',
  });
  expect(done).toMatchObject({ state: 'DONE', overdueDays: 2 });
  await expect(
    service.call('finishDutyLine', { ...finish, expectedVersion: done.version }),
  ).rejects.toThrow(refusedWith('DUTY_LINE_DONE'));
  expect((await whole()).dutyLines).toEqual([done]);
});

const record = (over: object = {}) => ({
  ...of(),
  unionId: root,
  recordKind: 'MEETING',
  title: '产改联席会议第一次会议',
  documentNo: '',
  recordedOn: '2020-03-02',
  agencies: ['合成县总工会', '合成县国资办'],
  documentKind: '',
  pilotId: '',
  evidenceSha256: [],
  ...over,
});

test('meetings, measures and cases are counted', async () => {
  const met = await once<ReformRecord>(service, {
    method: 'recordReform',
    ask: record(),
    changed: { title: '另一次' },
    foreign: clerkOf(north),
    unknown: 'UNION_UNKNOWN',
  });
  expect(await factsOf(service, 'reform.recorded', met.recordId)).toEqual([
    { recordId: met.recordId, unionId: root, recordKind: 'MEETING', recordedOn: '2020-03-02' },
  ]);
  await expect(service.call('recordReform', record({ recordedOn: '2019-12-31' }))).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  const document = { title: '技能提升十条', documentNo: '合工发〔2020〕11号', agencies: [] };
  const measure = { ...document, recordKind: 'MEASURE', documentKind: 'OPINION' };
  await service.call('recordReform', record({ ...measure, unionId: north }));
  const { programme, records } = await whole();
  if (!programme) throw new Error('no programme');
  expect(records.map(({ recordKind }) => recordKind)).toEqual(['MEASURE', 'MEETING']);
  expect(programme.targets[0]).toMatchObject({ actual: 1n, reached: true });
  await expectRecounted(service, 'reform_meeting_held', 'reform_measure_issued');
});

test('a third party evaluates a district once a year', async () => {
  const ask = {
    ...of(),
    unionId: north,
    year: 2020,
    evaluator: '合成大学产业工人研究中心',
    scoreItems: [{ title: '技能提升', maxScore: 10_000, score: 9_250 }],
    evaluatedOn: '2020-12-20',
    evidenceSha256: [HASH],
  };
  const evaluated = await once<ReformEvaluation>(service, {
    method: 'evaluateReform',
    ask,
    changed: { year: 2021 },
    foreign: clerkOf(steel),
    unknown: 'UNION_UNKNOWN',
  });
  expect(evaluated).toMatchObject({ score: 9_250, maxScore: 10_000, unionId: north });
  await expect(service.call('evaluateReform', ask)).rejects.toThrow(
    refusedWith('EVALUATED_ALREADY'),
  );
  expect((await whole()).evaluations).toEqual([evaluated]);
});

const pilotAsk = (unionId: string) => ({
  ...of(),
  unionId,
  designationKind: 'REFORM_PILOT',
  level: 'COUNTY',
  title: '产改试点单位',
  documentNo: '合产改办〔2020〕2号',
  designatedOn: '2020-04-01',
});

test('a pilot leads a private firm: what they did, and what came of it', async () => {
  const pilot: Designation = await service.call('designate', pilotAsk(steel));
  const ask = {
    pilotId: pilot.designationId,
    partnerUnionId: mill,
    goals: '共育技工',
    pairedOn: '2020-05-06',
  };
  const pair = await once<FirmPair>(service, {
    method: 'pairFirms',
    ask,
    changed: { goals: '另一个' },
    foreign: clerkOf(north),
    unknown: 'UNION_UNKNOWN',
  });
  await expect(service.call('pairFirms', ask)).rejects.toThrow(refusedWith('PAIRED_ALREADY'));
  await expect(service.call('pairFirms', { ...ask, partnerUnionId: steel })).rejects.toThrow(
    refusedWith('PAIR_ALONE'),
  );
  const { pairId } = pair;
  const did = { pairId, topic: '焊工共训', heldOn: '2020-06-10', participants: 24 };
  const foreignMill = clerkOf(mill);
  const keyed = { changed: { participants: 25 }, foreign: foreignMill, unknown: 'PAIR_UNKNOWN' };
  const active = await once<FirmPair>(service, {
    method: 'recordPairActivity',
    ask: did,
    ...keyed,
  });
  expect(active).toMatchObject({ activityCount: 1, participants: 24, lastHeldOn: '2020-06-10' });
  const end = {
    designationId: pilot.designationId,
    expectedVersion: 1,
    endedOn: '2021-01-01',
    endReason: '到期',
  };
  await expect(service.call('endDesignation', end)).rejects.toThrow(refusedWith('PILOT_LEADS'));
  const stop = {
    pairId,
    expectedVersion: pair.version,
    endedOn: '2020-12-31',
    outcome: '培养高级工 6 人',
  };
  await expect(service.call('endPair', { ...stop, endedOn: '2020-06-09' })).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  await expect(service.call('endPair', { ...stop, expectedVersion: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const other = { changed: { outcome: '另一个' }, foreign: foreignMill, unknown: 'PAIR_UNKNOWN' };
  expect(await once<FirmPair>(service, { method: 'endPair', ask: stop, ...other })).toMatchObject({
    state: 'ENDED',
  });
  await expect(service.call('recordPairActivity', did)).rejects.toThrow(refusedWith('PAIR_ENDED'));
  await service.call('endDesignation', end);
  await expect(service.call('pairFirms', ask)).rejects.toThrow(refusedWith('DESIGNATION_ENDED'));
  const { pilots, pairs } = await whole();
  expect([pilots.length, pairs.length]).toEqual([1, 1]);
});

test('a unit is a pilot once; a case comes from a pilot of the same reform, and a closed one takes none', async () => {
  const pilot = await service.call('designate', pilotAsk(mill));
  await expect(service.call('designate', { ...pilotAsk(mill), title: '示范试点' })).rejects.toThrow(
    refusedWith('DESIGNATED_ALREADY'),
  );
  const found = { recordKind: 'CASE', title: '织造班组改革', agencies: [], evidenceSha256: [HASH] };
  const compiled = record({ ...found, unionId: mill, pilotId: pilot.designationId });
  await service.call('recordReform', compiled);
  const { programmeId } = await service.call('launchProgramme', {
    unionId: root,
    programmeKind: 'REFORM',
    title: '另一项改革',
    documentNo: '合委发〔2020〕6号',
    startsOn: '2020-01-01',
    endsOn: '2022-12-31',
    memberAgencies: ['合成县总工会', '合成县人社局'],
    targets: [],
  });
  await expect(service.call('recordReform', { ...compiled, programmeId })).rejects.toThrow(
    refusedWith('PILOT_OF_OTHER'),
  );
  await expect(service.call('designate', { ...pilotAsk(mill), programmeId: '' })).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const over = { programmeId, expectedVersion: 1, closedOn: '2023-01-10' };
  await service.call('closeProgramme', over);
  await expect(service.call('recordReform', record({ programmeId }))).rejects.toThrow(
    refusedWith('PROGRAMME_CLOSED'),
  );
  await expectRecounted(service, 'designated', 'reform_case_compiled');
});
