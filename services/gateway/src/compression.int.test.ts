import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IndicatorList } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import type { CellChange } from './changes.ts';
import { openWorld, type World } from './world.fixture.ts';

const page = `<!doctype html><title>工联</title>${'<p>乡镇（街道）工会</p>'.repeat(200)}`;
const script = `export const words = ${JSON.stringify(Array.from({ length: 900 }, (_, at) => `word ${at}`))};`;
const indicators = IndicatorList.fromPartial({
  items: Array.from({ length: 60 }, (_, at) => ({ code: `indicator_${at}` })),
});
const opened = {
  br: (bytes: Buffer) => brotliDecompressSync(bytes).toString(),
  gzip: (bytes: Buffer) => gunzipSync(bytes).toString(),
  identity: (bytes: Buffer) => bytes.toString(),
};

let world: World;
let folder: string;
let token: string;
let say: (change: CellChange) => void = () => undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compression-'));
  await mkdir(path.join(folder, 'assets'));
  await writeFile(path.join(folder, 'index.html'), page);
  await writeFile(path.join(folder, 'assets', 'app-1a2b.js'), script);
  const farEnd = { sync: { listIndicators: async () => indicators } };
  world = await openWorld(farEnd, {
    consoleDir: folder,
    changes: async (onChange) => {
      say = onChange;
      return () => undefined;
    },
  });
  ({ token } = await world.logIn());
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

/** The bytes as they are on the wire; `fetch` would open them. */
async function wire(address: string, headers: OutgoingHttpHeaders, method = 'GET') {
  const answer = await begin(address, headers, method);
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const { headers: said, statusCode: status } = answer;
  return { status, headers: said, bytes: Buffer.concat(chunks) };
}

function begin(address: string, given: OutgoingHttpHeaders, method = 'GET') {
  const headers = { authorization: `Bearer ${token}`, ...given };
  return new Promise<IncomingMessage>((resolve, reject) => {
    request(world.url + address, { method, headers }, resolve)
      .on('error', reject)
      .end();
  });
}

const large = [
  ['the page', '/index.html', page],
  ['a script', '/assets/app-1a2b.js', script],
  ['an answer in JSON', '/api/v1/indicators', '"indicator_59"'],
  ['the description of the interface', '/api/v1/openapi.json', '"openapi"'],
] as const;
const readers = [
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  [undefined, 'identity'],
  ['zstd', 'identity'],
] as const;

test.each(large.flatMap((one) => readers.map((each) => [...one, ...each] as const)))(
  '%s (%s) to a reader of %4$s',
  async (_, address, words, accepted, encoding) => {
    const { headers, bytes } = await wire(address, accepted ? { 'accept-encoding': accepted } : {});
    expect(headers['content-encoding'] ?? 'identity').toBe(encoding);
    const text = opened[encoding](bytes);
    expect(text).toContain(words);
    if (encoding === 'identity') return;
    expect(bytes.length).toBeLessThan(Buffer.byteLength(text) / 2);
    expect(headers.vary).toContain('accept-encoding');
  },
);

test('what is small already stays as it is', async () => {
  const { headers } = await wire('/healthz', { 'accept-encoding': 'br' });
  expect(headers['content-encoding']).toBeUndefined();
});

test('a page that the browser has is not sent again', async () => {
  const { headers } = await wire('/assets/app-1a2b.js', { 'accept-encoding': 'br' });
  const known = { 'accept-encoding': 'br', 'if-none-match': headers.etag };
  const { status, bytes } = await wire('/assets/app-1a2b.js', known);
  expect({ status, bytes: bytes.length }).toEqual({ status: 304, bytes: 0 });
});

test('HEAD answers without a body', async () => {
  const asked = { 'accept-encoding': 'br' };
  const { status, bytes } = await wire('/assets/app-1a2b.js', asked, 'HEAD');
  expect({ status, bytes: bytes.length }).toEqual({ status: 200, bytes: 0 });
});

test('an event is there as soon as it is said, to whatever is asked for', async () => {
  const stream = await begin('/api/v1/changes', { 'accept-encoding': 'gzip, br' });
  expect(stream.headers['content-encoding']).toBeUndefined();
  let heard = '';
  stream.setEncoding('utf8').on('data', (text: string) => (heard += text));
  await expect.poll(() => heard).toContain(': open');
  say({ unionId: 'u-1', indicators: ['members'], period: '2026-03' });
  await expect.poll(() => heard).toContain('event: cell.changed');
  stream.destroy();
});

test('a body that arrives compressed is refused, not opened', async () => {
  const body = gzipSync(JSON.stringify({ user: 'clerk' }));
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  const answer = await world.clerk('/api/v1/periods/2026/closing', {
    method: 'POST',
    body,
    headers,
  });
  expect(answer.status).toBe(400);
});
