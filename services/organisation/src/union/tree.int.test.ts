import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, startNode, unionRow, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const township = () =>
  node.enrol({ name: '某镇总工会', level: 'TOWNSHIP', kind: 'TOWNSHIP', establishedOn: '2010-01-01' });
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
const rename = (unionId: string, changes: object = {}) =>
  node.call('renameUnion', {
    unionId,
    name: '新名工会',
    effectiveOn: '2025-07-01',
    expectedVersion: 1,
    ...changes,
  });

describe('rename', () => {
  test('stands from its day; what was before is read as it was', async () => {
    const unionId = await node.enrol({ name: '旧名工会' });
    expect(await rename(unionId)).toEqual({ unionId, version: 2 });
    expect((await node.union(unionId, '2025-06-30')).name).toBe('旧名工会');
    expect((await node.union(unionId, '2025-07-01')).name).toBe('新名工会');
    expect(await node.union(unionId)).toMatchObject({ name: '新名工会', version: 2 });
    expect((await factsOf(unionId)).at(-1)).toMatchObject({
      fact: 'union.renamed',
      data: { unionId, name: '新名工会', effectiveOn: '2025-07-01', version: 2 },
    });
    const { items } = await node.call('getUnionHistory', { unionId, asOf: '' });
    expect(items.map(({ what, effectiveOn }) => [what, effectiveOn])).toEqual([
      ['established', '2020-03-01'],
      ['renamed', '2025-07-01'],
    ]);
    const before = await node.call('getUnionHistory', { unionId, asOf: '2025-06-30' });
    expect(before.items).toHaveLength(1);
  });

  test('twice on one day: the later stands', async () => {
    const unionId = await node.enrol();
    await rename(unionId, { name: '误名工会' });
    await rename(unionId, { name: '正名工会', expectedVersion: 2 });
    expect((await node.union(unionId, '2025-07-01')).name).toBe('正名工会');
    expect((await node.union(unionId, '2025-06-30')).name).toBe('高邮市测试工会');
  });

  test.each([
    ['EFFECTIVE_BEFORE_FOUNDING', 'refused', { effectiveOn: '2020-02-29' }],
    ['NAME_UNCHANGED', 'refused', { name: '高邮市测试工会' }],
    ['VERSION_MOVED', 'stale', { expectedVersion: 9 }],
    ['FIELD_INVALID', 'invalid', { effectiveOn: '2025-02-30' }],
    ['NOT_FOUND', 'not_found', { unionId: randomUUID() }],
  ])('refuses %s', async (code, kind, changes) => {
    const unionId = await node.enrol();
    await expect(rename(unionId, changes)).rejects.toMatchObject({ kind, code });
  });

  test('a day before the last change is not rewritten from behind', async () => {
    const unionId = await node.enrol();
    await rename(unionId);
    await expect(
      rename(unionId, { name: '又名工会', effectiveOn: '2025-06-30', expectedVersion: 2 }),
    ).rejects.toMatchObject({ code: 'EFFECTIVE_BEFORE_LAST_CHANGE', details: { lastChangedOn: '2025-07-01' } });
  });

  test('forbidden, replayed, another body', async () => {
    const unionId = await node.enrol();
    const ask = { unionId, name: '新名工会', effectiveOn: '2025-07-01', expectedVersion: 1 };
    await expect(node.call('renameUnion', ask, { duty: 'auditor' })).rejects.toMatchObject({ kind: 'forbidden' });
    const key = randomUUID();
    const first = await node.call('renameUnion', ask, { key });
    expect(await node.call('renameUnion', ask, { key })).toEqual(first);
    await expect(node.call('renameUnion', { ...ask, name: '别名' }, { key })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
    expect((await factsOf(unionId)).filter(({ fact }) => fact === 'union.renamed')).toHaveLength(1);
  });

  test('history cannot be overwritten or deleted', async () => {
    const unionId = await node.enrol();
    await expect(node.sql`update union_name set name = '改' where union_id = ${unionId}`).rejects.toThrow(/history/);
    await expect(node.sql`delete from union_parent where union_id = ${unionId}`).rejects.toThrow(/history/);
  });
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
    ['PARENT_NOT_YET_FOUNDED', 'refused', async () => node.enrol({ level: 'TOWNSHIP', kind: 'TOWNSHIP' }), { effectiveOn: '2020-02-01' }],
    ['EFFECTIVE_BEFORE_FOUNDING', 'refused', township, { effectiveOn: '2014-12-31' }],
    ['NOT_FOUND', 'not_found', async () => randomUUID(), {}],
    ['ALREADY_UNDER_PARENT', 'refused', async () => ROOT, {}],
    ['VERSION_MOVED', 'stale', township, { expectedVersion: 7 }],
  ])('refuses %s', async (code, kind, makeParent, changes) => {
    const unionId = await node.enrol({ establishedOn: '2015-01-01' });
    await expect(reparent(unionId, await makeParent(), changes)).rejects.toMatchObject({ kind, code });
  });

  test('the root is fixed, and an auditor moves nothing', async () => {
    const parent = await township();
    await expect(reparent(ROOT, parent)).rejects.toMatchObject({ code: 'ROOT_UNION_FIXED' });
    const ask = { unionId: parent, parentId: ROOT, effectiveOn: '2025-07-01', replyDocNo: '批', expectedVersion: 1 };
    await expect(node.call('reparentUnion', ask, { duty: 'auditor' })).rejects.toMatchObject({ kind: 'forbidden' });
  });

  test('two moves of one union at once: one stands, the other is stale', async () => {
    const parents = [await township(), await township()];
    const unionId = await node.enrol();
    const moves = await Promise.allSettled(parents.map((to) => reparent(unionId, to, { expectedVersion: 1 })));
    expect(moves.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(moves.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { kind: 'stale' } });
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
    await expect(lead(await system(), ROOT)).rejects.toMatchObject({ code: 'INDUSTRIAL_PARENT_KIND_WRONG' });
  });
});

describe('units', () => {
  const unit = (level: string, changes: object = {}) => ({
    unitId: randomUUID(),
    name: '一组',
    level,
    establishedOn: '2021-01-01',
    ...changes,
  });

  test('branches and groups are added in one batch, and not again', async () => {
    const unionId = await node.enrol();
    const rows = [unit('BRANCH'), unit('GROUP'), unit('GROUP')];
    expect(await node.call('addUnits', { unionId, rows })).toEqual({ added: 3, unchanged: 0 });
    expect(await node.call('addUnits', { unionId, rows })).toEqual({ added: 0, unchanged: 3 });
    expect((await node.union(unionId)).childCount).toBe(3);
    const branch = rows[0]?.unitId ?? '';
    expect(await factsOf(branch)).toMatchObject([
      { fact: 'union.established', data: { cause: 'founded', level: 'BRANCH', kind: 'BRANCH', parentId: unionId } },
    ]);
    const below = [unit('GROUP', { name: '二组' })];
    expect(await node.call('addUnits', { unionId: branch, rows: below })).toEqual({ added: 1, unchanged: 0 });
  });

  test.each([
    ['PARENT_LEVEL_WRONG', async () => ROOT, unit('GROUP')],
    ['ESTABLISHED_BEFORE_PARENT', async () => node.enrol(), unit('GROUP', { establishedOn: '2019-01-01' })],
    ['NOT_FOUND', async () => randomUUID(), unit('GROUP')],
    ['FIELD_INVALID', async () => node.enrol(), unit('VILLAGE')],
  ])('refuses %s and adds none', async (code, makeUnion, bad) => {
    const unionId = await makeUnion();
    const good = unit('GROUP');
    await expect(node.call('addUnits', { unionId, rows: [good, bad] })).rejects.toMatchObject({ code });
    expect(await factsOf(good.unitId)).toEqual([]);
  });
});

describe('split', () => {
  const split = async (unionId: string, parts: Parameters<typeof unionRow>[0][], changes: object = {}) =>
    node.call('splitUnion', {
      unionId,
      parts: parts.map((part) => ({ ...unionRow(), establishedOn: '', parentId: '', ...part })),
      effectiveOn: '2025-10-01',
      replyDocNo: '批〔2025〕8号',
      expectedVersion: 1,
      ...changes,
    });

  test('makes new unions beside one that goes on', async () => {
    const parent = await township();
    const unionId = await node.enrol({ parentId: parent });
    const { unionIds } = await split(unionId, [{ name: '甲工会' }, { name: '乙工会' }]);
    const [first = ''] = unionIds;
    expect(await node.union(first)).toMatchObject({
      name: '甲工会',
      parentId: parent,
      establishedOn: '2025-10-01',
      approvalDocNo: '批〔2025〕8号',
    });
    expect(await factsOf(first)).toMatchObject([{ fact: 'union.established', data: { cause: 'split' } }]);
    expect(await node.union(unionId)).toMatchObject({ status: 'ACTIVE', version: 2 });
  });

  test.each([
    ['SPLIT_LEVEL_DIFFERS', { level: 'TOWNSHIP', kind: 'TOWNSHIP' }, {}],
    ['REGION_UNKNOWN', { regionCode: '321099' }, {}],
    ['IN_FUTURE', {}, { effectiveOn: '2999-01-01' }],
    ['EFFECTIVE_BEFORE_FOUNDING', {}, { effectiveOn: '2020-01-01' }],
    ['VERSION_MOVED', {}, { expectedVersion: 4 }],
  ])('refuses %s', async (code, part, changes) => {
    const unionId = await node.enrol();
    await expect(split(unionId, [part], changes)).rejects.toMatchObject({ code });
  });
});
