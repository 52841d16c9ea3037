import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { everybody, startScene, type Scene } from '../scene.ts';

// Those who applied: the list of whoever decides on them.

let scene: Scene;
let here: string;
let there: string;
/** By the day they applied on; two on one day in the order in which they came. */
const waiting: string[] = [];

beforeAll(async () => {
  scene = await startScene();
  [here = '', there = ''] = await scene.unions(2);
  await scene.member(here, 90);
  const days = ['2026-03-09', '2026-03-02', '2026-03-05', '2026-03-02', '2026-02-27'];
  const ids: string[] = [];
  for (const [n, appliedOn] of days.entries()) ids.push(await apply(n, appliedOn));
  waiting.push(...[4, 1, 3, 2, 0].map((n) => ids[n] ?? ''));
});
afterAll(() => scene.stop());

async function apply(n: number, appliedOn: string, unionId = here): Promise<string> {
  const person = syntheticPerson(n);
  const plain = { channel: 'ONLINE', joinToken: '', consent: undefined };
  const { memberId } = await scene.call('applyToJoin', { unionId, person, appliedOn, ...plain });
  return memberId;
}

const list = (changes: object = {}) =>
  scene.call('listMembers', { ...everybody, state: 'APPLIED', ...changes });
const ids = async (changes: object = {}) =>
  (await list(changes)).items.map(({ memberId }) => memberId);

test('whoever waits longest comes first', async () => {
  expect(await ids()).toEqual(waiting);
  expect(await ids({ unionId: there })).toEqual([]);
  expect(await ids({ memberNo: '3299992026000000001' })).toEqual([]);
});

test('pages miss and repeat nobody', async () => {
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 4; page += 1) {
    const { items, nextCursor } = await list({ cursor, limit: 2 });
    seen.push(...items.map(({ memberId }) => memberId));
    cursor = nextCursor;
    if (cursor === '') break;
  }
  expect(seen).toEqual(waiting);
});

test('who applies again waits from the new day on', async () => {
  const memberId = await apply(20, '2026-02-01');
  await scene.call('rejectApplication', { memberId, reason: 'wrong_unit', expectedVersion: 1 });
  expect(await ids()).toEqual(waiting);
  await apply(20, '2026-03-20');
  expect(await ids()).toEqual([...waiting, memberId]);
  await scene.call('rejectApplication', { memberId, reason: 'wrong_unit', expectedVersion: 3 });
});

test('a cursor holds when whoever it stands at was decided on, and when others come before it', async () => {
  const { nextCursor } = await list({ limit: 2 });
  const memberId = waiting[1] ?? '';
  await scene.call('approveApplication', {
    memberId,
    approvedOn: '2026-03-10',
    expectedVersion: 1,
  });
  const early = await apply(30, '2026-01-05');
  expect(await ids({ cursor: nextCursor })).toEqual(waiting.slice(2));
  expect(await ids()).toEqual([early, ...waiting.filter((one) => one !== memberId)]);
});

test('a cursor of another list, or none at all, is refused', async () => {
  const { nextCursor } = await list({ limit: 1 });
  const invalid = { kind: 'invalid', code: 'CURSOR_INVALID' };
  await expect(list({ state: '', cursor: nextCursor })).rejects.toMatchObject(invalid);
  await expect(list({ cursor: waiting[0] })).rejects.toMatchObject(invalid);
  await expect(list({ cursor: `2026-02-31~${waiting[0]}` })).rejects.toMatchObject(invalid);
  await expect(list({ cursor: 'x' })).rejects.toMatchObject({ code: 'FIELD_INVALID' });
});

test('a duty over another union sees none of them', async () => {
  const theirs = { ...everybody, state: 'APPLIED' };
  const { items } = await scene.call('listMembers', theirs, { duty: 'chair', scope: there });
  expect(items).toEqual([]);
});
