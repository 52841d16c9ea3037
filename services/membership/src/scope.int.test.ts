import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Caller } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from './fixtures.ts';
import { everybody, startScene, type Scene } from './scene.ts';

// Two townships of one node, a mill in each: what the clerk of one sees and does of the other.

let scene: Scene;
const [north, south, northMill, southMill] = [newId(), newId(), newId(), newId()];
const northClerk: Caller = { scope: north };
const southClerk: Caller = { scope: south };
let northerner: string;
let southerner: string;

beforeAll(async () => {
  scene = await startScene();
  const root = nodeRootUnionId(scene.node);
  const union = (unionId: string, parentId: string, kind: string) => ({
    type: unionEstablished,
    data: UnionEstablished.fromPartial({ unionId, parentId, name: `合成${kind}`, kind }),
  });
  await scene.publishFacts('organisation', [
    union(root, '', 'FEDERATION'),
    union(north, root, 'TOWNSHIP'),
    union(south, root, 'TOWNSHIP'),
    union(northMill, north, 'SINGLE_GRASSROOTS'),
    union(southMill, south, 'SINGLE_GRASSROOTS'),
  ]);
  await scene.settled();
  northerner = (await scene.member(northMill, 1)).memberId;
  southerner = (await scene.member(southMill, 2)).memberId;
});
afterAll(() => scene.stop());

const names = async (caller: Caller) =>
  (await scene.call('listMembers', everybody, caller)).items.map((one) => one.memberId);

test('a list holds the members in reach', async () => {
  expect((await names({})).toSorted()).toEqual([northerner, southerner].toSorted());
  expect(await names(northClerk)).toEqual([northerner]);
  expect(await names({ scope: southMill })).toEqual([southerner]);
  expect(await names({ duty: 'auditor', scope: newId() })).toEqual([]);
});

test("another township's member is answered like one that does not exist", async () => {
  const unknown = { kind: 'not_found', code: 'MEMBER_UNKNOWN' };
  const end = { how: 'left', effectiveOn: '2026-03-01', decisionDocNo: '', expectedVersion: 1 };
  for (const memberId of [southerner, newId()]) {
    await expect(scene.call('getMember', { memberId }, northClerk)).rejects.toMatchObject(unknown);
    const done = scene.call('endMembership', { memberId, ...end }, northClerk);
    await expect(done).rejects.toMatchObject(unknown);
  }
  await expect(
    scene.call('getMember', { memberId: southerner }, southClerk),
  ).resolves.toMatchObject({ memberId: southerner });
});

test("another township's union is answered like one that does not exist", async () => {
  const unknown = { kind: 'not_found', code: 'UNION_UNKNOWN' };
  for (const unionId of [southMill, south, nodeRootUnionId(scene.node), newId()]) {
    const batch = { unionId, joinedOn: '2026-01-15', rows: [syntheticPerson(3)] };
    await expect(scene.call('joinBatch', batch, northClerk)).rejects.toMatchObject(unknown);
    await expect(scene.call('countMembers', { unionId }, northClerk)).rejects.toMatchObject(
      unknown,
    );
    const link = { unionId, expiresOn: '2026-12-31' };
    await expect(scene.call('createJoinLink', link, northClerk)).rejects.toMatchObject(unknown);
  }
});

test('somebody who is a member elsewhere is found by the rule, and not shown', async () => {
  const batch = { unionId: northMill, joinedOn: '2026-01-15', rows: [syntheticPerson(2)] };
  const { refused } = await scene.call('joinBatch', batch, northClerk);
  expect(refused).toMatchObject([{ code: 'ALREADY_MEMBER', heldByUnionId: southMill }]);
  expect(await names(northClerk)).toEqual([northerner]);
});

test('the receiving union accepts a transfer, and nobody in its stead', async () => {
  const { memberId } = await scene.member(northMill, 5);
  const asked = { memberId, toUnionId: southMill, effectiveOn: '2026-03-01', askedBy: 'sender' };
  const transfer = await scene.call('requestTransfer', asked, northClerk);
  const { transferId, version: expectedVersion } = transfer;
  const accept = { transferId, reason: '', expectedVersion };
  await expect(scene.call('acceptTransfer', accept, northClerk)).rejects.toMatchObject({
    kind: 'not_found',
  });
  expect(await names(southClerk)).not.toContain(memberId);
  await scene.call('acceptTransfer', accept, southClerk);
  expect(await names(southClerk)).toContain(memberId);
  expect(await names(northClerk)).not.toContain(memberId);
});

test('what concerns the node as a whole asks for a duty over all of it', async () => {
  const ask = { cursor: '', limit: 0 };
  await expect(
    scene.call('recountMembers', ask, { duty: 'auditor', scope: north }),
  ).rejects.toMatchObject({ kind: 'forbidden', code: 'SCOPE_TOO_NARROW' });
  await scene.call('recountMembers', ask, { duty: 'auditor' });
});

test.each(['admin', 'supervisor', 'finance'] as const)('%s reads no member', async (duty) => {
  await expect(scene.call('listMembers', everybody, { duty })).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'PERMISSION_MISSING',
  });
});
