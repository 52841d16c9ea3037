import type { Caller } from '@gonglian/testing/service.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROOT, startNode, unionRow, type TestNode } from './test-node.ts';

// Two townships below the county, a union in each: what the clerk of one sees and does of the other.

let node: TestNode;
let [north, south, northMill, southMill] = ['', '', '', ''];
let northClerk: Caller;

beforeAll(async () => {
  node = await startNode();
  const township = (name: string) =>
    node.enrol({ name, level: 'TOWNSHIP', kind: 'TOWNSHIP', establishedOn: '2010-01-01' });
  north = await township('高邮市北镇总工会');
  south = await township('高邮市南镇总工会');
  northMill = await node.enrol({ parentId: north });
  southMill = await node.enrol({ parentId: south });
  northClerk = { scope: north };
});
afterAll(() => node.stop());

const whole = {
  parentId: '',
  search: '',
  level: '',
  status: '',
  asOf: '',
  cursor: '',
  limit: 0,
};
const listed = async (caller: Caller) =>
  (await node.call('listUnions', whole, caller)).items.map((one) => one.unionId);

test('a list holds what is below and what is above, and nothing beside', async () => {
  expect((await listed({})).toSorted()).toEqual(
    [ROOT, north, south, northMill, southMill].toSorted(),
  );
  expect((await listed(northClerk)).toSorted()).toEqual([ROOT, north, northMill].toSorted());
  expect(await listed({ duty: 'member', scope: north }).catch((error) => error.code)).toBe(
    'PERMISSION_MISSING',
  );
});

test("another township's union is answered like one that does not exist", async () => {
  for (const unionId of [southMill, south, randomUUID()]) {
    await expect(node.call('getUnion', { unionId, asOf: '' }, northClerk)).rejects.toMatchObject({
      kind: 'not_found',
    });
    await expect(
      node.call('getUnionHistory', { unionId, asOf: '' }, northClerk),
    ).rejects.toMatchObject({ kind: 'not_found' });
    const rename = { unionId, name: '别的名字工会', effectiveOn: '2026-01-01', expectedVersion: 1 };
    await expect(node.call('renameUnion', rename, northClerk)).rejects.toMatchObject({
      kind: 'not_found',
      code: 'UNION_UNKNOWN',
    });
  }
});

test('the union above is seen and not changed', async () => {
  await expect(
    node.call('getUnion', { unionId: ROOT, asOf: '' }, northClerk),
  ).resolves.toMatchObject({ unionId: ROOT });
  const rename = { unionId: ROOT, name: '别的名字', effectiveOn: '2026-01-01', expectedVersion: 1 };
  await expect(node.call('renameUnion', rename, northClerk)).rejects.toMatchObject({
    kind: 'not_found',
  });
});

test('a township enrols below itself and nowhere else', async () => {
  const mine = unionRow({ parentId: north });
  const answer = await node.call('enrolUnions', { rows: [mine] }, northClerk);
  expect(answer).toMatchObject({ enrolled: 1, refused: [] });
  expect(await listed(northClerk)).toContain(mine.unionId);
  for (const parentId of [south, ROOT, southMill]) {
    const row = unionRow({ parentId });
    await expect(node.call('enrolUnions', { rows: [row] }, northClerk)).rejects.toMatchObject({
      kind: 'not_found',
      code: 'UNION_UNKNOWN',
    });
  }
});

test('a union is moved within reach, and not out of it', async () => {
  const unionId = await node.enrol({ parentId: north });
  const move = (parentId: string) => ({
    unionId,
    parentId,
    effectiveOn: '2026-02-01',
    replyDocNo: '批〔2026〕6号',
    expectedVersion: 1,
  });
  await expect(node.call('reparentUnion', move(south), northClerk)).rejects.toMatchObject({
    kind: 'not_found',
  });
  await node.call('reparentUnion', move(south), {});
  expect(await listed(northClerk)).not.toContain(unionId);
  expect(await listed({ scope: south })).toContain(unionId);
});
