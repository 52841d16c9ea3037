import fastify from 'fastify';
import { EncryptJWT } from 'jose';
import { expect, test } from 'vitest';
import { cookieName, sealedCookies, type Purpose } from './sealed-cookies.ts';

const secret = Buffer.alloc(32, 5);
const here = { region: '320500', development: false };
const cookies = sealedCookies(secret, here);

/** What a real server makes of it. */
async function serve(purpose: Purpose, cookie?: string) {
  const app = fastify();
  app.get('/set', async (_request, reply) => {
    cookies.set(reply, purpose, 'sealed', 60);
    return {};
  });
  app.get('/open', async (request) => ({ held: await cookies.open(purpose, request) }));
  const url = cookie === undefined ? '/set' : '/open';
  const answer = await app.inject({ url, headers: cookie === undefined ? {} : { cookie } });
  await app.close();
  return answer;
}

test.each([
  ['session', 'Strict'],
  ['login', 'Lax'],
] as const)(
  'outside development the cookie of a %s is bound to its host',
  async (purpose, site) => {
    const { headers } = await serve(purpose);
    expect(headers['set-cookie']).toBe(
      `__Host-gl_${purpose}_320500=sealed; Max-Age=60; Path=/; HttpOnly; SameSite=${site}; Secure`,
    );
  },
);

const content = { key: 'k', duty: 'd' };
const sealed = await cookies.seal('session', content, 60);
const named = (value: string) => `theme=dark; ${cookieName('session', '320500', false)}=${value}`;

test('what was sealed is there again, and cannot be read on the way', async () => {
  const answer = await serve('session', named(sealed));
  expect(answer.json()).toMatchObject({ held: content });
  const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
  expect(parts.slice(1).join(' ')).not.toContain('"key"');
});

test('no cookie is no session', async () => {
  expect((await serve('session', 'theme=dark')).json()).toEqual({});
  expect((await serve('session', named(''))).json()).toEqual({});
});

// Not the last character, of which a part says nothing.
const changed = sealed.replace(/.(?=.$)/, (one) => (one === 'A' ? 'B' : 'A'));
const direct = (key: Buffer) =>
  new EncryptJWT(content)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', typ: 'gl-session+jwe' })
    .setAudience('320500')
    .setIssuedAt()
    .setExpirationTime('1 minute')
    .encrypt(key);

test.each([
  ['changed', () => changed, 'TOKEN_INVALID'],
  ['of another purpose', () => cookies.seal('login', content, 60), 'TOKEN_INVALID'],
  [
    'of another node',
    () => sealedCookies(secret, { ...here, region: '320600' }).seal('session', content, 60),
    'TOKEN_INVALID',
  ],
  [
    'of another secret',
    () => sealedCookies(Buffer.alloc(32, 6), here).seal('session', content, 60),
    'TOKEN_INVALID',
  ],
  ['sealed with the secret itself', () => direct(secret), 'TOKEN_INVALID'],
  ['of yesterday', () => cookies.seal('session', content, -60), 'TOKEN_EXPIRED'],
  ['noise', () => 'a.b.c.d.e', 'TOKEN_INVALID'],
])('a cookie that is %s is refused', async (_, make, code) => {
  const answer = await serve('session', named(await make()));
  expect(answer.json()).toMatchObject({ message: code });
});
