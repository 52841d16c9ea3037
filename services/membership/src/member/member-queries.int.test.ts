import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { everybody, startScene, type Scene } from '../scene.ts';

let scene: Scene;
let big: string;
let small: string;
beforeAll(async () => {
  scene = await startScene();
  [big = '', small = ''] = await scene.unions(2);
  await scene.joinBatch(
    big,
    Array.from({ length: 120 }, (_, n) => syntheticPerson(n)),
  );
  await scene.joinBatch(
    small,
    Array.from({ length: 5 }, (_, n) => syntheticPerson(500 + n)),
  );
});
afterAll(() => scene.stop());

const list = (changes: object) => scene.call('listMembers', { ...everybody, ...changes });

test('pages through a union without missing or repeating anybody', async () => {
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 10; page += 1) {
    const { items, nextCursor } = await list({ unionId: big, cursor, limit: 50 });
    seen.push(...items.map(({ memberId }) => memberId));
    cursor = nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toHaveLength(120);
  expect(new Set(seen).size).toBe(120);
  expect(seen).toEqual(seen.toSorted());
});

test('a row is masked, and names nobody whole outside the reader’s own union', async () => {
  const { idNumber, phone, name } = syntheticPerson(502);
  const { memberNo } = await scene.find(502);
  const row = {
    unionId: small,
    unionName: '合成第2工会',
    state: 'ACTIVE',
    appliedOn: '2026-01-15',
    nameMasked: `${name.charAt(0)}*${name.charAt(2)}`,
    idNumberMasked: `**************${idNumber.slice(-4)}`,
    phoneMasked: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    joinChannel: 'BATCH',
    codes: { sex: expect.any(String), ageBand: '55_plus' },
  };
  expect((await list({ memberNo })).items).toMatchObject([{ ...row, name: '' }]);
  const chair = { duty: 'chair', scope: small } as const;
  const own = await scene.call('listMembers', { ...everybody, memberNo }, chair);
  expect(own.items).toMatchObject([{ ...row, name }]);
  const { memberId } = await scene.find(502);
  expect(await scene.call('getMember', { memberId }, chair)).toMatchObject({ ...row, name });
});

test('finds one person by member number', async () => {
  const { memberNo, memberId } = await scene.find(3);
  expect((await list({ memberNo })).items).toMatchObject([{ memberId }]);
});

test('filters by state, and by several things at once', async () => {
  const { memberId } = await scene.find(500);
  const ask = { memberId, reason: 'retired', effectiveOn: '2026-03-31', expectedVersion: 1 };
  await scene.call('retainMembership', ask);
  expect((await list({ state: 'RETAINED' })).items).toMatchObject([{ memberId }]);
  expect((await list({ state: 'RETAINED', unionId: big })).items).toEqual([]);
  expect((await list({ state: 'ACTIVE', unionId: small })).items).toHaveLength(4);
});

test.each([[{ memberNo: '1' }], [{ unionId: '01900000-0000-7000-8000-000000000000' }]])(
  'nothing is found for %o',
  async (changes) => {
    expect(await list(changes)).toEqual({ items: [], nextCursor: '' });
  },
);

test.each([
  [{ limit: 201 }],
  [{ limit: -1 }],
  [{ cursor: 'x' }],
  [{ state: 'ALIVE' }],
  [{ unionId: '1' }],
])('%o is no question', async (changes) => {
  await expect(list(changes)).rejects.toMatchObject({ kind: 'invalid', code: 'FIELD_INVALID' });
});

test('counts a union, with the position of the facts it knows', async () => {
  expect(await scene.call('countMembers', { unionId: big })).toEqual({
    active: 120,
    retained: 0,
    pending: 0,
    organisationPosition: 2n,
  });
  const unionId = '01900000-0000-7000-8000-000000000000';
  expect(await scene.call('countMembers', { unionId })).toMatchObject({ active: 0 });
});

test('nobody is nobody', async () => {
  const memberId = '01900000-0000-7000-8000-000000000000';
  await expect(scene.call('getMember', { memberId })).rejects.toMatchObject({
    code: 'MEMBER_UNKNOWN',
  });
});

test('recounts page by page what it recounts at once', async () => {
  const whole = await scene.call('recountMembers', { cursor: '', limit: 5_000 });
  expect(whole.nextCursor).toBe('');
  const rows = [];
  let cursor = '';
  for (let page = 0; page < 100; page += 1) {
    const part = await scene.call('recountMembers', { cursor, limit: 3 });
    rows.push(...part.rows);
    cursor = part.nextCursor;
    if (cursor === '') break;
  }
  expect(rows).toEqual(whole.rows);
  const recruited = rows.filter(({ movement }) => movement === 'recruited');
  expect(recruited.reduce((sum, { count }) => sum + count, 0n)).toBe(125n);
});

test.each(['x', '~~~', "0~'~~1"])('the recount knows no cursor %s', async (cursor) => {
  const asked = scene.call('recountMembers', { cursor, limit: 0 });
  await expect(asked).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
});

test('an auditor may read', async () => {
  const auditor = { duty: 'auditor' } as const;
  const { memberId } = await scene.find(1);
  const answers = await Promise.all([
    scene.call('listMembers', everybody, auditor),
    scene.call('getMember', { memberId }, auditor),
    scene.call('countMembers', { unionId: big }, auditor),
    scene.call('recountMembers', { cursor: '', limit: 0 }, auditor),
  ]);
  expect(answers).toMatchObject([
    { nextCursor: expect.any(String) },
    { memberId },
    { active: 120 },
    { nextCursor: '' },
  ]);
});
