import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { CellChange, Subscribe } from './changes.ts';
import type { Limits } from './config.ts';
import { openWorld, type World } from './world.fixture.ts';

const worlds: World[] = [];
const streams: AbortController[] = [];

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  for (const world of worlds.splice(0)) await world.stop();
});

const change: CellChange = { unionId: 'u-1', indicators: ['members'], period: '2026-03' };

/** A source that a test speaks through. */
function source() {
  const listeners = new Set<(change: CellChange) => void>();
  const subscribe: Subscribe = async (onChange) => {
    listeners.add(onChange);
    return () => listeners.delete(onChange);
  };
  return {
    subscribe,
    listeners,
    say: (said: CellChange) => listeners.forEach((listener) => listener(said)),
  };
}

async function open(limits: Partial<Limits> = {}) {
  const { subscribe, listeners, say } = source();
  const world = await openWorld({}, { changes: subscribe, limits });
  worlds.push(world);
  const { token } = await world.logIn();
  return { world, listeners, say, headers: { authorization: `Bearer ${token}` } };
}

async function read(world: World, headers: Record<string, string>) {
  const stream = new AbortController();
  streams.push(stream);
  const response = await fetch(`${world.url}/api/v1/changes`, { headers, signal: stream.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    stream,
    async until(part: string): Promise<string> {
      let from = 0;
      while (!text.includes(part, from)) {
        from = Math.max(0, text.length - part.length);
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (done) return `${text}[end]`;
        text += value;
      }
      return text;
    },
  };
}

test('a change reaches every reader as an event', async () => {
  const { world, say, headers } = await open();
  const readers = [await read(world, headers), await read(world, headers)];
  for (const each of readers) {
    expect(each.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(each.response.headers.get('cache-control')).toBe('no-store');
    await each.until(': open\n\n');
  }
  say(change);
  for (const each of readers) {
    const text = await each.until('"2026-03"}\n\n');
    expect(text).toContain(`event: cell.changed\ndata: ${JSON.stringify(change)}\n\n`);
  }
});

test('a quiet stream has a heartbeat', async () => {
  const { world, headers } = await open({ heartbeatMs: 40 });
  const reader = await read(world, headers);
  expect(await reader.until(': still here\n\n')).toContain('retry: 3000');
});

test('readers are bounded, and one that leaves makes room', async () => {
  const { world, headers } = await open({ streams: 2 });
  const first = await read(world, headers);
  await first.until(': open');
  const second = await read(world, headers);
  await second.until(': open');
  const full = await world.ask('/api/v1/changes', { headers });
  expect(full).toMatchObject({
    status: 429,
    json: { code: 'TOO_MANY_STREAMS', details: { limit: 2 } },
  });
  first.stream.abort();
  await expect.poll(async () => (await read(world, headers)).response.status).toBe(200);
});

test('one account holds few of them', async () => {
  const { world, headers } = await open({ streamsOfOne: 1 });
  await (await read(world, headers)).until(': open');
  const full = await world.ask('/api/v1/changes', { headers });
  expect(full).toMatchObject({ status: 429, json: { code: 'TOO_MANY_OWN_STREAMS' } });
  const other = { authorization: `Bearer ${(await world.logIn('chair')).token}` };
  expect((await read(world, other)).response.status).toBe(200);
});

test('a reader that does not read is cut off, the others are not', async () => {
  const { world, say, headers } = await open({ streamBytes: 512 * 1024 });
  const good = await read(world, headers);
  await good.until(': open');
  const { hostname, port } = new URL(world.url);
  const closed = Promise.withResolvers<void>();
  const socket = connect(Number(port), hostname, () => {
    socket.write(
      `GET /api/v1/changes HTTP/1.1\r\nhost: x\r\nauthorization: ${headers.authorization}\r\n\r\n`,
    );
    socket.pause();
  });
  socket.on('error', () => {}).on('close', () => closed.resolve());
  await new Promise((resolve) => setTimeout(resolve, 100));
  const large = {
    ...change,
    indicators: Array.from({ length: 4_000 }, (_, index) => `indicator_${index}`),
  };
  const heard = good.until('"last"');
  // The kernel buffers some megabytes before the gateway notices.
  for (let sent = 0; sent < 150; sent += 1) {
    say(large);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  say({ ...change, period: 'last' });
  socket.resume();
  await closed.promise;
  expect(await heard).not.toContain('[end]');
});

test('a stream ends after its lifetime, so that the session is checked again', async () => {
  const { world, headers } = await open({ streamLifetimeMs: 50 });
  const reader = await read(world, headers);
  expect(await reader.until('never')).toContain('[end]');
});

test('stopping ends the streams and lets go of the source', async () => {
  const { world, listeners, headers } = await open();
  const reader = await read(world, headers);
  await reader.until(': open');
  const ended = reader.until('never');
  await world.stop();
  worlds.length = 0;
  expect(await ended).toContain('[end]');
  expect(listeners.size).toBe(0);
});

test('without a source there is nothing to read', async () => {
  const world = await openWorld();
  worlds.push(world);
  const answer = await world.clerk('/api/v1/changes');
  expect(answer).toMatchObject({ status: 503, json: { code: 'CHANGES_UNAVAILABLE' } });
});
