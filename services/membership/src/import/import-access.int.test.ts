import { UnionEstablished } from '@gonglian/contracts/gen/gonglian/organisation/v1/events.ts';
import { unionEstablished } from '@gonglian/contracts/organisation.ts';
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import type { Caller } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import {
  cellsOf,
  checkedIn,
  importAll,
  proposal,
  readIn,
  stepOf,
  upload,
  work,
  workbookOf,
} from './import-scene.ts';
import { asJob } from './job-transaction.ts';
import { removeOld } from './remove-old.ts';

// What the steps of an import ask for, and who may take them.

let scene: Scene;
let bytes: Buffer;
const [north, south, mill] = [newId(), newId(), newId()];
let account = 0;
/** Each test's own clerk: one import at a time is allowed to each. */
const clerk = (more: Caller = {}): Caller => ({ id: `clerk-${(account += 1)}`, ...more });

beforeAll(async () => {
  scene = await startScene();
  const root = nodeRootUnionId(scene.node);
  const union = (unionId: string, parentId: string, kind: string) => ({
    type: unionEstablished,
    data: UnionEstablished.fromPartial({ unionId, parentId, name: `合成${kind}`, kind }),
  });
  await scene.publishFacts('organisation', [
    union(root, '', 'FEDERATION'),
    union(north, root, 'TOWNSHIP'),
    union(south, root, 'TOWNSHIP'),
    union(mill, north, 'SINGLE_GRASSROOTS'),
  ]);
  await scene.settled();
  const rows = Array.from({ length: 3 }, (_, n) => cellsOf(syntheticPerson(n)));
  bytes = await workbookOf(rows);
});
afterAll(() => scene.stop());

const begin = (more: object = {}) => ({
  unionId: mill,
  joinedOn: '2026-01-15',
  fileName: 'a.xlsx',
  sizeBytes: bytes.length,
  sha256: sha256Hex(bytes),
  ...more,
});

test.each([
  ['FIELD_INVALID', { fileName: 'a.xls' }],
  ['FIELD_INVALID', { fileName: '../a.xlsx' }],
  ['FIELD_INVALID', { sizeBytes: 20 * 1024 ** 2 + 1 }],
  ['FIELD_INVALID', { sizeBytes: 0 }],
  ['FIELD_INVALID', { sha256: 'A'.repeat(64) }],
  ['EFFECTIVE_IN_FUTURE', { joinedOn: '9999-01-01' }],
  ['UNION_ADMITS_NO_MEMBERS', { unionId: north }],
  ['UNION_UNKNOWN', { unionId: newId() }],
])('is not begun: %s %o', async (code, changes) => {
  await expect(scene.call('beginImport', begin(changes), clerk())).rejects.toMatchObject({ code });
});

test('one at a time; the other is named, and can be cancelled', async () => {
  const caller = clerk();
  const first = await scene.call('beginImport', begin(), { ...caller, key: 'begin-1' });
  await expect(scene.call('beginImport', begin(), caller)).rejects.toMatchObject({
    kind: 'busy',
    code: 'IMPORT_BUSY',
    details: { importId: first.importId },
  });
  expect(await scene.call('beginImport', begin(), { ...caller, key: 'begin-1' })).toEqual(first);
  const other = begin({ fileName: 'b.xlsx' });
  await expect(
    scene.call('beginImport', other, { ...caller, key: 'begin-1' }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  const cancelled = await scene.call('cancelImport', stepOf(first), caller);
  expect(cancelled.state).toBe('CANCELLED');
  await expect(scene.call('cancelImport', stepOf(first), caller)).rejects.toMatchObject({
    kind: 'stale',
  });
  const next = await scene.call('beginImport', begin(), caller);
  expect(next.state).toBe('UPLOADING');
});

test('it says who brought the file and how large that is, one by one and in the list', async () => {
  const caller = clerk();
  const begun = await scene.call('beginImport', begin(), caller);
  const said = { createdBy: caller.id, sizeBytes: bytes.length };
  expect(begun).toMatchObject(said);
  const { importId } = begun;
  expect(await scene.call('getImport', { importId }, clerk())).toMatchObject(said);
  const { items } = await scene.call('listImports', { cursor: '', limit: 1 }, clerk());
  expect(items).toMatchObject([{ importId, ...said }]);
});

test('parts come in any order and as often as they like', async () => {
  const caller = clerk();
  const { importId } = await scene.call('beginImport', begin(), caller);
  const [head, tail] = [bytes.subarray(0, 1_000), bytes.subarray(1_000)];
  const put = (partNo: number, content: Buffer, by = caller) =>
    scene.call('putImportPart', { importId, partNo, content }, by);
  expect(await put(2, tail)).toMatchObject({ partsReceived: 1, version: 1 });
  await expect(
    scene.call('readImport', { importId, expectedVersion: 1 }, caller),
  ).rejects.toMatchObject({
    code: 'IMPORT_PARTS_MISSING',
    details: { partNo: 1 },
  });
  expect(await put(2, tail)).toMatchObject({ partsReceived: 1 });
  const wrong: [number, Buffer][] = [
    [2, head],
    [1, tail],
    [3, tail],
  ];
  for (const [partNo, content] of wrong) {
    await expect(put(partNo, content)).rejects.toMatchObject({ code: 'IMPORT_PART_WRONG' });
  }
  await expect(put(1, Buffer.alloc(2 * 1024 ** 2 + 1))).rejects.toMatchObject({
    code: 'FIELD_INVALID',
  });
  await expect(put(1, head, clerk())).rejects.toMatchObject({ code: 'IMPORT_UNKNOWN' });
  expect(await put(1, head)).toMatchObject({ partsReceived: 2 });
  const reading = await scene.call('readImport', { importId, expectedVersion: 1 }, caller);
  expect(reading.state).toBe('READING');
  await work(scene);
  expect(await scene.call('getImport', { importId }, caller)).toMatchObject({ state: 'READ' });
});

test('what does not hash to what was announced is not read', async () => {
  const caller = clerk();
  const view = await scene.call('beginImport', begin({ sha256: 'a'.repeat(64) }), caller);
  const part = { importId: view.importId, partNo: 1, content: bytes };
  await scene.call('putImportPart', part, caller);
  await expect(scene.call('readImport', stepOf(view), caller)).rejects.toMatchObject({
    code: 'IMPORT_HASH_WRONG',
  });
});

test('each step has its state', async () => {
  const caller = clerk();
  const brought = await upload(scene, { unionId: mill, bytes, caller });
  const wrong = { kind: 'refused', code: 'IMPORT_STATE_WRONG' };
  await expect(scene.call('commitImport', stepOf(brought), caller)).rejects.toMatchObject(wrong);
  await expect(scene.call('undoImport', stepOf(brought), caller)).rejects.toMatchObject(wrong);
  const mapping = { ...proposal(brought), sheet: 'a' };
  await expect(scene.call('mapImport', mapping, caller)).rejects.toMatchObject(wrong);
  await scene.call('cancelImport', stepOf(brought), caller);
});

test.each([
  ['MAPPING_TWICE', (one: { column: number }) => ({ ...one, field: 'name' }), {}],
  ['MAPPING_TWICE', (one: object) => ({ ...one, column: 1 }), {}],
  ['SHEET_UNKNOWN', (one: object) => one, { sheet: '别的' }],
  ['FIELD_INVALID', (one: object) => ({ ...one, field: 'salary' }), {}],
])('a mapping is refused: %s', async (code, change, more) => {
  const caller = clerk();
  const view = await readIn(scene, { unionId: mill, bytes, caller });
  const ask = proposal(view);
  const columns = ask.columns.map(change) as typeof ask.columns;
  await expect(scene.call('mapImport', { ...ask, columns, ...more }, caller)).rejects.toMatchObject(
    { code },
  );
});

test('what the file says is for who brought it; how far it is, for who may read', async () => {
  const caller = clerk({ scope: mill });
  const view = await checkedIn(scene, { unionId: mill, bytes, caller });
  const { importId } = view;
  expect(view.sheets[0]?.sample).toHaveLength(3);
  const seen = await scene.call('getImport', { importId }, { duty: 'auditor', scope: north });
  expect(seen).toMatchObject({ state: 'CHECKED', rowsValid: 3, sheets: [], columns: [] });
  const unknown = { kind: 'not_found', code: 'IMPORT_UNKNOWN' };
  const southern = clerk({ scope: south });
  await expect(scene.call('getImport', { importId }, southern)).rejects.toMatchObject(unknown);
  await expect(scene.call('cancelImport', stepOf(view), southern)).rejects.toMatchObject(unknown);
  await expect(scene.call('commitImport', stepOf(view), clerk())).rejects.toMatchObject(unknown);
  const listed = async (by: Caller) =>
    (await scene.call('listImports', { cursor: '', limit: 0 }, by)).items.map(
      (one) => one.importId,
    );
  expect(await listed({ duty: 'auditor', scope: north })).toContain(importId);
  expect(await listed(southern)).toEqual([]);
  const mine = scene.client({ deadlineMs: 20_000 });
  const token = await scene.token(clerk());
  const chunks = mine.getImportErrorWorkbook({ importId }, { token })[Symbol.asyncIterator]();
  await expect(chunks.next()).rejects.toMatchObject(unknown);
});

test.each(['auditor', 'chair', 'admin'] as const)('%s imports nobody', async (duty) => {
  await expect(scene.call('beginImport', begin(), { duty })).rejects.toMatchObject({
    kind: 'forbidden',
    code: 'PERMISSION_MISSING',
  });
});

test('what is past its day goes: the file after 30 days, who lies idle after 3', async () => {
  const [one, two] = [clerk(), clerk()];
  const done = await importAll(scene, { unionId: mill, bytes, caller: one });
  const idle = await upload(scene, { unionId: mill, bytes, caller: two });
  const remove = () => asJob(scene.served.running, removeOld);
  const parts = (importId: string) =>
    scene.sql`select no from import_part where import_id = ${importId}`;
  await scene.sql`
    update import_job set created_at = created_at - interval '29 days' where id = ${done.importId}`;
  await remove();
  expect(await parts(done.importId)).toHaveLength(1);
  await scene.sql`
    update import_job set created_at = created_at - interval '3 days',
      done_at = done_at - interval '2 days', touched_at = touched_at - interval '5 days'
    where id = any(${[done.importId, idle.importId]}::uuid[])`;
  await remove();
  expect(await parts(done.importId)).toEqual([]);
  expect(await scene.sql`select from import_chunk where import_id = ${done.importId}`).toEqual([]);
  const gone = await scene.call('getImport', { importId: done.importId }, one);
  expect(gone).toMatchObject({ state: 'DONE', sheets: [], columns: [], rows: 3 });
  const left = await scene.call('getImport', { importId: idle.importId }, two);
  expect(left.state).toBe('CANCELLED');
});
