// Who sees a masked field whole, why, how often, and who can read it afterwards.
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';

let scene: Scene;
let home: string;
let other: string;
let memberId: string;
let strangerId: string;
beforeAll(async () => {
  scene = await startScene();
  [home = '', other = ''] = await scene.unions(2);
  ({ memberId } = await scene.member(home, 1));
  ({ memberId: strangerId } = await scene.member(other, 2));
});
afterAll(() => scene.stop());

const { idNumber, name, phone } = syntheticPerson(1);
const birthDate = [idNumber.slice(6, 10), idNumber.slice(10, 12), idNumber.slice(12, 14)].join('-');
const why = { reasonCode: 'verification', reason: '核对会员身份' };
const all = ['name', 'id_number', 'phone', 'birth_date'];
const reveal = (changes: object = {}, caller: object = {}) =>
  scene.call('revealMember', { memberId, fields: all, ...why, ...changes }, caller);
const first = { cursor: '', limit: 0 };

test('shows what was asked for, for a minute, and counts it', async () => {
  const before = Date.now();
  const shown = await reveal({ fields: ['phone', 'name'] }, { id: 'one' });
  expect(shown).toMatchObject({
    memberId,
    name,
    phone,
    idNumber: '',
    birthDate: '',
    leftToday: 99,
  });
  const left = Date.parse(shown.hideAt) - before;
  expect(left).toBeGreaterThan(50_000);
  expect(left).toBeLessThan(70_000);
  expect(await reveal({}, { id: 'one' })).toMatchObject({ idNumber, birthDate, leftToday: 98 });
});

test('is on record before it is shown, with the reason; those in reach and the member read it', async () => {
  await reveal({ fields: ['id_number'] }, { id: 'two', duty: 'auditor' });
  const entry = { accountId: 'two', duty: 'auditor', how: 'reveal', fields: ['id_number'], ...why };
  for (const duty of ['auditor', 'admin', 'clerk'] as const) {
    const log = await scene.call('listMemberAccess', { memberId, ...first }, { duty });
    expect(log.items[0]).toMatchObject(entry);
  }
  const chair = { duty: 'chair', scope: home } as const;
  expect(
    (await scene.call('listMemberAccess', { memberId, ...first }, chair)).items[0],
  ).toMatchObject(entry);
  const self = { duty: 'member', scope: home, member: memberId } as const;
  expect((await scene.call('listMyAccess', first, self)).items[0]).toMatchObject(entry);
});

test('pages through the log, the newest first', async () => {
  await reveal({}, { id: 'pages' });
  const whole = await scene.call('listMemberAccess', { memberId, ...first });
  const seen = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const part = await scene.call('listMemberAccess', { memberId, cursor, limit: 1 });
    seen.push(...part.items);
    cursor = part.nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toEqual(whole.items);
  expect(seen.map(({ at }) => at)).toEqual(
    seen
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
});

test('the log cannot be changed by the service', async () => {
  const { orm } = scene.served.running;
  for (const statement of ["update access_log set reason = ''", 'delete from access_log']) {
    const changed = orm.em.fork().getConnection().execute(statement);
    await expect(changed).rejects.toThrow(/permission denied/);
  }
});

test.each([
  [{ fields: [] }, 'invalid', 'FIELD_INVALID'],
  [{ fields: ['name', 'name'] }, 'invalid', 'FIELD_INVALID'],
  [{ fields: ['bank'] }, 'invalid', 'FIELD_INVALID'],
  [{ reasonCode: 'curiosity' }, 'invalid', 'FIELD_INVALID'],
  [{ reason: '四个字啊' }, 'invalid', 'FIELD_INVALID'],
  [{ reason: '长'.repeat(201) }, 'invalid', 'FIELD_INVALID'],
  [{ memberId: newId() }, 'not_found', 'MEMBER_UNKNOWN'],
])('%j is refused: %s %s', async (changes, kind, code) => {
  await expect(reveal(changes)).rejects.toMatchObject({ kind, code });
});

test.each(['supervisor', 'finance', 'admin', 'member', 'applicant'] as const)(
  'a %s reveals nothing',
  async (duty) => {
    await expect(reveal({}, { duty, member: memberId })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'PERMISSION_MISSING',
    });
  },
);

test('a member of another union is like one who does not exist', async () => {
  const chair = { duty: 'chair', scope: home } as const;
  const unknown = { kind: 'not_found', code: 'MEMBER_UNKNOWN' };
  await expect(reveal({ memberId: strangerId }, chair)).rejects.toMatchObject(unknown);
  const log = scene.call('listMemberAccess', { memberId: strangerId, ...first }, chair);
  await expect(log).rejects.toMatchObject(unknown);
  expect((await scene.sql`select from access_log where entity_id = ${strangerId}`).length).toBe(0);
});

test('the number of a member who has left is for the auditor alone', async () => {
  const { memberId: gone } = await scene.member(home, 3);
  const end = { memberId: gone, how: 'left', effectiveOn: '2026-03-01', decisionDocNo: '' };
  await scene.call('endMembership', { ...end, expectedVersion: 1 });
  const number = { memberId: gone, fields: ['id_number'] };
  await expect(reveal(number)).rejects.toMatchObject({ code: 'FIELD_NOT_REVEALED' });
  expect(await reveal({ ...number, fields: ['phone'] })).toMatchObject({ idNumber: '' });
  expect(await reveal(number, { duty: 'auditor' })).toMatchObject({
    idNumber: syntheticPerson(3).idNumber,
  });
});

/** As if an account had revealed so often, so long ago. */
const revealed = (account: string, times: number, minutesAgo: number) => scene.sql`
  insert into access_log (id, at, account_id, duty, scope, entity, entity_id, union_id, fields, how,
    reason_code, reason)
  select gen_random_uuid(), now() - make_interval(mins => ${minutesAgo}), ${account}, 'clerk', '',
    'member', ${newId()}, ${other}, '{name}', 'reveal', 'contact', '合成记录'
  from generate_series(1, ${times})`;

test('an hour’s and a day’s budget stop an account, and somebody is told who, without a name', async () => {
  const [fast, spent] = [newId(), newId()];
  await revealed(fast, 60, 1);
  await expect(reveal({}, { id: fast })).rejects.toMatchObject({
    kind: 'busy',
    code: 'REVEALS_TOO_MANY',
  });
  // On the last minutes of the day these would be of yesterday; the clock of the test is the real one.
  await revealed(spent, 100, 0);
  await expect(reveal({}, { id: spent })).rejects.toMatchObject({ code: 'REVEALS_SPENT' });
  await revealed('rested', 60, 2 * 24 * 60);
  expect(await reveal({}, { id: 'rested' })).toMatchObject({ leftToday: 99 });
  const told = scene.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(told).toMatchObject([
    { code: 'REVEALS_TOO_MANY', account: fast, count: expect.any(Number) },
    { code: 'REVEALS_SPENT', account: spent, count: 100 },
  ]);
  expect(scene.logLines.join()).not.toContain(name);
});

test('calls at once do not overdraw the budget', async () => {
  await revealed('both', 58, 1);
  const answers = await Promise.allSettled(
    Array.from({ length: 6 }, () => reveal({}, { id: 'both' })),
  );
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
});

test('a member reads who looked at the own record and at nobody else’s', async () => {
  const none = { duty: 'member', scope: other, member: strangerId } as const;
  expect(await scene.call('listMyAccess', first, none)).toEqual({ items: [], nextCursor: '' });
  const nobody = scene.call('listMyAccess', first, { duty: 'member', scope: other });
  await expect(nobody).rejects.toMatchObject({ code: 'MEMBER_UNKNOWN' });
  const clerk = scene.call('listMyAccess', first, { duty: 'clerk' });
  await expect(clerk).rejects.toMatchObject({ kind: 'forbidden' });
  const log = scene.call('listMemberAccess', { memberId, ...first }, none);
  await expect(log).rejects.toMatchObject({ kind: 'forbidden' });
});
