// The provider without passwords, as browsers and programs of development meet it.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.fixture.ts';
import { DEVELOPMENT_USERS } from '../config.ts';
import { DEVELOPMENT_PATH, developmentProvider } from './development-provider.ts';
import { openBrowser } from './log-in.fixture.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.stop());

test('it is not made outside development', async () => {
  const settings = {
    development: false,
    region: '320500',
    users: [],
    publicUrl: () => 'https://gonglian.invalid',
    callbackUrl: () => 'https://gonglian.invalid/api/v1/login/callback',
    prepare: () => Promise.resolve(),
  };
  await expect(developmentProvider(settings)).rejects.toThrow(/stays off/);
});

const token = (form: Record<string, string>) =>
  fetch(`${world.url}${DEVELOPMENT_PATH}/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });

test('the development provider exchanges a code once, for the one who has the verifier', async () => {
  const browser = openBrowser(world.url);
  const form = async (given: Record<string, string> = {}) => ({
    grant_type: 'authorization_code',
    client_id: 'gonglian-gateway',
    redirect_uri: `${world.url}/api/v1/login/callback`,
    code: (await browser.upToCode('clerk')).searchParams.get('code') ?? '',
    code_verifier: 'x'.repeat(43),
    ...given,
  });
  for (const given of [{}, { client_id: 'another' }, { redirect_uri: 'https://evil.example/' }]) {
    const answer = await token(await form(given));
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'invalid_grant' }]);
  }
  // A wrong attempt uses the code up: the right browser comes too late.
  const back = await browser.upToCode('clerk');
  await token(await form({ code: back.searchParams.get('code') ?? '' }));
  const late = await browser.go(back.href);
  expect(await late.json()).toMatchObject({ status: 401, code: 'LOG_IN_FAILED' });
});

test.each([
  ['another client', { client_id: 'another' }],
  ['another place to come back to', { redirect_uri: 'https://evil.example/' }],
  ['no challenge', { code_challenge_method: 'plain' }],
  ['a token in the address', { response_type: 'token' }],
])('the development provider sends nobody back for %s', async (_, wrong) => {
  const browser = openBrowser(world.url);
  const first = await browser.go('/api/v1/login');
  const page = new URL(first.headers.get('location') ?? '');
  for (const [name, value] of Object.entries({ ...wrong, user: 'clerk' })) {
    page.searchParams.set(name, value);
  }
  const answer = await browser.go(page.href);
  expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
});

test('its page lists who there is, in both languages, without a script', async () => {
  const browser = openBrowser(world.url);
  const page = (await browser.go('/api/v1/login')).headers.get('location') ?? '';
  const [zh = '', en = ''] = await Promise.all(
    ['zh-CN', 'en'].map(async (language) =>
      (await browser.go(page, { 'accept-language': language })).text(),
    ),
  );
  expect(zh).toContain('经审人员');
  expect(en).toContain('Auditor');
  for (const html of [zh, en]) {
    expect(html).not.toContain('<script');
    for (const { id } of DEVELOPMENT_USERS) expect(html).toContain(`<small>${id}</small>`);
  }
});

test.each([
  [{ grant_type: 'client_credentials', client_id: 'development:nobody' }, 401],
  [{ grant_type: 'client_credentials', client_id: 'clerk' }, 401],
  [{ grant_type: 'password', username: 'clerk' }, 400],
  [{ grant_type: 'authorization_code', code: 'x' }, 400],
])('the development provider gives no token for %o', async (form, status) => {
  expect((await token(form as Record<string, string>)).status).toBe(status);
});
