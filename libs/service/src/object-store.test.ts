import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { folderStore } from './object-store.ts';
import { s3Store, signS3 } from './s3-store.ts';

const settings = {
  region: 'us-east-1',
  bucket: 'examplebucket',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
};

const folder = mkdtempSync(path.join(tmpdir(), 'gl-store-'));
const kept = new Map<string, Buffer>();
let status = 0;
const server = createServer((request, response) => void answer(request, response));
async function answer(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const body = await bodyOf(request);
  const key = `${request.url}`;
  const signed = /^AWS4-HMAC-SHA256 Credential=.*Signature=[0-9a-f]{64}$/;
  if (!signed.test(request.headers.authorization ?? '')) return response.writeHead(403).end();
  if (status !== 0) return response.writeHead(status).end('<Error/>');
  if (key.includes('?')) return response.writeHead(200).end(listing(new URL(key, endpoint())));
  if (request.method === 'PUT') kept.set(key, body);
  if (request.method === 'DELETE') return response.writeHead(kept.delete(key) ? 204 : 404).end();
  const found = kept.get(key);
  return response.writeHead(found ? 200 : 404).end(request.method === 'GET' ? found : '');
}
function listing({ pathname, searchParams }: URL): string {
  const after = `${pathname}/${searchParams.get('start-after') ?? ''}`;
  const all = [...kept.keys()].toSorted().filter((key) => key > after);
  const shown = all.slice(0, Number(searchParams.get('max-keys')));
  const contents = shown.map((key) => {
    const name = key.slice(pathname.length + 1);
    return `<Contents><Key>${name}</Key><LastModified>2020-05-01T00:00:00.000Z</LastModified></Contents>`;
  });
  const isMore = shown.length < all.length;
  return `<?xml version="1.0"?><ListBucketResult><Name>b</Name><IsTruncated>${isMore}</IsTruncated>${contents.join('')}</ListBucketResult>`;
}
async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)));
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const endpoint = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const stores = {
  folder: () => folderStore(folder),
  s3: () => s3Store({ ...settings, endpoint: endpoint() }),
};

test.each(Object.entries(stores))('%s: kept, read, removed', async (_, open) => {
  const [store, key] = [open(), newId()];
  const gone = expect.objectContaining({ kind: 'not_found', code: 'OBJECT_GONE' });
  await expect(store.get(key)).rejects.toThrow(gone);
  await store.put(key, Buffer.from('sealed'));
  await store.put(key, Buffer.from('sealed anew'));
  expect(String(await store.get(key))).toBe('sealed anew');
  await store.remove(key);
  await store.remove(key);
  await expect(store.get(key)).rejects.toThrow(gone);
  await expect(store.get('../../etc/passwd')).rejects.toThrow('the key of an object is an id');
});

test.each(Object.entries(stores))('%s: all that lies there, in pages', async (_, open) => {
  const store = open();
  const before = new Set((await store.list('', 100)).items.map(({ key }) => key));
  const put = Array.from({ length: 7 }, () => newId());
  for (const key of put) await store.put(key, Buffer.from('sealed'));
  const seen: string[] = [];
  let cursor = '';
  for (let page = 0; page < 20; page += 1) {
    const { items, nextCursor } = await store.list(cursor, 3);
    expect(items.length).toBeLessThanOrEqual(3);
    for (const { keptAt } of items) expect(keptAt.getTime()).toBeLessThanOrEqual(Date.now());
    seen.push(...items.map(({ key }) => key));
    cursor = nextCursor;
    if (cursor === '') break;
  }
  expect(cursor).toBe('');
  expect(seen.filter((key) => !before.has(key)).toSorted()).toEqual(put.toSorted());
  expect(new Set(seen).size).toBe(seen.length);
});

test('what a put that was killed has left is no object, and goes after a day', async () => {
  const [store, key] = [folderStore(folder), newId()];
  await store.put(key, Buffer.from('sealed'));
  const under = path.join(folder, key.slice(-2));
  const [young, old] = [path.join(under, `${key}.${newId()}`), path.join(under, `${key}.old`)];
  for (const draft of [young, old]) writeFileSync(draft, 'sea');
  utimesSync(old, 0, 0);
  const { items } = await store.list('', 1_000);
  expect(items.filter((one) => one.key.startsWith(key))).toHaveLength(1);
  expect(readdirSync(under).filter((name) => name.startsWith(`${key}.`))).toEqual([
    path.basename(young),
  ]);
});

test('in a folder nobody else reads it, and no half of it is left', async () => {
  const key = newId();
  await folderStore(folder).put(key, Buffer.from('sealed'));
  const under = path.join(folder, key.slice(-2));
  expect(readdirSync(under)).toEqual([key]);
  expect(statSync(path.join(under, key)).mode & 0o077).toBe(0);
});

test('a store that fails is not available', async () => {
  const away = expect.objectContaining({ kind: 'unavailable', code: 'STORE_UNAVAILABLE' });
  status = 503;
  await expect(stores.s3().get(newId())).rejects.toThrow(away);
  await expect(stores.s3().put(newId(), Buffer.from('x'))).rejects.toThrow(away);
  status = 0;
  const closed = s3Store({ ...settings, endpoint: 'http://127.0.0.1:1' });
  await expect(closed.get(newId())).rejects.toThrow(away);
});

test('a request is signed as its specification has it (GET of an object, Signature Version 4)', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/test.txt');
  const headers = { range: 'bytes=0-9' };
  const asked = { method: 'GET', url, body: Buffer.alloc(0), headers };
  const { authorization } = signS3(settings, asked, new Date('2013-05-24T00:00:00Z'));
  expect(authorization).toBe(
    'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,' +
      'SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,' +
      'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
  );
});

test('a listing is signed with what it asks for (GET Bucket of the same specification)', () => {
  const url = new URL('https://examplebucket.s3.amazonaws.com/?prefix=J&max-keys=2');
  const asked = { method: 'GET', url, body: Buffer.alloc(0) };
  const { authorization } = signS3(settings, asked, new Date('2013-05-24T00:00:00Z'));
  expect(authorization).toContain(
    'Signature=34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7',
  );
});
