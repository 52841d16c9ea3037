import type { LearningImport } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clerkOf,
  factsOf,
  HASH,
  LI,
  openUnion,
  refusedWith,
} from '@gonglian/testing/people-scene.ts';
import { once } from '@gonglian/testing/keyed-scene.ts';
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

const row = (recordNo: string, over: object = {}) => ({
  ...LI,
  recordNo,
  courseTitle: '数控编程基础',
  minutes: 45,
  learnedOn: '2020-03-02',
  ...over,
});
const file = (rows: object[], unionId = works) => ({
  unionId,
  platform: '网上工匠学院',
  fileSha256: HASH,
  rows: rows as ReturnType<typeof row>[],
});
const year = (unionId: string, caller: object) =>
  service.call('getOnlineLearning', { unionId, year: 2020 }, caller);

test('a platform’s file: each number once, bad rows named, persons counted and not shown', async () => {
  const first = [
    row('A1'),
    row('A2', { learnedOn: '2020-04-01', minutes: 90 }),
    row('A3', { personName: '张三', idNumber: '11010519491231002X', courseTitle: '焊接安全' }),
    row('A4', { idNumber: '321084194910010012' }),
    row('A5', { minutes: 1_441 }),
    row('A6', { learnedOn: '2020-02-30' }),
    row('A7', { learnedOn: '2999-01-01' }),
    row('A1'),
  ];
  const imported = await once<LearningImport>(service, {
    method: 'importLearningRecords',
    ask: file(first),
    changed: { platform: '另一个平台' },
    caller: clerkOf(works),
    foreign: clerkOf(mill),
    unknown: 'UNION_UNKNOWN',
  });
  const { importNo } = imported;
  expect(imported).toEqual({
    importNo,
    imported: 3,
    known: 1,
    refused: [
      { rowNo: 4, code: 'CHECKSUM' },
      { rowNo: 5, code: 'LEARNING_MINUTES' },
      { rowNo: 6, code: 'LEARNING_DATE' },
      { rowNo: 7, code: 'IN_FUTURE' },
    ],
  });
  expect(await factsOf(service, 'learning.imported', importNo)).toEqual([
    { importNo, unionId: works, month: '2020-03', records: 2, minutes: '90' },
    { importNo, unionId: works, month: '2020-04', records: 1, minutes: '90' },
  ]);
  // The same number from another union of the node is still the same record.
  const again = await service.call(
    'importLearningRecords',
    file([row('A1'), row('B1')], mill),
    clerkOf(mill),
  );
  expect(again).toMatchObject({ imported: 1, known: 1 });
  expect(await year(works, clerkOf(works))).toEqual({
    records: 3,
    persons: 2,
    minutes: 180n,
    courses: [
      { platform: '网上工匠学院', courseTitle: '数控编程基础', records: 2, minutes: 135n },
      { platform: '网上工匠学院', courseTitle: '焊接安全', records: 1, minutes: 45n },
    ],
  });
  await expect(year(works, clerkOf(mill))).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
  await expectRecounted(service, 'learnt_online');
  expect(JSON.stringify(await service.outbox())).not.toContain('李');
});
