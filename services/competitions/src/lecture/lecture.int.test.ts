import { randomUUID } from 'node:crypto';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, LI, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let town: string;
let mill: string;
beforeAll(async () => {
  service = await startCompetitions();
  town = await openUnion(service, '合成镇总工会');
  mill = await openUnion(service, '合成织造厂工会');
});
afterAll(() => service.stop());

const appoint = (unionId: string, caller: object = {}) =>
  service.call(
    'appointLecturer',
    {
      ...LI,
      unionId,
      lecturerKind: 'VOLUNTEER_PROFESSOR',
      subject: '数控加工',
      appointedOn: '2020-01-12',
    },
    caller,
  );
const hold = (lecturerId: string, caller: object = clerkOf(town), changes: object = {}) => {
  const lecture = { series: '义工教授讲堂', topic: '薄壁件加工', place: '职工之家' };
  const held = { heldOn: '2020-03-18', attendance: 86 };
  return service.call(
    'holdLecture',
    { unionId: town, lecturerId, ...lecture, ...held, ...changes },
    caller,
  );
};

test('a lecturer is on a roster once; his lectures are counted, and those who came are a number', async () => {
  const { lecturerId, personNameMasked } = await appoint(town);
  expect(personNameMasked).toBe('李*明');
  await expect(appoint(town)).rejects.toThrow(refusedWith('LECTURER_APPOINTED'));
  const { lectureId, ...held } = await hold(lecturerId);
  expect(held).toMatchObject({ unionName: '合成镇总工会', lecturerNameMasked: '李*明' });
  await hold(lecturerId, clerkOf(town), { series: '双进' });
  expect(await factsOf(service, 'lecture.held', lectureId)).toEqual([
    { lectureId, unionId: town, series: '义工教授讲堂', heldOn: '2020-03-18', attendance: 86 },
  ]);
  const page = { unionId: town, cursor: '', limit: 0 };
  const roster = await service.call('listLecturers', page, clerkOf(town));
  expect(roster.items).toMatchObject([{ lecturerId, sessionCount: 2 }]);
  const lectures = await service.call('listLectures', { ...page, series: '义工教授讲堂' });
  expect(lectures.items.map((one) => one.lectureId)).toEqual([lectureId]);
});

test('forbidden, replay, another body, a day before, foreign scope', async () => {
  const { lecturerId } = await appoint(mill);
  await expect(hold(lecturerId, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const caller = { key: randomUUID() };
  const once = await hold(lecturerId, caller);
  expect(await hold(lecturerId, caller)).toEqual(once);
  await expect(hold(lecturerId, caller, { attendance: 87 })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(hold(lecturerId, {}, { heldOn: '2020-01-11' })).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  // The mill's lecturer is not seen from the town, nor the town from the mill.
  await expect(hold(lecturerId)).rejects.toThrow(refusedWith('LECTURER_UNKNOWN', 'not_found'));
  await expect(hold(lecturerId, clerkOf(mill))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  await expect(hold(newId(), {})).rejects.toThrow(refusedWith('LECTURER_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'lecture_held', 'lecture_attended', 'lecturer_appointed');
});
