import { afterEach, expect, test } from 'vitest';
import { Standing } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Limits } from './config.ts';
import { openWorld, type World } from './world.fixture.ts';

const worlds: World[] = [];
const streams: AbortController[] = [];
const PATH = '/api/v1/competitions/c-1/trades/t-1/standing';

afterEach(async () => {
  for (const stream of streams.splice(0)) stream.abort();
  for (const world of worlds.splice(0)) await world.stop();
});

/** A standing whose first total a test tells; `asked` counts how often the service was asked. */
async function open(limits: Partial<Limits> = {}) {
  const now = { total: 0, asked: 0, gone: false };
  const world = await openWorld(
    {
      competitions: {
        getStanding: async () => {
          now.asked += 1;
          if (now.gone) throw notFound('COMPETITION_UNKNOWN');
          const items = [{ benchNo: 7, rank: 1, totalHundredths: now.total }];
          return Standing.fromPartial({ items, stage: 'FINAL' });
        },
      },
    },
    { limits },
  );
  worlds.push(world);
  const { token, cookie } = await world.logIn();
  const accept = 'text/event-stream';
  return { world, now, headers: { authorization: `Bearer ${token}`, accept }, cookie };
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

test('all who watch are told what stands now and every change, asked for once', async () => {
  const { world, now, headers } = await open();
  const readers = await Promise.all([1, 2, 3, 4, 5].map(() => read(world, headers)));
  for (const reader of readers) await reader.until('"totalHundredths":0');
  const before = now.asked;
  const beganMs = Date.now();
  now.total = 9_160;
  const texts = await Promise.all(readers.map((reader) => reader.until('"totalHundredths":9160')));
  expect(texts.map((text) => text.match(/event: message/g)?.length)).toEqual([2, 2, 2, 2, 2]);
  const pauses = (Date.now() - beganMs) / 250;
  // Five readers are asked for together, a pause apart.
  expect(now.asked - before).toBeLessThanOrEqual(Math.ceil(pauses) + 1);
});

test('changes closer together than a pause are told as one, and the last of them', async () => {
  const { world, now, headers } = await open();
  const reader = await read(world, headers);
  await reader.until('"totalHundredths":0');
  for (const total of [1, 2, 3, 4]) now.total = total;
  const text = await reader.until('"totalHundredths":4');
  expect(text.match(/event: message/g)).toHaveLength(2);
});

test('streams of boards are bounded; one that leaves makes room, and the last is asked for no more', async () => {
  const { world, now, headers } = await open({ boardStreams: 1 });
  const first = await read(world, headers);
  await first.until('"totalHundredths":0');
  const full = await world.ask(PATH, { headers });
  expect(full).toMatchObject({ status: 429, json: { code: 'TOO_MANY_STREAMS' } });
  first.stream.abort();
  await new Promise((resolve) => setTimeout(resolve, 600));
  const before = now.asked;
  await new Promise((resolve) => setTimeout(resolve, 600));
  expect(now.asked).toBe(before);
  await (await read(world, headers)).until('"totalHundredths":0');
});

test('one account holds as many as of all streams', async () => {
  const { world, headers } = await open({ streamsOfOne: 1 });
  await (await read(world, headers)).until('"totalHundredths":0');
  expect(await world.ask(PATH, { headers })).toMatchObject({
    status: 429,
    json: { code: 'TOO_MANY_OWN_STREAMS' },
  });
});

test('without a session nothing is told, and what is not there is an ordinary problem', async () => {
  const { world, now, headers } = await open();
  const nobody = await world.ask(PATH, { headers: { accept: 'text/event-stream' } });
  expect(nobody.status).toBe(401);
  expect(now.asked).toBe(0);
  now.gone = true;
  expect(await world.ask(PATH, { headers })).toMatchObject({
    status: 404,
    json: { code: 'COMPETITION_UNKNOWN' },
  });
});

test('a session that ends is told nothing more, and the board goes on for the others', async () => {
  const { world, now, headers, cookie } = await open();
  const accept = 'text/event-stream';
  const first = await read(world, { cookie, accept });
  const second = await read(world, headers);
  await first.until('"totalHundredths":0');
  await second.until('"totalHundredths":0');
  const leaving = { cookie, 'sec-fetch-site': 'same-origin' };
  await world.ask('/api/v1/session', { method: 'DELETE', headers: leaving });
  const ended = await first.until('never');
  expect(ended).toMatch(/\[end\]$/);
  now.total = 5;
  await second.until('"totalHundredths":5');
  expect(ended).not.toContain('"totalHundredths":5');
});
