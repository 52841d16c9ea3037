import { randomUUID } from 'node:crypto';
import type { Apprenticeship } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
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
const WANG = { personName: '王五', idNumber: '440524188001010014' };
const sign = (caller: object = clerkOf(works), changes: object = {}) => {
  const pair = { unionId: works, master: LI, apprentice: ZHANG, trade: '数控车工' };
  const term = { goals: '晋升一级', gradeBefore: 'SENIOR', signedOn: '2020-01-15' };
  return service.call(
    'signApprenticeship',
    { ...pair, ...term, endsOn: '2020-12-31', ...changes },
    caller,
  );
};
const assess = (one: Apprenticeship, caller: object = clerkOf(works)) => {
  const { apprenticeshipId, version } = one;
  const came = { passed: true, assessment: '按期完成', gradeAfter: 'TECHNICIAN' };
  return service.call(
    'assessApprenticeship',
    { apprenticeshipId, expectedVersion: version, ...came, assessedOn: '2020-12-28' },
    caller,
  );
};

test('signed, and assessed with the grade he has now; then he may sign again', async () => {
  const signed = await sign();
  const { apprenticeshipId } = signed;
  expect(signed).toMatchObject({ masterNameMasked: '李*明', apprenticeNameMasked: '张*' });
  await expect(sign()).rejects.toThrow(refusedWith('APPRENTICESHIP_OPEN'));
  const assessed = await assess(signed);
  expect(assessed).toMatchObject({ state: 'ASSESSED', passed: true, gradeAfter: 'TECHNICIAN' });
  await expect(assess(assessed)).rejects.toThrow(refusedWith('APPRENTICESHIP_ASSESSED'));
  expect((await assess(await sign())).state).toBe('ASSESSED');
  expect(await factsOf(service, 'apprenticeship.signed', apprenticeshipId)).toEqual([
    { apprenticeshipId, unionId: works, signedOn: '2020-01-15' },
  ]);
  const { items } = await service.call('listApprenticeships', {
    unionId: works,
    cursor: '',
    limit: 0,
  });
  expect(items).toHaveLength(2);
});

test('nobody is his own master, and no term ends before it begins', async () => {
  const older = { personName: '李小明', idNumber: '321084000101001' };
  await expect(sign(clerkOf(works), { apprentice: older })).rejects.toThrow(
    refusedWith('APPRENTICESHIP_SAME_PERSON'),
  );
  await expect(sign(clerkOf(works), { endsOn: '2020-01-15' })).rejects.toThrow(
    refusedWith('APPRENTICESHIP_DATES'),
  );
  await expect(sign(clerkOf(works), { master: undefined })).rejects.toThrow(
    expect.objectContaining({ kind: 'invalid' }),
  );
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(sign({ duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const ask = { apprentice: WANG };
  const once = await sign({ key }, ask);
  expect(await sign({ key }, ask)).toEqual(once);
  await expect(sign({ key }, { ...ask, trade: '钳工' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(assess({ ...once, version: 4 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  await expect(assess(once, clerkOf(mill))).rejects.toThrow(
    refusedWith('APPRENTICESHIP_UNKNOWN', 'not_found'),
  );
  await expect(sign(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'apprenticeship_signed', 'grade_promoted');
});
