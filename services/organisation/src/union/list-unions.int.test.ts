import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COUNTY, ROOT, startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
const ids = { east: '', west: '', school: '', e1: '' };
const EAST = '321084107';

beforeAll(async () => {
  node = await startNode();
  const level = { level: 'TOWNSHIP', kind: 'TOWNSHIP', establishedOn: '2010-01-01' };
  ids.east = await node.enrol({ ...level, name: '城东镇总工会', regionCode: EAST });
  ids.west = await node.enrol({ ...level, name: '城西镇总工会' });
  for (const n of [1, 2, 3, 4, 5]) {
    const name = `东${n}厂工会`;
    const unionId = await node.enrol({ name, parentId: ids.east, regionCode: EAST });
    if (n === 1) ids.e1 = unionId;
  }
  ids.school = await node.enrol({
    name: '第100%中学工会',
    kind: 'SINGLE_GRASSROOTS',
    uscc: '81321084MC0000012H',
    hostName: '某中学',
    hostUscc: '91321084MA00000583',
    termNo: 2,
    termYears: 3,
    termStart: '2021-03-01',
  });
});
afterAll(() => node.stop());

const list = async (ask: object = {}) => {
  const whole = { parentId: '', search: '', level: '', status: '', asOf: '', cursor: '', limit: 0 };
  return node.call('listUnions', { ...whole, ...ask }, { duty: 'auditor' });
};
const names = async (ask: object) => (await list(ask)).items.map((union) => union.name);

describe('list', () => {
  test('the unions below a parent, by name, with the number below each', async () => {
    const { items } = await list({ parentId: ROOT });
    expect(items.map(({ name, childCount }) => [name, childCount])).toEqual([
      ['城东镇总工会', 5],
      ['城西镇总工会', 0],
      ['第100%中学工会', 0],
    ]);
    expect(items[0]).toMatchObject({ parentName: '高邮市总工会', regionName: '卸甲镇' });
  });

  test('page by page, each union once', async () => {
    const seen: string[] = [];
    let cursor = '';
    for (let page = 0; page < 10; page += 1) {
      const answer = await list({ parentId: ids.east, limit: 2, cursor });
      seen.push(...answer.items.map((union) => union.name));
      cursor = answer.nextCursor;
      if (cursor === '') break;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5].map((n) => `东${n}厂工会`));
    await expect(list({ cursor: '0190a0a0-0000-7000-8000-000000000000' })).rejects.toMatchObject({
      code: 'CURSOR_INVALID',
    });
  });

  test.each([
    ['a part of the name', '东3', ['东3厂工会']],
    ['signs of the pattern as themselves', '100%', ['第100%中学工会']],
    ['one character', '西', ['城西镇总工会']],
    ['its own code', '81321084mc0000012h', ['第100%中学工会']],
    ['the code of its host', '91321084MA00000583', ['第100%中学工会']],
    ['nothing there', '无此工会', []],
  ])('search by %s', async (_, search, found) => {
    expect(await names({ search })).toEqual(found);
  });

  test('by level and by status', async () => {
    expect(await names({ level: 'TOWNSHIP' })).toEqual(['城东镇总工会', '城西镇总工会']);
    expect(await names({ status: 'TERM_EXPIRED' })).toEqual(['第100%中学工会']);
    expect(await names({ status: 'TERM_EXPIRED', asOf: '2024-03-01' })).toEqual([]);
    await expect(list({ level: 'CONTINENT' })).rejects.toMatchObject({ code: 'FIELD_INVALID' });
  });

  test('as of a date: only who existed, under the name and the parent of the day', async () => {
    expect(await names({ asOf: '2015-01-01' })).toEqual([
      '城东镇总工会',
      '城西镇总工会',
      '高邮市总工会',
    ]);
    const unionId = await node.enrol({ name: '旧厂工会', parentId: ids.west });
    const change = { unionId, effectiveOn: '2024-01-01' };
    await node.call('renameUnion', { ...change, name: '新厂工会', expectedVersion: 1 });
    const move = { ...change, parentId: ids.east, replyDocNo: '批', expectedVersion: 2 };
    await node.call('reparentUnion', move);
    expect(await names({ parentId: ids.west, asOf: '2023-12-31' })).toEqual(['旧厂工会']);
    expect(await names({ parentId: ids.west })).toEqual([]);
    expect(await names({ search: '旧厂' })).toEqual([]);
    expect(await names({ search: '旧厂', asOf: '2023-12-31' })).toEqual(['旧厂工会']);
    const into = { intoUnionId: ids.e1, effectiveOn: '2025-01-01', replyDocNo: '批' };
    await node.call('mergeUnions', { ...into, unionIds: [unionId] });
    expect(await names({ search: '新厂' })).toEqual([]);
    expect(await names({ search: '新厂', asOf: '2024-12-31' })).toEqual(['新厂工会']);
    expect(await names({ status: 'MERGED', parentId: ids.east })).toEqual(['新厂工会']);
  });
});

test('a union is not found before it was founded', async () => {
  await expect(node.union(ids.school, '2020-02-29')).rejects.toMatchObject({
    kind: 'not_found',
    code: 'NOT_FOUND',
  });
});

test('regions below a place, by default below the node', async () => {
  const { items } = await node.call('listRegions', { parentCode: '' });
  expect(items).toContainEqual({ code: '321084107', name: '卸甲镇', level: 'TOWNSHIP' });
  const below = await node.call('listRegions', { parentCode: '321000' });
  expect(below.items).toContainEqual({ code: COUNTY, name: '高邮市', level: 'COUNTY' });
  await expect(node.call('listRegions', { parentCode: '321099' })).rejects.toMatchObject({
    kind: 'refused',
    code: 'REGION_UNKNOWN',
    details: { regionCode: '321099' },
  });
});

test('the recount walks every union there is or was, once', async () => {
  const rows = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const answer = await node.call('recountUnions', { cursor, limit: 3 }, { duty: 'auditor' });
    rows.push(...answer.rows);
    cursor = answer.nextCursor;
    if (cursor === '') break;
  }
  const [stored] = await node.sql<{ count: string }>`select count(*) from union_record`;
  expect(new Set(rows.map((row) => row.unionId)).size).toBe(Number(stored?.count));
  expect(rows).toHaveLength(Number(stored?.count));
  expect(rows.find((row) => row.unionId === ids.school)).toEqual({
    unionId: ids.school,
    level: 'GRASSROOTS',
    kind: 'SINGLE_GRASSROOTS',
    unitType: '',
    industry: '',
    establishedOn: '2020-03-01',
    dissolvedOn: '',
    electionsHeldOn: [],
  });
  await expect(node.call('recountUnions', { cursor: '', limit: 5_001 })).rejects.toMatchObject({
    kind: 'invalid',
  });
});
