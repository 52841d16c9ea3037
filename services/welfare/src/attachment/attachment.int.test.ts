import { newId } from '@gonglian/kernel/id.ts';
import { unavailable } from '@gonglian/kernel/refusal.ts';
import { clerkOf, memberOf, openUnion, refusedWith } from '@gonglian/testing/people-scene.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { memoryStore } from '../fixtures.ts';
import { startWelfare, type Service } from '../scene.ts';
import { madeJpeg, madePng } from './made-papers.ts';

const store = memoryStore();
let service: Service;
let call: Service['call'];
let unionId: string;
let photograph: Buffer;
beforeAll(async () => {
  photograph = await madeJpeg();
  service = await startWelfare({ store });
  call = service.call;
  unionId = await openUnion(service);
});
afterAll(() => service.stop());

const paper = (over: object = {}) => ({
  unionId,
  recordKind: 'HARDSHIP_FILE',
  recordId: newId(),
  kind: '诊断证明',
  content: photograph,
  ...over,
});
const why = { reasonCode: 'REVIEW', reason: '审核材料' };

async function file(attachmentId: string, caller: object): Promise<Buffer> {
  const client = service.client({ deadlineMs: 10_000 });
  const token = await service.token(caller);
  const pieces: Buffer[] = [];
  for await (const { content } of client.getAttachmentFile({ attachmentId, ...why }, { token }))
    pieces.push(content);
  return Buffer.concat(pieces);
}

test('a paper is kept without what the camera wrote, sealed, and once under one key', async () => {
  const [ask, key] = [paper(), newId()];
  const made = await call('addAttachment', ask, { ...clerkOf(unionId), key });
  expect(made).toMatchObject({ mediaType: 'image/jpeg', kind: '诊断证明', recordId: ask.recordId });
  expect(await call('addAttachment', ask, { ...clerkOf(unionId), key })).toEqual(made);
  const changed = { ...ask, content: madePng() };
  await expect(call('addAttachment', changed, { ...clerkOf(unionId), key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  const sealed = store.kept.get(made.attachmentId) ?? Buffer.alloc(0);
  expect(sealed.length).toBeGreaterThan(0);
  expect(sealed.toString('latin1')).not.toContain(ask.content.subarray(-100).toString('base64'));
  const { items } = await call('listAttachments', ask, { duty: 'auditor' });
  expect(items).toEqual([{ ...made, kind: '' }]);
  expect(await call('listAttachments', ask, clerkOf(unionId))).toEqual({ items: [made] });
});

test('whose it is, and whose it is not', async () => {
  const [other, me, his] = [await openUnion(service), newId(), newId()];
  const unknown = refusedWith('UNION_UNKNOWN', 'not_found');
  const keptBefore = store.kept.size;
  await expect(call('addAttachment', paper(), clerkOf(other))).rejects.toThrow(unknown);
  expect(store.kept.size).toBe(keptBefore);
  for (const duty of ['finance', 'auditor', 'admin', 'supervisor'] as const)
    await expect(call('addAttachment', paper(), { duty })).rejects.toThrow(
      expect.objectContaining({ kind: 'forbidden' }),
    );
  const own = paper({ unionId: '' });
  const mine = await call('addAttachment', own, memberOf(unionId, me));
  expect(mine.unionId).toBe(unionId);
  const list = (member: string) => call('listAttachments', own, memberOf(unionId, member));
  expect((await list(me)).items).toEqual([mine]);
  expect((await list(his)).items).toEqual([]);
});

test('what is on it is taken with a reason, and written down', async () => {
  const me = newId();
  const made = await call('addAttachment', paper({ unionId: '' }), memberOf(unionId, me));
  const { attachmentId } = made;
  const content = await file(attachmentId, { ...clerkOf(unionId), id: 'clerk-7' });
  expect(content).toHaveLength(made.sizeBytes);
  expect(content.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  expect(await file(attachmentId, memberOf(unionId, me))).toEqual(content);
  const unknown = refusedWith('ATTACHMENT_UNKNOWN', 'not_found');
  await expect(file(attachmentId, memberOf(unionId))).rejects.toThrow(unknown);
  await expect(file(attachmentId, { duty: 'auditor' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const seen = await service.sql`
    select account_id as who, how, reason from access_log where entity_id = ${attachmentId} order by id`;
  expect(seen).toMatchObject([
    { who: 'clerk-7', how: 'reveal', reason: '审核材料' },
    { how: 'self' },
  ]);
  // Nothing stands for another.
  const second = await call('addAttachment', paper(), clerkOf(unionId));
  store.kept.set(attachmentId, store.kept.get(second.attachmentId) ?? Buffer.alloc(0));
  await expect(file(attachmentId, clerkOf(unionId))).rejects.toThrow(refusedWith('SEAL_BROKEN'));
});

test('what is no paper leaves nothing behind, and a store that is away costs nothing', async () => {
  const before = store.kept.size;
  const svg = paper({ content: Buffer.from('<svg><script>alert(1)</script></svg>') });
  await expect(call('addAttachment', svg, clerkOf(unionId))).rejects.toThrow(
    refusedWith('PAPER_TYPE_UNKNOWN'),
  );
  const vast = paper({ content: madePng(30_000, 30_000) });
  await expect(call('addAttachment', vast, clerkOf(unionId))).rejects.toThrow(
    refusedWith('PAPER_TOO_MANY_PIXELS'),
  );
  expect(store.kept.size).toBe(before);
  store.fails = unavailable('STORE_UNAVAILABLE');
  const ask = paper();
  await expect(call('addAttachment', ask, clerkOf(unionId))).rejects.toThrow(
    refusedWith('STORE_UNAVAILABLE', 'unavailable'),
  );
  store.fails = undefined;
  expect((await call('listAttachments', ask, clerkOf(unionId))).items).toEqual([]);
});
