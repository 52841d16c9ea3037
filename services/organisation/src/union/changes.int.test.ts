import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, startNode, unionRow, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const township = () => node.enrol({ name: '某镇总工会', level: 'TOWNSHIP', kind: 'TOWNSHIP' });
const factsOf = async (key: string) => (await node.outbox()).filter((row) => row.key === key);
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
    ).rejects.toMatchObject({
      code: 'EFFECTIVE_BEFORE_LAST_CHANGE',
      details: { lastChangedOn: '2025-07-01' },
    });
  });

  test('forbidden, replayed, another body', async () => {
    const unionId = await node.enrol();
    const ask = { unionId, name: '新名工会', effectiveOn: '2025-07-01', expectedVersion: 1 };
    await expect(node.call('renameUnion', ask, { duty: 'auditor' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const key = randomUUID();
    const first = await node.call('renameUnion', ask, { key });
    expect(await node.call('renameUnion', ask, { key })).toEqual(first);
    await expect(node.call('renameUnion', { ...ask, name: '别名' }, { key })).rejects.toMatchObject(
      {
        code: 'IDEMPOTENCY_KEY_REUSED',
      },
    );
    expect((await factsOf(unionId)).filter(({ fact }) => fact === 'union.renamed')).toHaveLength(1);
  });

  test('history cannot be overwritten or deleted', async () => {
    const unionId = await node.enrol();
    await expect(
      node.sql`update union_name set name = '改' where union_id = ${unionId}`,
    ).rejects.toThrow(/history/);
    await expect(node.sql`delete from union_parent where union_id = ${unionId}`).rejects.toThrow(
      /history/,
    );
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
      {
        fact: 'union.established',
        data: { cause: 'founded', level: 'BRANCH', kind: 'BRANCH', parentId: unionId },
      },
    ]);
    const below = [unit('GROUP', { name: '二组' })];
    expect(await node.call('addUnits', { unionId: branch, rows: below })).toEqual({
      added: 1,
      unchanged: 0,
    });
  });

  test.each([
    ['PARENT_LEVEL_WRONG', async () => ROOT, unit('GROUP')],
    [
      'ESTABLISHED_BEFORE_PARENT',
      async () => node.enrol(),
      unit('GROUP', { establishedOn: '2019-01-01' }),
    ],
    ['NOT_FOUND', async () => randomUUID(), unit('GROUP')],
    ['FIELD_INVALID', async () => node.enrol(), unit('VILLAGE')],
  ])('refuses %s and adds none', async (code, makeUnion, bad) => {
    const unionId = await makeUnion();
    const good = unit('GROUP');
    await expect(node.call('addUnits', { unionId, rows: [good, bad] })).rejects.toMatchObject({
      code,
    });
    expect(await factsOf(good.unitId)).toEqual([]);
  });
});

describe('split', () => {
  const split = async (
    unionId: string,
    parts: Parameters<typeof unionRow>[0][],
    changes: object = {},
  ) =>
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
    expect(await factsOf(first)).toMatchObject([
      { fact: 'union.established', data: { cause: 'split' } },
    ]);
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
