import { randomUUID } from 'node:crypto';
import type { InnovationResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
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

const ZHANG = { personName: '张三', idNumber: '11010519491231002X' };
const register = (caller: object = clerkOf(works), changes: object = {}) => {
  const made = {
    unionId: works,
    resultKind: 'REFORM',
    title: '快换刀架',
    authors: [LI, ZHANG],
    beforeText: '换刀 90 秒',
    afterText: '换刀 35 秒',
    benefitFen: 1_860_000n,
    evidenceSha256: [HASH],
    registeredOn: '2020-07-02',
  };
  return service.call('registerInnovationResult', { ...made, ...changes }, caller);
};
const seen = ({ resultId, version }: InnovationResult, level: string) => ({
  resultId,
  expectedVersion: version,
  level,
});
const declare = (one: InnovationResult, level = 'CITY', declaredOn = '2020-08-10') =>
  service.call('declareInnovationResult', { ...seen(one, level), declaredOn });
const evaluate = (one: InnovationResult, level = 'CITY') =>
  service.call('evaluateInnovationResult', {
    ...seen(one, level),
    score: 9_150,
    evaluatedOn: '2020-09-08',
  });
const honour = (one: InnovationResult, award = '二等奖', level = 'CITY') => {
  const awardDocumentNo = award && '合工奖〔2020〕1号';
  const decided = { award, awardDocumentNo, decidedOn: '2020-09-20' };
  return service.call('honourInnovationResult', { ...seen(one, level), ...decided });
};
const list = (caller: object, changes: object = {}) => {
  const all = { unionId: '', resultKind: '', year: 0, level: '', cursor: '', limit: 0 };
  return service.call('listInnovationResults', { ...all, ...changes }, caller);
};

test('registered, declared at two levels, evaluated and honoured at one: each a fact', async () => {
  const registered = await register();
  const { resultId } = registered;
  expect(registered).toMatchObject({ authorNamesMasked: ['李*明', '张*'], year: 2020 });
  const declared = await declare(await declare(registered, 'COUNTY'), 'CITY');
  const county = await honour(await evaluate(declared, 'COUNTY'), '', 'COUNTY');
  const city = await honour(await evaluate(county));
  expect(city.declarations).toMatchObject([
    { level: 'CITY', state: 'HONOURED', score: 9_150, award: '二等奖' },
    { level: 'COUNTY', state: 'NOT_HONOURED', award: '' },
  ]);
  const of = { resultId, unionId: works };
  expect(await factsOf(service, 'innovation.registered', resultId)).toEqual([
    {
      ...of,
      resultKind: 'REFORM',
      registeredOn: '2020-07-02',
      authorCount: 2,
      declaredBenefitFen: '1860000',
    },
  ]);
  expect(await factsOf(service, 'innovation.declared', resultId)).toEqual([
    { ...of, level: 'COUNTY', declaredOn: '2020-08-10' },
    { ...of, level: 'CITY', declaredOn: '2020-08-10' },
  ]);
  expect(await factsOf(service, 'innovation.honoured', resultId)).toEqual([
    { ...of, level: 'CITY', honouredOn: '2020-09-20' },
  ]);
});

test('a step that is skipped is refused; once at each level; no author twice', async () => {
  const registered = await register();
  await expect(evaluate(registered)).rejects.toThrow(
    refusedWith('DECLARATION_UNKNOWN', 'not_found'),
  );
  await expect(declare(registered, 'CITY', '2020-07-01')).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  const declared = await declare(registered);
  await expect(honour(declared)).rejects.toThrow(refusedWith('DECLARATION_STATE_WRONG'));
  await expect(declare(declared)).rejects.toThrow(refusedWith('RESULT_DECLARED'));
  const again = { personName: '李晓明', idNumber: '321084000101001' };
  await expect(register(clerkOf(works), { authors: [LI, again] })).rejects.toThrow(
    refusedWith('RESULT_AUTHOR_TWICE'),
  );
});

test('the library is read by year, kind and level of award', async () => {
  const honoured = await honour(
    await evaluate(await declare(await register({}, { unionId: mill, resultKind: 'INVENTION' }))),
  );
  await register({}, { unionId: mill, registeredOn: '2019-07-02' });
  const idsOf = async (changes: object) =>
    (await list(clerkOf(mill), changes)).items.map(({ resultId }) => resultId);
  expect(await idsOf({ year: 2020, level: 'CITY' })).toEqual([honoured.resultId]);
  expect(await idsOf({ resultKind: 'INVENTION' })).toEqual([honoured.resultId]);
  expect(await idsOf({ level: 'PROVINCE' })).toEqual([]);
  expect(await idsOf({})).toHaveLength(2);
});

test('forbidden, replay, another body, stale, foreign scope', async () => {
  await expect(register({ duty: 'member' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const key = randomUUID();
  const once = await register({ key });
  expect(await register({ key })).toEqual(once);
  await expect(register({ key }, { title: '另一项' })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(declare({ ...once, version: 5 })).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const { resultId } = once;
  await expect(service.call('getInnovationResult', { resultId }, clerkOf(mill))).rejects.toThrow(
    refusedWith('RESULT_UNKNOWN', 'not_found'),
  );
  await expect(register(clerkOf(mill))).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(
    service,
    'innovation_registered',
    'innovation_declared',
    'innovation_honoured',
  );
});
