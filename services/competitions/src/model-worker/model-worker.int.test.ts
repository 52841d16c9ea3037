import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { chair, checkAsk, clerk, registerAsk, startCare, today, year } from './scene.ts';
import type { CareScene } from './scene.ts';

let scene: CareScene;
let call: CareScene['service']['call'];
beforeAll(async () => {
  scene = await startCare();
  call = scene.service.call;
});
afterAll(() => scene.service.stop());

const forbidden = expect.objectContaining({ kind: 'forbidden' });
const stale = refusedWith('VERSION_MOVED', 'stale');
const list = { unionId: '', grade: '', standing: '', livelihood: '', cursor: '', limit: 0 };
const checks = { unionId: '', checkOutcome: '', cursor: '', limit: 0, roundYear: year };

test('the register is that of the grants, each holder once by his highest, with what payments need', async () => {
  const unionId = await openUnion(scene.service);
  const personId = await scene.holder(unionId, 'CITY');
  const [before] = (await call('listModelWorkers', { ...list, unionId }, clerk)).items;
  expect(before).toMatchObject({
    personId,
    grade: 'CITY',
    standing: 'LIVING',
    livelihood: '',
    version: 0,
  });
  const ask = registerAsk(personId, unionId);
  const key = newId();
  const set = await call('setModelWorker', ask, { ...clerk, key });
  expect(set).toMatchObject({ livelihood: 'RETIRED', incomeKnown: true, version: 1 });
  expect(set.accountMasked).toMatch(/^\*+\d{4}$/);
  expect(JSON.stringify(set, (_, v: unknown) => (typeof v === 'bigint' ? 'n' : v))).not.toContain(
    '300000',
  );
  // The same key answers the same; with another body it is refused, as is the version that was.
  expect(await call('setModelWorker', ask, { ...clerk, key })).toEqual(set);
  const other = { ...ask, livelihood: 'FARMER' };
  await expect(call('setModelWorker', other, { ...clerk, key })).rejects.toThrow(
    expect.objectContaining({ code: 'IDEMPOTENCY_KEY_REUSED' }),
  );
  await expect(call('setModelWorker', other, clerk)).rejects.toThrow(stale);
  // What is left out stays: nobody could send it again, for nobody sees it.
  const less = {
    incomeKnown: false,
    incomeFen: 0n,
    accountNumber: '',
    bankCode: '',
    seenVersion: 1,
  };
  const again = await call('setModelWorker', { ...ask, ...less, livelihood: 'FARMER' }, clerk);
  const { accountMasked } = set;
  expect(again).toMatchObject({
    livelihood: 'FARMER',
    incomeKnown: true,
    accountMasked,
    version: 2,
  });
  const [kept] = await scene.service.sql<{ income: Buffer; account: Buffer }>`
    select income_sealed as income, account_sealed as account from model_worker where person_id = ${personId}`;
  expect(kept?.income.includes('300000')).toBe(false);
  expect(kept?.account.includes(ask.accountNumber)).toBe(false);
});

test('who is not of the union reads and writes nothing of it', async () => {
  const unionId = await openUnion(scene.service);
  const elsewhere = clerkOf(await openUnion(scene.service));
  const personId = await scene.holder(unionId);
  const unknown = refusedWith('MODEL_WORKER_UNKNOWN', 'not_found');
  await expect(call('getModelWorker', { personId }, elsewhere)).rejects.toThrow(unknown);
  await expect(call('recordLivingCheck', checkAsk(personId), elsewhere)).rejects.toThrow(unknown);
  await expect(call('setModelWorker', registerAsk(personId, unionId), elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  expect((await call('listModelWorkers', list, elsewhere)).items).toEqual([]);
  for (const duty of ['finance', 'supervisor', 'admin', 'member'] as const)
    await expect(call('getModelWorker', { personId }, { duty })).rejects.toThrow(forbidden);
});

test('the yearly check: by whom, how and when; who was not checked is listed', async () => {
  const unionId = await openUnion(scene.service);
  const [first, second] = [await scene.holder(unionId), await scene.holder(unionId)];
  const seen = await scene.check(first, { checkMethod: 'VIDEO', note: '视频见到本人' });
  expect(seen).toMatchObject({
    checkedBy: 'clerk-1',
    checkedOn: today,
    checkMethod: 'VIDEO',
    checkOutcome: 'ALIVE',
    personNameMasked: '李*明',
  });
  const of = (checkOutcome: string) =>
    call('listLivingChecks', { ...checks, unionId, checkOutcome }, clerk);
  const { items, round } = await of('UNCHECKED');
  expect(items.map(({ personId }) => personId)).toEqual([second]);
  expect(round?.unchecked).toBeGreaterThan(0);
  expect((await of('ALIVE')).items.map(({ personId }) => personId)).toEqual([first]);
  await scene.check(second, { checkOutcome: 'UNTRACEABLE' });
  expect((await of('UNCHECKED')).items).toEqual([]);
  expect(await call('getModelWorker', { personId: second }, clerk)).toMatchObject({
    standing: 'UNTRACEABLE',
    checkedYear: year,
    checkOutcome: 'UNTRACEABLE',
  });
  // He was found after all; the earlier check stays.
  await scene.check(second);
  expect(await call('getModelWorker', { personId: second }, clerk)).toMatchObject({
    standing: 'LIVING',
  });
  const [kept] = await scene.service.sql<{ n: number }>`
    select count(*)::int as n from living_check where person_id = ${second}`;
  expect(kept?.n).toBe(2);
});

test('a round is one a year, of the node, and of no year to come', async () => {
  const open = (roundYear: number, who: object = clerk) =>
    call('openLivingCheck', { roundYear, documentNo: '合工发〔3〕号' }, who);
  await expect(open(year)).rejects.toThrow(refusedWith('LIVING_CHECK_OPEN', 'duplicate'));
  await expect(open(year + 1)).rejects.toThrow(refusedWith('IN_FUTURE'));
  const unionId = await openUnion(scene.service);
  await expect(open(year - 1, clerkOf(unionId))).rejects.toThrow(forbidden);
  await expect(open(year - 1, { duty: 'auditor' })).rejects.toThrow(forbidden);
  await expect(call('listLivingChecks', { ...checks, roundYear: year - 1 }, clerk)).rejects.toThrow(
    refusedWith('LIVING_CHECK_UNKNOWN', 'not_found'),
  );
  const personId = await scene.holder(unionId);
  await scene.register(personId, unionId, { accountId: 'chair-1' });
  await expect(scene.check(personId, {}, chair)).rejects.toThrow(refusedWith('CHECKER_IS_HOLDER'));
});

test('visits and recuperation are dated, with who was there; the fact counts', async () => {
  const unionId = await openUnion(scene.service);
  const people = [await scene.holder(unionId), await scene.holder(unionId, 'CITY')];
  const ask = {
    unionId,
    careForm: 'VISIT',
    happenedOn: today,
    endsOn: today,
    place: '家中',
    personIds: people,
    note: '春节走访',
  };
  const visit = await call('recordModelWorkerCare', ask, clerk);
  expect(visit).toMatchObject({ namesMasked: ['李*明', '李*明'], recordedBy: 'clerk-1' });
  expect(await factsOf(scene.service, 'model-workers.cared', visit.careId)).toEqual([
    { careId: visit.careId, unionId, careForm: 'VISIT', happenedOn: today, persons: 2 },
  ]);
  const none = { unionId: '', personId: '', careForm: '', cursor: '', limit: 0 };
  const of = (over: object) => call('listModelWorkerCare', { ...none, ...over }, clerk);
  expect((await of({ personId: people[1] })).items.map(({ careId }) => careId)).toEqual([
    visit.careId,
  ]);
  expect((await of({ unionId, careForm: 'RECUPERATION' })).items).toEqual([]);
  await expect(
    call('recordModelWorkerCare', { ...ask, personIds: [newId()] }, clerk),
  ).rejects.toThrow(refusedWith('MODEL_WORKER_UNKNOWN', 'not_found'));
  await expect(
    call('recordModelWorkerCare', { ...ask, endsOn: '2020-01-01' }, clerk),
  ).rejects.toThrow(refusedWith('STEP_DATE_EARLIER'));
});

const work = { livelihood: 'ON_THE_JOB', incomeFen: 500_000n, on: '2025-07-01' };
test('there is one arithmetic, and who pays or audits is told it', async () => {
  for (const duty of ['clerk', 'chair', 'finance', 'auditor'] as const)
    expect(await call('workOutModelWorkerSubsidy', work, { duty })).toEqual({
      ...work,
      lineFen: 656_600n,
      capFen: 100_000n,
      differenceFen: 156_600n,
      subsidyFen: 100_000n,
      orderedBy: expect.stringContaining('湖北 2025') as string,
    });
  const at = (over: object) => call('workOutModelWorkerSubsidy', { ...work, ...over }, clerk);
  expect(await at({ incomeFen: 656_601n })).toMatchObject({ differenceFen: -1n, subsidyFen: 0n });
  await expect(at({ on: '2024-12-31' })).rejects.toThrow(
    expect.objectContaining({ code: 'POLICY_MISSING' }),
  );
  await expect(at({ livelihood: 'OTHER' })).rejects.toThrow(
    expect.objectContaining({ code: 'FIELD_INVALID' }),
  );
  for (const duty of ['supervisor', 'member', 'admin'] as const)
    await expect(call('workOutModelWorkerSubsidy', work, { duty })).rejects.toThrow(forbidden);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(scene.service, 'model_workers_cared');
});
