import { randomUUID } from 'node:crypto';
import { HOLIDAY_TABLES } from '@gonglian/kernel/holidays.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';

let scene: Scene;
let home: string;
let other: string;
beforeAll(async () => {
  scene = await startScene();
  [home = '', other = ''] = await scene.unions(2);
});
afterAll(() => scene.stop());

let people = 0;
/** A new member of the home union, and how he speaks. */
async function member(changes: object = {}) {
  people += 1;
  await scene.joinBatch(home, [syntheticPerson(people, changes)]);
  const { memberId } = await scene.find(people);
  return { memberId, self: { duty: 'member', scope: home, member: memberId } as const };
}

const why = { explanation: '户口簿上是这样写的' };
const rename = { field: 'name', value: '欧阳新名', ...why };
const list = (caller: object = {}, changes: object = {}) =>
  scene.call('listCorrections', { state: '', cursor: '', limit: 0, ...changes }, caller);
const decide = (correctionId: string, changes: object = {}, caller: object = {}) => {
  const ask = { correctionId, accept: true, reason: '', expectedVersion: 1, ...changes };
  return scene.call('decideCorrection', ask, caller);
};
const find = async (text: string) => {
  const ask = { text, unionId: '', state: '', cursor: '', limit: 0 };
  return (await scene.call('findMembers', ask)).items.map(({ memberId }) => memberId);
};

test('a name is asked for, decided and then kept, shown and found', async () => {
  const { memberId, self } = await member({ name: '欧阳旧名' });
  const asked = await scene.call('requestCorrection', rename, self);
  // What a command answers is kept to be answered again, so it says nothing that names a person.
  expect(asked).toMatchObject({ memberId, unionId: home, state: 'ASKED', value: '', version: 1 });
  const { correctionId } = asked;
  const [mine] = (await scene.call('getMyRecord', {}, self)).corrections;
  expect(mine).toMatchObject({ correctionId, value: rename.value, ...why, state: 'ASKED' });
  expect((await list()).items).toMatchObject([{ correctionId, value: '欧**名', ...why }]);
  expect((await list({ duty: 'chair', scope: home })).items).toMatchObject([
    { value: rename.value },
  ]);
  expect(await decide(correctionId)).toMatchObject({ state: 'MADE', version: 2 });
  expect(await scene.call('getMyRecord', {}, self)).toMatchObject({ name: rename.value });
  expect(await find('阳新名')).toEqual([memberId]);
  expect(await find('阳旧名')).toEqual([]);
  const again = decide(correctionId, { expectedVersion: 2 });
  await expect(again).rejects.toMatchObject({ code: 'CORRECTION_STATE_WRONG' });
});

test('a phone is masked for the union, and refused with a reason', async () => {
  const { self } = await member();
  const phone = { field: 'phone', value: '13787654321', ...why };
  const { correctionId } = await scene.call('requestCorrection', phone, self);
  const chair = { duty: 'chair', scope: home } as const;
  const asked = await list(chair, { state: 'ASKED' });
  expect(asked.items).toMatchObject([{ correctionId, value: '137****4321' }]);
  const refusal = { accept: false, reason: '号码不是本人的' };
  await expect(decide(correctionId, { accept: false }, chair)).rejects.toMatchObject({
    code: 'REASON_MISSING',
  });
  await decide(correctionId, refusal, chair);
  const record = await scene.call('getMyRecord', {}, self);
  expect(record.phone).not.toBe(phone.value);
  expect(record.corrections).toMatchObject([{ state: 'REFUSED', reason: refusal.reason }]);
  expect((await list(chair, { state: 'ASKED' })).items).toEqual([]);
});

test('one open correction a field, whoever hurries', async () => {
  const { self } = await member();
  const answers = await Promise.allSettled([
    scene.call('requestCorrection', rename, self),
    scene.call('requestCorrection', { ...rename, value: '欧阳别名' }, self),
  ]);
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const again = scene.call('requestCorrection', rename, self);
  await expect(again).rejects.toMatchObject({ kind: 'duplicate', code: 'CORRECTION_OPEN' });
});

test('replay, another body under the same key, a version that has moved', async () => {
  const { self } = await member();
  const key = randomUUID();
  const asked = await scene.call('requestCorrection', rename, { ...self, key });
  expect(await scene.call('requestCorrection', rename, { ...self, key })).toEqual(asked);
  const otherBody = { ...rename, value: '欧阳三名' };
  const reused = scene.call('requestCorrection', otherBody, { ...self, key });
  await expect(reused).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const stale = decide(asked.correctionId, { expectedVersion: 2 });
  await expect(stale).rejects.toMatchObject({ kind: 'stale' });
  const decision = { key: randomUUID() };
  const made = await decide(asked.correctionId, {}, decision);
  expect(await decide(asked.correctionId, {}, decision)).toEqual(made);
});

test('another union’s correction is like one that does not exist; a clerk asks for none', async () => {
  const { self } = await member();
  const { correctionId } = await scene.call('requestCorrection', rename, self);
  const stranger = { duty: 'chair', scope: other } as const;
  expect((await list(stranger)).items).toEqual([]);
  const unknown = { kind: 'not_found', code: 'CORRECTION_UNKNOWN' };
  await expect(decide(correctionId, {}, stranger)).rejects.toMatchObject(unknown);
  await expect(decide(newId())).rejects.toMatchObject(unknown);
  await expect(decide(correctionId, {}, self)).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(decide(correctionId, {}, { duty: 'auditor' })).rejects.toMatchObject({
    kind: 'forbidden',
  });
  await expect(list(self)).rejects.toMatchObject({ kind: 'forbidden' });
  const clerk = scene.call('requestCorrection', rename, { duty: 'clerk' });
  await expect(clerk).rejects.toMatchObject({ kind: 'forbidden' });
});

test('where the holidays are not known yet it is asked all the same, and due when they are', async () => {
  const { memberId, self } = await member();
  const lastYear = Math.max(...HOLIDAY_TABLES.keys());
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${lastYear}-12-20T02:00:00Z`) });
  const asking = scene.call('requestCorrection', rename, self);
  const asked = await asking.finally(() => vi.useRealTimers());
  expect(asked).toMatchObject({ state: 'ASKED', askedOn: `${lastYear}-12-20`, dueOn: '' });
  const warning = { code: 'HOLIDAY_TABLE_MISSING', from: asked.askedOn };
  expect(JSON.parse(scene.logLines.at(-1) ?? '{}')).toMatchObject(warning);
  const { correctionId } = asked;
  const chair = { duty: 'chair', scope: home } as const;
  const shown = async () => [
    (await list(chair)).items.find((one) => one.correctionId === correctionId)?.dueOn,
    (await scene.call('getMyRecord', {}, self)).corrections[0]?.dueOn,
  ];
  expect(await shown()).toEqual(['', '']);
  // As if it had been asked in a year whose table has come since.
  await scene.sql`update correction set asked_on = '2025-09-30' where id = ${correctionId}`;
  expect(await shown()).toEqual(['2025-10-28', '2025-10-28']);
  const { groups } = await scene.call('listMemberTasks', {}, chair);
  expect(groups.find(({ kind }) => kind === 'correction')).toMatchObject({ dueOn: '2025-10-28' });
  expect(await decide(correctionId)).toMatchObject({ memberId, state: 'MADE' });
});

test('a new name and a new phone are kept in their clean form', async () => {
  const { self } = await member();
  const ask = (field: string, value: string) =>
    scene.call('requestCorrection', { field, value, ...why }, self);
  const asked = [await ask('name', '买买提•吐\u200b尔逊'), await ask('phone', '+86 137 0000 1111')];
  for (const { correctionId } of asked) await decide(correctionId);
  expect(await scene.call('getMyRecord', {}, self)).toMatchObject({
    name: '买买提·吐尔逊',
    phone: '13700001111',
  });
  const nothing = ask('name', '买买提 ・ 吐尔逊');
  await expect(nothing).rejects.toMatchObject({ code: 'CORRECTION_CHANGES_NOTHING' });
});

test('who has moved since is decided about by the union that holds the record now', async () => {
  const { memberId, self } = await member();
  const { correctionId } = await scene.call('requestCorrection', rename, self);
  const move = { memberId, toUnionId: other, effectiveOn: '2026-03-01', askedBy: 'sender' };
  const { transferId } = await scene.call('requestTransfer', move);
  await scene.call('acceptTransfer', { transferId, reason: '', expectedVersion: 1 });
  await expect(decide(correctionId, {}, { duty: 'chair', scope: home })).rejects.toMatchObject({
    code: 'CORRECTION_UNKNOWN',
  });
  await decide(correctionId, {}, { duty: 'chair', scope: other });
});

test('pages through corrections', async () => {
  const whole = (await list()).items;
  const seen = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const part = await list({}, { cursor, limit: 2 });
    seen.push(...part.items);
    cursor = part.nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toEqual(whole);
});

test.each([
  [{ field: 'id_number' }, 'FIELD_INVALID'],
  [{ value: '' }, 'FIELD_INVALID'],
  [{ explanation: '' }, 'FIELD_INVALID'],
  [{ value: '名1' }, 'NAME_INVALID'],
])('%j is no correction', async (changes, code) => {
  const { self } = await member();
  const asked = scene.call('requestCorrection', { ...rename, ...changes }, self);
  await expect(asked).rejects.toMatchObject({ kind: 'invalid', code });
});
