// Log-in against a provider of its own, which answers rightly and wrongly.

import { request as httpRequest } from 'node:http';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openWorld, type World } from '../world.fixture.ts';
import { locationOf, openBrowser, type Browser } from './log-in.fixture.ts';
import { CLIENT, openProvider, type TestProvider } from './provider.fixture.ts';

const AUDIENCE = 'urn:gonglian:node:320500';
let provider: TestProvider;
let world: World;
let browser: Browser;
const others: { stop(): Promise<void> }[] = [];

const worldOf = (issuer: string) =>
  openWorld({}, { provider: { ...CLIENT, issuer, audience: AUDIENCE } });

beforeAll(async () => {
  provider = await openProvider({ end_session_endpoint: 'https://id.example/logout' });
});
beforeEach(async () => {
  Object.assign(provider.next, { claims: {}, header: {}, status: 200 });
  world = await worldOf(provider.issuer);
  browser = openBrowser(world.url);
});
afterEach(async () => {
  await world.stop();
  for (const other of others.splice(0)) await other.stop();
});
afterAll(() => provider.stop());

const begin = async (returnTo = '/'): Promise<URL> =>
  new URL(locationOf(await browser.go(`/api/v1/login?return_to=${encodeURIComponent(returnTo)}`)));

test('the browser goes to the provider with a challenge and comes back into a session', async () => {
  const sent = await begin('/members');
  expect(Object.fromEntries(sent.searchParams)).toEqual({
    client_id: 'gonglian',
    redirect_uri: `${world.url}/api/v1/login/callback`,
    response_type: 'code',
    scope: 'openid profile',
    state: expect.stringMatching(/^[\w-]{43}$/),
    nonce: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    code_challenge_method: 'S256',
  });
  const last = await browser.go(provider.callback(sent).href);
  expect([last.status, last.headers.get('location')]).toEqual([303, '/members']);
  const answer = await browser.go('/api/v1/session');
  expect(await answer.json()).toMatchObject({ displayName: '王芳', duties: [], duty: null });
  // Whoever has no duty yet is told what to do, and sees nothing.
  expect(await (await browser.go('/api/v1/indicators')).json()).toMatchObject({
    status: 403,
    code: 'DUTY_MISSING',
    details: { accountNo: 'A-000001' },
  });
});

test('nothing that the browser is given holds a token of the provider', async () => {
  const last = await browser.go(provider.callback(await begin()).href);
  const given = [...browser.cookies.values(), locationOf(last), await last.text()].join(' ');
  expect(given).not.toMatch(/opaque|eyJhbGciOiJSUzI1NiI/);
  expect([...browser.cookies.keys()]).toEqual(['gl_session_320500']);
});

test('the cookie of a pending log-in crosses over from the provider, and is short', async () => {
  const first = await browser.go('/api/v1/login');
  expect(first.headers.get('set-cookie')).toMatch(
    /^gl_login_320500=[^;]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/,
  );
});

test('logging out says where the provider is logged out of', async () => {
  await browser.go(provider.callback(await begin()).href);
  const cookie = browser.cookieHeader();
  const headers = { cookie, origin: world.url };
  const { json } = await world.ask('/api/v1/session', { method: 'DELETE', headers });
  const url = new URL(String(json['logOutUrl']));
  expect(`${url.origin}${url.pathname}`).toBe('https://id.example/logout');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'gonglian',
    post_logout_redirect_uri: `${world.url}/`,
  });
});

type Given = Record<string, string>;
const FAILED = 'LOG_IN_FAILED';
const wrongWays: [string, Given, object, string][] = [
  ['another state', { state: 'x'.repeat(43) }, {}, FAILED],
  ['no state', { state: '' }, {}, FAILED],
  ['a refusal of the provider', { error: 'access_denied', code: '' }, {}, FAILED],
  ['a code that the provider does not know', {}, { status: 400 }, FAILED],
  ['another issuer in the address', { iss: 'https://evil.example' }, {}, FAILED],
  ['another nonce', {}, { claims: { nonce: 'another' } }, FAILED],
  ['no nonce', {}, { claims: { nonce: undefined } }, FAILED],
  ['an ID token for another client', {}, { claims: { aud: 'another' } }, FAILED],
  ['an ID token of another issuer', {}, { claims: { iss: 'https://evil.example' } }, FAILED],
  ['an ID token that has run out', {}, { claims: { exp: 1_000_000_000 } }, FAILED],
  ['an ID token by an unknown key', {}, { header: { kid: 'k2' } }, FAILED],
];

test.each(wrongWays)('no session comes of %s', async (_, given, next, code) => {
  Object.assign(provider.next, next);
  const last = await browser.go(provider.callback(await begin(), given).href);
  expect(last.status).toBe(401);
  expect(await last.json()).toMatchObject({ code });
  expect([...browser.cookies.keys()]).toEqual([]);
});

test('a code is good once, and only in the browser that was sent for it', async () => {
  const sent = await begin();
  const back = provider.callback(sent).href;
  const pending = browser.cookieHeader();
  const elsewhere = await openBrowser(world.url).go(back);
  expect(await elsewhere.json()).toMatchObject({ status: 401, code: 'LOG_IN_EXPIRED' });
  expect((await browser.go(back)).status).toBe(303);
  expect(await (await browser.go(back)).json()).toMatchObject({ code: 'LOG_IN_EXPIRED' });
  // Somebody who kept the cookie meets the provider, where the code is used up.
  provider.next.status = 400;
  const replayed = await openBrowser(world.url).go(back, { cookie: pending });
  expect(await replayed.json()).toMatchObject({ status: 401, code: FAILED });
});

test('a pending log-in of another node, or made up, is none', async () => {
  const other = await openWorld(
    {},
    { region: '320600', provider: { ...CLIENT, issuer: provider.issuer, audience: AUDIENCE } },
  );
  others.push(other);
  const there = openBrowser(other.url);
  const sent = new URL(locationOf(await there.go('/api/v1/login')));
  const back = provider.callback(sent).search;
  const foreign = there.cookieHeader().replace('320600', '320500');
  for (const cookie of [foreign, 'gl_login_320500=a.b.c.d.e', 'gl_login_320500=']) {
    const answer = await world.ask(`/api/v1/login/callback${back}`, { headers: { cookie } });
    expect(answer).toMatchObject({ status: 401, json: { code: 'LOG_IN_EXPIRED' } });
  }
});

test('a person in a browser is shown a page, in the language asked for', async () => {
  const headers = { accept: 'text/html,*/*', 'accept-language': 'en' };
  const answer = await browser.go('/api/v1/login/callback?code=x&state=y', headers);
  expect(answer.status).toBe(401);
  const page = await answer.text();
  expect(page).toContain('<html lang="en">');
  expect(page).toContain('href="/api/v1/login"');
  expect(page).not.toContain('<script');
});

test.each([
  ['//evil.example'],
  ['https://evil.example/'],
  [String.raw`/\evil.example`],
  ['/\t/evil.example'],
  ['/%0d%0alocation: https://evil.example'],
])('coming back to %s ends at home', async (wanted) => {
  const last = await browser.go(provider.callback(await begin(wanted)).href);
  const location = new URL(locationOf(last), world.url);
  expect(location.origin).toBe(world.url);
});

test('a provider that is down keeps nobody from anything but logging in', async () => {
  const gone = await openProvider();
  await gone.stop();
  const other = await worldOf(gone.issuer);
  others.push(other);
  expect(await other.ask('/api/v1/login', { redirect: 'manual' })).toMatchObject({
    status: 503,
    json: { code: 'LOG_IN_UNAVAILABLE' },
  });
  const headers = { authorization: 'Bearer a.b.c' };
  expect(await other.ask('/api/v1/node', { headers })).toMatchObject({ status: 503 });
  expect((await other.ask('/healthz')).status).toBe(200);
});

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test('a program is known by its access token, which is looked at once a minute', async () => {
  const token = await provider.sign({ sub: 'program', aud: AUDIENCE });
  for (let n = 0; n < 3; n += 1) {
    expect(await world.ask('/api/v1/session', bearer(token))).toMatchObject({
      status: 200,
      json: { accountId: 'account-program', duty: null },
    });
  }
});

test('keys are had from the provider alone, and not for every name that is made up', async () => {
  const before = provider.asked.get('/jwks') ?? 0;
  for (let n = 0; n < 20; n += 1) {
    const kid = `../../${n}?x=http://evil.example/`;
    const token = await provider.sign({ sub: 'program', aud: AUDIENCE }, { kid });
    expect((await world.ask('/api/v1/node', bearer(token))).status).toBeGreaterThanOrEqual(401);
  }
  expect((provider.asked.get('/jwks') ?? 0) - before).toBeLessThanOrEqual(2);
  expect([...provider.asked.keys()].toSorted()).toEqual(
    expect.arrayContaining(['/.well-known/openid-configuration', '/jwks']),
  );
  expect([...provider.asked.keys()].filter((path) => /evil|\.\./.test(path))).toEqual([]);
});

test('an ID token opens nothing', async () => {
  const claims = { sub: 'wang', aud: CLIENT.clientId, nonce: 'n', name: '王芳' };
  const answer = await world.ask('/api/v1/session', bearer(await provider.sign(claims)));
  expect(answer).toMatchObject({ status: 401, json: { code: 'TOKEN_INVALID' } });
});

/** From another address of this machine. */
function askFrom(localAddress: string, path: string, headers: Given): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(`${world.url}${path}`, { localAddress, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode ?? 0));
    });
    asked.once('error', reject).end();
  });
}

test('a thousand wrong log-ins are held up, and hold up nobody else', async () => {
  const good = await provider.sign({ sub: 'program', aud: AUDIENCE });
  const statuses = new Map<number, number>();
  for (let n = 0; n < 1_000; n += 1) {
    const status = await askFrom('127.0.0.2', '/api/v1/session', {
      authorization: `Bearer ${n}.b.c`,
    });
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses.keys()].toSorted()).toEqual([401, 429]);
  expect(statuses.get(401)).toBeLessThan(30);
  // By code too, as long as the lock lasts.
  const wrong = await askFrom('127.0.0.2', '/api/v1/login/callback?code=x&state=y', {});
  expect(wrong).toBe(429);
  // The right token passes from there as well: an office shares one address.
  for (const from of ['127.0.0.1', '127.0.0.2']) {
    const status = await askFrom(from, '/api/v1/session', { authorization: `Bearer ${good}` });
    expect({ from, status }).toEqual({ from, status: 200 });
  }
  expect((await browser.go(provider.callback(await begin()).href)).status).toBe(303);
});

test('whoever waits is told how long', async () => {
  let last = await world.ask('/api/v1/session', bearer('a.b.c'));
  for (let n = 0; n < 20 && last.status !== 429; n += 1) {
    last = await world.ask('/api/v1/session', bearer('a.b.c'));
  }
  expect(last).toMatchObject({ status: 429, json: { code: 'TOO_MANY_LOG_INS' } });
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
});
