import { createServer } from 'node:net';
import { Client, credentials, Metadata } from '@grpc/grpc-js';
import { afterEach, expect, test } from 'vitest';
import {
  OrganisationServiceService,
  Union,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { notFound, REFUSAL_KINDS, Refusal } from '@gonglian/kernel/refusal.ts';
import { signActor, type Actor } from './actor.ts';
import { rawUnary, rpcChannel, rpcClient } from './client.ts';
import { serviceNameOf } from './definition.ts';
import { isServing } from './health.ts';
import { startRpc, type CallContext, type Handler, type RpcOptions } from './server.ts';

const definition = OrganisationServiceService;
const secret = Buffer.alloc(32, 1);
const clerk: Actor = { id: 'clerk', duty: 'clerk', scope: 'u-1', node: '320500', member: '' };
const token = await signActor(secret, clerk, 60);
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

test('a call arrives with its actor, key and deadline, and is answered', async () => {
  const calls: CallContext[] = [];
  const { client } = await serve({
    getUnion: async ({ unionId }, call) => {
      calls.push(call);
      return Union.fromJSON({ unionId, name: '苏州市总工会', version: 3 });
    },
  });
  const union = await client.getUnion(
    { unionId: 'u-1', asOf: '' },
    { token, idempotencyKey: 'k1' },
  );
  expect(union).toMatchObject({ unionId: 'u-1', name: '苏州市总工会', version: 3 });
  expect(calls).toMatchObject([{ actor: clerk, token, idempotencyKey: 'k1' }]);
  const left = Number(calls[0]?.deadline) - Date.now();
  expect(left).toBeGreaterThan(1_000);
  expect(left).toBeLessThanOrEqual(5_000);
});

test.each([
  ['nothing', {}, 'TOKEN_MISSING'],
  ['another scheme', { metadata: { authorization: 'Basic abc' } }, 'TOKEN_MISSING'],
  ['a bad token', { token: 'a.b.c' }, 'TOKEN_INVALID'],
])('a call with %s is refused', async (_, options, code) => {
  const { client } = await serve({ getUnion: async () => Union.fromJSON({}) });
  const call = client.getUnion({ unionId: '', asOf: '' }, options);
  await expect(call).rejects.toMatchObject({ kind: 'unauthenticated', code });
});

test.each(REFUSAL_KINDS)('a refusal of kind %s comes back as it was thrown', async (kind) => {
  const { client } = await serve({
    getUnion: async () => {
      throw new Refusal(kind, 'SOME_RULE', { 所在: '苏州', count: 2 });
    },
  });
  const call = client.getUnion({ unionId: '', asOf: '' }, { token });
  await expect(call).rejects.toMatchObject({
    kind,
    code: 'SOME_RULE',
    details: { 所在: '苏州', count: 2 },
  });
});

test('a bug is logged here and tells the caller only its trace id', async () => {
  const lines: object[] = [];
  const log = { error: (fields: object) => void lines.push(fields) };
  const bug = new Error('secret of the database');
  const { client } = await serve({ getUnion: () => Promise.reject(bug) }, { log });
  const failure = await client
    .getUnion({ unionId: '', asOf: '' }, { token })
    .catch((e: unknown) => e);
  expect(failure).toMatchObject({ name: 'RemoteFailure', statusName: 'INTERNAL' });
  expect(String(failure)).not.toContain('secret');
  const { traceId } = failure as { traceId: string };
  expect(lines).toMatchObject([{ err: bug, traceId, method: definition.getUnion.path }]);
});

test('a deadline that passes is late here and an abort there', async () => {
  const aborted = Promise.withResolvers<void>();
  const { client } = await serve({
    getUnion: (_, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          aborted.resolve();
          reject(notFound('TOO_LATE_TO_MATTER'));
        });
      }),
  });
  const call = client.getUnion({ unionId: '', asOf: '' }, { token, deadlineMs: 150 });
  await expect(call).rejects.toMatchObject({ kind: 'late', code: 'DEADLINE_EXCEEDED' });
  await aborted.promise;
});

test('a caller that gives up ends the call on both sides', async () => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<void>();
  const { client } = await serve({
    getUnion: (_, { signal }) => {
      signal.addEventListener('abort', () => aborted.resolve());
      started.resolve();
      return new Promise(() => {});
    },
  });
  const mind = new AbortController();
  const call = client.getUnion({ unionId: '', asOf: '' }, { token, signal: mind.signal });
  const outcome = call.catch((error: unknown) => error);
  await started.promise;
  mind.abort();
  expect(await outcome).toMatchObject({ code: 'CANCELLED' });
  await aborted.promise;
});

test('a server that is down is unavailable, soon', async () => {
  const client = rpcClient(definition, `127.0.0.1:${await freePort()}`, { deadlineMs: 10_000 });
  cleanUps.push(() => client.close());
  const before = Date.now();
  const call = client.getUnion({ unionId: '', asOf: '' }, { token });
  await expect(call).rejects.toMatchObject({ kind: 'unavailable', code: 'UNAVAILABLE' });
  expect(Date.now() - before).toBeLessThan(4_000);
});

test('a server that comes up while the call waits to connect is reached', async () => {
  const address = `127.0.0.1:${await freePort()}`;
  const client = rpcClient(definition, address, { deadlineMs: 10_000 });
  cleanUps.push(() => client.close());
  const call = client.getUnion({ unionId: 'u-9', asOf: '' }, { token });
  await new Promise((resolve) => setTimeout(resolve, 300));
  await serve({ getUnion: async ({ unionId }) => Union.fromJSON({ unionId }) }, { address });
  await expect(call).resolves.toMatchObject({ unionId: 'u-9' });
});

test('a server that was started anew is found again', async () => {
  const handlers: Handlers = { getUnion: async ({ unionId }) => Union.fromJSON({ unionId }) };
  const { client, rpc, address } = await serve(handlers);
  await client.getUnion({ unionId: '1', asOf: '' }, { token });
  await rpc.stop(100);
  const down = client.getUnion({ unionId: '2', asOf: '' }, { token });
  await expect(down).rejects.toMatchObject({ kind: 'unavailable' });
  await serve(handlers, { address });
  const up = client.getUnion({ unionId: '3', asOf: '' }, { token });
  await expect(up).resolves.toMatchObject({ unionId: '3' });
});

test('health is told without a token, and a port that is taken is one clear error', async () => {
  const { address } = await serve({});
  const channel = rpcChannel(address);
  cleanUps.push(() => channel.close());
  await expect(isServing(channel, 2_000)).resolves.toBe(true);
  await expect(isServing(channel, 2_000, serviceNameOf(definition))).resolves.toBe(true);
  await expect(isServing(channel, 2_000, 'gonglian.none.v1.None')).resolves.toBe(false);
  await expect(serve({}, { address })).rejects.toThrow(
    `rpc: cannot listen on ${address}: is the port taken`,
  );
});

test('stopping lets a running call end', async () => {
  const go = Promise.withResolvers<void>();
  const started = Promise.withResolvers<void>();
  const { client, rpc } = await serve({
    getUnion: async () => {
      started.resolve();
      await go.promise;
      return Union.fromJSON({ unionId: 'u-7' });
    },
  });
  const call = client.getUnion({ unionId: '', asOf: '' }, { token });
  await started.promise;
  const stopped = rpc.stop(5_000);
  go.resolve();
  await expect(call).resolves.toMatchObject({ unionId: 'u-7' });
  await stopped;
});

test('stopping cuts a call that does not end in time', async () => {
  const started = Promise.withResolvers<void>();
  const { client, rpc } = await serve({
    getUnion: () => {
      started.resolve();
      return new Promise(() => {});
    },
  });
  const call = client.getUnion({ unionId: '', asOf: '' }, { token });
  const outcome = call.catch((error: unknown) => error);
  await started.promise;
  const before = Date.now();
  await rpc.stop(200);
  expect(Date.now() - before).toBeLessThan(2_000);
  expect(await outcome).toMatchObject({ kind: 'unavailable' });
});

test('the gateway calls with bytes and gets bytes', async () => {
  const { address } = await serve({
    getUnion: async ({ unionId }) => Union.fromJSON({ unionId, version: 2 }),
  });
  const channel = rpcChannel(address);
  cleanUps.push(() => channel.close());
  const request = definition.getUnion.requestSerialize({ unionId: 'u-3', asOf: '' });
  const { path } = definition.getUnion;
  const answer = await rawUnary(channel, path, request, { token, deadlineMs: 2_000 });
  expect(Union.decode(answer)).toMatchObject({ unionId: 'u-3', version: 2 });
});

test('a message of more than eight megabytes is refused', async () => {
  const { client } = await serve({ getUnion: async () => Union.fromJSON({}) });
  const call = client.getUnion({ unionId: 'x'.repeat(9 * 1024 * 1024), asOf: '' }, { token });
  await expect(call).rejects.toMatchObject({ kind: 'busy', code: 'RESOURCE_EXHAUSTED' });
});

test('a handler without its method, or the other way round, does not start', async () => {
  const services = [{ definition, handlers: { getUnions: async () => ({}) } }];
  const options = { address: '127.0.0.1:0', secret, services, reflection: false };
  await expect(startRpc(options)).rejects.toThrow(/methods and handlers differ in .*getUnions/);
});

test.each([
  [true, expect.objectContaining({ name: serviceNameOf(definition) })],
  [false, undefined],
])('reflection, when %s, lists the service', async (reflection, listed) => {
  const { address } = await serve({}, { reflection });
  expect(await listServices(address)).toEqual(listed);
});

type Handlers = {
  [Name in keyof typeof definition]?: Handler<
    ReturnType<(typeof definition)[Name]['requestDeserialize']>,
    ReturnType<(typeof definition)[Name]['responseDeserialize']>
  >;
};

async function serve(some: Handlers, options: Partial<RpcOptions> = {}) {
  const rest = Object.keys(definition).map((name) => [name, () => Promise.reject(notFound(name))]);
  const services = [{ definition, handlers: { ...Object.fromEntries(rest), ...some } }];
  const address = '127.0.0.1:0';
  const rpc = await startRpc({ address, secret, services, reflection: false, ...options });
  const client = rpcClient(definition, rpc.address, { deadlineMs: 5_000 });
  cleanUps.push(() => rpc.stop(100));
  cleanUps.push(() => client.close());
  return { rpc, client, address: rpc.address };
}

/**
 * Asks the reflection protocol itself, with bytes written by hand: list_services is field 7, in and
 * (as 6) out.
 */
function listServices(address: string): Promise<unknown> {
  const client = new Client(address, credentials.createInsecure());
  cleanUps.push(() => client.close());
  const path = '/grpc.reflection.v1.ServerReflection/ServerReflectionInfo';
  const asIs = (bytes: Buffer): Buffer => bytes;
  const stream = client.makeBidiStreamRequest(path, asIs, asIs, new Metadata());
  return new Promise((resolve) => {
    stream.on('data', (bytes: Buffer) => {
      const name = serviceNameOf(definition);
      resolve(bytes.includes(name) ? { name } : 'not listed');
    });
    stream.on('error', () => resolve(undefined));
    stream.write(Buffer.from([0x3a, 0x01, 0x2a]));
    stream.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}
