import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await startScene()));
afterAll(() => scene.stop());

const people = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => syntheticPerson(from + n));
let named = 90_000;
const refusal = (row: number, code: string, field = 'idNumber', heldByUnionId = '') => ({
  row,
  code,
  field,
  heldByUnionId,
});
const taken = async (...unionIds: string[]) => {
  const all = await scene.outbox();
  return all.filter(({ data }) => unionIds.includes(String(data['unionId'])));
};

test('500 rows, 3 bad numbers: 497 join, 3 are listed by rule (domain §9.14)', async () => {
  const unionId = await scene.union();
  const rows = people(0, 500);
  rows[9] = syntheticPerson(9, { idNumber: '321084190001010029' });
  rows[99] = syntheticPerson(99, { idNumber: '321084190002290017' });
  rows[499] = syntheticPerson(499, { idNumber: '99108419000101001X' });
  const answer = await scene.joinBatch(unionId, rows);
  expect(answer).toEqual({
    joined: 497,
    unchanged: 0,
    refused: [
      refusal(10, 'CHECKSUM'),
      refusal(100, 'DATE_INVALID'),
      refusal(500, 'REGION_UNKNOWN'),
    ],
  });
  expect(await scene.count(unionId)).toEqual({ active: 497, retained: 0, pending: 0 });
  const facts = await taken(unionId);
  expect(facts).toHaveLength(497);
  expect(facts[0]).toMatchObject({
    fact: 'member.approved',
    data: { unionId, channel: 'BATCH', joinedOn: '2026-01-15', version: 1 },
  });
});

test.each([
  ['刘䶮', '刘䶮'],
  ['𠮷平', '𠮷平'],
  ['王𰻝', '王𰻝'],
  ...Array.from('·•・‧∙⋅･', (dot) => [`买买提${dot}吐尔逊`, '买买提·吐尔逊']),
  ['宇文\u200b化\u200d及', '宇文化及'],
  ['\u202e宇文成都\u202c', '宇文成都'],
  ['ＡＮＮＡ\u3000Ｌｅｅ', 'ANNA Lee'],
  ['Rene\u0301 Dupont', 'René Dupont'],
])('%j joins, is shown whole as %j and found as either', async (typed = '', name = '') => {
  const unionId = await scene.union();
  const n = (named += 1);
  expect(await scene.joinBatch(unionId, [syntheticPerson(n, { name: typed })])).toMatchObject({
    joined: 1,
  });
  const { memberId } = await scene.find(n);
  const why = { reasonCode: 'verification', reason: '核对姓名用字' };
  const fields = ['name'];
  const shown = await scene.call('revealMember', { memberId, fields, ...why });
  expect(shown.name).toBe(name);
  const ask = { unionId, state: '', cursor: '', limit: 0 };
  for (const text of [typed, name]) {
    const { items } = await scene.call('findMembers', { ...ask, text });
    expect(items.map((one) => one.memberId)).toEqual([memberId]);
  }
});

test('numbers are given in the order of the rows, and each once', async () => {
  const unionId = await scene.union();
  await scene.joinBatch(unionId, people(1_000, 20), '2019-05-01');
  await scene.joinBatch(unionId, people(1_020, 20), '2019-08-01');
  const rows = await scene.sql<{ no: string; at: string }>`
    select member_no as no, row_number() over (order by member_id) as at from membership
    where union_id = ${unionId} order by member_no`;
  expect(rows.map(({ no }) => no.slice(0, -1))).toEqual(
    rows.map((_, n) => `3299992019${String(n + 1).padStart(8, '0')}`),
  );
});

test('the same batch twice changes nothing', async () => {
  const unionId = await scene.union();
  await scene.joinBatch(unionId, people(2_000, 50));
  const before = await scene.sql`select * from membership where union_id = ${unionId}`;
  const again = await scene.joinBatch(unionId, people(2_000, 50));
  expect(again).toEqual({ joined: 0, unchanged: 50, refused: [] });
  expect(await scene.sql`select * from membership where union_id = ${unionId}`).toEqual(before);
  expect(await taken(unionId)).toHaveLength(50);
});

test('a member elsewhere is offered a transfer; the same person twice counts once', async () => {
  const [here = '', there = ''] = await scene.unions(2);
  await scene.joinBatch(there, people(3_000, 1));
  const rows = [...people(3_000, 3), syntheticPerson(3_001, { name: '另名' })];
  expect(await scene.joinBatch(here, rows)).toEqual({
    joined: 2,
    unchanged: 0,
    refused: [refusal(1, 'ALREADY_MEMBER', 'idNumber', there), refusal(4, 'DUPLICATE_IN_BATCH')],
  });
});

test('retained, pending, expelled, dead people do not join; who left does', async () => {
  const unionId = await scene.union();
  await scene.joinBatch(unionId, people(4_000, 4));
  const change = { effectiveOn: '2026-02-01', expectedVersion: 1, decisionDocNo: '工决1号' };
  const [retained, expelled, deceased, left] = await Promise.all(
    [4_000, 4_001, 4_002, 4_003].map((n) => scene.find(n)),
  );
  await scene.call('retainMembership', {
    ...change,
    memberId: retained!.memberId,
    reason: 'retired',
  });
  for (const [member, how] of [
    [expelled, 'expelled'],
    [deceased, 'deceased'],
    [left, 'left'],
  ] as const) {
    await scene.call('endMembership', { ...change, memberId: member!.memberId, how });
  }
  await scene.call('applyToJoin', {
    unionId,
    person: syntheticPerson(4_004),
    channel: 'PAPER',
    appliedOn: '2026-02-01',
    joinToken: '',
    consent: undefined,
  });
  const answer = await scene.joinBatch(unionId, people(4_000, 5), '2026-03-01');
  expect(answer).toEqual({
    joined: 1,
    unchanged: 0,
    refused: [
      refusal(1, 'ALREADY_MEMBER', 'idNumber', unionId),
      refusal(2, 'MEMBER_EXPELLED'),
      refusal(3, 'MEMBER_DECEASED'),
      refusal(5, 'APPLICATION_PENDING'),
    ],
  });
  const rejoined = await scene.find(4_003);
  expect(rejoined).toMatchObject({
    state: 'ACTIVE',
    memberNo: left!.memberNo,
    joinedOn: '2026-03-01',
    version: 3,
  });
  expect((await taken(unionId)).at(-1)).toMatchObject({
    fact: 'member.approved',
    key: left!.memberId,
    data: { rejoined: true, joinedOn: '2026-03-01', version: 3 },
  });
});

test('who joins again before having left is refused', async () => {
  const unionId = await scene.union();
  const { memberId } = await scene.member(unionId, 4_100);
  const end = { how: 'left', effectiveOn: '2026-05-01', decisionDocNo: '', expectedVersion: 1 };
  await scene.call('endMembership', { memberId, ...end });
  const answer = await scene.joinBatch(unionId, people(4_100, 1), '2026-04-30');
  expect(answer.refused).toEqual([refusal(1, 'EFFECTIVE_BEFORE_SPELL')]);
});

test('two batches with common people at once: each person joins once', async () => {
  const [one = '', two = ''] = await scene.unions(2);
  const rows = people(5_000, 300);
  const answers = await Promise.all([
    scene.joinBatch(one, rows),
    scene.joinBatch(two, rows.toReversed()),
    scene.joinBatch(one, rows.toReversed()),
  ]);
  const joined = answers.reduce((sum, answer) => sum + answer.joined, 0);
  expect(joined).toBe(300);
  const facts = await taken(one, two);
  expect(new Set(facts.map(({ key }) => key)).size).toBe(300);
  expect(facts).toHaveLength(300);
});

test('each row is judged on its own, from the first field that fails', async () => {
  const unionId = await scene.union();
  const answer = await scene.joinBatch(unionId, [
    syntheticPerson(6_000, { name: '' }),
    syntheticPerson(6_001, { idNumber: '329999201201010075' }),
    syntheticPerson(6_002, { sex: 'unknown' }),
    syntheticPerson(6_003, { idNumber: '321084000101001' }),
    syntheticPerson(6_004, { idType: '04', idNumber: 'E1234567', birthDate: '1990-01-01' }),
  ]);
  expect(answer).toEqual({
    joined: 2,
    unchanged: 0,
    refused: [
      refusal(1, 'NAME_MISSING', 'name'),
      refusal(2, 'UNDER_AGE'),
      refusal(3, 'SEX_UNKNOWN', 'sex'),
    ],
  });
});

test.each([
  ['UNION_UNKNOWN', '01900000-0000-7000-8000-000000000000', '2026-01-15', 1],
  ['EFFECTIVE_IN_FUTURE', 'here', '9999-01-01', 1],
  ['FIELD_INVALID', 'here', '2026-01-15', 0],
  ['FIELD_INVALID', 'here', '2026-01-15', 2_001],
  ['FIELD_INVALID', 'here', '2026-02-30', 1],
])('a whole call is refused: %s', async (code, where, joinedOn, count) => {
  const unionId = where === 'here' ? await scene.union() : where;
  const asked = scene.call('joinBatch', { unionId, joinedOn, rows: people(7_000, count) });
  await expect(asked).rejects.toMatchObject({ code });
});

test('a federation, a closing and a dissolved union take nobody', async () => {
  const federation = await scene.union('FEDERATION');
  const [closing = '', gone = ''] = await scene.unions(2);
  await scene.close(closing);
  await scene.dissolve(gone, '2026-01-01');
  const codes = [];
  for (const unionId of [federation, closing, gone]) {
    codes.push(await scene.joinBatch(unionId, people(7_100, 1)).catch((error) => error.code));
  }
  expect(codes).toEqual(['UNION_ADMITS_NO_MEMBERS', 'UNION_CLOSING', 'UNION_NOT_ACTIVE']);
});

test('forbidden to an auditor', async () => {
  const ask = { unionId: await scene.union(), joinedOn: '2026-01-15', rows: people(7_200, 1) };
  await expect(scene.call('joinBatch', ask, { duty: 'auditor' })).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'PERMISSION_MISSING',
  });
});

test('a replay answers the same; the same key with other rows is refused', async () => {
  const unionId = await scene.union();
  const ask = { unionId, joinedOn: '2026-01-15', rows: people(7_300, 3) };
  const first = await scene.call('joinBatch', ask, { key: 'batch-1' });
  expect(await scene.call('joinBatch', ask, { key: 'batch-1' })).toEqual(first);
  const other = { ...ask, rows: people(7_300, 4) };
  await expect(scene.call('joinBatch', other, { key: 'batch-1' })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
  expect(await taken(unionId)).toHaveLength(3);
});
