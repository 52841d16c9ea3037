import type { SharedResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, HASH, LI, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
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

test('what a unit shares others see, without who made it, and apply', async () => {
  const { resultId } = await service.call('registerInnovationResult', {
    unionId: works,
    resultKind: 'REFORM',
    title: '快换刀架',
    authors: [LI],
    beforeText: '换刀 90 秒',
    afterText: '换刀 35 秒',
    benefitFen: 1_860_000n,
    evidenceSha256: [HASH],
    registeredOn: '2020-07-02',
  });
  const list = async () => {
    const ask = { resultKind: '', cursor: '', limit: 0 };
    return (await service.call('listSharedResults', ask, clerkOf(mill))).items;
  };
  expect(await list()).toEqual([]);
  const adopt = {
    resultId,
    unionId: mill,
    adoptedOn: '2020-09-01',
    benefitFen: 300_000n,
    note: '',
  };
  const call = (over: object = {}, caller: object = clerkOf(mill)) =>
    service.call('adoptSharedResult', { ...adopt, ...over }, caller);
  await expect(call()).rejects.toThrow(refusedWith('RESULT_NOT_SHARED', 'not_found'));
  const share = { resultId, sharedOn: '2020-08-10' };
  await once(service, {
    method: 'shareInnovationResult',
    ask: share,
    changed: { sharedOn: '2020-08-11' },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'RESULT_UNKNOWN',
  });
  await expect(service.call('shareInnovationResult', share)).rejects.toThrow(
    refusedWith('RESULT_SHARED'),
  );
  expect(await list()).toMatchObject([{ resultId, title: '快换刀架', adopters: 0 }]);
  expect(JSON.stringify((await list())[0]?.title)).not.toContain('李');
  await expect(call({ unionId: works }, clerkOf(works))).rejects.toThrow(
    refusedWith('RESULT_OF_OWN'),
  );
  await expect(call({ adoptedOn: '2020-08-09' })).rejects.toThrow(refusedWith('STEP_DATE_EARLIER'));
  const adopted = await once<SharedResult>(service, {
    method: 'adoptSharedResult',
    ask: adopt,
    changed: { note: '另一个' },
    caller: clerkOf(mill),
    foreign: clerkOf(works),
    unknown: 'UNION_UNKNOWN',
  });
  expect(adopted).toMatchObject({ adopters: 1, adoptedBenefitFen: 300_000n });
  await expect(call()).rejects.toThrow(refusedWith('RESULT_ADOPTED'));
});
