import { randomUUID } from 'node:crypto';
import { rawUnary, rpcChannel } from '@gonglian/rpc/client.ts';
import { RemoteFailure } from '@gonglian/rpc/status.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, shelfParts, type Own } from './shelf.fixture.ts';

const own: Own = { begun: [], pause: () => Promise.resolve() };
const start = () => startTestService(shelfParts, own);
let shelf: Awaited<ReturnType<typeof start>>;
beforeAll(async () => {
  shelf = await start();
  await shelf.call('add', ask({ id: 'a', label: 'first', amount: 1 }));
  await shelf.call('add', ask({ id: 'b', label: 'second', amount: 1 }));
});
afterAll(() => shelf.stop());

const amountOf = async (id: string) => (await shelf.call('get', ask({ id }))).amount;

/** Everything a command may leave behind. */
async function traces() {
  const items = await shelf.sql`select * from item order by id`;
  const actions = await shelf.sql`select key from action order by key`;
  // Where a fact stands is the relay's doing, in its own time.
  const facts = (await shelf.outbox()).map(({ position: _position, ...fact }) => fact);
  return { items, actions, facts };
}

test.each([
  ['a version that has moved', 'move', { id: 'a', version: 7 }, 'stale', 'VERSION_MOVED', {}],
  ['a thing that is not there', 'move', { id: 'z', version: 1 }, 'not_found', 'NOT_FOUND', {}],
  [
    'a second one of what is unique, at the flush',
    'add',
    { id: 'c', label: 'first' },
    'duplicate',
    'ALREADY_EXISTS',
    { constraint: 'item_label_key' },
  ],
  [
    'a second one of what is unique, in SQL',
    'fail',
    { label: 'sql' },
    'duplicate',
    'ALREADY_EXISTS',
    { constraint: 'item_pkey' },
  ],
  [
    'a reference to what is not there',
    'add',
    { id: 'c', label: 'nowhere' },
    'refused',
    'REFERENCE_UNKNOWN',
    { constraint: 'item_shelf_fkey' },
  ],
  [
    'a value out of range',
    'add',
    { id: 'c', label: 'c', amount: -1 },
    'invalid',
    'VALUE_OUT_OF_RANGE',
    { constraint: 'item_amount_check' },
  ],
  ['a rule', 'fail', { label: 'rule' }, 'refused', 'NO', { label: 'rule' }],
  [
    'a statement that takes too long',
    'sleep',
    { amount: 5_000, version: 50 },
    'busy',
    'DATABASE_BUSY',
    {},
  ],
] as const)('%s is named, and leaves no trace', async (_, method, given, kind, code, details) => {
  const before = await traces();
  const call = shelf.call(method, ask(given));
  await expect(call).rejects.toMatchObject({ name: 'Refusal', kind, code });
  await expect(call).rejects.toHaveProperty('details', details);
  expect(await traces()).toEqual(before);
});

test('a bug is told by its trace id alone; the log has the id, the method and the place', async () => {
  const before = await traces();
  const error = await shelf.call('fail', ask({ label: 'Zhang San' })).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(RemoteFailure);
  expect(JSON.stringify([error, String(error)])).not.toContain('Zhang San');
  const { traceId } = error as RemoteFailure;
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  const line = shelf.logged.find((one) => one.includes(traceId ?? '?'));
  expect(line).toContain('/Fail');
  expect(line).toContain('"code":"22P02"');
  expect(line).not.toContain('Zhang San');
  expect(await traces()).toEqual(before);
});

test('the version that was seen is changed once: of two callers the later is stale', async () => {
  const [{ version } = { version: 0 }] = await shelf.sql<{ version: number }>`
    select version from item where id = 'a'`;
  const both = await Promise.allSettled(
    [1, 2].map(() => shelf.call('move', ask({ id: 'a', amount: 5, version }))),
  );
  expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((one) => one.status === 'rejected')?.reason).toMatchObject({ kind: 'stale' });
  expect(await amountOf('a')).toBe(6);
});

test('two commands that lock each other are both carried out, once', async () => {
  const before = [await amountOf('a'), await amountOf('b')];
  let free: () => void = () => undefined;
  const both = new Promise<void>((resolve) => (free = resolve));
  let arrived = 0;
  own.pause = () => {
    arrived += 1;
    if (arrived === 2) free();
    return both;
  };
  own.begun = [];
  await Promise.all([
    shelf.call('swap', ask({ id: 'one', label: 'a,b' })),
    shelf.call('swap', ask({ id: 'two', label: 'b,a' })),
  ]);
  expect(own.begun.length).toBeGreaterThan(2); // the database has ended one of them, which was begun again
  expect([await amountOf('a'), await amountOf('b')]).toEqual(before.map((amount) => amount + 2));
  const facts = (await shelf.outbox()).map((row) => row.key);
  expect(facts.filter((key) => key === 'one' || key === 'two')).toHaveLength(2);
});

test('a call that is not answered in time is late for its caller, is done once, and answers when asked again', async () => {
  const key = randomUUID();
  const client = shelf.client({ deadlineMs: 150 });
  const token = await shelf.token();
  const late = client.sleep(ask({ id: 'late', amount: 600 }), { token, idempotencyKey: key });
  await expect(late).rejects.toMatchObject({ kind: 'late', code: 'DEADLINE_EXCEEDED' });
  const again = { id: 'late', amount: 600 };
  expect(await shelf.call('sleep', ask(again), { key })).toEqual({ amount: 600 });
  expect((await shelf.outbox()).filter((row) => row.key === 'late')).toHaveLength(1);
});

test('a call whose caller gave up before its turn is not begun', async () => {
  const all = Array.from({ length: shelf.settings.poolSize }, (_, n) =>
    shelf.call('sleep', ask({ id: `busy-${n}`, amount: 700 })),
  );
  await new Promise((done) => setTimeout(done, 100));
  const client = shelf.client({ deadlineMs: 150 });
  const idempotencyKey = randomUUID();
  const gone = client.sleep(ask({ id: 'gone' }), { token: await shelf.token(), idempotencyKey });
  await expect(gone).rejects.toMatchObject({ kind: 'late' });
  await Promise.all(all);
  await shelf.settled();
  expect((await shelf.outbox()).map((row) => row.key)).not.toContain('gone');
});

test('a key of somebody else is not answered with what he was told', async () => {
  const key = randomUUID();
  await shelf.call('sleep', ask({ id: 'mine' }), { key });
  await expect(
    shelf.call('sleep', ask({ id: 'mine' }), { key, duty: 'admin' }),
  ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
});

test('without a key, without a token, with a token of another secret: refused before anything is begun', async () => {
  const client = shelf.client({ deadlineMs: 5_000 });
  const token = await shelf.token();
  const call = (options: object) => client.sleep(ask({ id: 'no' }), options);
  const idempotencyKey = randomUUID();
  await expect(call({ token })).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_MISSING' });
  await expect(call({ idempotencyKey })).rejects.toMatchObject({ code: 'TOKEN_MISSING' });
  const forged = { token: `${token}x`, idempotencyKey };
  await expect(call(forged)).rejects.toMatchObject({ kind: 'unauthenticated' });
});

test('a request that is too large is refused, and the service lives on', async () => {
  const label = 'x'.repeat(9 * 1024 * 1024);
  await expect(shelf.call('add', ask({ id: 'large', label }))).rejects.toMatchObject({
    kind: 'busy',
    code: 'RESOURCE_EXHAUSTED',
  });
  expect(await amountOf('large')).toBe(-1);
});

test.each([
  ['bytes that are no message', Buffer.from([0xff, 0x00, 0x7b])],
  ['a message of another shape', Buffer.from('[1,2]')],
  ['nothing', Buffer.alloc(0)],
])('%s: an error, no trace, and the service lives on', async (_, bytes) => {
  const before = await traces();
  const channel = rpcChannel(shelf.served.address);
  const options = { token: await shelf.token(), idempotencyKey: randomUUID(), deadlineMs: 5_000 };
  const path = shelfParts.definition.add.path;
  await expect(rawUnary(channel, path, bytes, options)).rejects.toThrow(/./);
  channel.close();
  expect(await traces()).toEqual(before);
  expect(await amountOf('b')).toBeGreaterThan(0);
});
