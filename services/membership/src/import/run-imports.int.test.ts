import { createLog } from '@gonglian/telemetry/log.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import {
  cellsOf,
  checkedIn,
  proposal,
  readIn,
  stepOf,
  stopAfter,
  upload,
  work,
  workbookOf,
} from './import-scene.ts';
import { keepImports } from './keep-imports.ts';
import { runNextImport } from './run-imports.ts';

let scene: Scene;
beforeAll(async () => void (scene = await startScene()));
afterAll(() => scene.stop());

const sheetOf = (from: number, count: number) =>
  workbookOf(Array.from({ length: count }, (_, n) => cellsOf(syntheticPerson(from + n))));
const silent = createLog({}, 'fatal');

test('the service goes on by itself with what a dead process left', async () => {
  const unionId = await scene.union();
  const checked = await checkedIn(scene, { unionId, bytes: await sheetOf(0, 1_200) });
  await scene.call('commitImport', stepOf(checked));
  await work(scene, stopAfter(2));
  const { importId } = checked;
  const kept = keepImports(scene.served.running, silent);
  const done = await eventually(async () => {
    const view = await scene.call('getImport', { importId });
    expect(view.state).toBe('DONE');
    return view;
  });
  await kept.stop();
  expect(done).toMatchObject({ rowsJoined: 1_200, rowsDone: 1_200 });
  expect((await scene.count(unionId)).active).toBe(1_200);
});

test('two at once do not work on one import', async () => {
  const unionId = await scene.union();
  const checked = await checkedIn(scene, { unionId, bytes: await sheetOf(2_000, 600) });
  await scene.call('commitImport', stepOf(checked));
  const { running } = scene.served;
  const took = await Promise.all([runNextImport(running), runNextImport(running)]);
  expect(took.toSorted()).toEqual([false, true]);
  const done = await scene.call('getImport', { importId: checked.importId });
  expect(done).toMatchObject({ state: 'DONE', rowsJoined: 600 });
});

test('who cancels in the middle of the check leaves nothing behind', async () => {
  const unionId = await scene.union();
  const read = await readIn(scene, { unionId, bytes: await sheetOf(3_000, 1_600) });
  const checking = await scene.call('mapImport', proposal(read));
  await work(scene, stopAfter(4));
  const cancelled = await scene.call('cancelImport', stepOf(checking));
  expect(cancelled.state).toBe('CANCELLED');
  await work(scene);
  const { importId } = read;
  expect(await scene.sql`select from import_chunk where import_id = ${importId}`).toEqual([]);
  expect(await scene.call('getImport', { importId })).toMatchObject({ state: 'CANCELLED' });
  expect((await scene.count(unionId)).active).toBe(0);
});

test('what fails for our own reasons is tried again, and in the end given up by name', async () => {
  const unionId = await scene.union();
  const brought = await upload(scene, { unionId, bytes: await sheetOf(5_000, 3) });
  const { importId } = brought;
  await scene.call('readImport', stepOf(brought));
  const stateOf = async () => scene.call('getImport', { importId });
  await failing(4);
  expect(await stateOf()).toMatchObject({ state: 'READING' });
  await work(scene);
  expect(await stateOf()).toMatchObject({ state: 'READ' });
  await scene.sql`update import_job set state = 'READING' where id = ${importId}`;
  await failing(4, 1);
  expect(await stateOf()).toMatchObject({ state: 'FAILED', failure: 'IMPORT_BROKEN' });
});

/** The work while the parts cannot be read: so often it says so, and then so often it does not. */
async function failing(loud: number, silently = 0): Promise<void> {
  await scene.sql`alter table import_part rename column content to content_away`;
  for (let n = 0; n < loud; n += 1) await expect(work(scene)).rejects.toThrow('content');
  for (let n = 0; n < silently; n += 1) await work(scene);
  await scene.sql`alter table import_part rename column content_away to content`;
}
