import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from './world.fixture.ts';

let world: World;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'console-'));
  const consoleDir = path.join(folder, 'dist');
  await mkdir(path.join(consoleDir, 'assets'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'not to be served');
  await writeFile(path.join(consoleDir, 'index.html'), '<!doctype html><title>工联</title>');
  await writeFile(path.join(consoleDir, 'join.html'), '<!doctype html><title>入会</title>');
  await writeFile(path.join(consoleDir, 'assets', 'app-1a2b.js'), 'export {};');
  world = await openWorld({}, { consoleDir });
});
afterAll(async () => {
  await world.stop();
  await rm(folder, { recursive: true });
});

test.each(['/', '/index.html', '/members', '/unions/u-1/history?asOf=2026-01-01'])(
  '%s is the console',
  async (address) => {
    const { status, text, headers } = await world.ask(address);
    expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('工联') });
    expect(headers.get('cache-control')).toBe('no-cache');
  },
);

test.each(['/join/2027-01-01.u-1.mac', '/join/x'])(
  '%s is the page of an applicant',
  async (address) => {
    const { status, text, headers } = await world.ask(address);
    expect({ status, text }).toMatchObject({ status: 200, text: expect.stringContaining('入会') });
    expect(headers.get('cache-control')).toBe('no-cache');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  },
);

test('what is named by its content is kept for a year', async () => {
  const { text, headers } = await world.ask('/assets/app-1a2b.js');
  expect(text).toBe('export {};');
  expect(headers.get('content-type')).toContain('javascript');
  expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
});

test.each([
  '/assets/none.js',
  '/api/v1/none',
  '/api/none',
  '/..%2fsecret.txt',
  '/.env',
  '/join/a/b.js',
])('%s is not found', async (address) => {
  const { status, text, headers } = await world.ask(address);
  expect(status).toBe(404);
  expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(text).not.toContain('not to be served');
});

test('a page may load from here only, and nobody may frame it', async () => {
  const { headers } = await world.ask('/');
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split(';').map((directive) => {
      const [name = '', ...sources] = directive.split(' ');
      return [name, sources.join(' ')];
    }),
  );
  expect(policy).toEqual({
    'default-src': "'self'",
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'form-action': "'self'",
  });
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.has('strict-transport-security')).toBe(false);
});

test('outside development the browser is told to stay with TLS', async () => {
  const other = await openWorld({}, { development: false });
  const { headers } = await other.ask('/healthz');
  expect(headers.get('strict-transport-security')).toBe('max-age=31536000; includeSubDomains');
  await other.stop();
});

test('a console that is not built is said once, and the interface works', async () => {
  const other = await openWorld({}, { consoleDir: path.join(folder, 'nowhere') });
  expect((await other.ask('/')).json).toMatchObject({ code: 'ROUTE_NOT_FOUND' });
  expect(other.lines.filter(({ level }) => level === 'warn')).toContainEqual(
    expect.objectContaining({ reason: 'not built' }),
  );
  await other.stop();
});
