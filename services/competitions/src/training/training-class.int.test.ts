import { randomUUID } from 'node:crypto';
import type { TrainingClass } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, LI, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
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

const ZHANG = { personName: '张三', idNumber: '11010519491231002X' };
const open = (caller: object = clerkOf(works), changes: object = {}) => {
  const school = { trainingKind: 'NIGHT_SCHOOL', title: '数控夜校班', place: '工地夜校' };
  const days = { teacher: '合成职业学校', startsOn: '2020-04-01', endsOn: '2020-05-31' };
  return service.call(
    'openTrainingClass',
    { unionId: works, ...school, ...days, ...changes },
    caller,
  );
};
const seen = ({ trainingClassId, version }: TrainingClass) => ({
  trainingClassId,
  expectedVersion: version,
});
const enrol = (one: TrainingClass, trainees = [LI, ZHANG]) =>
  service.call('enrolTraining', { ...seen(one), trainees }, clerkOf(works));
const finish = (one: TrainingClass, completedPersonIds: string[], finishedOn = '2020-05-31') =>
  service.call('finishTrainingClass', { ...seen(one), finishedOn, completedPersonIds });

test('opened, enrolled once each, finished by some: the fact has both counts', async () => {
  const opened = await open();
  const { trainingClassId } = opened;
  const older = { personName: '李小明', idNumber: '321084000101001' };
  const enrolled = await enrol(await enrol(opened), [older]);
  expect(enrolled.enrolments.map((one) => one.personNameMasked).toSorted()).toEqual([
    '张*',
    '李*明',
  ]);
  const [first] = enrolled.enrolments;
  const finished = await finish(enrolled, [first?.personId ?? '']);
  expect(finished).toMatchObject({ state: 'FINISHED', enrolledCount: 2, completedCount: 1 });
  expect(await factsOf(service, 'training.held', trainingClassId)).toEqual([
    {
      trainingClassId,
      unionId: works,
      trainingKind: 'NIGHT_SCHOOL',
      startsOn: '2020-04-01',
      finishedOn: '2020-05-31',
      enrolledCount: 2,
      completedCount: 1,
    },
  ]);
  await expect(enrol(finished)).rejects.toThrow(refusedWith('TRAINING_FINISHED'));
  await expect(finish(finished, [])).rejects.toThrow(refusedWith('TRAINING_FINISHED'));
});

test('who was not in it completes nothing; it does not end before it begins', async () => {
  const enrolled = await enrol(await open());
  await expect(finish(enrolled, [newId()])).rejects.toThrow(refusedWith('TRAINING_NOT_ENROLLED'));
  await expect(finish(enrolled, [], '2020-03-31')).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  await expect(open(clerkOf(works), { endsOn: '2020-03-31' })).rejects.toThrow(
    refusedWith('TRAINING_DATES'),
  );
});

test('listed by kind', async () => {
  const skill = await open({}, { unionId: mill, trainingKind: 'SKILL' });
  await open({}, { unionId: mill });
  const ask = { unionId: mill, trainingKind: 'SKILL', cursor: '', limit: 0 };
  const { items } = await service.call('listTrainingClasses', ask, clerkOf(mill));
  expect(items.map((one) => one.trainingClassId)).toEqual([skill.trainingClassId]);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(open({ duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const once = await open({ key });
  expect(await open({ key })).toEqual(once);
  await expect(open({ key }, { title: '另一班' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(enrol({ ...once, version: 8 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const { trainingClassId } = once;
  await expect(
    service.call('getTrainingClass', { trainingClassId }, clerkOf(mill)),
  ).rejects.toThrow(refusedWith('TRAINING_UNKNOWN', 'not_found'));
  await expect(open(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'training_held', 'worker_trained');
});
