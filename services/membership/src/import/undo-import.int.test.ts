import type { MemberCodes } from '@gonglian/contracts/gen/gonglian/membership/v1/events.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { codesKey } from '../member/codes.ts';
import { startScene, type Scene } from '../scene.ts';
import { cellsOf, importAll, stepOf, stopAfter, work, workbookOf } from './import-scene.ts';

let scene: Scene;
beforeAll(async () => void (scene = await startScene()));
afterAll(() => scene.stop());

const rows = (from: number, count: number) =>
  Array.from({ length: count }, (_, n) => cellsOf(syntheticPerson(from + n)));
const imported = async (unionId: string, from: number, count: number) =>
  importAll(scene, { unionId, bytes: await workbookOf(rows(from, count)), joinedOn: '2026-02-02' });

/** Recruits by month and codes, as the facts say and as the records say. */
async function recruits(unionId: string): Promise<[said: object, counted: object]> {
  const said: Record<string, number> = {};
  for (const { fact, data } of await scene.outbox()) {
    const delta = { 'member.approved': 1, 'member.annulled': -1 }[fact];
    if (delta === undefined || data['unionId'] !== unionId) continue;
    const codes = {
      newForms: [],
      workerGroup: '',
      migrantWorker: false,
      ...(data['codes'] as object),
    };
    const key = `${String(data['joinedOn']).slice(0, 7)} ${codesKey(codes as never)}`;
    said[key] = (said[key] ?? 0) + delta;
  }
  const counted: Record<string, number> = {};
  const { rows: groups } = await scene.call('recountMembers', { cursor: '', limit: 5_000 });
  for (const { unionId: of, month, movement, codes, count } of groups) {
    if (of !== unionId || movement !== 'recruited') continue;
    counted[`${month} ${codesKey(codes as MemberCodes)}`] = Number(count);
  }
  return [Object.fromEntries(Object.entries(said).filter(([, n]) => n !== 0)), counted];
}

test('who joined by it and has not changed since is gone, and counted nowhere', async () => {
  const [unionId = '', other = ''] = await scene.unions(2);
  await scene.member(unionId, 1_000, '2025-05-05');
  const back = await scene.find(1_000);
  const left = { how: 'left', decisionDocNo: '', expectedVersion: 1 };
  await scene.call('endMembership', {
    memberId: back.memberId,
    effectiveOn: '2025-06-01',
    ...left,
  });
  const done = await imported(unionId, 1_000, 30);
  expect(done).toMatchObject({ state: 'DONE', rowsJoined: 30 });
  expect(done.undoUntil > done.doneAt).toBe(true);

  const moved = await scene.find(1_001);
  const asked = { toUnionId: other, effectiveOn: '2026-02-03', askedBy: 'sender' };
  await scene.call('requestTransfer', { memberId: moved.memberId, ...asked });
  const ended = await scene.find(1_002);
  const end = { memberId: ended.memberId, effectiveOn: '2026-02-03', ...left };
  await scene.call('endMembership', end);

  await scene.call('undoImport', stepOf(done));
  await work(scene);
  const { importId } = done;
  const undone = await scene.call('getImport', { importId });
  const counted = { rows: 30, rowsJoined: 0, rowsUnchanged: 3, rowsRefused: 0, undoUntil: '' };
  expect(undone).toMatchObject({ state: 'UNDONE', ...counted });
  const { items } = await scene.call('listImportErrors', {
    importId,
    code: '',
    cursor: '',
    limit: 0,
  });
  expect(items.map(({ row, code }) => [row, code])).toEqual([
    [3, 'JOINED_BEFORE'],
    [4, 'CHANGED_SINCE'],
  ]);
  expect((await scene.count(unionId)).active).toBe(2);
  await expect(scene.find(1_010)).rejects.toThrow('not there');
  const annulled = (await scene.outbox()).filter(({ fact }) => fact === 'member.annulled');
  expect(annulled).toHaveLength(27);
  expect(annulled[0]?.data).toMatchObject({ unionId, joinedOn: '2026-02-02', version: 2 });
  const [said, records] = await recruits(unionId);
  expect(said).toEqual(records);
  const kept = await scene.sql<{ n: number }>`
    select count(*)::int as n from annulled_member where import_id = ${importId}`;
  expect(kept).toEqual([{ n: 27 }]);
});

test('nothing of the person is left, and the same file can be imported again', async () => {
  const unionId = await scene.union();
  const done = await imported(unionId, 2_000, 10);
  await scene.indexed();
  const { memberId } = await scene.find(2_003);
  await scene.call('undoImport', stepOf(done));
  await work(scene);
  const left = await scene.sql<{ n: number }>`
    select (select count(*) from person where id = ${memberId})::int
      + (select count(*) from spell where member_id = ${memberId})::int
      + (select count(*) from member_token where member_id = ${memberId})::int as n`;
  expect(left).toEqual([{ n: 0 }]);
  expect(await imported(unionId, 2_000, 10)).toMatchObject({ state: 'DONE', rowsJoined: 10 });
  const [said, records] = await recruits(unionId);
  expect(said).toEqual(records);
});

test('broken off, it goes on; nobody is annulled twice', async () => {
  const unionId = await scene.union();
  const done = await imported(unionId, 3_000, 1_200);
  await scene.call('undoImport', stepOf(done));
  await work(scene, stopAfter(2));
  const { importId } = done;
  const half = await scene.call('getImport', { importId });
  expect(half.state).toBe('UNDOING');
  expect(half.rowsDone).toBeGreaterThan(0);
  expect((await scene.count(unionId)).active).toBe(half.rowsJoined);
  await work(scene);
  expect(await scene.call('getImport', { importId })).toMatchObject({ state: 'UNDONE' });
  expect((await scene.count(unionId)).active).toBe(0);
  const facts = (await scene.outbox()).filter(({ data }) => data['unionId'] === unionId);
  expect(facts).toHaveLength(2_400);
});

test('too late, or before it is done, or twice, it is refused', async () => {
  const unionId = await scene.union();
  const done = await imported(unionId, 5_000, 3);
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  await scene.sql`update import_job set done_at = ${yesterday} where id = ${done.importId}`;
  await expect(scene.call('undoImport', stepOf(done))).rejects.toMatchObject({
    code: 'IMPORT_UNDO_LATE',
  });
  await scene.sql`update import_job set done_at = now() where id = ${done.importId}`;
  const undoing = await scene.call('undoImport', stepOf(done), { id: 'a-colleague' });
  await expect(scene.call('undoImport', stepOf(undoing))).rejects.toMatchObject({
    code: 'IMPORT_STATE_WRONG',
  });
  await work(scene);
});
