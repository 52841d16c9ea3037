// Log-in against a provider that is not ours: a certified implementation of OpenID Connect, configured as docs/connect-a-provider.md says.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../world.fixture.ts';
import { locationOf, openBrowser, type Browser } from './log-in.fixture.ts';
import { CLIENT } from './provider.fixture.ts';

const TTL = 300;
const AUDIENCE = 'urn:gonglian:node:320500';
let server: Server;
let issuer: string;
let world: World;

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  world = await openWorld({}, { provider: { ...CLIENT, issuer, audience: AUDIENCE } });
  const answer = providerFor(`${world.url}/api/v1/login/callback`).callback();
  server.on('request', (request, response) => void answer(request, response));
});
afterAll(async () => {
  await world.stop();
  await new Promise((resolve) => server.close(resolve));
});

function providerFor(redirectUri: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'client_credentials'],
      },
    ],
    claims: { openid: ['sub'], profile: ['name'] },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: async () => ({ sub: subject, name: '王芳' }),
    }),
    pkce: { required: () => true },
    ttl: {
      Interaction: TTL,
      Session: TTL,
      Grant: TTL,
      AccessToken: TTL,
      IdToken: TTL,
      ClientCredentials: TTL,
    },
    cookies: { keys: ['of this test'] },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: () => ({
          scope: '',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TTL,
        }),
      },
    },
  });
}

/** Follows redirects up to a page, or to an address at the gateway. */
async function follow(browser: Browser, first: string): Promise<{ url: URL; text: string }> {
  let url = new URL(first);
  for (let step = 0; step < 10; step += 1) {
    const answer = await browser.go(url.href);
    if (answer.status === 200) return { url, text: await answer.text() };
    url = new URL(locationOf(answer), url);
    if (url.origin === world.url) return { url, text: '' };
  }
  throw new Error('it never ends');
}

/** Sends the form of a page of the provider; answers where it leads. */
async function submit(
  browser: Browser,
  { url, text }: { url: URL; text: string },
  fields: Record<string, string>,
): Promise<string> {
  const action = /<form[^>]* action="([^"]+)"/.exec(text)?.[1] ?? '';
  const prompt = /name="prompt" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const answer = await fetch(new URL(action, url), {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: browser.cookieHeader() },
    body: new URLSearchParams({ prompt, ...fields }),
  });
  return new URL(locationOf(answer), url).href;
}

test('a person logs in through its pages, and comes back under the name it tells', async () => {
  const [atGateway, atProvider] = [openBrowser(world.url), openBrowser(issuer)];
  const begun = locationOf(await atGateway.go('/api/v1/login?return_to=/members'));
  expect(new URL(begun).origin).toBe(issuer);
  const logIn = await follow(atProvider, begun);
  const consent = await follow(
    atProvider,
    await submit(atProvider, logIn, { login: 'wang', password: 'any' }),
  );
  const { url: back } = await follow(atProvider, await submit(atProvider, consent, {}));
  expect(back.pathname).toBe('/api/v1/login/callback');
  const last = await atGateway.go(back.href);
  expect([last.status, last.headers.get('location')]).toEqual([303, '/members']);
  const session = await (await atGateway.go('/api/v1/session')).json();
  expect(session).toMatchObject({ displayName: '王芳', duties: [] });
});

test('a program gets its token there, and only one for this node is taken', async () => {
  const tokenFor = async (resource: string) => {
    const answer = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${CLIENT.clientId}:${CLIENT.clientSecret}`)}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        ...(resource && { resource }),
      }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  };
  const ask = async (token: string) =>
    world.ask('/api/v1/indicators', { headers: { authorization: `Bearer ${token}` } });
  // It is let in, and is told that nobody gave it a duty.
  expect((await ask(await tokenFor(AUDIENCE))).json).toMatchObject({ code: 'DUTY_MISSING' });
  expect((await ask(await tokenFor(''))).status).toBe(401);
});
