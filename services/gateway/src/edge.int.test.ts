// What never reaches a service: malformed, too large, not there.

import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operations } from '@gonglian/contracts/descriptors.ts';
import { openWorld, post, type World } from './world.fixture.ts';

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

const bad: [string, string, RequestInit, number, object][] = [
  ['half a body', retention(), post('{"reason":'), 400, { code: 'MALFORMED_JSON' }],
  [
    'an unknown field',
    retention(),
    post({ resaon: 'x' }),
    400,
    { code: 'UNKNOWN_FIELD', details: { field: 'resaon' } },
  ],
  ['no version', retention(), post({}), 428, { code: 'PRECONDITION_REQUIRED' }],
  ['two versions', retention(), versions(), 400, { code: 'EXPECTED_VERSION_CONFLICT' }],
  [
    'a large body',
    retention(),
    post('x'.repeat(4 * 1024 * 1024 + 1)),
    413,
    { code: 'BODY_TOO_LARGE' },
  ],
  ['a form', retention(), form(), 415, { code: 'UNSUPPORTED_MEDIA_TYPE' }],
  ['an unknown query', '/api/v1/indicators?page=2', {}, 400, { code: 'UNKNOWN_FIELD' }],
  ['an unknown route', '/api/v1/nothing', {}, 404, { code: 'ROUTE_NOT_FOUND' }],
  ['another method', '/api/v1/indicators', post({}), 404, { code: 'ROUTE_NOT_FOUND' }],
  ['a bad escape', '/api/v1/members/%zz', {}, 400, { code: 'MALFORMED_URL' }],
  ['a long parameter', `/api/v1/members/${'m'.repeat(2000)}`, {}, 414, { code: 'URL_TOO_LONG' }],
  [
    'a long address',
    `/api/v1/members?cursor=${'c'.repeat(5000)}`,
    {},
    414,
    { code: 'URL_TOO_LONG' },
  ],
];

test.each(bad)('%s is a problem', async (_, path, init, status, problem) => {
  const answer = await world.clerk(path, init);
  expect(answer).toMatchObject({ status, json: { status, ...problem } });
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
});

test('a compressed body is not taken for JSON', async () => {
  const { token } = await world.logIn();
  const body = gzipSync(JSON.stringify({ reason: 'x' }));
  const headers = {
    authorization: `Bearer ${token}`,
    'idempotency-key': 'k',
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  };
  const answer = await world.ask(retention(), { method: 'POST', body, headers });
  expect(answer).toMatchObject({ status: 400, json: { code: 'MALFORMED_JSON' } });
});

test.each([
  ['headers without end', `GET /healthz HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}`, 431],
  ['what is no HTTP', 'HELLO\r\n\r\n', 400],
])('%s get a problem on the bare connection', async (_, sent, status) => {
  const answer = await exchange(sent);
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(answer).toContain('content-type: application/problem+json');
});

test('a port that is taken is one clear error', async () => {
  const port = Number(new URL(world.url).port);
  await expect(openWorld({}, { port })).rejects.toThrow(`cannot listen on 127.0.0.1:${port}`);
});

test('every operation with an http rule is mounted, and the document lists it', async () => {
  const { json } = await world.ask('/api/v1/openapi.json');
  const paths = json['paths'] as Record<string, object>;
  for (const { http } of operations) {
    if (!http) continue;
    const { status } = await world.ask(`/api/v1${http.path.replaceAll(/[{}]/g, '')}`, {
      method: http.method,
    });
    expect([http.method, http.path, status]).toEqual([http.method, http.path, 401]);
  }
  expect(Object.keys(paths)).toHaveLength(
    new Set(operations.flatMap(({ http }) => (http ? [http.path] : []))).size + 8,
  );
});

function retention(): string {
  return '/api/v1/members/m-1/retention';
}

function versions(): RequestInit {
  return post({ expectedVersion: 3 }, { 'if-match': '"4"' });
}

function form(): RequestInit {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { method: 'POST', body: 'reason=retired', headers };
}

function exchange(sent: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(world.url).port), '127.0.0.1', () => socket.write(sent));
    socket.on('data', (bytes) => {
      answer += bytes.toString();
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
