import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const township = () =>
  node.enrol({
    name: '某镇总工会',
    level: 'TOWNSHIP',
    kind: 'TOWNSHIP',
    establishedOn: '2010-01-01',
  });
const factsOf = async (key: string) => (await node.outbox()).filter((row) => row.key === key);
const reparent = async (unionId: string, parentId: string, changes: object = {}) =>
  node.call('reparentUnion', {
    unionId,
    parentId,
    effectiveOn: '2025-07-01',
    replyDocNo: '批〔2025〕6号',
    expectedVersion: await node.version(unionId),
    ...changes,
  });
describe('reparent', () => {
  test('counts follow the tree of their day', async () => {
    const [from, to] = [await township(), await township()];
    const unionId = await node.enrol({ parentId: from });
    expect(await reparent(unionId, to)).toEqual({ unionId, version: 2 });
    expect(await node.union(unionId, '2025-06-30')).toMatchObject({ parentId: from });
    expect(await node.union(unionId)).toMatchObject({ parentId: to, parentName: '某镇总工会' });
    expect((await node.union(from, '2025-06-30')).childCount).toBe(1);
    expect((await node.union(from, '2025-07-01')).childCount).toBe(0);
    expect((await node.union(to, '2025-07-01')).childCount).toBe(1);
    expect((await factsOf(unionId)).at(-1)).toMatchObject({
      fact: 'union.reparented',
      data: { unionId, fromParentId: from, toParentId: to, effectiveOn: '2025-07-01', version: 2 },
    });
  });

  test('refuses a parent that stands below', async () => {
    const above = await township();
    const below = await node.enrol({ parentId: above });
    await expect(reparent(above, below)).rejects.toMatchObject({ code: 'CYCLE_IN_TREE' });
    await expect(reparent(above, above)).rejects.toMatchObject({ code: 'CYCLE_IN_TREE' });
  });

  test('refuses a parent that stands below only later', async () => {
    const above = await township();
    const unionId = await node.enrol();
    await reparent(unionId, above, { effectiveOn: '2027-01-01' });
    await expect(reparent(above, unionId)).rejects.toMatchObject({ code: 'CYCLE_IN_TREE' });
  });

  test.each([
    ['PARENT_LEVEL_WRONG', 'refused', async () => node.enrol(), {}],
    [
      'PARENT_NOT_YET_FOUNDED',
      'refused',
      async () => node.enrol({ level: 'TOWNSHIP', kind: 'TOWNSHIP' }),
      { effectiveOn: '2020-02-01' },
    ],
    ['EFFECTIVE_BEFORE_FOUNDING', 'refused', township, { effectiveOn: '2014-12-31' }],
    ['NOT_FOUND', 'not_found', async () => randomUUID(), {}],
    ['ALREADY_UNDER_PARENT', 'refused', async () => ROOT, {}],
    ['VERSION_MOVED', 'stale', township, { expectedVersion: 7 }],
  ])('refuses %s', async (code, kind, makeParent, changes) => {
    const unionId = await node.enrol({ establishedOn: '2015-01-01' });
    await expect(reparent(unionId, await makeParent(), changes)).rejects.toMatchObject({
      kind,
      code,
    });
  });

  test('the root is fixed, and an auditor moves nothing', async () => {
    const parent = await township();
    await expect(reparent(ROOT, parent)).rejects.toMatchObject({ code: 'ROOT_UNION_FIXED' });
    const ask = {
      unionId: parent,
      parentId: ROOT,
      effectiveOn: '2025-07-01',
      replyDocNo: '批',
      expectedVersion: 1,
    };
    await expect(node.call('reparentUnion', ask, { duty: 'auditor' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
  });

  test('two moves of one union at once: one stands, the other is stale', async () => {
    const parents = [await township(), await township()];
    const unionId = await node.enrol();
    const moves = await Promise.allSettled(
      parents.map((to) => reparent(unionId, to, { expectedVersion: 1 })),
    );
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(moves.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { kind: 'stale' },
    });
    expect(await node.sql`select 1 from union_parent where union_id = ${unionId}`).toHaveLength(2);
  });
});

describe('the industrial line', () => {
  const system = () => node.enrol({ level: 'TOWNSHIP', kind: 'SYSTEM', name: '教育系统工会' });
  const lead = (unionId: string, industrialParentId: string, changes: object = {}) =>
    node.call('setIndustrialParent', {
      unionId,
      industrialParentId,
      effectiveOn: '2025-07-01',
      expectedVersion: 1,
      ...changes,
    });

  test('is set and ended by date, and moves no count', async () => {
    const leader = await system();
    const school = await node.enrol();
    await lead(school, leader);
    await lead(school, '', { effectiveOn: '2026-01-01', expectedVersion: 2 });
    expect((await node.union(school, '2025-06-30')).industrialParentId).toBe('');
    expect((await node.union(school, '2025-12-31')).industrialParentId).toBe(leader);
    expect((await node.union(school, '2026-01-01')).industrialParentId).toBe('');
    expect(await node.union(school, '2025-12-31')).toMatchObject({ parentId: ROOT });
    expect((await node.union(leader, '2025-12-31')).childCount).toBe(0);
    expect((await factsOf(school)).slice(1)).toMatchObject([
      { fact: 'union.industrial-parent-changed', data: { industrialParentId: leader, version: 2 } },
      { fact: 'union.industrial-parent-changed', data: { effectiveOn: '2026-01-01', version: 3 } },
    ]);
  });

  test('two that would lead each other, at once: one stands', async () => {
    const [a, b] = [await system(), await system()];
    const both = await Promise.allSettled([lead(a, b), lead(b, a)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'CYCLE_IN_TREE' },
    });
  });

  test('a ring over three is refused', async () => {
    const [a, b, c] = [await system(), await system(), await system()];
    await lead(a, b);
    await lead(b, c);
    await expect(lead(c, a)).rejects.toMatchObject({ code: 'CYCLE_IN_TREE' });
  });

  test('a federation leads nobody on it', async () => {
    await expect(lead(await system(), ROOT)).rejects.toMatchObject({
      code: 'INDUSTRIAL_PARENT_KIND_WRONG',
    });
  });
});
