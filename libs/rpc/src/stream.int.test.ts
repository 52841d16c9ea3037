// Answers in many parts: a real server and client of the method that sends an export's file.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { signActor } from './actor.ts';
import { rawStream, rpcChannel, rpcClient } from './client.ts';
import { startRpc, type HandlerOf, type RpcOptions } from './server.ts';

const definition = MembershipServiceService;
const secret = Buffer.alloc(32, 1);
const actor = { id: 'clerk', duty: 'clerk', scope: 'u-1', node: '320500', member: '' };
const token = await signActor(secret, actor, 60);
const cleanUps: (() => unknown)[] = [];
const PART_BYTES = 64 * 1024;

type Send = HandlerOf<(typeof definition)['getExportFile']>;

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

test('parts arrive one by one, in order, and the loop ends', async () => {
  const { client } = await serve(async function* ({ exportId }) {
    yield part({ fileName: `${exportId}.csv`, mediaType: 'text/csv' });
    for (const text of ['甲', '乙', '丙']) yield part({ content: Buffer.from(text) });
  });
  const parts = await collect(client.getExportFile({ exportId: 'e-1' }, { token }));
  expect(parts[0]).toMatchObject({ fileName: 'e-1.csv', mediaType: 'text/csv' });
  expect(Buffer.concat(parts.map(({ content }) => content)).toString()).toBe('甲乙丙');
});

test('the gateway reads the same parts as bytes', async () => {
  const { address } = await serve(async function* () {
    yield part({ fileName: 'a.csv' });
  });
  const channel = rpcChannel(address);
  cleanUps.push(() => channel.close());
  const { path, requestSerialize } = definition.getExportFile;
  const request = requestSerialize({ exportId: 'e-1' });
  const parts = await collect(rawStream(channel, path, request, { token, deadlineMs: 2_000 }));
  expect(parts.map((bytes) => FileChunk.decode(bytes).fileName)).toEqual(['a.csv']);
});

test('a call without a token is refused before the handler is asked', async () => {
  const { client } = await serve(() => {
    throw new Error('asked');
  });
  const call = collect(client.getExportFile({ exportId: 'e-1' }));
  await expect(call).rejects.toMatchObject({ kind: 'unauthenticated', code: 'TOKEN_MISSING' });
});

test.each<[string, Send]>([
  [
    'thrown at once',
    () => {
      throw notFound('EXPORT_UNKNOWN', { 单位: '苏州' });
    },
  ],
  ['promised', (() => Promise.reject(notFound('EXPORT_UNKNOWN', { 单位: '苏州' }))) as never],
  [
    'thrown where the first part should be',
    async function* ({ exportId }) {
      if (exportId === '') throw notFound('EXPORT_UNKNOWN', { 单位: '苏州' });
      yield part({});
    },
  ],
])('a refusal %s comes back as it was', async (_, send) => {
  const { client } = await serve(send);
  await expect(collect(client.getExportFile({ exportId: '' }, { token }))).rejects.toMatchObject({
    kind: 'not_found',
    code: 'EXPORT_UNKNOWN',
    details: { 单位: '苏州' },
  });
});

test('a refusal in the middle comes after the parts before it', async () => {
  const { client } = await serve(async function* () {
    yield part({ content: Buffer.from('1') });
    yield part({ content: Buffer.from('2') });
    throw refused('IMPORT_BUSY');
  });
  const seen: string[] = [];
  const reading = (async () => {
    for await (const { content } of client.getExportFile({ exportId: '' }, { token })) {
      seen.push(content.toString());
    }
  })();
  await expect(reading).rejects.toMatchObject({ kind: 'refused', code: 'IMPORT_BUSY' });
  expect(seen).toEqual(['1', '2']);
});

test('a bug in the middle is logged here and tells the caller only its trace id', async () => {
  const lines: object[] = [];
  const bug = new Error('secret of the database');
  const { client } = await serve(
    async function* () {
      yield part({});
      throw bug;
    },
    { log: { error: (fields) => void lines.push(fields) } },
  );
  const failure = await collect(client.getExportFile({ exportId: '' }, { token })).catch(
    (error: unknown) => error,
  );
  expect(failure).toMatchObject({ name: 'RemoteFailure', statusName: 'INTERNAL' });
  expect(String(failure)).not.toContain('secret');
  expect(lines).toMatchObject([{ err: bug, method: definition.getExportFile.path }]);
});

test('a slow reader makes the server wait instead of fill its memory', async () => {
  let made = 0;
  const { client } = await serve(async function* () {
    for (; made < 2_000; made += 1) yield part({ content: Buffer.alloc(PART_BYTES, made) });
  });
  const parts = client.getExportFile({ exportId: '' }, { token, deadlineMs: 20_000 });
  const reader = parts[Symbol.asyncIterator]();
  await reader.next();
  await sleep(500);
  const ahead = made;
  await sleep(300);
  // What the two sides and the connection hold between them: some tens of parts, out of 2,000.
  expect(made).toBe(ahead);
  expect(ahead).toBeLessThan(100);
  let rest = 0;
  for await (const { content } of { [Symbol.asyncIterator]: () => reader }) rest += content.length;
  expect(rest).toBe(1_999 * PART_BYTES);
});

test('a reader that leaves the loop ends the call and the making of parts', async () => {
  const { client, returned } = await endless();
  for await (const { content } of client.getExportFile({ exportId: '' }, { token })) {
    if (content.length > 0) break;
  }
  await expect(returned).resolves.toBe(true);
});

test('a reader that gives up by its signal ends them too', async () => {
  const { client, returned } = await endless();
  const mind = new AbortController();
  const options = { token, signal: mind.signal };
  const reader = client.getExportFile({ exportId: '' }, options)[Symbol.asyncIterator]();
  await reader.next();
  mind.abort();
  const rest = collect({ [Symbol.asyncIterator]: () => reader });
  await expect(rest).rejects.toMatchObject({ code: 'CANCELLED' });
  await expect(returned).resolves.toBe(true);
});

test('a deadline that passes in the middle is late here and an end there', async () => {
  const { client, returned } = await endless();
  const parts = client.getExportFile({ exportId: '' }, { token, deadlineMs: 200 });
  const reader = parts[Symbol.asyncIterator]();
  await reader.next();
  await sleep(300);
  const rest = collect({ [Symbol.asyncIterator]: () => reader });
  await expect(rest).rejects.toMatchObject({ kind: 'late', code: 'DEADLINE_EXCEEDED' });
  await expect(returned).resolves.toBe(true);
});

/** Parts without end; `returned` says whether the handler was left by its `finally`. */
async function endless() {
  const { promise: returned, resolve } = Promise.withResolvers<boolean>();
  const { client } = await serve(async function* (_, { signal }) {
    try {
      for (;;) yield part({ content: Buffer.alloc(PART_BYTES) });
    } finally {
      resolve(signal.aborted);
    }
  });
  return { client, returned };
}

function part(some: Partial<FileChunk>): FileChunk {
  return FileChunk.fromPartial(some);
}

async function collect<Part>(parts: AsyncIterable<Part>): Promise<Part[]> {
  const all: Part[] = [];
  for await (const each of parts) all.push(each);
  return all;
}

async function serve(getExportFile: Send, options: Partial<RpcOptions> = {}) {
  const rest = Object.keys(definition).map((name) => [name, () => Promise.reject(notFound(name))]);
  const handlers = { ...Object.fromEntries(rest), getExportFile };
  const services = [{ definition, handlers }];
  const address = '127.0.0.1:0';
  const rpc = await startRpc({ address, secret, services, reflection: false, ...options });
  const client = rpcClient(definition, rpc.address, { deadlineMs: 5_000 });
  cleanUps.push(() => rpc.stop(100));
  cleanUps.push(() => client.close());
  return { client, address: rpc.address };
}
