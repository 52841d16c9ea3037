import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeLeftFiles } from '@gonglian/service/staged-file.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { syntheticPerson } from '../fixtures.ts';
import { startScene, type Scene } from '../scene.ts';
import { cellsOf, proposal, readIn, stepOf, work, workbookOf } from './import-scene.ts';

// A process that works on an import is killed without a word, and another one goes on.

const PEOPLE = 4_000;
let scene: Scene;
let unionId: string;
beforeAll(async () => {
  scene = await startScene();
  unionId = await scene.union();
});
afterAll(() => scene.stop());

/** Kills a process of its own as soon as it has got somewhere; answers its number. */
async function killInTheMiddle(importId: string, state: string): Promise<number> {
  const file = path.join(import.meta.dirname, 'work-alone.fixture.ts');
  const child = spawn(process.execPath, [file, JSON.stringify(scene.settings)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  await eventually(
    async () => {
      const view = await scene.call('getImport', { importId });
      expect(view).toMatchObject({ state });
      expect(view.rowsDone).toBeGreaterThan(0);
    },
    { timeoutMs: 20_000, everyMs: 10 },
  );
  child.kill('SIGKILL');
  expect(await gone).toEqual([null, 'SIGKILL']);
  return child.pid ?? 0;
}

/** Goes on as soon as the database has noticed that the other one is gone. */
const goneOn = (importId: string, state: string) =>
  eventually(
    async () => {
      await work(scene);
      const view = await scene.call('getImport', { importId });
      expect(view.state).toBe(state);
      return view;
    },
    { timeoutMs: 30_000 },
  );

test(
  'killed while it tries and while it takes the rows, it is gone on with',
  { timeout: 90_000 },
  async () => {
    const rows = Array.from({ length: PEOPLE }, (_, n) => cellsOf(syntheticPerson(n)));
    const read = await readIn(scene, { unionId, bytes: await workbookOf(rows) });
    const { importId } = read;
    await scene.call('mapImport', proposal(read));
    const pid = await killInTheMiddle(importId, 'CHECKING');
    const leftBy = async () =>
      (await readdir(tmpdir())).filter((name) => name.startsWith(`gonglian-import-${pid}-`));
    expect(await leftBy()).toHaveLength(1);
    await removeLeftFiles();
    expect(await leftBy()).toEqual([]);
    expect((await scene.count(unionId)).active).toBe(0);
    const checked = await goneOn(importId, 'CHECKED');
    expect(checked).toMatchObject({ rows: PEOPLE, rowsValid: PEOPLE });

    await scene.call('commitImport', stepOf(checked));
    await killInTheMiddle(importId, 'COMMITTING');
    const half = await scene.call('getImport', { importId });
    const { active } = await scene.count(unionId);
    expect(active).toBe(half.rowsJoined);
    expect(half.rowsJoined).toBe(half.rowsDone);
    expect(half.rowsJoined % 500).toBe(0);
    const done = await goneOn(importId, 'DONE');
    expect(done).toMatchObject({ rowsJoined: PEOPLE, rowsRefused: 0 });
    const [facts] = await scene.sql<{ facts: number; members: number }>`
    select (select count(*)::int from outbox where fact = 'member.approved') as facts,
      (select count(*)::int from membership) as members`;
    expect(facts).toEqual({ facts: PEOPLE, members: PEOPLE });
  },
);
