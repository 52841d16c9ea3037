import { randomUUID } from 'node:crypto';
import { MemberCount } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT, startNode, type TestNode } from '../test-node.ts';

let node: TestNode;
beforeAll(async () => {
  node = await startNode();
});
afterAll(() => node.stop());

const today = chinaDate(new Date());
const factsOf = async (key: string) => (await node.outbox()).filter((row) => row.key === key);
const close = (unionId: string, expectedVersion = 1) =>
  node.call('beginClosing', { unionId, reason: '单位终止', expectedVersion });
const dissolve = (unionId: string, changes: object = {}, caller = {}) =>
  node.call(
    'dissolveUnion',
    { unionId, effectiveOn: today, replyDocNo: '批〔2026〕5号', expectedVersion: 2, ...changes },
    caller,
  );

/** Closes the union and lets membership answer as one that has heard of it. */
async function closing(members: Partial<MemberCount> = {}): Promise<string> {
  const unionId = await node.enrol();
  await close(unionId);
  await node.settled();
  const organisationPosition = BigInt((await node.outbox()).at(-1)?.position ?? 0);
  node.members.set(unionId, MemberCount.fromPartial({ organisationPosition, ...members }));
  return unionId;
}

describe('dissolve', () => {
  test('a union that nobody is left in ends', async () => {
    const unionId = await closing({ retained: 4 });
    expect(await dissolve(unionId)).toEqual({ unionId, version: 3 });
    expect(await node.union(unionId)).toMatchObject({ status: 'DISSOLVED', dissolvedOn: today });
    expect(await node.union(unionId, '2026-01-01')).toMatchObject({
      status: 'ACTIVE',
      dissolvedOn: '',
    });
    expect((await factsOf(unionId)).slice(1)).toMatchObject([
      { fact: 'union.closing', data: { reason: '单位终止', version: 2 } },
      { fact: 'union.dissolved', data: { cause: 'dissolved', effectiveOn: today, version: 3 } },
    ]);
  });

  test.each([
    ['HAS_ACTIVE_MEMBERS', 'refused', { active: 1 }],
    ['HAS_PENDING_APPLICATIONS', 'refused', { pending: 2 }],
    ['MEMBERSHIP_BEHIND', 'unavailable', { organisationPosition: 1n }],
  ])('refuses %s', async (code, kind, members) => {
    const unionId = await closing(members);
    await expect(dissolve(unionId)).rejects.toMatchObject({ kind, code });
    expect((await node.union(unionId)).status).toBe('CLOSING');
  });

  test('refuses while anything stands below', async () => {
    const unionId = await node.enrol();
    const rows = [
      { unitId: randomUUID(), name: '一组', level: 'GROUP', establishedOn: '2021-01-01' },
    ];
    await node.call('addUnits', { unionId, rows });
    await close(unionId);
    node.members.set(unionId, MemberCount.fromPartial({ organisationPosition: 1_000_000n }));
    await expect(dissolve(unionId)).rejects.toMatchObject({
      code: 'HAS_SUB_UNIONS',
      details: { subUnions: 1 },
    });
  });

  test('refuses what was not announced, lies ahead, or is unknown', async () => {
    const unionId = await node.enrol();
    node.members.set(unionId, MemberCount.fromPartial({}));
    await expect(dissolve(unionId, { expectedVersion: 1 })).rejects.toMatchObject({
      code: 'NOT_CLOSING',
    });
    const announced = await closing();
    await expect(dissolve(announced, { effectiveOn: '2999-01-01' })).rejects.toMatchObject({
      code: 'IN_FUTURE',
    });
    await expect(dissolve(announced, { expectedVersion: 1 })).rejects.toMatchObject({
      kind: 'stale',
    });
    await expect(dissolve(randomUUID())).rejects.toMatchObject({ kind: 'not_found' });
  });

  test('forbidden, replayed', async () => {
    const unionId = await closing();
    await expect(dissolve(unionId, {}, { duty: 'auditor' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const key = randomUUID();
    const first = await dissolve(unionId, {}, { key });
    expect(await dissolve(unionId, {}, { key })).toEqual(first);
    await expect(dissolve(unionId, { replyDocNo: '别' }, { key })).rejects.toMatchObject({
      code: 'IDEMPOTENCY_KEY_REUSED',
    });
  });
});

describe('closing', () => {
  test('is refused twice, for the root, and takes no more below it', async () => {
    const unionId = await node.enrol({ level: 'TOWNSHIP', kind: 'TOWNSHIP' });
    await close(unionId);
    await expect(close(unionId, 2)).rejects.toMatchObject({ code: 'UNION_NOT_ACTIVE' });
    await expect(close(ROOT)).rejects.toMatchObject({ code: 'ROOT_UNION_FIXED' });
    await expect(node.enrol({ parentId: unionId })).rejects.toThrow('PARENT_NOT_ACTIVE');
  });
});

describe('merge', () => {
  const merge = (intoUnionId: string, unionIds: string[], changes: object = {}) =>
    node.call('mergeUnions', {
      intoUnionId,
      unionIds,
      effectiveOn: '2026-04-01',
      replyDocNo: '批',
      ...changes,
    });
  const township = () => node.enrol({ name: '某镇总工会', level: 'TOWNSHIP', kind: 'TOWNSHIP' });

  test('the absorbed unions end and what stood below them moves', async () => {
    const [into, absorbed] = [await township(), await township()];
    const below = await node.enrol({ parentId: absorbed });
    expect(await merge(into, [absorbed])).toEqual({ unionId: into, version: 2 });
    expect(await node.union(absorbed)).toMatchObject({
      status: 'MERGED',
      dissolvedOn: '2026-04-01',
      childCount: 0,
    });
    expect(await node.union(absorbed, '2026-03-31')).toMatchObject({
      status: 'ACTIVE',
      childCount: 1,
    });
    expect(await node.union(below)).toMatchObject({ parentId: into, version: 2 });
    expect(await node.union(below, '2026-03-31')).toMatchObject({ parentId: absorbed });
    expect((await factsOf(absorbed)).at(-1)).toMatchObject({
      fact: 'union.dissolved',
      data: { cause: 'merged', successorId: into, effectiveOn: '2026-04-01', version: 2 },
    });
    expect((await factsOf(below)).at(-1)).toMatchObject({
      fact: 'union.reparented',
      data: { fromParentId: absorbed, toParentId: into, version: 2 },
    });
  });

  test('the successor covers whom the absorbed union covered', async () => {
    const [into, absorbed] = [await node.enrol(), await node.enrol()];
    const employer = { uscc: '91321084MA00000583', name: '甲店', employeeCount: 12 };
    await node.call('coverEmployer', {
      unionId: absorbed,
      employer,
      startedOn: '2021-01-01',
      expectedVersion: 1,
    });
    await merge(into, [absorbed]);
    expect((await node.union(into)).covered).toEqual([employer]);
    expect((await node.union(absorbed)).covered).toEqual([]);
    expect((await factsOf(into)).at(-1)).toMatchObject({
      fact: 'employer.covered',
      data: { employerUscc: employer.uscc, startedOn: '2026-04-01', version: 2 },
    });
  });

  test.each([
    ['MERGE_LEVEL_DIFFERS', async () => [await township(), await node.enrol()], {}],
    ['NOT_FOUND', async () => [await township(), randomUUID()], {}],
    ['IN_FUTURE', async () => [await township(), await township()], { effectiveOn: '2999-01-01' }],
    [
      'EFFECTIVE_BEFORE_FOUNDING',
      async () => [await township(), await township()],
      { effectiveOn: '2019-01-01' },
    ],
  ])('refuses %s', async (code, make, changes) => {
    const [into = '', absorbed = ''] = await make();
    await expect(merge(into, [absorbed], changes)).rejects.toMatchObject({ code });
  });

  test('a union cannot be merged into itself, nor the root away', async () => {
    const into = await township();
    await expect(merge(into, [into])).rejects.toMatchObject({ code: 'MERGE_INTO_ITSELF' });
    await expect(merge(into, [ROOT])).rejects.toMatchObject({ code: 'ROOT_UNION_FIXED' });
  });

  test('forbidden, replayed', async () => {
    const [into, absorbed] = [await township(), await township()];
    const ask = {
      intoUnionId: into,
      unionIds: [absorbed],
      effectiveOn: '2026-04-01',
      replyDocNo: '批',
    };
    await expect(node.call('mergeUnions', ask, { duty: 'auditor' })).rejects.toMatchObject({
      kind: 'forbidden',
    });
    const key = randomUUID();
    const first = await node.call('mergeUnions', ask, { key });
    expect(await node.call('mergeUnions', ask, { key })).toEqual(first);
    expect((await factsOf(absorbed)).filter(({ fact }) => fact === 'union.dissolved')).toHaveLength(
      1,
    );
  });
});
