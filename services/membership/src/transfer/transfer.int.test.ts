import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScene, type Scene } from '../scene.ts';

let scene: Scene;
let from: string;
let to: string;
let next = 0;
beforeAll(async () => {
  scene = await startScene();
  [from = '', to = ''] = await scene.unions(2);
});
afterAll(() => scene.stop());

const someone = () => scene.member(from, (next += 1));
const request = (memberId: string, changes: object = {}) =>
  scene.call('requestTransfer', {
    memberId,
    toUnionId: to,
    effectiveOn: '2026-03-31',
    askedBy: 'member',
    ...changes,
  });
type Decision = 'confirmTransfer' | 'acceptTransfer' | 'refuseTransfer' | 'withdrawTransfer';
const decide = (method: Decision, transferId: string, expectedVersion: number, reason = '') =>
  scene.call(method, { transferId, expectedVersion, reason });
const factsOf = async (memberId: string) =>
  (await scene.outbox()).filter((row) => row.key === memberId);

test('on the effective date one has one less, the other one more (domain §9.14)', async () => {
  const { memberId, memberNo, joinedOn } = await someone();
  const [fromBefore, toBefore] = [await scene.count(from), await scene.count(to)];
  const asked = await request(memberId);
  expect(asked).toMatchObject({ state: 'INITIATED', fromUnionId: from, toUnionId: to, version: 1 });
  const { transferId } = asked;
  expect(await decide('confirmTransfer', transferId, 1)).toMatchObject({
    state: 'SENDER_CONFIRMED',
    version: 2,
  });
  expect(await decide('acceptTransfer', transferId, 2)).toMatchObject({ state: 'COMPLETED' });
  expect(await scene.count(from)).toEqual({ ...fromBefore, active: fromBefore.active - 1 });
  expect(await scene.count(to)).toEqual({ ...toBefore, active: toBefore.active + 1 });
  const member = await scene.call('getMember', { memberId });
  expect(member).toMatchObject({ unionId: to, memberNo, joinedOn, state: 'ACTIVE', version: 2 });
  expect(member.spells).toMatchObject([
    { unionId: from, endedOn: '2026-03-31', endKind: 'moved_out' },
    { unionId: to, startedOn: '2026-03-31', startKind: 'moved_in', endedOn: '' },
  ]);
  const on = async (day: string) =>
    scene.sql`select union_id from spell where member_id = ${memberId}
      and daterange(started_on, ended_on) @> ${day}::date`;
  expect(await on('2026-03-30')).toEqual([{ union_id: from }]);
  expect(await on('2026-03-31')).toEqual([{ union_id: to }]);
  expect((await factsOf(memberId)).slice(1)).toMatchObject([
    {
      fact: 'member.transferred',
      data: {
        transferId,
        fromUnionId: from,
        toUnionId: to,
        effectiveOn: '2026-03-31',
        codes: { sex: expect.any(String) },
        version: 2,
      },
    },
  ]);
});

test('the sender that asks has confirmed; the receiver may refuse with a reason', async () => {
  const { memberId } = await someone();
  const asked = await request(memberId, { askedBy: 'sender' });
  expect(asked.state).toBe('SENDER_CONFIRMED');
  await expect(decide('refuseTransfer', asked.transferId, 1)).rejects.toMatchObject({
    code: 'FIELD_INVALID',
    details: { field: 'reason' },
  });
  const refused = await decide('refuseTransfer', asked.transferId, 1, '查无此人');
  expect(refused).toMatchObject({ state: 'REFUSED', version: 2 });
  expect(await scene.call('getMember', { memberId })).toMatchObject({ unionId: from });
  expect(await request(memberId)).toMatchObject({ state: 'INITIATED' });
});

test('the receiver that asks withdraws, and does not refuse itself', async () => {
  const { memberId } = await someone();
  const { transferId } = await request(memberId, { askedBy: 'receiver' });
  await decide('confirmTransfer', transferId, 1);
  await expect(decide('refuseTransfer', transferId, 2, '错')).rejects.toMatchObject({
    code: 'TRANSFER_STATE_WRONG',
    details: { state: 'SENDER_CONFIRMED', askedBy: 'receiver' },
  });
  expect(await decide('withdrawTransfer', transferId, 2)).toMatchObject({ state: 'WITHDRAWN' });
  await expect(decide('acceptTransfer', transferId, 3)).rejects.toMatchObject({
    code: 'TRANSFER_STATE_WRONG',
  });
});

test('a member has one open transfer at most, also when two are asked at once', async () => {
  const { memberId } = await someone();
  const { transferId } = await request(memberId);
  await expect(request(memberId)).rejects.toMatchObject({
    kind: 'duplicate',
    code: 'TRANSFER_OPEN',
    details: { transferId },
  });
  const other = await someone();
  const answers = await Promise.allSettled([1, 2, 3].map(() => request(other.memberId)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('after ninety days nothing is decided, and a new request closes the old one', async () => {
  const { memberId } = await someone();
  const { transferId } = await request(memberId);
  const [row] = await scene.sql<{ days: number }>`
    select expires_on - requested_on as days from transfer where id = ${transferId}`;
  expect(row?.days).toBe(90);
  await scene.sql`update transfer set expires_on = '2026-04-01' where id = ${transferId}`;
  await expect(decide('confirmTransfer', transferId, 1)).rejects.toMatchObject({
    code: 'TRANSFER_EXPIRED',
  });
  expect(await request(memberId)).toMatchObject({ state: 'INITIATED' });
  const [old] = await scene.sql`select state from transfer where id = ${transferId}`;
  expect(old).toEqual({ state: 'EXPIRED' });
});

test('a day ahead may be asked for, and not be accepted before it comes', async () => {
  const { memberId } = await someone();
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  const { transferId } = await request(memberId, { askedBy: 'sender', effectiveOn: tomorrow });
  await expect(decide('acceptTransfer', transferId, 1)).rejects.toMatchObject({
    code: 'EFFECTIVE_IN_FUTURE',
  });
});

test.each([
  ['TRANSFER_TO_SAME_UNION', () => ({ toUnionId: from })],
  ['UNION_UNKNOWN', () => ({ toUnionId: '01900000-0000-7000-8000-000000000000' })],
  ['EFFECTIVE_BEFORE_JOINING', () => ({ effectiveOn: '2026-01-14' })],
  ['EFFECTIVE_AFTER_EXPIRY', () => ({ effectiveOn: '9999-01-01' })],
  ['FIELD_INVALID', () => ({ askedBy: 'merger' })],
])('a request is refused: %s', async (code, changes) => {
  const { memberId } = await someone();
  await expect(request(memberId, changes())).rejects.toMatchObject({ code });
});

test('a closing union receives nobody', async () => {
  const closing = await scene.union();
  const { memberId } = await someone();
  const { transferId } = await request(memberId, { toUnionId: closing, askedBy: 'sender' });
  await scene.close(closing);
  await expect(decide('acceptTransfer', transferId, 1)).rejects.toMatchObject({
    code: 'UNION_CLOSING',
  });
  const other = await someone();
  await expect(request(other.memberId, { toUnionId: closing })).rejects.toMatchObject({
    code: 'UNION_CLOSING',
  });
});

test('forbidden to an auditor', async () => {
  const { memberId } = await someone();
  const { transferId } = await request(memberId);
  const auditor = { duty: 'auditor' } as const;
  const ask = { transferId, reason: 'x', expectedVersion: 1 };
  const wish = { memberId, toUnionId: to, effectiveOn: '2026-03-31', askedBy: 'member' };
  const asked = [
    scene.call('requestTransfer', wish, auditor),
    scene.call('confirmTransfer', ask, auditor),
    scene.call('acceptTransfer', ask, auditor),
    scene.call('refuseTransfer', ask, auditor),
    scene.call('withdrawTransfer', ask, auditor),
  ];
  await Promise.all(asked.map((one) => expect(one).rejects.toMatchObject({ kind: 'forbidden' })));
});

test('a replay answers the same; another body is refused; an old version is stale', async () => {
  const { memberId } = await someone();
  const { transferId } = await request(memberId, { askedBy: 'sender' });
  const ask = { transferId, reason: '', expectedVersion: 1 };
  const key = `accept ${transferId}`;
  const first = await scene.call('acceptTransfer', ask, { key });
  expect(await scene.call('acceptTransfer', ask, { key })).toEqual(first);
  const other = scene.call('acceptTransfer', { ...ask, expectedVersion: 2 }, { key });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  for (const method of ['confirmTransfer', 'acceptTransfer', 'withdrawTransfer'] as const) {
    await expect(decide(method, transferId, 1)).rejects.toMatchObject({ kind: 'stale' });
  }
  await expect(decide('refuseTransfer', transferId, 1, 'x')).rejects.toMatchObject({
    kind: 'stale',
  });
  expect(await factsOf(memberId)).toHaveLength(2);
});

test('no such transfer', async () => {
  const transferId = '01900000-0000-7000-8000-000000000000';
  await expect(decide('confirmTransfer', transferId, 1)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'TRANSFER_UNKNOWN',
  });
});
