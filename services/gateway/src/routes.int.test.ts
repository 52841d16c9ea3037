import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Union } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { Verification } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { REFUSAL_KINDS, Refusal, type RefusalKind } from '@gonglian/kernel/refusal.ts';
import { membership, openWorld, post, type World } from './world.fixture.ts';

let world: World;
const calls: { request: object; key: string | undefined; leftMs: number }[] = [];

function seen(request: object, call: { idempotencyKey: string | undefined; deadline?: unknown }) {
  const leftMs = Number(call.deadline) - Date.now();
  calls.push({ request, key: call.idempotencyKey, leftMs });
}

beforeAll(async () => {
  world = await openWorld({
    membership: {
      retainMembership: async (request, call) => {
        seen(request, call);
        return membership;
      },
      listMembers: async (request, call) => {
        seen(request, call);
        return { items: [], nextCursor: 'next' };
      },
      getMember: ({ memberId }) => Promise.reject(thrown(memberId)),
      countMembers: async () => ({
        active: 0,
        retained: 2,
        pending: 0,
        organisationPosition: 9_007_199_254_740_993n,
      }),
    },
    organisation: {
      getUnion: async ({ unionId, asOf }) =>
        Union.fromJSON({ unionId, establishedOn: asOf, version: 7 }),
      uncoverEmployer: async (request, call) => {
        seen(request, call);
        return { unionId: request.unionId, version: 3 };
      },
    },
    sync: {
      verify: async (request, call) => {
        seen(request, call);
        return Verification.fromJSON({ clean: true, subordinatePositions: { '320505': '12' } });
      },
      getLinks: () => Promise.reject(new Error('password of the database')),
    },
  });
});
beforeEach(() => void (calls.length = 0));
afterAll(() => world.stop());

/** kind-<kind> throws a refusal of that kind. */
function thrown(memberId: string): Error {
  const kind = REFUSAL_KINDS.find((each) => memberId === `kind-${each}`) ?? 'not_found';
  return new Refusal(kind, 'SOME_RULE', { 单位: '苏州', count: 2 });
}

test('a command goes through whole and says the new version', async () => {
  const init = post({ reason: 'retired', effective_on: '2026-03-01' }, { 'if-match': '"3"' });
  const answer = await world.clerk('/api/v1/members/m-1/retention', init);
  expect(answer).toMatchObject({ status: 200, json: { memberId: 'm-1', state: 'ACTIVE' } });
  expect(answer.headers.get('etag')).toBe('"4"');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(calls).toMatchObject([
    {
      request: {
        memberId: 'm-1',
        reason: 'retired',
        effectiveOn: '2026-03-01',
        expectedVersion: 3,
      },
      key: 'key-1',
    },
  ]);
});

test('a question goes through, with path and query', async () => {
  const { json, headers } = await world.clerk('/api/v1/unions/u%2F1?as_of=2026-01-01');
  expect(json).toMatchObject({ unionId: 'u/1', establishedOn: '2026-01-01' });
  expect(headers.get('etag')).toBe('"7"');
});

test('a page is asked for by cursor and limit', async () => {
  const { json } = await world.clerk('/api/v1/members?union_id=u-1&cursor=abc&limit=20');
  expect(json).toEqual({ items: [], nextCursor: 'next' });
  expect(calls).toMatchObject([{ request: { unionId: 'u-1', cursor: 'abc', limit: 20 } }]);
});

test('zero values are there, 64-bit numbers are text', async () => {
  const { json } = await world.clerk('/api/v1/unions/u-1/member-count');
  expect(json).toEqual({
    active: 0,
    retained: 2,
    pending: 0,
    organisationPosition: '9007199254740993',
  });
});

test('a DELETE takes its fields from the query', async () => {
  const path = '/api/v1/unions/u-1/employers/91320500?ended_on=2026-02-01&expectedVersion=2';
  expect(await world.clerk(path, { method: 'DELETE' })).toMatchObject({ status: 200 });
  expect(calls).toMatchObject([
    { request: { unionId: 'u-1', employerUscc: '91320500', endedOn: '2026-02-01' }, key: 'key-1' },
  ]);
});

test('a question by POST needs no key, and may ask the service to wait', async () => {
  const { token } = await world.logIn();
  const authorization = `Bearer ${token}`;
  const bare = await world.ask('/api/v1/verifications', {
    method: 'POST',
    headers: { authorization },
  });
  expect(bare).toMatchObject({ status: 200, json: { clean: true, settled: false } });
  expect(bare.json['subordinatePositions']).toEqual({ '320505': '12' });
  await world.ask('/api/v1/verifications', post({ waitSeconds: 60 }, { authorization }));
  const [short = 0, long = 0] = calls.map(({ leftMs }) => leftMs);
  expect(Math.round((long - short) / 1000)).toBe(60);
});

test.each([
  [undefined, 'IDEMPOTENCY_KEY_MISSING'],
  ['caf\u00e9', 'IDEMPOTENCY_KEY_MALFORMED'],
  ['x'.repeat(201), 'IDEMPOTENCY_KEY_MALFORMED'],
])('a command with the key %s is refused', async (key, code) => {
  const { token } = await world.logIn();
  const headers = { authorization: `Bearer ${token}`, ...(key ? { 'idempotency-key': key } : {}) };
  const answer = await world.ask('/api/v1/members/m-1/retention', post({}, headers));
  expect(answer).toMatchObject({ status: 400, json: { code } });
  expect(calls).toEqual([]);
});

const kinds: [RefusalKind, number][] = [
  ['invalid', 400],
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not_found', 404],
  ['duplicate', 409],
  ['stale', 412],
  ['refused', 422],
  ['busy', 429],
  ['unavailable', 503],
  ['late', 504],
];

test.each(kinds)('a service that refuses as %s is answered %i', async (kind, status) => {
  const answer = await world.clerk(`/api/v1/members/kind-${kind}`, {
    headers: { 'accept-language': 'en' },
  });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  expect(answer.headers.get('content-language')).toBe('en');
  expect(answer.json).toEqual({
    type: 'urn:gonglian:problem:SOME_RULE',
    title: 'Not accepted: SOME_RULE',
    status,
    code: 'SOME_RULE',
    details: { 单位: '苏州', count: 2 },
    traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    requestId: answer.headers.get('x-request-id'),
    help: '/docs/problems#SOME_RULE',
  });
});

test('a bug behind is 500 with a trace id that the log repeats, and nothing else', async () => {
  const { status, json, text } = await world.clerk('/api/v1/links');
  expect({ status, json }).toMatchObject({ status: 500, json: { code: 'INTERNAL', details: {} } });
  expect(text).not.toContain('password');
  const { traceId } = json;
  const about = world.lines.filter((line) => line['traceId'] === traceId);
  expect(about).toMatchObject([
    { level: 'error', path: '/api/v1/links', method: 'GET', err: { name: 'RemoteFailure' } },
    { level: 'info', path: '/api/v1/links', method: 'GET', status: 500, code: 'INTERNAL' },
  ]);
});

test('the log names the route, never what was in the address', async () => {
  await world.clerk('/api/v1/members?id_number=320500199001011234');
  await world.clerk('/api/v1/members/m-320500199001011234');
  expect(JSON.stringify(world.lines)).not.toContain('320500199001011234');
  expect(world.lines.map(({ path }) => path)).toContain('/api/v1/members/:member_id');
});

test('a service that does not answer in time is 504', async () => {
  const slow = await openWorld(
    { sync: { closePeriod: () => new Promise(() => {}) } },
    { limits: { deadlineMs: 200 } },
  );
  const answer = await slow.clerk('/api/v1/periods/2026/closing', post({}));
  expect(answer).toMatchObject({ status: 504, json: { code: 'DEADLINE_EXCEEDED' } });
  await slow.stop();
});

test('a service that is down is 503, and the gateway is not ready', async () => {
  const other = await openWorld();
  expect(await other.ask('/readyz')).toMatchObject({
    status: 200,
    json: { status: 'ready', services: { membership: 'SERVING', sync: 'SERVING' } },
  });
  expect(await other.clerk('/api/v1/node')).toMatchObject({ status: 200 });
  await other.stopServices();
  const answer = await other.clerk('/api/v1/indicators');
  expect(answer).toMatchObject({ status: 503, json: { code: 'UNAVAILABLE' } });
  expect(await other.ask('/readyz')).toMatchObject({
    status: 503,
    json: { status: 'not_ready', services: { membership: 'NOT_SERVING' } },
  });
  expect(await other.ask('/healthz')).toMatchObject({ status: 200 });
  await other.stop();
});

test('a service that this node does not run is 503', async () => {
  const { organisation = '' } = world.services;
  const other = await openWorld({}, { services: { organisation } });
  const answer = await other.clerk('/api/v1/indicators');
  expect(answer).toMatchObject({
    status: 503,
    json: { code: 'SERVICE_NOT_HERE', details: { service: 'sync' } },
  });
  await other.stop();
});

test('a reader that goes away ends the call behind', async () => {
  const started = Promise.withResolvers<void>();
  const aborted = Promise.withResolvers<void>();
  const other = await openWorld({
    sync: {
      getLinks: (_, { signal }) => {
        signal.addEventListener('abort', () => aborted.resolve());
        started.resolve();
        return new Promise(() => {});
      },
    },
  });
  const { token } = await other.logIn();
  const headers = { authorization: `Bearer ${token}` };
  const asked = httpRequest(`${other.url}/api/v1/links`, { headers }).on('error', () => {});
  asked.end();
  await started.promise;
  asked.destroy();
  await expect(aborted.promise).resolves.toBeUndefined();
  await other.stop();
});
