import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { connectBroker, type NatsConnection } from './connection.ts';
import { publishWindow } from './publish.ts';
import { ensureStream, factStream, streamAdmin, type JetStreamManager } from './streams.ts';

let connection: NatsConnection;
let manager: JetStreamManager;
const node = () => `t${randomBytes(4).toString('hex')}`;
let declared: ReturnType<typeof factStream>;

beforeEach(async () => {
  connection = await connectBroker({ url: inject('natsUrl') }, { name: 'publish test' });
  manager = await streamAdmin(connection);
  declared = factStream(node(), 'p');
});
afterEach(() => connection.close());

const subject = () => declared.subjects[0]?.replace('>', 'x') ?? '';
const window = (from: number, to: number, chars = 10) =>
  Array.from({ length: to - from + 1 }, (_, n) => ({
    subject: subject(),
    sequence: from + n,
    text: `${from + n}`.padEnd(chars, '.'),
  }));

/** What the stream holds, by sequence. */
async function held(): Promise<number[]> {
  const { state } = await manager.streams.info(declared.name);
  const numbers: number[] = [];
  for (let seq = 1; seq <= state.last_seq; seq += 1) {
    const message = await manager.streams.getMessage(declared.name, { seq });
    numbers.push(Number.parseInt(message?.string() ?? '', 10));
  }
  return numbers;
}
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

/** As a broker before 2.12 would have made it, or one where batches were switched off. */
async function withoutBatches(): Promise<void> {
  await manager.streams.add({ name: declared.name, subjects: declared.subjects });
}

test.each([
  ['in batches', () => ensureStream(connection, declared)],
  ['one by one, where the stream takes no batches', withoutBatches],
])('a window is stored at its sequences, once: %s', async (_, make) => {
  await make();
  expect(await publishWindow(connection, window(1, 30))).toBeUndefined();
  expect(await publishWindow(connection, window(1, 30))).toBe(30);
  expect(await publishWindow(connection, window(35, 40))).toBe(30);
  expect(await publishWindow(connection, window(31, 31))).toBeUndefined();
  expect(await publishWindow(connection, window(31, 31))).toBe(31);
  expect(await held()).toEqual(upTo(31));
});

test('of a window that overlaps what is there nothing is stored; one by one its end is, and is told', async () => {
  await ensureStream(connection, declared);
  await publishWindow(connection, window(1, 10));
  expect(await publishWindow(connection, window(6, 15))).toBe(10);
  expect(await held()).toEqual(upTo(10));
  declared = factStream(node(), 'p');
  await withoutBatches();
  await publishWindow(connection, window(1, 10));
  expect(await publishWindow(connection, window(6, 15))).toBe(15);
  expect(await held()).toEqual(upTo(15));
});

test.each([
  ['more messages than a batch may have', 1_700, 10],
  ['more bytes than a batch may have', 30, 400_000],
])('%s go in several batches', async (_, count, chars) => {
  await ensureStream(connection, declared);
  expect(await publishWindow(connection, window(1, count, chars))).toBeUndefined();
  const { state } = await manager.streams.info(declared.name);
  expect(state).toMatchObject({ messages: count, last_seq: count });
});

test('two writers at once: each message is there once, in order, and each is told where to go on', async () => {
  await ensureStream(connection, declared);
  const write = async () => {
    let at = 0;
    while (at < 600) at = (await publishWindow(connection, window(at + 1, at + 60))) ?? at + 60;
  };
  await Promise.all([write(), write(), write()]);
  expect(await held()).toEqual(upTo(600));
});

test('a stream that was made before batches were known takes them from now on', async () => {
  await withoutBatches();
  await ensureStream(connection, declared);
  const { config } = await manager.streams.info(declared.name);
  expect(config).toMatchObject({ allow_atomic: true, max_msgs: declared.maxMessages });
});

test('a stream that is not there is an error, not a place to resume', async () => {
  await expect(publishWindow(connection, window(1, 3))).rejects.toThrow(/./);
});
