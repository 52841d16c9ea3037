import { afterAll, beforeAll, expect, test } from 'vitest';
import { startScene, type Scene } from '../scene.ts';

let scene: Scene;
let unionId: string;
let next = 0;
beforeAll(async () => {
  scene = await startScene();
  unionId = await scene.union();
});
afterAll(() => scene.stop());

const someone = () => scene.member(unionId, (next += 1));
const retain = (memberId: string, changes: object = {}) =>
  scene.call('retainMembership', {
    memberId,
    reason: 'retired',
    effectiveOn: '2026-03-31',
    expectedVersion: 1,
    ...changes,
  });
const reactivate = (memberId: string, changes: object = {}) =>
  scene.call('reactivateMembership', {
    memberId,
    effectiveOn: '2026-05-01',
    unionId: '',
    expectedVersion: 2,
    ...changes,
  });
const end = (memberId: string, changes: object = {}) =>
  scene.call('endMembership', {
    memberId,
    how: 'left',
    effectiveOn: '2026-06-30',
    decisionDocNo: '',
    expectedVersion: 1,
    ...changes,
  });
const factsOf = async (memberId: string) =>
  (await scene.outbox()).filter((row) => row.key === memberId);
const spellsOf = async (memberId: string) => (await scene.call('getMember', { memberId })).spells;

test('a retained member is not counted as active; reactivated elsewhere, again', async () => {
  const elsewhere = await scene.union();
  const { memberId, memberNo } = await someone();
  const before = await scene.count(unionId);
  expect(await retain(memberId)).toMatchObject({ state: 'RETAINED', unionId, version: 2 });
  expect(await scene.count(unionId)).toEqual({
    ...before,
    active: before.active - 1,
    retained: before.retained + 1,
  });
  expect(await reactivate(memberId, { unionId: elsewhere })).toMatchObject({
    state: 'ACTIVE',
    unionId: elsewhere,
    memberNo,
    joinedOn: '2026-01-15',
    version: 3,
  });
  expect(await spellsOf(memberId)).toMatchObject([
    { unionId, startedOn: '2026-01-15', endedOn: '2026-03-31', endKind: 'retained' },
    { unionId: elsewhere, startedOn: '2026-05-01', startKind: 'reactivated', endedOn: '' },
  ]);
  expect(await factsOf(memberId)).toMatchObject([
    { fact: 'member.approved' },
    {
      fact: 'member.retained',
      data: { unionId, reason: 'retired', effectiveOn: '2026-03-31', version: 2 },
    },
    {
      fact: 'member.reactivated',
      data: { unionId: elsewhere, effectiveOn: '2026-05-01', version: 3 },
    },
  ]);
});

test('who is retained and back on one day has two spells that meet', async () => {
  const { memberId } = await someone();
  await retain(memberId);
  await reactivate(memberId, { effectiveOn: '2026-03-31' });
  expect(await spellsOf(memberId)).toMatchObject([
    { endedOn: '2026-03-31' },
    { startedOn: '2026-03-31' },
  ]);
});

test.each([
  ['left', '', 'LEFT'],
  ['deemed_left', '工决〔2026〕1号', 'DEEMED_LEFT'],
  ['expelled', '工决〔2026〕2号', 'EXPELLED'],
  ['deceased', '', 'DECEASED'],
])('%s ends a membership', async (how, decisionDocNo, state) => {
  const { memberId } = await someone();
  expect(await end(memberId, { how, decisionDocNo })).toMatchObject({ state, version: 2 });
  expect(await spellsOf(memberId)).toMatchObject([{ endedOn: '2026-06-30', endKind: 'left' }]);
  expect((await factsOf(memberId)).at(-1)).toMatchObject({
    fact: 'member.left',
    data: { unionId, how, effectiveOn: '2026-06-30', version: 2 },
  });
  const [{ kept } = {}] = await scene.sql<{ kept: string | null }>`
    select decision_doc_no as kept from membership where member_id = ${memberId}`;
  expect(kept ?? '').toBe(decisionDocNo);
});

test('a retained member who dies takes no active member along', async () => {
  const { memberId } = await someone();
  await retain(memberId);
  await end(memberId, { how: 'deceased', expectedVersion: 2 });
  expect((await factsOf(memberId)).at(-1)).toMatchObject({ data: { wasRetained: true } });
  expect(await spellsOf(memberId)).toMatchObject([{ endKind: 'retained' }]);
});

test('an open transfer is withdrawn when the membership rests or ends', async () => {
  const other = await scene.union();
  for (const change of [retain, end]) {
    const { memberId } = await someone();
    const ask = { memberId, toUnionId: other, effectiveOn: '2026-03-01', askedBy: 'member' };
    const { transferId } = await scene.call('requestTransfer', ask);
    await change(memberId);
    const [row] = await scene.sql`select state from transfer where id = ${transferId}`;
    expect(row).toEqual({ state: 'WITHDRAWN' });
  }
});

test.each([
  ['EFFECTIVE_IN_FUTURE', () => retain, { effectiveOn: '9999-01-01' }],
  ['EFFECTIVE_BEFORE_JOINING', () => retain, { effectiveOn: '2026-01-14' }],
  ['MEMBERSHIP_STATE_WRONG', () => reactivate, { expectedVersion: 1 }],
  ['DECISION_DOC_MISSING', () => end, { how: 'expelled' }],
  ['EFFECTIVE_BEFORE_JOINING', () => end, { effectiveOn: '2026-01-14' }],
  ['FIELD_INVALID', () => retain, { reason: 'bored' }],
  ['FIELD_INVALID', () => end, { how: 'vanished' }],
])('a change is refused and changes nothing: %s', async (code, change, ask) => {
  const { memberId } = await someone();
  await expect(change()(memberId, ask)).rejects.toMatchObject({ code });
  expect(await factsOf(memberId)).toHaveLength(1);
  expect(await spellsOf(memberId)).toMatchObject([{ endedOn: '' }]);
});

test('a union that takes nobody reactivates nobody; nor does an earlier day', async () => {
  const closing = await scene.union();
  await scene.close(closing);
  const { memberId } = await someone();
  await retain(memberId);
  for (const [ask, code] of [
    [{ unionId: closing }, 'UNION_CLOSING'],
    [{ unionId: '01900000-0000-7000-8000-000000000000' }, 'UNION_UNKNOWN'],
    [{ effectiveOn: '2026-03-30' }, 'EFFECTIVE_BEFORE_SPELL'],
  ] as const) {
    await expect(reactivate(memberId, ask)).rejects.toMatchObject({ code });
  }
});

test('forbidden to an auditor', async () => {
  const { memberId } = await someone();
  const auditor = { duty: 'auditor' } as const;
  const ask = { memberId, effectiveOn: '2026-03-31', expectedVersion: 1 };
  const asked = [
    scene.call('retainMembership', { ...ask, reason: 'retired' }, auditor),
    scene.call('reactivateMembership', { ...ask, unionId: '' }, auditor),
    scene.call('endMembership', { ...ask, how: 'left', decisionDocNo: '' }, auditor),
  ];
  await Promise.all(asked.map((one) => expect(one).rejects.toMatchObject({ kind: 'forbidden' })));
});

test('a replay answers the same; another body is refused; an old version is stale', async () => {
  const { memberId } = await someone();
  const ask = { memberId, reason: 'retired', effectiveOn: '2026-03-31', expectedVersion: 1 };
  const key = `retain ${memberId}`;
  const first = await scene.call('retainMembership', ask, { key });
  expect(await scene.call('retainMembership', ask, { key })).toEqual(first);
  const other = scene.call('retainMembership', { ...ask, reason: 'unemployed' }, { key });
  await expect(other).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const asked = [retain(memberId), reactivate(memberId, { expectedVersion: 1 }), end(memberId)];
  await Promise.all(asked.map((one) => expect(one).rejects.toMatchObject({ kind: 'stale' })));
  expect(await factsOf(memberId)).toHaveLength(2);
});

test('two changes of one version at once: one stands', async () => {
  const { memberId } = await someone();
  const answers = await Promise.allSettled([retain(memberId), end(memberId), retain(memberId)]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await factsOf(memberId)).toHaveLength(2);
});
