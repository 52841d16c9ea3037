import type { Designation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openCounty } from '../competition/scene.ts';
import { clerkOf, factsOf, LI, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let root: string;
let [north = '', south = '']: string[] = [];
beforeAll(async () => {
  service = await startCompetitions();
  const county = await openCounty(service, 2);
  root = county.root;
  [north = '', south = ''] = county.towns;
});
afterAll(() => service.stop());

const named = (over: object = {}) => ({
  unionId: north,
  designationKind: 'TRAINING_BASE',
  level: 'CITY',
  title: '合成数控实训基地',
  documentNo: '合工发〔2020〕21号',
  designatedOn: '2020-03-02',
  programmeId: '',
  ...over,
});
const designate = (over: object = {}) => service.call('designate', named(over));
const attach = ({ designationId }: Designation, attachedKind: string, attachedId: string) => ({
  designationId,
  attachedKind,
  attachedId,
  attachedOn: '2020-05-06',
});
const ofSouth = { foreign: () => clerkOf(south), unknown: 'DESIGNATION_UNKNOWN' };

test('a base is named, teaches, and is none any more', async () => {
  const base = await once<Designation>(service, {
    method: 'designate',
    ask: named(),
    changed: { level: 'COUNTY' },
    foreign: clerkOf(south),
    unknown: 'UNION_UNKNOWN',
  });
  await expect(designate()).rejects.toThrow(refusedWith('DESIGNATED_ALREADY'));
  await expect(designate({ title: '另一个', designatedOn: '2999-01-01' })).rejects.toThrow(
    refusedWith('IN_FUTURE'),
  );
  const { designationId } = base;
  const course = { designationId, title: '五轴加工', online: false, openedOn: '2020-04-01' };
  const keyed = { foreign: ofSouth.foreign(), unknown: ofSouth.unknown };
  await once(service, { method: 'openCourse', ask: course, changed: { online: true }, ...keyed });
  await expect(service.call('openCourse', course)).rejects.toThrow(refusedWith('COURSE_OPEN'));
  const { trainingClassId } = await service.call('openTrainingClass', {
    unionId: north,
    trainingKind: 'SKILL',
    title: '五轴加工一期',
    place: '合成数控实训基地',
    teacher: '合成职业学校',
    startsOn: '2020-05-01',
    endsOn: '2020-05-31',
  });
  const ask = attach(base, 'CLASS', trainingClassId);
  const changed = { attachedOn: '2020-05-07' };
  const taught = await once<Designation>(service, { method: 'attach', ask, changed, ...keyed });
  expect(taught).toMatchObject({ courseCount: 1, classCount: 1 });
  const other = await designate({ title: '合成焊接实训基地' });
  await expect(service.call('attach', attach(other, 'CLASS', trainingClassId))).rejects.toThrow(
    refusedWith('ATTACHED_ALREADY'),
  );
  await expect(service.call('attach', attach(base, 'CLASS', newId()))).rejects.toThrow(
    refusedWith('TRAINING_UNKNOWN', 'not_found'),
  );
  await expect(service.call('attach', attach(base, 'LECTURER', newId()))).rejects.toThrow(
    refusedWith('DESIGNATION_KIND_WRONG'),
  );
  await ended(base);
});

async function ended({ designationId, version }: Designation): Promise<void> {
  const ask = {
    designationId,
    expectedVersion: version,
    endedOn: '2021-03-02',
    endReason: '复核未通过',
  };
  await expect(service.call('endDesignation', { ...ask, expectedVersion: 9 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const done = await once<Designation>(service, {
    method: 'endDesignation',
    ask,
    changed: { endReason: '另一个' },
    foreign: ofSouth.foreign(),
    unknown: ofSouth.unknown,
  });
  expect(done.endedOn).toBe('2021-03-02');
  const again = { ...ask, expectedVersion: done.version };
  await expect(service.call('endDesignation', again)).rejects.toThrow(
    refusedWith('DESIGNATION_ENDED'),
  );
  const course = { designationId, title: '另一门', online: true, openedOn: '2021-04-01' };
  await expect(service.call('openCourse', course)).rejects.toThrow(
    refusedWith('DESIGNATION_ENDED'),
  );
  expect(await factsOf(service, 'designation.ended', designationId)).toHaveLength(1);
  // Once it is none any more it may be named anew.
  expect(await designate()).toMatchObject({ endedOn: '' });
  await expectRecounted(service, 'designated', 'designation_ended', 'course_opened');
  const list = { unionId: '', designationKind: 'TRAINING_BASE', cursor: '', limit: 0 };
  expect((await service.call('listDesignations', list, clerkOf(south))).items).toEqual([]);
  expect((await service.call('listDesignations', list, clerkOf(north))).items).toHaveLength(3);
}

test('a practice station is named by its document alone, and teaches nothing', async () => {
  const station = await designate({
    designationKind: 'PRACTICE_STATION',
    level: 'COUNTY',
    title: '合成纺织厂新时代文明实践站',
  });
  expect(station).toMatchObject({ programmeId: '', endedOn: '' });
  const course = { designationId: station.designationId, title: '宣讲', online: false };
  await expect(service.call('openCourse', { ...course, openedOn: '2020-04-01' })).rejects.toThrow(
    refusedWith('DESIGNATION_KIND_WRONG'),
  );
  await expectRecounted(service, 'designated');
});

/** A team of one lecturer with a lecture that so many heard. */
async function speak(unionId: string, attendance: number): Promise<void> {
  const team = await designate({
    unionId,
    designationKind: 'SPEAKER_TEAM',
    title: '劳模工匠宣讲团',
  });
  const { lecturerId } = await service.call('appointLecturer', {
    ...LI,
    unionId,
    lecturerKind: 'MODEL_WORKER',
    subject: '劳模精神',
    appointedOn: '2020-01-12',
  });
  const talk = {
    series: '劳模宣讲',
    topic: '一把刀的二十年',
    place: '职工之家',
    heldOn: '2020-04-28',
  };
  const { lectureId } = await service.call('holdLecture', {
    ...talk,
    unionId,
    lecturerId,
    attendance,
  });
  await expect(service.call('attach', attach(team, 'LECTURE', lectureId))).rejects.toThrow(
    refusedWith('LECTURER_NOT_OF_TEAM'),
  );
  await service.call('attach', attach(team, 'LECTURER', lecturerId));
  expect(await service.call('attach', attach(team, 'LECTURE', lectureId))).toMatchObject({
    lecturerCount: 1,
    sessionCount: 1,
    attendance,
  });
}

test('lectures of speakers’ teams: own level and all below it apart', async () => {
  await speak(root, 300);
  await speak(north, 40);
  await speak(south, 50);
  const ask = { unionId: root, year: 2020 };
  const one = { teams: 1, lecturers: 1, sessionCount: 1 };
  expect(await service.call('getSpeakers', ask)).toEqual({
    own: { ...one, attendance: 300 },
    // One person on two rosters is a lecturer of each.
    below: { teams: 2, lecturers: 2, sessionCount: 2, attendance: 90 },
  });
  const town = { unionId: north, year: 2020 };
  expect(await service.call('getSpeakers', town, clerkOf(north))).toMatchObject({
    own: { ...one, attendance: 40 },
    below: { teams: 0 },
  });
  await expect(service.call('getSpeakers', ask, clerkOf(north))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  // A team that stood then had no lecture in another year.
  expect(await service.call('getSpeakers', { ...ask, year: 2021 })).toMatchObject({
    own: { teams: 1, sessionCount: 0, attendance: 0 },
  });
});
