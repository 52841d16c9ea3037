import type { Support } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, HASH, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
import { expectRecounted } from '../recount/expect-recounted.ts';
import { startCompetitions, type Service } from '../scene.ts';

let service: Service;
let town: string;
let firm: string;
let other: string;
beforeAll(async () => {
  service = await startCompetitions();
  town = await openUnion(service, '合成镇总工会');
  firm = await openUnion(service, '合成织造厂工会');
  other = await openUnion(service, '合成机械厂工会');
});
afterAll(() => service.stop());

const at = (unionId: string) => ({ ...clerkOf(unionId), id: `of-${unionId}` });
const declared = (over: object = {}) => ({
  unionId: town,
  supportKind: 'TECH_SERVICE',
  servedName: '合成织造厂',
  servedUnionId: firm,
  matter: '织机断纬率高',
  experts: 3,
  declaredOn: '2020-03-02',
  ...over,
});
const declare = (over: object = {}) => service.call('declareSupport', declared(over), at(town));
const seen = ({ supportId, version }: Support) => ({ supportId, expectedVersion: version });
const delivery = (one: Support, deliveredOn = '2020-03-20') => ({
  ...seen(one),
  resultText: '更换纬纱检测器',
  deliveredOn,
  evidenceSha256: [HASH],
});
const judgement = (one: Support, accepted: boolean, judgedOn = '2020-04-01') => ({
  ...seen(one),
  accepted,
  remark: accepted ? '断纬率下降六成' : '夜班仍有断纬',
  judgedOn,
});

test('model workers visit a firm: problem, solution, sent back once, accepted by the firm', async () => {
  const visit = await once<Support>(service, {
    method: 'declareSupport',
    ask: declared(),
    changed: { experts: 4 },
    caller: at(town),
    foreign: at(other),
    unknown: 'UNION_UNKNOWN',
  });
  expect(await factsOf(service, 'support.declared', visit.supportId)).toEqual([
    {
      supportId: visit.supportId,
      unionId: town,
      supportKind: 'TECH_SERVICE',
      declaredOn: '2020-03-02',
    },
  ]);
  await expect(service.call('judgeSupport', judgement(visit, true), at(firm))).rejects.toThrow(
    refusedWith('SUPPORT_STATE_WRONG'),
  );
  // The firm sees what is done for it, and does not do it itself.
  await expect(service.call('deliverSupport', delivery(visit), at(firm))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const delivered = await once<Support>(service, {
    method: 'deliverSupport',
    ask: delivery(visit),
    changed: { resultText: '另一个' },
    caller: at(town),
    foreign: at(other),
    unknown: 'SUPPORT_UNKNOWN',
  });
  await expect(service.call('judgeSupport', judgement(delivered, true), at(town))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  const returned = await once<Support>(service, {
    method: 'judgeSupport',
    ask: judgement(delivered, false),
    changed: { accepted: true },
    caller: at(firm),
    foreign: at(other),
    unknown: 'SUPPORT_UNKNOWN',
  });
  expect(returned).toMatchObject({ state: 'RETURNED', remark: '夜班仍有断纬' });
  await expect(service.call('deliverSupport', delivery(returned), at(town))).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  const again = await service.call('deliverSupport', delivery(returned, '2020-04-10'), at(town));
  await expect(service.call('judgeSupport', judgement(delivered, true), at(firm))).rejects.toThrow(
    refusedWith('VERSION_MOVED', 'stale'),
  );
  const accepted = judgement(again, true, '2020-04-12');
  expect(await service.call('judgeSupport', accepted, at(firm))).toMatchObject({
    state: 'ACCEPTED',
  });
});

test('a town declares an item for a project; who delivered it does not accept it', async () => {
  const project = {
    supportKind: 'PROJECT_SERVICE',
    servedName: '合成大桥工程',
    servedUnionId: '',
    experts: 0,
  };
  const item = await declare({ ...project, matter: '工地职工书屋和夜校' });
  const delivered = await service.call('deliverSupport', delivery(item), at(town));
  await expect(service.call('judgeSupport', judgement(delivered, true), at(town))).rejects.toThrow(
    refusedWith('SUPPORT_OWN_WORK'),
  );
  const county = { id: 'county-clerk' };
  expect(await service.call('judgeSupport', judgement(delivered, true), county)).toMatchObject({
    state: 'ACCEPTED',
  });
  await expect(declare({ experts: 0 })).rejects.toThrow(refusedWith('SUPPORT_WITHOUT_EXPERTS'));
  await expect(declare({ servedUnionId: town })).rejects.toThrow(refusedWith('SUPPORT_OF_OWN'));
  await expectRecounted(service, 'support_declared');
  const list = async (caller: object, over: object = {}) => {
    const ask = { unionId: '', supportKind: '', state: 'ACCEPTED', cursor: '', limit: 0, ...over };
    return (await service.call('listSupports', ask, caller)).items.map(
      ({ supportKind }) => supportKind,
    );
  };
  expect(await list(at(town))).toEqual(['PROJECT_SERVICE', 'TECH_SERVICE']);
  expect(await list(at(firm), { unionId: firm })).toEqual(['TECH_SERVICE']);
  expect(await list(at(other))).toEqual([]);
});
