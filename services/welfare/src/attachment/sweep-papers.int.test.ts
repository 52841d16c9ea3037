import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@gonglian/kernel/id.ts';
import { folderStore } from '@gonglian/service/object-store.ts';
import { clerkOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWelfare, type Service } from '../scene.ts';
import { madeJpeg } from './made-papers.ts';
import { sweepPapers } from './sweep-papers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gl-papers-'));
const kept = folderStore(folder);
let service: Service;
let unionId: string;
/** Who keeps a paper loses his connection before the commit, as a process that is killed does. */
let killed = false;
const store = {
  ...kept,
  async put(key: string, sealed: Buffer) {
    await kept.put(key, sealed);
    if (killed)
      await service.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and state = 'idle in transaction'`;
  },
};
beforeAll(async () => {
  service = await startWelfare({ store });
  unionId = await openUnion(service);
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const keys = async () => (await kept.list('', 100)).items.map(({ key }) => key);
const inADay = new Date(Date.now() + 25 * 3_600_000);
const sweep = (now: Date) => sweepPapers(service.served.running, { cursor: '', now });

test('what was killed between the store and the commit is taken away after a day, and nothing else', async () => {
  const content = await madeJpeg(64, 48);
  const ask = { unionId, recordKind: 'VISIT', recordId: newId(), kind: '走访照片', content };
  const { attachmentId } = await service.call('addAttachment', ask, clerkOf(unionId));
  killed = true;
  await expect(service.call('addAttachment', ask, clerkOf(unionId))).rejects.toThrow(
    refusedWith('DATABASE_UNAVAILABLE', 'unavailable'),
  );
  killed = false;
  expect((await service.call('listAttachments', ask, clerkOf(unionId))).items).toHaveLength(1);
  expect(await keys()).toHaveLength(2);
  // Of another node that shares the place by mistake.
  const foreign = newId();
  await kept.put(foreign, Buffer.from('sealed by somebody else'));

  expect(await sweep(new Date())).toMatchObject({ removed: 0, foreign: 0 });
  expect(await keys()).toHaveLength(3);
  expect(await sweep(inADay)).toEqual({ removed: 1, foreign: 1, nextCursor: '' });
  expect((await keys()).toSorted()).toEqual([attachmentId, foreign].toSorted());
  expect(await sweep(inADay)).toMatchObject({ removed: 0 });
});
