import { counterParts } from '@gonglian/testing/counter.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Counter = Awaited<ReturnType<typeof start>>;
const start = () => startTestService(counterParts, {});
let counter: Counter;
beforeAll(async () => {
  counter = await start();
});
afterAll(() => counter.stop());

const actions = () => counter.sql`select key from action`;

test('a command changes state, writes its fact and its action in one transaction', async () => {
  const answer = await counter.call('add', { name: 'one', amount: 2 });
  expect(answer).toEqual({ total: 2 });
  const rows = await counter.outbox();
  expect(rows.at(-1)).toMatchObject({ fact: 'counter.added', key: 'one', data: { amount: 2 } });
  await counter.settled();
  expect((await counter.outbox()).at(-1)?.position).toBe(rows.length);
});

test('a replay with the same key answers the same and changes nothing', async () => {
  const first = await counter.call('add', { name: 'replay', amount: 5 }, { key: 'k-1' });
  const second = await counter.call('add', { name: 'replay', amount: 5 }, { key: 'k-1' });
  expect(second).toEqual(first);
  expect(await counter.call('read', { name: 'replay', amount: 0 })).toEqual({ total: 5 });
});

test('the same key with another body, or another command, is refused', async () => {
  await counter.call('add', { name: 'reuse', amount: 1 }, { key: 'k-2' });
  await expect(
    counter.call('add', { name: 'reuse', amount: 2 }, { key: 'k-2' }),
  ).rejects.toMatchObject({
    kind: 'refused',
    code: 'IDEMPOTENCY_KEY_REUSED',
  });
});

test('twenty calls with one key at once act once', async () => {
  const calls = Array.from({ length: 20 }, () =>
    counter.call('add', { name: 'crowd', amount: 3 }, { key: 'k-3' }),
  );
  const answers = await Promise.all(calls);
  expect(new Set(answers.map((answer) => answer.total))).toEqual(new Set([3]));
});

test.each([
  ['PERMISSION_MISSING', { name: 'no', amount: 1 }, { duty: 'auditor' as const }],
  ['FIELD_INVALID', { name: '', amount: 1 }, {}],
  ['AMOUNT_NEGATIVE', { name: 'no', amount: -1 }, {}],
])('a refusal leaves no trace: %s', async (code, request, caller) => {
  const before = await actions();
  await counter.settled();
  const facts = await counter.outbox();
  await expect(counter.call('add', request, caller)).rejects.toMatchObject({ code });
  expect(await actions()).toEqual(before);
  expect(await counter.outbox()).toEqual(facts);
});

test('the action log cannot be changed by the service', async () => {
  const { orm } = counter.served.running;
  await expect(orm.em.fork().execute('delete from counter.action')).rejects.toThrow(
    'permission denied',
  );
});
