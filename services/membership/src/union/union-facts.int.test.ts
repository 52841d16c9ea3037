import { UnionRenamed } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionRenamed } from '@gonglian/contracts/organisation.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { everybody, startScene, type Scene } from '../scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await startScene()));
afterAll(() => scene.stop());

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => syntheticPerson(from + n));

test('a renamed union is shown by its new name', async () => {
  const unionId = await scene.union();
  await scene.publishFacts('organisation', [
    { type: unionRenamed, data: UnionRenamed.fromPartial({ unionId, name: '甲', version: 2 }) },
    { type: unionRenamed, data: UnionRenamed.fromPartial({ unionId, name: '乙', version: 3 }) },
  ]);
  await scene.settled();
  expect(await scene.member(unionId, 1)).toMatchObject({ unionName: '乙' });
});

test('a merger takes members along, each active one by a transfer', async () => {
  const [old = '', successor = '', third = ''] = await scene.unions(3);
  await scene.joinBatch(old, people(100, 2_000), '2026-01-15');
  await scene.joinBatch(old, people(2_100, 50), '2026-01-15');
  const late = await scene.member(old, 10_000, '2026-07-10');
  const retained = await scene.find(100);
  const change = { effectiveOn: '2026-02-01', expectedVersion: 1 };
  await scene.call('retainMembership', {
    memberId: retained.memberId,
    reason: 'retired',
    ...change,
  });
  const application = {
    channel: 'PAPER',
    appliedOn: '2026-03-01',
    joinToken: '',
    consent: undefined,
  };
  const applied = await scene.call('applyToJoin', {
    unionId: old,
    person: syntheticPerson(10_001),
    ...application,
  });
  const leaving = await scene.find(101);
  const { transferId: open } = await scene.call('requestTransfer', {
    memberId: leaving.memberId,
    toUnionId: third,
    effectiveOn: '2026-03-01',
    askedBy: 'member',
  });

  await scene.dissolve(old, '2026-06-30', successor);

  expect(await scene.count(old)).toEqual({ active: 0, retained: 0, pending: 0 });
  expect(await scene.count(successor)).toEqual({ active: 2_050, retained: 1, pending: 1 });
  const moved = (await scene.outbox()).filter(({ fact }) => fact === 'member.transferred');
  expect(moved).toHaveLength(2_050);
  expect(new Set(moved.map(({ data }) => data['transferId'])).size).toBe(2_050);
  expect(moved.every(({ data }) => data['toUnionId'] === successor)).toBe(true);
  expect(moved.find(({ key }) => key === leaving.memberId)).toMatchObject({
    data: { fromUnionId: old, effectiveOn: '2026-06-30', version: 2 },
  });
  expect(moved.find(({ key }) => key === late.memberId)).toMatchObject({
    data: { effectiveOn: '2026-07-10' },
  });
  const { spells, memberNo } = await scene.call('getMember', { memberId: leaving.memberId });
  expect(memberNo).toBe(leaving.memberNo);
  expect(spells).toMatchObject([
    { unionId: old, endedOn: '2026-06-30', endKind: 'moved_out' },
    { unionId: successor, startedOn: '2026-06-30', startKind: 'moved_in' },
  ]);
  const [transfer] = await scene.sql`select state, reason from transfer where id = ${open}`;
  expect(transfer).toEqual({ state: 'WITHDRAWN', reason: 'union_dissolved' });
  const approval = { memberId: applied.memberId, approvedOn: '2026-07-01', expectedVersion: 2 };
  expect(await scene.call('approveApplication', approval)).toMatchObject({ unionId: successor });
});

test('a union that ends without a successor takes nobody any more', async () => {
  const unionId = await scene.union();
  await scene.member(unionId, 20_000);
  await scene.dissolve(unionId, '2026-06-30');
  await expect(scene.joinBatch(unionId, people(20_001, 1))).rejects.toMatchObject({
    code: 'UNION_NOT_ACTIVE',
  });
  const { items } = await scene.call('listMembers', { ...everybody, unionId });
  expect(items).toMatchObject([{ state: 'ACTIVE' }]);
});

test('facts that come again change nothing', async () => {
  const [old = '', successor = ''] = await scene.unions(2);
  await scene.joinBatch(old, people(30_000, 3));
  await scene.dissolve(old, '2026-06-30', successor);
  await scene.dissolve(old, '2026-06-30', successor);
  expect(await scene.count(successor)).toMatchObject({ active: 3 });
  const moved = (await scene.outbox()).filter(({ data }) => data['fromUnionId'] === old);
  expect(moved).toHaveLength(3);
});
