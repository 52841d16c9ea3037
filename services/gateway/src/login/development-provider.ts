// A provider without passwords, inside the gateway: for development and tests, and for nothing else.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  exportJWK,
  generateKeyPair,
  SignJWT,
  type CryptoKey,
  type JWK,
  type JWTPayload,
} from 'jose';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DevelopmentUser, ProviderConfig } from '../config.ts';
import { languageOf } from '../messages.ts';
import { boundedCache } from './bounded-cache.ts';
import { DUTY_NAMES } from './duty-names.ts';
import { choicesPage } from './pages.ts';
import type { Fetch } from './provider.ts';

/** Who vouches in development; no place, so that accounts stay when a node moves to another port. */
export const DEVELOPMENT_ISSUER = 'https://development-provider.invalid';
/** The user who grants the others their duties. */
export const DEVELOPMENT_ADMIN = 'admin';
export const DEVELOPMENT_PATH = '/development-provider';
const CLIENT_ID = 'gonglian-gateway';
const PROGRAM = 'development:';
const KEY_ID = 'development';
const CODE_MS = 60_000;
const CODES_MAX = 1_000;
const ID_SECONDS = 300;
const ACCESS_SECONDS = 8 * 3600;

export interface DevelopmentSettings {
  readonly development: boolean;
  readonly region: string;
  readonly users: readonly DevelopmentUser[];
  publicUrl(): string;
  callbackUrl(): string;
  /** Called before a user is let in: his duties are there. */
  prepare(user: DevelopmentUser): Promise<void>;
}

export interface DevelopmentProvider {
  readonly config: ProviderConfig;
  readonly fetch: Fetch;
  mount(app: FastifyInstance): void;
}

interface Code {
  readonly user: DevelopmentUser;
  readonly nonce: string;
  readonly challenge: string;
}

/** Throws outside development, whatever else is configured. */
export async function developmentProvider(
  settings: DevelopmentSettings,
): Promise<DevelopmentProvider> {
  if (!settings.development) {
    throw new Error('gateway: no provider is configured, and the development one stays off here');
  }
  const audience = `urn:gonglian:node:${settings.region}`;
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig', kid: KEY_ID };
  const codes = boundedCache<Code>(CODES_MAX);
  const sign = signer(privateKey);
  const give = tokenEndpoint(settings, codes, sign, audience);
  let app: FastifyInstance | undefined;
  return {
    config: { issuer: DEVELOPMENT_ISSUER, clientId: CLIENT_ID, audience },
    fetch: (url, init) => askInside(app, url, init),
    mount(whole) {
      app = whole;
      void whole.register(async (own) => mountProvider(own, settings, { codes, jwk, give }), {
        prefix: DEVELOPMENT_PATH,
      });
    },
  };
}

interface Inside {
  readonly codes: ReturnType<typeof boundedCache<Code>>;
  readonly jwk: JWK;
  readonly give: (form: URLSearchParams) => Promise<Given>;
}

interface Given {
  readonly status: number;
  readonly body: object;
}

function mountProvider(own: FastifyInstance, settings: DevelopmentSettings, inside: Inside): void {
  const form = 'application/x-www-form-urlencoded';
  own.addContentTypeParser(form, { parseAs: 'string' }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  own.addHook('onRequest', async (_request, reply) => {
    void reply.header('cache-control', 'no-store');
  });
  own.get('/.well-known/openid-configuration', async () => metadata(settings.publicUrl()));
  own.get('/jwks', async () => ({ keys: [inside.jwk] }));
  own.get('/authorize', async (request, reply) =>
    authorize(request, reply, settings, inside.codes),
  );
  own.post('/token', async (request, reply) => {
    const given = await inside.give(request.body as URLSearchParams);
    return reply.code(given.status).send(given.body);
  });
}

function metadata(publicUrl: string): object {
  const own = `${publicUrl}${DEVELOPMENT_PATH}`;
  // The gateway reaches the latter two inside; nobody else has to trust plain HTTP for them.
  return {
    issuer: DEVELOPMENT_ISSUER,
    authorization_endpoint: `${own}/authorize`,
    token_endpoint: `${DEVELOPMENT_ISSUER}/token`,
    jwks_uri: `${DEVELOPMENT_ISSUER}/jwks`,
    response_types_supported: ['code'],
    grant_types_supported: ['authorization_code', 'client_credentials'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
    code_challenge_methods_supported: ['S256'],
    token_endpoint_auth_methods_supported: ['none'],
  };
}

/** Shows who there is, each a link; a link chosen sends the browser back with a code. */
async function authorize(
  request: FastifyRequest,
  reply: FastifyReply,
  settings: DevelopmentSettings,
  codes: Inside['codes'],
): Promise<FastifyReply> {
  const asked = request.query as Record<string, string>;
  const known =
    asked['client_id'] === CLIENT_ID &&
    asked['redirect_uri'] === settings.callbackUrl() &&
    asked['response_type'] === 'code' &&
    asked['code_challenge_method'] === 'S256';
  if (!known) return reply.code(400).send({ error: 'invalid_request' });
  const { nonce = '', state = '', code_challenge: challenge = '' } = asked;
  const user = settings.users.find(({ id }) => id === asked['user']);
  if (!user) {
    const language = languageOf(request.headers['accept-language']);
    const choices = settings.users.map(({ id, name, duty }) => ({
      href: `${DEVELOPMENT_PATH}/authorize?${new URLSearchParams({ ...asked, user: id }).toString()}`,
      name: name ?? (DUTY_NAMES[id] ?? DUTY_NAMES[duty])?.[language] ?? duty,
      hint: id,
    }));
    return reply.type('text/html; charset=utf-8').send(choicesPage(language, choices));
  }
  await settings.prepare(user);
  const code = randomBytes(24).toString('base64url');
  codes.set(code, { user, nonce, challenge }, CODE_MS);
  const back = new URLSearchParams({ code, state, iss: DEVELOPMENT_ISSUER });
  return reply.redirect(`${settings.callbackUrl()}?${back.toString()}`, 302);
}

type Sign = (claims: JWTPayload, type: string, seconds: number) => Promise<string>;

function signer(key: CryptoKey): Sign {
  return (claims, type, seconds) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: KEY_ID, typ: type })
      .setIssuer(DEVELOPMENT_ISSUER)
      .setIssuedAt()
      .setExpirationTime(`${seconds} seconds`)
      .sign(key);
}

const no = (error: string): Given => ({ status: 400, body: { error } });

function tokenEndpoint(
  { users, prepare, callbackUrl }: DevelopmentSettings,
  codes: Inside['codes'],
  sign: Sign,
  audience: string,
): Inside['give'] {
  const access = (user: DevelopmentUser, client: string): Promise<string> => {
    const claims = { sub: user.id, aud: audience, client_id: client };
    return sign(claims, 'at+jwt', ACCESS_SECONDS);
  };
  const bearer = { token_type: 'Bearer', expires_in: ACCESS_SECONDS };
  const forProgram = async (form: URLSearchParams): Promise<Given> => {
    const client = form.get('client_id') ?? '';
    const user = users.find(({ id }) => client === `${PROGRAM}${id}`);
    if (!user) return { status: 401, body: { error: 'invalid_client' } };
    await prepare(user);
    return { status: 200, body: { ...bearer, access_token: await access(user, client) } };
  };
  const forCode = async (form: URLSearchParams): Promise<Given> => {
    const code = form.get('code') ?? '';
    const kept = codes.get(code);
    codes.delete(code);
    const same = form.get('client_id') === CLIENT_ID && form.get('redirect_uri') === callbackUrl();
    if (!kept || !same) return no('invalid_grant');
    if (!isAnswerTo(kept.challenge, form.get('code_verifier') ?? '')) return no('invalid_grant');
    const { user, nonce } = kept;
    const named = { name: user.name ?? user.id, amr: ['development'] };
    const claims = { sub: user.id, aud: CLIENT_ID, nonce, ...named };
    const idToken = await sign(claims, 'JWT', ID_SECONDS);
    const accessToken = await access(user, CLIENT_ID);
    return { status: 200, body: { ...bearer, access_token: accessToken, id_token: idToken } };
  };
  return async (form) => {
    if (!(form instanceof URLSearchParams)) return no('invalid_request');
    const grant = form.get('grant_type');
    if (grant === 'client_credentials') return forProgram(form);
    return grant === 'authorization_code' ? forCode(form) : no('unsupported_grant_type');
  };
}

/** RFC 7636 4.6. */
function isAnswerTo(challenge: string, verifier: string): boolean {
  const answer = Buffer.from(createHash('sha256').update(verifier).digest('base64url'));
  const wanted = Buffer.from(challenge);
  return answer.length === wanted.length && timingSafeEqual(answer, wanted);
}

/** The gateway asks its own provider without the network, whatever its address looks like outside. */
async function askInside(
  app: FastifyInstance | undefined,
  url: string,
  init: RequestInit,
): Promise<Response> {
  if (!app) throw new Error('the development provider is not mounted');
  const { pathname, search } = new URL(url);
  const answer = await app.inject({
    method: init.method === 'POST' ? 'POST' : 'GET',
    url: `${DEVELOPMENT_PATH}${pathname}${search}`,
    headers: Object.fromEntries(new Headers(init.headers)),
    ...(init.body ? { payload: String(init.body) } : {}),
  });
  const type = String(answer.headers['content-type'] ?? '');
  return new Response(answer.body, {
    status: answer.statusCode,
    headers: { 'content-type': type },
  });
}
