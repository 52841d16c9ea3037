import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COUNTY, ROOT, startNode, unionRow, type TestNode } from '../test-node.ts';
import { ensureRootUnion } from './ensure-root-union.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const factsOf = async (key: string) => (await node.outbox()).filter((row) => row.key === key);

test('the root union is made once, with its fact', async () => {
  expect(await ensureRootUnion(node.served.running)).toBe(false);
  const facts = await factsOf(ROOT);
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({
    fact: 'union.established',
    data: { unionId: ROOT, level: 'COUNTY', kind: 'FEDERATION', cause: 'root', regionCode: COUNTY },
  });
  expect(await node.union(ROOT)).toMatchObject({
    regionName: '高邮市',
    parentId: '',
    status: 'ACTIVE',
  });
});

test('enrols a batch whose parents stand before their children', async () => {
  const township = unionRow({ level: 'TOWNSHIP', kind: 'TOWNSHIP', regionCode: '321084107' });
  const child = unionRow({
    parentId: township.unionId,
    regionCode: '321084107',
    uscc: '81321084mc0000012h',
  });
  const answer = await node.call('enrolUnions', { rows: [township, child] });
  expect(answer).toEqual({ enrolled: 2, unchanged: 0, refused: [] });
  expect(await node.union(township.unionId)).toMatchObject({ childCount: 1, regionName: '卸甲镇' });
  expect(await node.union(child.unionId)).toMatchObject({
    parentId: township.unionId,
    uscc: '81321084MC0000012H',
    version: 1,
  });
  expect(await factsOf(child.unionId)).toMatchObject([
    {
      fact: 'union.established',
      data: {
        parentId: township.unionId,
        cause: 'enrolled',
        establishedOn: '2020-03-01',
        version: 1,
      },
    },
  ]);
});

test('takes the good rows and lists the bad ones with their field', async () => {
  const good = unionRow();
  const rows = [
    unionRow({ regionCode: '321099' }),
    good,
    unionRow({ name: ' ' }),
    unionRow({ uscc: '91321084MA00000583' }),
    unionRow({ parentId: randomUUID() }),
  ];
  const answer = await node.call('enrolUnions', { rows });
  expect(answer).toEqual({
    enrolled: 1,
    unchanged: 0,
    refused: [
      { row: 1, code: 'REGION_UNKNOWN', field: 'regionCode' },
      { row: 3, code: 'FIELD_INVALID', field: 'name' },
      { row: 4, code: 'USCC_NOT_UNION_PREFIX', field: 'uscc' },
      { row: 5, code: 'PARENT_UNKNOWN', field: 'parentId' },
    ],
  });
  expect(await factsOf(good.unionId)).toHaveLength(1);
});

test('500 rows are enrolled, and not again', async () => {
  const before = (await node.outbox()).length;
  const batches = [1, 2, 3].map((batch) =>
    Array.from({ length: 500 }, (_, n) => unionRow({ name: `高邮市第${batch}${n}工会` })),
  );
  for (const rows of batches) {
    const answer = await node.call('enrolUnions', { rows });
    expect(answer).toEqual({ enrolled: 500, unchanged: 0, refused: [] });
  }
  const again = await node.call('enrolUnions', { rows: batches[0] ?? [] });
  expect(again).toEqual({ enrolled: 0, unchanged: 500, refused: [] });
  expect((await node.outbox()).length).toBe(before + 1_500);
});

test('501 rows are too many', async () => {
  const rows = Array.from({ length: 501 }, () => unionRow());
  await expect(node.call('enrolUnions', { rows })).rejects.toMatchObject({
    kind: 'invalid',
    code: 'FIELD_INVALID',
  });
});

test('is forbidden to an auditor', async () => {
  await expect(
    node.call('enrolUnions', { rows: [unionRow()] }, { duty: 'auditor' }),
  ).rejects.toMatchObject({ kind: 'forbidden', code: 'PERMISSION_MISSING' });
});

test('a replay answers the same; another body under the same key is refused', async () => {
  const rows = [unionRow()];
  const key = randomUUID();
  const first = await node.call('enrolUnions', { rows }, { key });
  expect(await node.call('enrolUnions', { rows }, { key })).toEqual(first);
  expect(first.enrolled).toBe(1);
  await expect(node.call('enrolUnions', { rows: [unionRow()] }, { key })).rejects.toMatchObject({
    kind: 'refused',
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('one batch sent twice at once under two keys is taken once', async () => {
  const rows = Array.from({ length: 20 }, () => unionRow());
  const both = await Promise.all([1, 2].map(() => node.call('enrolUnions', { rows })));
  expect(both.map(({ enrolled }) => enrolled).toSorted((a, b) => a - b)).toEqual([0, 20]);
  expect(await factsOf(rows[0]?.unionId ?? '')).toHaveLength(1);
});
