import type { Work } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerkOf, factsOf, LI, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
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

const essay = (over: object = {}) => ({
  ...LI,
  unionId: town,
  workKind: 'READING_ESSAY',
  campaign: '合成市职工读书征文',
  title: '灯下的机床手册',
  submittedOn: '2020-04-23',
  ...over,
});
const prize = ({ workId, version }: Work, over: object = {}) => ({
  workId,
  expectedVersion: version,
  level: 'CITY',
  prize: 'SECOND',
  documentNo: '合总工〔2020〕41号',
  honouredOn: '2020-06-18',
  ...over,
});
const submit = (over: object = {}) => service.call('submitWork', essay(over));
const honour = (work: Work, over: object = {}) => service.call('honourWork', prize(work, over));

test('a work is sent in once, and has one prize of a level', async () => {
  const work = await once<Work>(service, {
    method: 'submitWork',
    ask: essay(),
    changed: { title: '另一篇' },
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  expect(work).toMatchObject({ personNameMasked: '李*明', honours: [], version: 1 });
  await expect(submit()).rejects.toThrow(refusedWith('WORK_SUBMITTED'));
  await expect(submit({ title: '明天的', submittedOn: '2999-01-01' })).rejects.toThrow(
    refusedWith('IN_FUTURE'),
  );
  await expect(honour(work, { honouredOn: '2020-04-22' })).rejects.toThrow(
    refusedWith('STEP_DATE_EARLIER'),
  );
  const honoured = await once<Work>(service, {
    method: 'honourWork',
    ask: prize(work),
    changed: { prize: 'FIRST' },
    foreign: clerkOf(mill),
    unknown: 'WORK_UNKNOWN',
  });
  const given = { level: 'CITY', prize: 'SECOND', honouredOn: '2020-06-18' };
  expect(honoured).toMatchObject({ honours: [given], version: 2 });
  await expect(honour(work)).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));
  await expect(honour(honoured, { prize: 'FIRST' })).rejects.toThrow(refusedWith('WORK_HONOURED'));
  await honour(honoured, { level: 'PROVINCE', prize: '' });
  const told = await factsOf(service, 'work.honoured', work.workId);
  expect(told).toHaveLength(2);
  expect(JSON.stringify(await service.outbox())).not.toContain('李小明');
});

test('lists reach as far as the duty, by kind', async () => {
  await submit({ unionId: mill, workKind: 'SHORT_VIDEO', title: '一根纱的一天' });
  const list = (workKind: string, caller: object) =>
    service.call('listWorks', { unionId: '', workKind, cursor: '', limit: 0 }, caller);
  expect((await list('', clerkOf(mill))).items.map(({ title }) => title)).toEqual(['一根纱的一天']);
  expect((await list('SHORT_VIDEO', clerkOf(town))).items).toEqual([]);
  expect((await list('READING_ESSAY', {})).items).toHaveLength(1);
});

test('all of it is recounted from the records as its facts have told it', async () => {
  await expectRecounted(service, 'work_submitted', 'work_honoured');
});
