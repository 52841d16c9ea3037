import { afterEach, expect, test } from 'vitest';
import { Import } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Limits } from './config.ts';
import { openWorld, type World } from './world.fixture.ts';

const worlds: World[] = [];
const streams: AbortController[] = [];
const PATH = '/api/v1/imports/i-1';

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  for (const world of worlds.splice(0)) await world.stop();
});

/** An import whose progress a test tells; `asked` counts how often the service was asked. */
async function open(limits: Partial<Limits> = {}) {
  const now = { state: 'COMMITTING', rowsDone: 0, asked: 0, gone: false };
  const world = await openWorld(
    {
      membership: {
        getImport: async ({ importId }) => {
          now.asked += 1;
          if (now.gone) throw notFound('IMPORT_UNKNOWN');
          return Import.fromPartial({ importId, state: now.state, rowsDone: now.rowsDone });
        },
      },
    },
    { limits },
  );
  worlds.push(world);
  const { token } = await world.logIn();
  return { world, now, headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' } };
}

async function read(world: World, headers: Record<string, string>) {
  const stream = new AbortController();
  streams.push(stream);
  const response = await fetch(world.url + PATH, { headers, signal: stream.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    response,
    stream,
    async until(part: string): Promise<string> {
      while (!text.includes(part)) {
        const piece = await reader?.read();
        if (!piece || piece.done) return `${text}[end]`;
        text += piece.value;
      }
      return text;
    },
  };
}

test('progress is told now, at each change, and to its end', async () => {
  const { world, now, headers } = await open();
  const reader = await read(world, headers);
  expect(reader.response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(reader.response.headers.get('cache-control')).toBe('no-store');
  await reader.until('"rowsDone":0');
  now.rowsDone = 700;
  await reader.until('"rowsDone":700');
  now.state = 'DONE';
  const text = await reader.until('never');
  const events = text.split('\n\n');
  const told = ['event: message', 'event: message', 'event: message', 'event: end'];
  expect(events.flatMap((line) => /event: \w+/.exec(line ?? '') ?? [])).toEqual(told);
  expect(text).toContain('retry: 3000\n');
  expect(text).toContain('event: end\ndata: {"state":"DONE"}\n\n[end]');
});

test('what is final already is told once and ended', async () => {
  const { world, now, headers } = await open();
  now.state = 'UNDONE';
  const text = await (await read(world, headers)).until('never');
  expect(text).toMatch(/event: message\ndata: .*"UNDONE".*\n\nevent: end\n/);
  expect(now.asked).toBe(1);
});

test('the same request without the header is answered as ever', async () => {
  const { world } = await open();
  const answer = await world.clerk(PATH, { headers: { accept: 'application/json' } });
  expect(answer).toMatchObject({ status: 200, json: { state: 'COMMITTING' } });
});

test('while nothing changes it is asked for less and less, with a heartbeat', async () => {
  const { world, now, headers } = await open({ heartbeatMs: 300 });
  const reader = await read(world, headers);
  const text = await reader.until(': still here\n\n');
  expect(text.match(/event: message/g)).toHaveLength(1);
  const before = now.asked;
  await new Promise((resolve) => setTimeout(resolve, 3_000));
  // With a heartbeat this short the pauses are cut to it; without one they grow to two seconds.
  expect(now.asked - before).toBeLessThanOrEqual(11);
});

test('what is not there is an ordinary problem', async () => {
  const { world, now, headers } = await open();
  now.gone = true;
  const answer = await world.ask(PATH, { headers });
  expect(answer).toMatchObject({ status: 404, json: { code: 'IMPORT_UNKNOWN' } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

test('without a session nothing is told', async () => {
  const { world, now } = await open();
  const answer = await world.ask(PATH, { headers: { accept: 'text/event-stream' } });
  expect(answer.status).toBe(401);
  expect(now.asked).toBe(0);
});

test('what goes away while it is watched ends the stream with its problem', async () => {
  const { world, now, headers } = await open();
  const reader = await read(world, headers);
  await reader.until('"rowsDone":0');
  now.gone = true;
  const text = await reader.until('never');
  expect(text).toMatch(/event: problem\ndata: \{.*"code":"IMPORT_UNKNOWN".*\}\n\n\[end\]$/);
});

test('a session that ends while it watches is told so, and nothing more', async () => {
  const { world, now } = await open();
  const { cookie } = await world.logIn();
  const reader = await read(world, { cookie, accept: 'text/event-stream' });
  await reader.until('"rowsDone":0');
  const headers = { cookie, 'sec-fetch-site': 'same-origin' };
  const out = await world.ask('/api/v1/session', { method: 'DELETE', headers });
  expect(out.status).toBe(200);
  now.rowsDone = 99;
  const text = await reader.until('never');
  expect(text).toMatch(/event: problem\ndata: \{.*"status":401.*\}\n\n\[end\]$/);
  expect(text).not.toContain('"rowsDone":99');
});

test('readers are bounded, and one that leaves makes room and is asked for no more', async () => {
  const { world, now, headers } = await open({ streams: 1 });
  const first = await read(world, headers);
  await first.until('"rowsDone":0');
  const full = await world.ask(PATH, { headers });
  expect(full).toMatchObject({ status: 429, json: { code: 'TOO_MANY_STREAMS' } });
  first.stream.abort();
  await new Promise((resolve) => setTimeout(resolve, 100));
  const { asked } = now;
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(now.asked).toBe(asked);
  expect((await read(world, headers)).response.status).toBe(200);
});

test('one account holds few streams in all its sessions, and others are not kept out by it', async () => {
  const { world, headers } = await open({ streamsOfOne: 2 });
  const { cookie } = await world.logIn();
  const first = await read(world, headers);
  await first.until('"rowsDone":0');
  await (await read(world, { cookie, accept: 'text/event-stream' })).until('"rowsDone":0');
  for (const own of [headers, { cookie, accept: 'text/event-stream' }]) {
    expect(await world.ask(PATH, { headers: own })).toMatchObject({
      status: 429,
      json: { code: 'TOO_MANY_OWN_STREAMS', details: { limit: 2 } },
    });
  }
  const { accept, ...asked } = headers;
  expect(await world.ask(PATH, { headers: asked })).toMatchObject({ status: 200 });
  const other = await world.logIn('chair');
  const theirs = { authorization: `Bearer ${other.token}`, accept };
  expect((await read(world, theirs)).response.status).toBe(200);
  first.stream.abort();
  await expect.poll(async () => (await read(world, headers)).response.status).toBe(200);
});

test('a stream ends after its lifetime, without the event end', async () => {
  const { world, headers } = await open({ streamLifetimeMs: 100 });
  const text = await (await read(world, headers)).until('never');
  expect(text).toContain('[end]');
  expect(text).not.toContain('event: end');
});

test('stopping ends the streams at once', async () => {
  const { world, headers } = await open();
  const reader = await read(world, headers);
  await reader.until('"rowsDone":0');
  const before = Date.now();
  worlds.length = 0;
  const [text] = await Promise.all([reader.until('never'), world.stop()]);
  expect(text).toContain('[end]');
  expect(Date.now() - before).toBeLessThan(2_000);
});

test('the log has one line for a watch, not one for each time it asks', async () => {
  const { world, now, headers } = await open();
  const reader = await read(world, headers);
  await reader.until('"rowsDone":0');
  await expect.poll(() => now.asked, { timeout: 3_000 }).toBeGreaterThan(2);
  reader.stream.abort();
  await expect.poll(() => lines(world)).toHaveLength(1);
});

function lines(world: World): object[] {
  return world.lines.filter(({ path }) => path === '/api/v1/imports/:import_id');
}
