import { randomUUID } from 'node:crypto';
import type { SafetyCupEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
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

const enter = (year: number, caller: object = clerkOf(works), changes: object = {}) => {
  const entry = { unionId: works, year, workerCount: 240, enteredOn: '2020-03-02' };
  return service.call('enterSafetyCup', { ...entry, ...changes }, caller);
};
const seen = ({ safetyCupEntryId, version }: SafetyCupEntry) => ({
  safetyCupEntryId,
  expectedVersion: version,
});
const record = (one: SafetyCupEntry, activityKind = 'INSPECTION', caller = clerkOf(works)) => {
  const activity = { activityKind, heldOn: '2020-06-01', participants: 80, note: '安全检查周' };
  return service.call('recordSafetyCupActivity', { ...seen(one), ...activity }, caller);
};
const evaluate = (one: SafetyCupEntry, caller: object = {}) => {
  const year = { score: 9_300, cupResult: 'EXCELLENT', evaluatedOn: '2020-12-25' };
  return service.call('evaluateSafetyCup', { ...seen(one), ...year }, caller);
};

test('a unit enters once a year, its activities are tallied, its year is evaluated', async () => {
  const entered = await enter(2020);
  const { safetyCupEntryId } = entered;
  await expect(enter(2020)).rejects.toThrow(refusedWith('SAFETY_CUP_ENTERED'));
  await expect(evaluate(entered)).rejects.toThrow(refusedWith('SAFETY_CUP_IDLE'));
  const busy = await record(await record(await record(entered)), 'DRILL');
  expect(busy.tallies).toEqual([
    { activityKind: 'DRILL', activities: 1, participants: 80 },
    { activityKind: 'INSPECTION', activities: 2, participants: 160 },
  ]);
  const evaluated = await evaluate(busy);
  expect(evaluated).toMatchObject({ state: 'EVALUATED', score: 9_300, cupResult: 'EXCELLENT' });
  await expect(record(evaluated)).rejects.toThrow(refusedWith('SAFETY_CUP_EVALUATED'));
  expect(await factsOf(service, 'safety-cup.entered', safetyCupEntryId)).toEqual([
    {
      safetyCupEntryId,
      unionId: works,
      year: 2020,
      enteredOn: '2020-03-02',
      workerCount: 240,
    },
  ]);
  const ask = { unionId: '', year: 2020, cursor: '', limit: 0 };
  const { items } = await service.call('listSafetyCupEntries', ask, clerkOf(works));
  expect(items.map((one) => one.safetyCupEntryId)).toEqual([safetyCupEntryId]);
});

test('entered twice at once it is in it once', async () => {
  const both = await Promise.allSettled([enter(2018), enter(2018)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(enter(2019, { duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const caller = { ...clerkOf(works), key: randomUUID() };
  const once = await enter(2019, caller);
  expect(await enter(2019, caller)).toEqual(once);
  await expect(enter(2019, caller, { workerCount: 241 })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(record({ ...once, version: 6 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(record(once)).rejects.toThrow(refusedWith('SAFETY_CUP_YEAR'));
  await expect(record(once, 'DRILL', clerkOf(mill))).rejects.toThrow(
    refusedWith('SAFETY_CUP_UNKNOWN', 'not_found'),
  );
  await expect(enter(2017, clerkOf(mill))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  // The unit does not evaluate itself.
  await expect(evaluate(once, clerkOf(works))).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'safety_cup_entered', 'safety_activity_held');
});
