import { SignJWT, UnsecuredJWT } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { signActor, verifyActor, type Actor } from './actor.ts';

const secret = Buffer.alloc(32, 7);
const clerk: Actor = { id: 'clerk', duty: 'clerk', scope: 'u-1', node: '320500', member: '' };
const claims = { duty: 'clerk', scope: 'u-1', node: '320500' };

afterEach(() => vi.useRealTimers());

test('what is signed is what is read', async () => {
  await expect(verifyActor(secret, await signActor(secret, clerk, 60))).resolves.toEqual(clerk);
});

test('a token out of date is refused as such', async () => {
  const token = await signActor(secret, clerk, 60);
  vi.useFakeTimers({ now: Date.now() + 61_000 });
  await expect(verifyActor(secret, token)).rejects.toMatchObject({
    kind: 'unauthenticated',
    code: 'TOKEN_EXPIRED',
  });
});

interface Forgery {
  alg?: string;
  typ?: string;
  issuer?: string;
  audience?: string;
  subject?: string;
  claims?: Record<string, unknown>;
  expires?: boolean;
  key?: Buffer;
}

const forgeries: [string, Forgery][] = [
  ['another secret', { key: Buffer.alloc(32, 8) }],
  ['another algorithm', { alg: 'HS512', key: Buffer.alloc(64, 7) }],
  ['another type', { typ: 'JWT' }],
  ['another issuer', { issuer: 'someone-else' }],
  ['another audience', { audience: 'another-node' }],
  ['no expiry', { expires: false }],
  ['no duty', { claims: { scope: 'u-1', node: '320500' } }],
  ['an empty scope', { claims: { ...claims, scope: '' } }],
  ['a node that is no text', { claims: { ...claims, node: 320_500 } }],
  ['a very long id', { subject: 'x'.repeat(201) }],
];

test('the forger could sign a good one', async () => {
  await expect(verifyActor(secret, await forge({}))).resolves.toEqual(clerk);
});

test.each(forgeries)('refuses %s', async (_, forgery) => {
  await expect(verifyActor(secret, await forge(forgery))).rejects.toMatchObject({
    kind: 'unauthenticated',
    code: 'TOKEN_INVALID',
  });
});

test.each([
  ['nothing', ''],
  ['noise', 'a.b.c'],
  ['an unsigned token', new UnsecuredJWT(claims).setSubject('clerk').encode()],
])('refuses %s', async (_, token) => {
  await expect(verifyActor(secret, token)).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
});

test('a short secret is a mistake of the set-up, not of the caller', async () => {
  const short = Buffer.alloc(16);
  await expect(signActor(short, clerk, 60)).rejects.toThrow('at least 32 bytes');
  await expect(verifyActor(short, 'a.b.c')).rejects.toThrow('at least 32 bytes');
});

test('an actor without a duty is not signed', async () => {
  await expect(signActor(secret, { ...clerk, duty: '' }, 60)).rejects.toThrow('needs id, duty');
});

function forge(given: Forgery): Promise<string> {
  const token = new SignJWT(given.claims ?? claims)
    .setProtectedHeader({ alg: given.alg ?? 'HS256', typ: given.typ ?? 'gl-actor+jwt' })
    .setSubject(given.subject ?? 'clerk')
    .setIssuer(given.issuer ?? 'gonglian-gateway')
    .setAudience(given.audience ?? 'gonglian-services')
    .setIssuedAt();
  if (given.expires !== false) token.setExpirationTime('1 minute');
  return token.sign(given.key ?? secret);
}
