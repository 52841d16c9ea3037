import { createHmac, KeyObject, sign as signWith } from 'node:crypto';
import {
  createLocalJWKSet,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
} from 'jose';
import { expect, test } from 'vitest';
import { verifyAccessToken } from './access-token.ts';

const ISSUER = 'https://id.example';
const AUDIENCE = 'urn:gonglian:node:320500';
const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
const other = await generateKeyPair('RS256', { extractable: true });
const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' };
const rules = { issuer: ISSUER, audience: AUDIENCE, keys: createLocalJWKSet({ keys: [jwk] }) };
const now = Math.floor(Date.now() / 1000);

const HEADER = { alg: 'RS256', kid: 'k1', typ: 'at+jwt' };
const CLAIMS = {
  iss: ISSUER,
  sub: 'wang',
  aud: AUDIENCE,
  client_id: 'a-program',
  iat: now,
  exp: now + 300,
};

type Part = Record<string, unknown>;

function make(header: Part = {}, claims: Part = {}, key = privateKey): Promise<string> {
  return new SignJWT({ ...CLAIMS, ...claims })
    .setProtectedHeader({ ...HEADER, ...header })
    .sign(key);
}

/** A signature that is right over parts that no library would write. */
function signText(header: string, payload: string): string {
  const parts = [header, payload].map((text) => Buffer.from(text).toString('base64url')).join('.');
  const key = KeyObject.from(privateKey);
  return `${parts}.${signWith('sha256', Buffer.from(parts), key).toString('base64url')}`;
}

test.each([
  ['as RFC 9068 has it', {}, {}],
  ['of the type that providers used before it', { typ: 'JWT' }, {}],
  ['of the type with its prefix', { typ: 'application/at+jwt' }, {}],
  ['of Keycloak', { typ: 'JWT' }, { typ: 'Bearer', aud: ['account', AUDIENCE], azp: 'x' }],
  ['without the name of its key', { kid: undefined }, {}],
])('a token %s is right', async (_, header, claims) => {
  const vouched = await verifyAccessToken(await make(header, claims), rules);
  expect(vouched).toEqual({
    issuer: ISSUER,
    subject: 'wang',
    expiresMs: (now + 300) * 1000,
    mfa: false,
  });
});

const INVALID = 'TOKEN_INVALID';

async function hsWithPublicKey(): Promise<string> {
  const pem = await exportSPKI(publicKey);
  const parts = [{ ...HEADER, alg: 'HS256' }, CLAIMS].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const mac = createHmac('sha256', pem).update(parts.join('.')).digest('base64url');
  return `${parts.join('.')}.${mac}`;
}

const json = (part: object) => JSON.stringify(part);
const wrong: [string, () => string | Promise<string>, string][] = [
  ['alg none', async () => new UnsecuredJWT(CLAIMS).encode(), INVALID],
  [
    'alg none with a signature part',
    async () => `${new UnsecuredJWT({ ...CLAIMS }).encode()}AAAA`,
    INVALID,
  ],
  [
    'alg None in another case',
    () => signText(json({ ...HEADER, alg: 'NONE' }), json(CLAIMS)),
    INVALID,
  ],
  ['HS256 signed with the public key', hsWithPublicKey, INVALID],
  ['another key', () => make({}, {}, other.privateKey), INVALID],
  [
    'an algorithm that is not allowed',
    () => signText(json({ ...HEADER, alg: 'RS512' }), json(CLAIMS)),
    INVALID,
  ],
  ['another audience', () => make({}, { aud: 'urn:gonglian:node:320600' }), INVALID],
  ['no audience', () => make({}, { aud: undefined }), INVALID],
  ['the client of the log-in as audience', () => make({}, { aud: 'gonglian' }), INVALID],
  ['another issuer', () => make({}, { iss: 'https://evil.example' }), INVALID],
  ['the issuer with a slash more', () => make({}, { iss: `${ISSUER}/` }), INVALID],
  ['no issuer', () => make({}, { iss: undefined }), INVALID],
  ['a key by a path', () => make({ kid: '../../../../dev/null' }), INVALID],
  ['a key by an address', () => make({ kid: 'https://evil.example/jwks' }), INVALID],
  ['a key by a query', () => make({ kid: "k1' or '1'='1" }), INVALID],
  ['a key with an end of text', () => make({ kid: 'k1\u0000' }), INVALID],
  ['a list of keys', () => make({ kid: ['k1'] }), INVALID],
  ['a key set elsewhere', () => make({ jku: 'https://evil.example/jwks' }), INVALID],
  ['a certificate elsewhere', () => make({ x5u: 'https://evil.example/c' }), INVALID],
  [
    'its own key',
    async () => make({ jwk: await exportJWK(other.publicKey) }, {}, other.privateKey),
    INVALID,
  ],
  ['its own certificate', () => make({ x5c: ['AAAA'] }), INVALID],
  [
    'an extension that must be understood',
    () => signText(json({ ...HEADER, crit: ['b64'], b64: false }), json(CLAIMS)),
    INVALID,
  ],
  ['the type of another token', () => make({ typ: 'gl-actor+jwt' }), INVALID],
  ['the type of a log-out token', () => make({ typ: 'logout+jwt' }), INVALID],
  ['no type', () => make({ typ: undefined }), INVALID],
  ['an ID token by its nonce', () => make({ typ: 'JWT' }, { nonce: 'n' }), INVALID],
  ['an ID token by its hash', () => make({ typ: 'JWT' }, { at_hash: 'h' }), INVALID],
  ["Keycloak's ID token", () => make({ typ: 'JWT' }, { typ: 'ID' }), INVALID],
  ["Keycloak's refresh token", () => make({ typ: 'JWT' }, { typ: 'Refresh' }), INVALID],
  ['a token that is bound to a key', () => make({}, { cnf: { jkt: 'x' } }), INVALID],
  ['no subject', () => make({}, { sub: undefined }), INVALID],
  ['an empty subject', () => make({}, { sub: '' }), INVALID],
  ['a very long subject', () => make({}, { sub: 'x'.repeat(256) }), INVALID],
  ['no end', () => make({}, { exp: undefined }), INVALID],
  [
    'an end in words',
    () => signText(json(HEADER), json({ ...CLAIMS, exp: '2099-01-01' })),
    INVALID,
  ],
  ['not yet valid', () => make({}, { nbf: now + 60 }), INVALID],
  ['expired', () => make({}, { exp: now - 60 }), 'TOKEN_EXPIRED'],
  [
    'the subject twice',
    () => signText(json(HEADER), `${json(CLAIMS).slice(0, -1)},"sub":"admin"}`),
    INVALID,
  ],
  [
    'the algorithm twice',
    () => signText(`{"alg":"none",${json(HEADER).slice(1)}`, json(CLAIMS)),
    INVALID,
  ],
  [
    'a key written twice by an escape',
    () => signText(json(HEADER), `${json(CLAIMS).slice(0, -1)},"\\u0073ub":"admin"}`),
    INVALID,
  ],
  ['a list for claims', () => signText(json(HEADER), '[]'), INVALID],
  ['no JSON', () => signText(json(HEADER), 'sub=wang'), INVALID],
  [
    'a payload that was changed',
    async () => {
      const [head, , mac] = (await make()).split('.');
      return [head, Buffer.from(json({ ...CLAIMS, sub: 'admin' })).toString('base64url'), mac].join(
        '.',
      );
    },
    INVALID,
  ],
  ['no signature', async () => (await make()).replace(/[^.]+$/, ''), INVALID],
  ['five parts', async () => `${await make()}.a.b`, INVALID],
  ['a megabyte', async () => `${await make()}${'A'.repeat(1 << 20)}`, INVALID],
  ['nothing', async () => '', INVALID],
  ['noise', async () => 'a.b.c', INVALID],
];

test.each(wrong)('refused: %s', async (_, forge, code) => {
  const refusal = expect.objectContaining({ kind: 'unauthenticated', code });
  await expect(verifyAccessToken(await forge(), rules)).rejects.toMatchObject({ refusal });
});

test('whose account it was is only believed of a token that the provider signed', async () => {
  const signed = verifyAccessToken(await make({}, { aud: 'else' }), rules);
  await expect(signed).rejects.toMatchObject({ subject: 'wang' });
  const forged = verifyAccessToken(await make({}, { aud: 'else' }, other.privateKey), rules);
  await expect(forged).rejects.toMatchObject({ subject: undefined });
});

test('a provider whose keys cannot be had is not a wrong token', async () => {
  const keys = () => Promise.reject(new TypeError('fetch failed'));
  await expect(verifyAccessToken(await make(), { ...rules, keys })).rejects.toMatchObject({
    kind: 'unavailable',
    code: 'LOG_IN_UNAVAILABLE',
  });
});
