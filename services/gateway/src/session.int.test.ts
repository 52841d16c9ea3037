import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Indicator } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { signActor } from '@gonglian/rpc/actor.ts';
import { membership, openWorld, post, secret, type World } from './world.fixture.ts';

let world: World;
const others: World[] = [];
const actors: unknown[] = [];

beforeAll(async () => {
  world = await openWorld({
    sync: {
      listIndicators: async (_, { actor }) => {
        actors.push(actor);
        return { items: [Indicator.fromJSON({ code: 'members' })] };
      },
    },
    membership: { requestTransfer: async () => ({ ...transfer }) },
  });
});
afterAll(() => world.stop());
afterEach(async () => {
  for (const other of others.splice(0)) await other.stop();
});

const transfer = {
  transferId: 't-1',
  memberId: membership.memberId,
  fromUnionId: 'u-1',
  toUnionId: 'u-2',
  state: 'INITIATED',
  effectiveOn: '2026-03-01',
  version: 1,
};
const closed = [
  ['GET', '/api/v1/session'],
  ['GET', '/api/v1/node'],
  ['GET', '/api/v1/changes'],
  ['GET', '/api/v1/indicators'],
  ['GET', '/api/v1/members/m-1'],
  ['POST', '/api/v1/transfers'],
  ['DELETE', '/api/v1/unions/u-1/employers/91'],
];

test.each(closed)('%s %s needs a session', async (method, path) => {
  const { status, headers, json } = await world.ask(path, { method });
  expect(status).toBe(401);
  expect(json).toMatchObject({ code: 'SESSION_MISSING', title: '请先登录' });
  expect(headers.get('www-authenticate')).toBe('Bearer');
});

test.each([['/healthz'], ['/readyz'], ['/api/v1/openapi.json']])('%s does not', async (path) => {
  expect((await world.ask(path)).status).toBe(200);
});

test('a development user logs in, is known by cookie and by bearer, and logs out', async () => {
  const login = await world.ask('/api/v1/session', post({ user: 'auditor' }));
  const auditor = { user: 'auditor', duty: 'auditor', scope: 'u-root', node: '320500' };
  expect(login.status).toBe(200);
  expect(login.json).toEqual({ ...auditor, token: expect.any(String) });
  const setCookie = login.headers.get('set-cookie') ?? '';
  expect(setCookie).toMatch(
    /^gl_session_320500=[^;]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const cookie = `theme=dark; ${setCookie.split(';')[0]}`;
  expect((await world.ask('/api/v1/session', { headers: { cookie } })).json).toEqual(auditor);
  const authorization = `Bearer ${String(login.json['token'])}`;
  expect((await world.ask('/api/v1/session', { headers: { authorization } })).json).toEqual(
    auditor,
  );
  const out = await world.ask('/api/v1/session', {
    method: 'DELETE',
    headers: { cookie, origin: world.url },
  });
  expect(out.status).toBe(204);
  expect(out.headers.get('set-cookie')).toMatch(/^gl_session_320500=; Max-Age=0; /);
});

test('two nodes of one host keep their sessions apart', async () => {
  const other = await openWorld({}, { region: '320600' });
  const here = (await world.logIn('auditor')).cookie;
  const there = (await other.logIn('clerk')).cookie;
  // A browser sends both to either: it tells hosts apart, not ports.
  const headers = { cookie: `${here}; ${there}` };
  const [one, two] = [
    await world.ask('/api/v1/session', { headers }),
    await other.ask('/api/v1/session', { headers }),
  ];
  expect([one.json, two.json]).toMatchObject([
    { user: 'auditor', node: '320500' },
    { user: 'clerk', node: '320600' },
  ]);
  await other.stop();
});

test('the services are told who asks', async () => {
  actors.length = 0;
  expect((await world.clerk('/api/v1/indicators')).status).toBe(200);
  expect(actors).toEqual([{ id: 'clerk', duty: 'clerk', scope: 'u-root', node: '320500' }]);
});

test.each([
  ['nobody known', { user: 'root' }, 401, 'UNKNOWN_USER'],
  ['no name', {}, 400, 'FIELD_INVALID'],
  ['more than a name', { user: 'clerk', duty: 'admin' }, 400, 'FIELD_INVALID'],
  ['no JSON', 'user=clerk', 400, 'MALFORMED_JSON'],
])('logging in as %s is refused', async (_, body, status, code) => {
  const answer = await world.ask('/api/v1/session', post(body));
  expect(answer).toMatchObject({ status, json: { code } });
});

test('the list of development users is given', async () => {
  const other = await openWorld(
    {},
    { developmentUsers: [{ id: 'wang', duty: 'clerk', scope: 'u-77' }] },
  );
  others.push(other);
  const { json } = await other.ask('/api/v1/session', post({ user: 'wang' }));
  expect(json).toMatchObject({ user: 'wang', duty: 'clerk', scope: 'u-77' });
  expect((await other.ask('/api/v1/session', post({ user: 'clerk' }))).status).toBe(401);
});

test('outside development nobody logs in without a password', async () => {
  const other = await openWorld({}, { development: false });
  others.push(other);
  const { status, json } = await other.ask('/api/v1/session', post({ user: 'clerk' }));
  expect({ status, json }).toMatchObject({ status: 404, json: { code: 'ROUTE_NOT_FOUND' } });
});

test.each([
  ['another secret', Buffer.alloc(32, 6), '320500', 60, 'TOKEN_INVALID'],
  ['another node', secret, '320600', 60, 'SESSION_OF_ANOTHER_NODE'],
  ['yesterday', secret, '320500', -60, 'TOKEN_EXPIRED'],
])('a token of %s is refused', async (_, key, node, ttl, code) => {
  const actor = { id: 'clerk', duty: 'clerk', scope: 'u-root', node, member: '' };
  const authorization = `Bearer ${await signActor(key, actor, ttl)}`;
  const answer = await world.ask('/api/v1/node', { headers: { authorization } });
  expect(answer).toMatchObject({ status: 401, json: { code } });
});

const CROSS = 'CROSS_SITE_REQUEST';
const sites: [string, Record<string, string>, number, string?][] = [
  ['our own page', { 'sec-fetch-site': 'same-origin' }, 200],
  ['our own origin', { origin: 'OWN' }, 200],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403, CROSS],
  ['a sibling of the site', { 'sec-fetch-site': 'same-site' }, 403, CROSS],
  [
    'another site that also says our origin',
    { 'sec-fetch-site': 'cross-site', origin: 'OWN' },
    403,
    CROSS,
  ],
  ['another origin', { origin: 'https://evil.example' }, 403, CROSS],
  ['a hidden origin', { origin: 'null' }, 403, CROSS],
  ['nowhere', {}, 403, CROSS],
];

test.each(sites)('a command by cookie from %s', async (_, said, status, code) => {
  const { cookie } = await world.logIn();
  const headers = Object.fromEntries(
    Object.entries(said).map(([name, value]) => [name, value === 'OWN' ? world.url : value]),
  );
  const answer = await world.ask(
    '/api/v1/transfers',
    post({ memberId: 'm-1' }, { cookie, 'idempotency-key': 'k', ...headers }),
  );
  expect({ status: answer.status, code: answer.json['code'] }).toEqual({ status, code });
});

test('a bearer needs no origin, because no browser sends it by itself', async () => {
  const init = post({ memberId: 'm-1' }, { 'sec-fetch-site': 'cross-site' });
  expect((await world.clerk('/api/v1/transfers', init)).status).toBe(200);
});

test('another site cannot log our user in either', async () => {
  const init = post({ user: 'clerk' }, { origin: 'https://evil.example' });
  expect(await world.ask('/api/v1/session', init)).toMatchObject({ status: 403 });
});

test('the node says what it is', async () => {
  expect((await world.clerk('/api/v1/node')).json).toEqual({
    region: '320500',
    name: '苏州市总工会',
    level: 'CITY',
    superior: '320000',
    subordinates: ['320505'],
    rootUnionId: 'u-root',
  });
});

test('a session has a budget of requests, which another one does not share', async () => {
  const other = await openWorld({}, { limits: { requestsPerMinute: 3 } });
  others.push(other);
  const { token } = await other.logIn('admin');
  const headers = { authorization: `Bearer ${token}` };
  const statuses = [];
  for (let i = 0; i < 4; i += 1)
    statuses.push((await other.ask('/api/v1/node', { headers })).status);
  expect(statuses).toEqual([200, 200, 200, 429]);
  const refused = await other.ask('/api/v1/node', { headers });
  expect(refused.json).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await other.clerk('/api/v1/node')).status).toBe(200);
});

test('requests without a session have one too', async () => {
  const other = await openWorld({}, { limits: { requestsPerMinute: 2 } });
  others.push(other);
  const statuses = [];
  for (let i = 0; i < 3; i += 1) statuses.push((await other.ask('/api/v1/node')).status);
  expect(statuses).toEqual([401, 401, 429]);
});
