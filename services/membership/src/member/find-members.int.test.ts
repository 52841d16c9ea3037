import type { Person } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';

const people: Person[] = [
  ['王小明', '13912345678'],
  ['王小芳', '13912340001'],
  ['小王明', '13912340002'],
  ['欧阳修远', '13912340003'],
  ['单国平', '13912340004'],
  ['䶮𠮷𰻝', '13912345679'],
  ['阿依努尔•买买提', '13912340006'],
  ['Anna Synthetic', '13912340007'],
].map(([name = '', phone = ''], n) => syntheticPerson(n, { name, phone }));

let scene: Scene;
let home: string;
let other: string;
beforeAll(async () => {
  scene = await startScene();
  [home = '', other = ''] = await scene.unions(2);
  await scene.joinBatch(home, people);
  await scene.joinBatch(other, [
    syntheticPerson(100, { name: '王小刚', phone: '13712345678' }),
    syntheticPerson(101, { name: '李小刚', phone: '13700000000' }),
  ]);
});
afterAll(() => scene.stop());

const ask = { text: '', unionId: '', state: '', cursor: '', limit: 0 };
const search = (changes: object, caller = {}) =>
  scene.call('findMembers', { ...ask, ...changes }, caller);
/** The masked names found, which is all a test may see of them. */
const found = async (changes: object, caller = {}) =>
  (await search(changes, caller)).items.map(({ nameMasked }) => nameMasked).toSorted();

test.each([
  ['王', ['王*刚', '王*明', '王*芳']],
  ['小', ['小*明']],
  ['王小', ['王*刚', '王*明', '王*芳']],
  ['小明', ['王*明']],
  ['王小明', ['王*明']],
  ['王 小\u200b明', ['王*明']],
  ['欧阳', ['欧**远']],
  ['阳修远', ['欧**远']],
  ['wx', ['王*刚', '王*明', '王*芳']],
  ['WXF', ['王*芳']],
  ['sgp', ['单*平']],
  ['dgp', []],
  ['oyxy', ['欧**远']],
  ['𠮷𰻝', ['䶮*𰻝']],
  ['䶮', ['䶮*𰻝']],
  ['yj', ['䶮*𰻝']],
  ['努尔・买', ['阿*******']],
  ['5678', ['王*刚', '王*明']],
  ['12345678', ['王*刚', '王*明']],
  ['1391234567', []],
  ['139 1234 5678', ['王*明']],
  ['张', []],
])('%j finds %j', async (text, names) => {
  expect(await found({ text })).toEqual(names);
});

test('one Latin name, by a word, its initials and both words', async () => {
  for (const text of ['synth', 'as', 'anna synthetic', 'ANNA']) {
    expect((await search({ text })).items).toHaveLength(1);
  }
});

test('a union, a state and both', async () => {
  expect(await found({ text: '王小', unionId: other })).toEqual(['王*刚']);
  expect(await found({ text: '王小', state: 'RETAINED' })).toEqual([]);
  expect(await found({ text: '王小', unionId: home, state: 'ACTIVE' })).toHaveLength(2);
});

test('by member number and by whole document number, the latter on record', async () => {
  const [wang] = people;
  const { memberNo, memberId } = await scene.find(0);
  const row = { memberId, idNumberMasked: `**************${wang?.idNumber.slice(-4)}`, name: '' };
  expect((await search({ text: memberNo })).items).toMatchObject([row]);
  const before = await accesses();
  await search({ text: '王小明' });
  expect(await accesses()).toEqual(before);
  const answer = await search({ text: ` ${wang?.idNumber.toLowerCase()} ` }, { id: 'searcher' });
  expect(answer).toMatchObject({ items: [row], nextCursor: '' });
  expect(await accesses()).toEqual([
    ...before,
    { account: 'searcher', how: 'search', id: memberId, fields: ['id_number'] },
  ]);
  expect((await search({ text: '329999199001010011' })).items).toEqual([]);
  expect(await accesses()).toHaveLength(before.length + 1);
});

const accesses = () => scene.sql`
  select account_id as account, how, entity_id as id, fields from access_log order by id`;

test('pages miss and repeat nobody, whatever must be opened on the way', async () => {
  const names = Array.from({ length: 130 }, (_, n) =>
    syntheticPerson(1_000 + n, { name: n % 10 === 0 ? '赵钱孙李' : '赵钱李孙李' }),
  );
  await scene.joinBatch(home, names);
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 30; page += 1) {
    const { items, nextCursor } = await search({ text: '赵钱孙李', cursor, limit: 5 });
    seen.push(...items.map(({ memberId }) => memberId));
    cursor = nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toHaveLength(13);
  expect(seen).toEqual([...new Set(seen)].toSorted());
});

test('whoever joins in a large batch is found when the upkeep has passed', async () => {
  const rows = Array.from({ length: 700 }, (_, n) =>
    syntheticPerson(5_000 + n, { name: '褚合成', phone: '' }),
  );
  await scene.joinBatch(other, rows);
  expect(await found({ text: '褚' })).toEqual([]);
  await scene.indexed();
  expect(await found({ text: '褚' })).toHaveLength(50);
  const [left] = await scene.sql`select count(*)::int as queued from token_queue`;
  expect(left).toEqual({ queued: 0 });
});

test('who joins again is found by the new name and not by the old', async () => {
  const before = syntheticPerson(9_000, { name: '诸葛旧名', phone: '13800001111' });
  await scene.joinBatch(home, [before]);
  const { memberId } = await scene.find(9_000);
  const ended = { memberId, how: 'left', effectiveOn: '2026-02-01', decisionDocNo: '' };
  await scene.call('endMembership', { ...ended, expectedVersion: 1 });
  const after = { name: '诸葛新名', phone: '13800002222' };
  await scene.joinBatch(other, [syntheticPerson(9_000, after)], '2026-03-01');
  expect(await found({ text: '葛旧' })).toEqual([]);
  expect(await found({ text: '13800001111' })).toEqual([]);
  expect(await found({ text: '葛新' })).toHaveLength(1);
  expect(await found({ text: '13800002222' })).toHaveLength(1);
});

test('a duty over one union finds its members only, with their names whole', async () => {
  const chair = { duty: 'chair', scope: home } as const;
  expect((await search({ text: '王小' }, chair)).items.map(({ name }) => name).toSorted()).toEqual([
    '王小明',
    '王小芳',
  ]);
  expect(await found({ text: '李小刚' }, chair)).toEqual([]);
  expect((await search({ text: syntheticPerson(101).idNumber }, chair)).items).toEqual([]);
  const { memberNo } = await scene.find(101);
  expect((await search({ text: memberNo }, chair)).items).toEqual([]);
  await expect(search({ text: '王', unionId: other }, chair)).rejects.toMatchObject({
    kind: 'not_found',
    code: 'UNION_UNKNOWN',
  });
  expect((await search({ text: '王' }, { duty: 'clerk', scope: newId() })).items).toEqual([]);
});

test.each([
  [{ text: '' }, 'FIELD_INVALID'],
  [{ text: '王'.repeat(81) }, 'FIELD_INVALID'],
  [{ text: '王', limit: 51 }, 'FIELD_INVALID'],
  [{ text: '王', state: 'ALIVE' }, 'FIELD_INVALID'],
  [{ text: '王', cursor: 'x' }, 'FIELD_INVALID'],
  [{ text: '12' }, 'SEARCH_TOO_SHORT'],
])('%j is no question', async (changes, code) => {
  await expect(search(changes)).rejects.toMatchObject({ kind: 'invalid', code });
});

test.each(['supervisor', 'finance', 'admin', 'member', 'applicant'] as const)(
  'a %s may not search',
  async (duty) => {
    await expect(search({ text: '王' }, { duty })).rejects.toMatchObject({ kind: 'forbidden' });
  },
);
