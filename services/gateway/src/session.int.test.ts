import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Indicator } from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { signActor } from '@gonglian/rpc/actor.ts';
import { openBrowser } from './login/log-in.fixture.ts';
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

const auditor = {
  accountId: 'account-auditor',
  duties: [{ duty: 'auditor', scopeUnionId: 'u-root' }],
  duty: { duty: 'auditor', scopeUnionId: 'u-root' },
  node: '320500',
};

test('a development user logs in, is known by cookie and as a program, and logs out', async () => {
  const browser = openBrowser(world.url);
  const last = await browser.logIn('auditor', '/members?state=ACTIVE#top');
  expect(last.status).toBe(303);
  expect(last.headers.get('location')).toBe('/members?state=ACTIVE#top');
  const [, setCookie = ''] = last.headers.getSetCookie();
  expect(setCookie).toMatch(
    /^gl_session_320500=[^;]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  const cookie = `theme=dark; ${setCookie.split(';')[0]}`;
  expect((await world.ask('/api/v1/session', { headers: { cookie } })).json).toMatchObject(auditor);
  const { token } = await world.logIn('auditor');
  const authorization = `Bearer ${token}`;
  expect((await world.ask('/api/v1/session', { headers: { authorization } })).json).toMatchObject({
    ...auditor,
    sessionId: '',
  });
  const out = await world.ask('/api/v1/session', {
    method: 'DELETE',
    headers: { cookie, origin: world.url },
  });
  expect(out).toMatchObject({ status: 200, json: { logOutUrl: null } });
  expect(out.headers.get('set-cookie')).toMatch(/^gl_session_320500=; Max-Age=0; /);
  expect(out.headers.get('clear-site-data')).toBe('"storage"');
  // The cookie may have been copied: what it opened is over at the node.
  expect(await world.ask('/api/v1/session', { headers: { cookie } })).toMatchObject({
    status: 401,
    json: { code: 'SESSION_ENDED' },
  });
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
    { accountId: 'account-auditor', node: '320500' },
    { accountId: 'account-clerk', node: '320600' },
  ]);
  await other.stop();
});

test('the services are told who asks', async () => {
  actors.length = 0;
  expect((await world.clerk('/api/v1/indicators')).status).toBe(200);
  expect(actors).toEqual([
    { id: 'account-clerk', duty: 'clerk', scope: 'u-root', node: '320500', member: '' },
  ]);
});

test('the list of development users is given', async () => {
  const wang = { id: 'wang', name: '王芳', duty: 'clerk', scope: 'u-77' };
  const other = await openWorld({}, { developmentUsers: [wang] });
  others.push(other);
  const { token } = await other.logIn('wang');
  const { json } = await other.ask('/api/v1/session', {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(json).toMatchObject({
    displayName: '王芳',
    duty: { duty: 'clerk', scopeUnionId: 'u-77' },
  });
  await expect(other.logIn('clerk')).rejects.toThrow('no redirect');
});

test('outside development there is no log-in without a password, and no start with one', async () => {
  const without = openWorld({}, { development: false, provider: undefined });
  await expect(without).rejects.toThrow(/the development one stays off/);
  const other = await openWorld({}, { development: false });
  others.push(other);
  const form = { method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials' }) };
  for (const path of ['/development-provider/token', '/api/v1/session']) {
    expect(await other.ask(path, form)).toMatchObject({ status: 404 });
  }
});

test.each([
  ['the client is also the audience', { audience: 'gonglian' }, {}, /audience/],
  ['the provider speaks plain HTTP', { issuer: 'http://id.invalid' }, {}, /https/],
  ['the node speaks plain HTTP', {}, { publicUrl: 'http://gonglian.invalid' }, /https/],
])('outside development it does not start where %s', async (_, provider, given, why) => {
  const whole = {
    issuer: 'https://id.invalid',
    clientId: 'gonglian',
    audience: 'gonglian-api',
    ...provider,
  };
  const started = openWorld({}, { development: false, provider: whole, ...given });
  await expect(started).rejects.toThrow(why);
});

test('a token of the gateway for its services is no credential', async () => {
  const actor = { id: 'clerk', duty: 'clerk', scope: 'u-root', node: '320500', member: '' };
  const authorization = `Bearer ${await signActor(secret, actor, 60)}`;
  const answer = await world.ask('/api/v1/node', { headers: { authorization } });
  expect(answer).toMatchObject({ status: 401, json: { code: 'TOKEN_INVALID' } });
});

test.each([
  [['127.0.0.1'], [401, 401, 401, 401]],
  [undefined, [401, 401, 429, 429]],
])('with the proxies %s, addresses are told apart or not', async (trustedProxies, statuses) => {
  const other = await openWorld({}, { trustedProxies, limits: { requestsPerMinute: 2 } });
  others.push(other);
  const seen = [];
  for (const from of ['10.0.0.1', '10.0.0.1', '10.0.0.2', '10.0.0.2']) {
    const headers = { 'x-forwarded-for': from };
    seen.push((await other.ask('/api/v1/node', { headers })).status);
  }
  expect(seen).toEqual(statuses);
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
