import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson, testOwn } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import { signJoinLink } from './join-link.ts';

let scene: Scene;
let unionId: string;
beforeAll(async () => {
  scene = await startScene();
  unionId = await scene.union();
});
afterAll(() => scene.stop());

const application = (n: number, changes: object = {}) => ({
  unionId,
  person: syntheticPerson(n),
  channel: 'ONLINE',
  appliedOn: '2026-03-01',
  joinToken: '',
  consent: undefined,
  ...changes,
});
const apply = (n: number, changes: object = {}) =>
  scene.call('applyToJoin', application(n, changes));
const approve = (memberId: string, approvedOn = '2026-03-05', expectedVersion = 1) =>
  scene.call('approveApplication', { memberId, approvedOn, expectedVersion });
const reject = (memberId: string, reason = 'wrong_unit', expectedVersion = 1) =>
  scene.call('rejectApplication', { memberId, reason, expectedVersion });
const factsOf = async (memberId: string) =>
  (await scene.outbox()).filter((row) => row.key === memberId);

test('somebody applies, is approved, and is counted from that day', async () => {
  const applied = await apply(1);
  const { memberId } = applied;
  expect(applied).toEqual({
    memberId,
    unionId,
    state: 'APPLIED',
    memberNo: '',
    joinedOn: '',
    version: 1,
  });
  const before = await scene.count(unionId);
  const approved = await approve(memberId);
  expect(approved).toMatchObject({ state: 'ACTIVE', joinedOn: '2026-03-05', version: 2 });
  expect(approved.memberNo).toMatch(/^3299992026\d{9}$/);
  expect(await scene.count(unionId)).toEqual({
    ...before,
    active: before.active + 1,
    pending: before.pending - 1,
  });
  expect(await factsOf(memberId)).toMatchObject([
    {
      fact: 'member.applied',
      data: { memberId, unionId, channel: 'ONLINE', appliedOn: '2026-03-01', version: 1 },
    },
    {
      fact: 'member.approved',
      data: { memberId, unionId, joinedOn: '2026-03-05', codes: { sex: 'female' }, version: 2 },
    },
  ]);
  expect((await scene.call('getMember', { memberId })).spells).toMatchObject([
    { unionId, startedOn: '2026-03-05', startKind: 'recruited', endedOn: '', endKind: '' },
  ]);
});

test('the age band is of the day of joining', async () => {
  const person = syntheticPerson(2, { idNumber: '329999200109300059' });
  const { memberId } = await apply(2, { person, appliedOn: '2026-09-20' });
  await approve(memberId, '2026-09-30');
  expect(await factsOf(memberId)).toMatchObject([{}, { data: { codes: { ageBand: '25_34' } } }]);
  expect((await scene.call('getMember', { memberId })).codes?.ageBand).toBe('25_34');
  const [{ band } = {}] = await scene.sql<{ band: string }>`
    select c.age_band as band from codes c join spell s on s.codes_id = c.id
    where s.member_id = ${memberId}`;
  expect(band).toBe('25_34');
});

test('a rejected person may apply again', async () => {
  const { memberId } = await apply(3);
  expect(await reject(memberId)).toMatchObject({ state: 'REJECTED', version: 2 });
  expect(await apply(3, { appliedOn: '2026-03-10' })).toMatchObject({
    memberId,
    state: 'APPLIED',
    version: 3,
  });
  expect(await approve(memberId, '2026-03-11', 3)).toMatchObject({ state: 'ACTIVE' });
  expect(
    (await factsOf(memberId)).map(({ fact, data }) => [fact, data['reason'], data['rejoined']]),
  ).toEqual([
    ['member.applied', undefined, undefined],
    ['member.rejected', 'wrong_unit', undefined],
    ['member.applied', undefined, undefined],
    ['member.approved', undefined, undefined],
  ]);
});

test('who left joins again under the same number', async () => {
  const { memberId, memberNo } = await scene.member(unionId, 4);
  const end = { how: 'left', effectiveOn: '2026-02-01', decisionDocNo: '', expectedVersion: 1 };
  await scene.call('endMembership', { memberId, ...end });
  const again = await apply(4);
  expect(again).toMatchObject({ memberId, memberNo, state: 'APPLIED', version: 3 });
  await expect(approve(memberId, '2026-02-28', 3)).rejects.toMatchObject({
    code: 'EFFECTIVE_BEFORE_APPLYING',
  });
  expect(await approve(memberId, '2026-03-05', 3)).toMatchObject({ memberNo, version: 4 });
  expect((await factsOf(memberId)).at(-1)).toMatchObject({ data: { rejoined: true } });
  expect((await scene.call('getMember', { memberId })).spells).toMatchObject([
    { startedOn: '2026-01-15', endedOn: '2026-02-01', endKind: 'left' },
    { startedOn: '2026-03-05', startKind: 'recruited', endKind: '' },
  ]);
});

test('one who is a member, or has applied, is refused; the transfer can be offered', async () => {
  const there = await scene.union();
  await scene.member(there, 5);
  await expect(apply(5)).rejects.toMatchObject({
    kind: 'duplicate',
    code: 'ALREADY_MEMBER',
    details: { heldByUnionId: there },
  });
  await apply(6);
  await expect(apply(6, { unionId: there })).rejects.toMatchObject({ code: 'APPLICATION_PENDING' });
});

test('two applications of one person at once: one stands', async () => {
  const answers = await Promise.allSettled([apply(7), apply(7), apply(7)]);
  const outcomes = answers.map((one) => (one.status === 'rejected' ? one.reason.code : 'applied'));
  expect(outcomes.toSorted()).toEqual(['APPLICATION_PENDING', 'APPLICATION_PENDING', 'applied']);
});

test.each([
  ['CHECKSUM', { person: syntheticPerson(8, { idNumber: '321084190001010029' }) }],
  ['UNDER_AGE', { person: syntheticPerson(8, { idNumber: '329999201201010075' }) }],
  ['FIELD_INVALID', { person: undefined }],
  ['CHANNEL_WRONG', { channel: 'BATCH' }],
  ['FIELD_INVALID', { channel: 'PIGEON' }],
  ['EFFECTIVE_IN_FUTURE', { appliedOn: '9999-01-01' }],
  ['UNION_UNKNOWN', { unionId: '01900000-0000-7000-8000-000000000000' }],
])('an application is refused: %s', async (code, changes) => {
  const facts = (await scene.outbox()).length;
  await expect(apply(8, changes)).rejects.toMatchObject({ code });
  expect((await scene.outbox()).length).toBe(facts);
});

test('a closing union takes and approves nobody', async () => {
  const closing = await scene.union();
  const { memberId } = await apply(9, { unionId: closing });
  await scene.close(closing);
  await expect(apply(10, { unionId: closing })).rejects.toMatchObject({ code: 'UNION_CLOSING' });
  await expect(approve(memberId)).rejects.toMatchObject({ code: 'UNION_CLOSING' });
  expect(await reject(memberId)).toMatchObject({ state: 'REJECTED' });
});

test('an application is decided once', async () => {
  const { memberId } = await apply(11);
  await approve(memberId);
  await expect(approve(memberId, '2026-03-05', 2)).rejects.toMatchObject({
    code: 'MEMBERSHIP_STATE_WRONG',
    details: { state: 'ACTIVE' },
  });
  await expect(reject(memberId, 'wrong_unit', 2)).rejects.toMatchObject({
    code: 'MEMBERSHIP_STATE_WRONG',
  });
});

test.each([
  ['EFFECTIVE_BEFORE_APPLYING', '2026-02-28'],
  ['EFFECTIVE_IN_FUTURE', '9999-01-01'],
])('an approval is refused: %s', async (code, approvedOn) => {
  const { memberId } = await apply(12).catch(() => scene.find(12));
  await expect(approve(memberId, approvedOn)).rejects.toMatchObject({ code });
});

test('a QR application needs a link of this union that is in date', async () => {
  const other = await scene.union();
  const link = await scene.call('createJoinLink', { unionId, expiresOn: nextYear() });
  expect(link).toMatchObject({ unionId, unionName: '合成第1工会', expiresOn: nextYear() });
  expect(await scene.call('openJoinLink', { token: link.token })).toEqual(link);
  const { linkSecret } = testOwn();
  const sign = (expiresOn: string, node = scene.node) =>
    signJoinLink(linkSecret, node, { unionId, expiresOn });
  for (const [joinToken, code] of [
    ['', 'JOIN_LINK_INVALID'],
    [link.token.replace(unionId, other), 'JOIN_LINK_INVALID'],
    [link.token.replace(nextYear(), '2099-01-01'), 'JOIN_LINK_INVALID'],
    [sign(nextYear(), 'elsewhere'), 'JOIN_LINK_INVALID'],
    [sign('2020-01-01'), 'JOIN_LINK_EXPIRED'],
  ] as const) {
    const refusal = { code, details: {} };
    await expect(apply(13, { channel: 'QR', joinToken })).rejects.toMatchObject(refusal);
    await expect(scene.call('openJoinLink', { token: joinToken })).rejects.toMatchObject(refusal);
  }
  const consent = { noticeVersion: '2026-11', general: true, sensitive: true };
  const byLink = { channel: 'QR', joinToken: link.token };
  const elsewhere = { ...byLink, unionId: other };
  await expect(apply(13, elsewhere)).rejects.toMatchObject({ code: 'JOIN_LINK_INVALID' });
  await expect(apply(13, byLink)).rejects.toMatchObject({ code: 'CONSENT_MISSING' });
  const half = { ...consent, sensitive: false };
  await expect(apply(13, { ...byLink, consent: half })).rejects.toMatchObject({
    code: 'CONSENT_MISSING',
    details: { field: 'consent.sensitive' },
  });
  const applied = await apply(13, { ...byLink, consent });
  expect(applied).toMatchObject({ state: 'APPLIED' });
  const { memberId: member } = applied;
  const own = await scene.call('getMyRecord', {}, { duty: 'member', scope: unionId, member });
  expect(own.consents).toMatchObject([
    { noticeVersion: '2026-11', kind: 'general' },
    { noticeVersion: '2026-11', kind: 'sensitive' },
  ]);
});

test('a link is not made for long, for the past, or for a union that takes nobody', async () => {
  const federation = await scene.union('FEDERATION');
  for (const [ask, code] of [
    [{ unionId, expiresOn: '2020-01-01' }, 'JOIN_LINK_ENDS_IN_PAST'],
    [{ unionId, expiresOn: '9999-01-01' }, 'JOIN_LINK_TOO_LONG'],
    [{ unionId: federation, expiresOn: nextYear() }, 'UNION_ADMITS_NO_MEMBERS'],
  ] as const) {
    await expect(scene.call('createJoinLink', ask)).rejects.toMatchObject({ code });
  }
});

test('forbidden to an auditor', async () => {
  const auditor = { duty: 'auditor' } as const;
  const { memberId } = await apply(14);
  const forbidden = { kind: 'forbidden', code: 'PERMISSION_MISSING' };
  const approval = { memberId, approvedOn: '2026-03-05', expectedVersion: 1 };
  const rejection = { memberId, reason: 'incomplete', expectedVersion: 1 };
  const link = { unionId, expiresOn: nextYear() };
  const asked = [
    scene.call('applyToJoin', application(15), auditor),
    scene.call('approveApplication', approval, auditor),
    scene.call('rejectApplication', rejection, auditor),
    scene.call('createJoinLink', link, auditor),
  ];
  await Promise.all(asked.map((one) => expect(one).rejects.toMatchObject(forbidden)));
});

test('a replay answers the same; another body is refused; an old version is stale', async () => {
  const first = await scene.call('applyToJoin', application(16), { key: 'apply-16' });
  expect(await scene.call('applyToJoin', application(16), { key: 'apply-16' })).toEqual(first);
  const other = scene.call('applyToJoin', application(17), { key: 'apply-16' });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const { memberId } = first;
  const approval = { memberId, approvedOn: '2026-03-05', expectedVersion: 1 };
  const approved = await scene.call('approveApplication', approval, { key: 'approve-16' });
  expect(await scene.call('approveApplication', approval, { key: 'approve-16' })).toEqual(approved);
  await expect(approve(memberId)).rejects.toMatchObject({ kind: 'stale' });
  await expect(reject(memberId)).rejects.toMatchObject({ kind: 'stale' });
  expect(await factsOf(memberId)).toHaveLength(2);
});

test('nobody is approved who has not applied', async () => {
  const nobody = '01900000-0000-7000-8000-000000000000';
  await expect(approve(nobody)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'MEMBER_UNKNOWN',
  });
});

function nextYear(): string {
  const year = new Date().getUTCFullYear() + 1;
  return `${year}-01-01`;
}
