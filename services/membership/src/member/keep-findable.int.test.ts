import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import { indexSome, keepFindable } from './keep-findable.ts';

let scene: Scene;
let unionId: string;
beforeAll(async () => {
  scene = await startScene();
  unionId = await scene.union();
});
afterAll(() => scene.stop());

const join = (from: number, name: string) =>
  scene.joinBatch(
    unionId,
    Array.from({ length: 600 }, (_, n) => syntheticPerson(from + n, { name })),
  );
const found = async (text: string) => {
  const ask = { text, unionId: '', state: '', cursor: '', limit: 1 };
  return (await scene.call('findMembers', ask)).items.length;
};
const queued = async () => {
  const [row] = await scene.sql<{ queued: number }>`
    select count(*)::int as queued from token_queue`;
  return row?.queued;
};

test('works until none waits, goes on after a failure, and stops when it is told to', async () => {
  await join(0, '褚合成');
  expect(await queued()).toBe(600);
  const { running } = scene.served;
  await scene.sql`alter table member_token rename to member_token_away`;
  const upkeep = keepFindable(running, running.own.log);
  await eventually(() => expect(scene.logLines.length).toBeGreaterThan(0));
  await scene.sql`alter table member_token_away rename to member_token`;
  await eventually(async () => expect(await queued()).toBe(0));
  expect(await found('褚')).toBe(1);
  expect(scene.logLines.join()).not.toContain('褚');
  await upkeep.stop();
  await join(1_000, '卫合成');
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await queued()).toBe(600);
});

test('two at once share the work', async () => {
  const { running } = scene.served;
  const made = await Promise.all([indexSome(running), indexSome(running)]);
  expect(made[0] + made[1]).toBe(600);
  expect(await queued()).toBe(0);
  expect(await found('卫')).toBe(1);
});

test('whoever was there before search was is queued again and again made the same', async () => {
  const tokens = () => scene.sql`select token, member_id from member_token order by 1, 2`;
  const before = await tokens();
  await scene.sql`insert into token_queue select id from person`;
  await scene.indexed();
  expect(await tokens()).toEqual(before);
});
