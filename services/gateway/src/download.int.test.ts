// Files through the gateway: real HTTP in front, a real gRPC stream behind.

import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import type { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import type { HandlerOf } from '@gonglian/rpc/server.ts';
import type { GatewayConfig } from './config.ts';
import { openWorld, type World } from './world.fixture.ts';

type Send = HandlerOf<(typeof MembershipServiceService)['getExportFile']>;

const worlds: World[] = [];
const FILE = '/api/v1/exports/e-1/file';
const PART_BYTES = 64 * 1024;

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.stop();
});

test('the bytes alone, with their name and type', async () => {
  const { world } = await serve(async function* ({ exportId }) {
    yield part({ fileName: `会员名册 ${exportId}.csv`, mediaType: 'text/csv; charset=utf-8' });
    yield part({ content: Buffer.from('姓名\r\n') });
    yield part({ content: Buffer.from('李*远\r\n') });
  });
  const { status, headers, text } = await world.clerk(FILE);
  expect(status).toBe(200);
  expect(text).toBe('姓名\r\n李*远\r\n');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="____ e-1.csv"; filename*=UTF-8''${encodeURIComponent('会员名册 e-1.csv')}`,
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('content-encoding')).toBeNull();
});

test('a type that is none, and a name that would lead elsewhere, are not passed on', async () => {
  const { world } = await serve(async function* () {
    yield part({ fileName: '../../a"b\r\nx: y\u202e.xlsx', mediaType: 'text/html\r\nx: y' });
  });
  const { headers } = await world.clerk(FILE);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toBe(
    `attachment; filename="....abx y.xlsx"; filename*=UTF-8''....abx%20y.xlsx`,
  );
});

test('a refusal before the first byte is an ordinary problem', async () => {
  const { world } = await serve(() => {
    throw notFound('EXPORT_UNKNOWN');
  });
  const { status, json, headers } = await world.clerk(FILE);
  expect({ status, json }).toMatchObject({ status: 404, json: { code: 'EXPORT_UNKNOWN' } });
  expect(headers.get('content-disposition')).toBeNull();
});

test('a file that does not begin in time is late', async () => {
  const { world } = await serve(
    async function* () {
      await sleep(1_000);
      yield part({});
    },
    { limits: { deadlineMs: 150 } },
  );
  const answer = await world.clerk(FILE);
  expect(answer).toMatchObject({ status: 504, json: { code: 'DEADLINE_EXCEEDED' } });
});

test('a file that takes longer than the deadline of a call is sent to its end', async () => {
  const { world } = await serve(
    async function* () {
      for (let sent = 0; sent < 4; sent += 1) {
        yield part({ content: Buffer.from(String(sent)) });
        await sleep(100);
      }
    },
    { limits: { deadlineMs: 200 } },
  );
  expect(await world.clerk(FILE)).toMatchObject({ status: 200, text: '0123' });
});

test.each(['HTTP/1.1', 'HTTP/1.0'])(
  'a failure in the middle breaks the connection off (%s)',
  async (version) => {
    const { world } = await serve(async function* () {
      yield part({ fileName: 'a.csv', content: Buffer.from('half') });
      await sleep(100);
      throw refused('EXPORT_EXPIRED');
    });
    const { token } = await world.logIn();
    const { received, outcome } = await rawGet(world, version, token);
    expect(received).toContain('half');
    expect(received).not.toContain('\r\n0\r\n\r\n');
    expect(outcome).toBe('ECONNRESET');
    await expect
      .poll(() => world.lines)
      .toContainEqual(expect.objectContaining({ level: 'error', message: 'a download broke off' }));
    await expect
      .poll(() => world.lines)
      .toContainEqual(
        expect.objectContaining({ message: 'answered', code: 'EXPORT_EXPIRED', brokenOff: true }),
      );
  },
);

test('a slow reader makes the service wait, and one that leaves ends the making', async () => {
  let made = 0;
  const ended = Promise.withResolvers<void>();
  const { world } = await serve(async function* () {
    try {
      for (; made < 5_000; made += 1) yield part({ content: Buffer.alloc(PART_BYTES) });
    } finally {
      ended.resolve();
    }
  });
  const { token } = await world.logIn();
  const before = process.memoryUsage().arrayBuffers;
  const socket = openSlow(world, token);
  await expect.poll(() => made).toBeGreaterThan(10);
  await sleep(700);
  const ahead = made;
  await sleep(300);
  expect(made).toBe(ahead);
  // The kernel's own buffers of two connections on this host take some megabytes of it.
  expect(ahead).toBeLessThan(400);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * 1024 * 1024);
  socket.destroy();
  await ended.promise;
  expect(made).toBeLessThan(5_000);
});

test('one account takes few files at once, and has its place back when one is read or left', async () => {
  const { world } = await serve(
    async function* ({ exportId }) {
      const parts = exportId === 'e-1' ? 5_000 : 1;
      for (let n = 0; n < parts; n += 1) yield part({ content: Buffer.alloc(PART_BYTES) });
    },
    { limits: { streamsOfOne: 2 } },
  );
  const { token } = await world.logIn();
  const short = '/api/v1/exports/e-2/file';
  const slow = [openSlow(world, token), openSlow(world, token)];
  await expect
    .poll(() => world.clerk(short))
    .toMatchObject({ status: 429, json: { code: 'TOO_MANY_OWN_STREAMS', details: { limit: 2 } } });
  slow[0]?.destroy();
  await expect.poll(async () => (await world.clerk(short)).status).toBe(200);
  expect((await world.clerk(short)).status).toBe(200);
  slow[1]?.destroy();
});

test('a file is not made to answer HEAD, and not told as events', async () => {
  let made = 0;
  const { world } = await serve(async function* () {
    made += 1;
    yield part({ content: Buffer.from('x') });
  });
  const { token } = await world.logIn();
  const authorization = `Bearer ${token}`;
  const head = await fetch(world.url + FILE, { method: 'HEAD', headers: { authorization } });
  expect(head.status).toBe(404);
  expect(made).toBe(0);
  const headers = { accept: 'text/event-stream' };
  expect(await world.clerk(FILE, { headers })).toMatchObject({ status: 200, text: 'x' });
});

function part(some: Partial<FileChunk>): FileChunk {
  return FileChunk.fromPartial(some);
}

async function serve(getExportFile: Send, given: Partial<GatewayConfig> = {}) {
  const world = await openWorld({ membership: { getExportFile } }, given);
  worlds.push(world);
  return { world };
}

function openSlow(world: World, token: string, version = 'HTTP/1.1') {
  const { hostname, port } = new URL(world.url);
  const socket = connect(Number(port), hostname, () => {
    const head = `GET ${FILE} ${version}\r\nhost: ${hostname}\r\nauthorization: Bearer ${token}`;
    socket.write(`${head}\r\n\r\n`);
  });
  socket.on('error', () => {});
  socket.pause();
  return socket;
}

function rawGet(world: World, version: string, token: string) {
  const socket = openSlow(world, token, version);
  let received = '';
  let outcome = 'ended';
  socket.on('data', (bytes) => {
    received += bytes.toString();
  });
  socket.on('error', (error: NodeJS.ErrnoException) => {
    outcome = error.code ?? '';
  });
  return new Promise<{ received: string; outcome: string }>((resolve) => {
    socket.on('close', () => resolve({ received, outcome }));
    socket.resume();
  });
}
