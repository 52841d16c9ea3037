// The identity provider, whichever it is: OpenID Connect, authorization code with PKCE.

import { createRemoteJWKSet, customFetch as jwksFetch, type JWTVerifyGetKey } from 'jose';
import * as oidc from 'openid-client';
import { unauthenticated, unavailable } from '@gonglian/kernel/refusal.ts';
import type { ProviderConfig } from '../config.ts';
import { verifyAccessToken, type Vouched } from './access-token.ts';
import { provedTwice } from './second-factor.ts';

/** What has to be the same when the browser comes back. */
export interface Pending {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly displayName: string;
  /** RFC 8176. */
  readonly methods: string[];
  /** By two factors. */
  readonly mfa: boolean;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** Where to send the browser; refuses with unavailable LOG_IN_UNAVAILABLE. */
  begin(redirectUri: string): Promise<{ url: URL; pending: Pending }>;
  /** Who came back; unauthenticated LOG_IN_FAILED for whatever is not as it was begun. */
  finish(callback: URL, pending: Pending): Promise<Identity>;
  /** Where the browser also ends the provider's own session; null where it has no such place. */
  logOutUrl(returnTo: string): Promise<string | null>;
  verifyAccessToken(token: string): Promise<Vouched>;
}

/** How a provider inside the gateway is reached without the network. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

const TIMEOUT_SECONDS = 5;
const JWKS_COOLDOWN_MS = 30_000;
const JWKS_AGE_MS = 10 * 60_000;
const NAME_CHARS_MAX = 100;
const METHODS_MAX = 20;

interface Discovered {
  readonly client: oidc.Configuration;
  readonly keys: JWTVerifyGetKey;
}

export function identityProvider(
  config: ProviderConfig,
  { development, fetch }: { development: boolean; fetch?: Fetch },
): IdentityProvider {
  const { issuer, audience, mfaAcr } = config;
  let found: Promise<Discovered> | undefined;
  /** Asked when first needed: a provider that is down keeps the node from nothing but log-ins. */
  const discovered = (): Promise<Discovered> => {
    found ??= discover(config, development, fetch).catch((error: unknown) => {
      found = undefined;
      throw unavailable('LOG_IN_UNAVAILABLE', {}, { cause: error });
    });
    return found;
  };
  return {
    issuer,
    async begin(redirectUri) {
      const { client } = await discovered();
      const verifier = oidc.randomPKCECodeVerifier();
      const pending = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier };
      const url = oidc.buildAuthorizationUrl(client, {
        redirect_uri: redirectUri,
        scope: config.scopes ?? 'openid profile',
        state: pending.state,
        nonce: pending.nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { url, pending };
    },
    async finish(callback, { state, nonce, verifier }) {
      const { client } = await discovered();
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
      const answer = await oidc
        .authorizationCodeGrant(client, callback, { ...checks, idTokenExpected: true })
        .catch((error: unknown) => Promise.reject(asRefusal(error)));
      const claims = answer.claims();
      if (!claims || claims.sub.length > 255) throw unauthenticated('LOG_IN_FAILED');
      const told = { ...describe(claims), mfa: provedTwice(claims, mfaAcr) };
      const displayName = told.displayName || (await askName(client, answer, claims.sub));
      return { issuer, subject: claims.sub, ...told, displayName };
    },
    async logOutUrl(returnTo) {
      const { client } = await discovered();
      if (client.serverMetadata().end_session_endpoint === undefined) return null;
      // Without a hint of the ID token, which nobody keeps: the provider asks the person.
      return oidc.buildEndSessionUrl(client, { post_logout_redirect_uri: returnTo }).href;
    },
    async verifyAccessToken(token) {
      const { keys } = await discovered();
      return verifyAccessToken(token, { issuer, audience, keys, mfaAcr });
    },
  };
}

async function discover(
  { issuer, clientId, clientSecret }: ProviderConfig,
  development: boolean,
  fetch: Fetch | undefined,
): Promise<Discovered> {
  const authentication = clientSecret === undefined ? oidc.None() : bySecret(clientSecret);
  // The gateway's own provider is never asked over the network at all.
  const plain = development && (fetch !== undefined || new URL(issuer).protocol === 'http:');
  const client = await oidc.discovery(new URL(issuer), clientId, undefined, authentication, {
    timeout: TIMEOUT_SECONDS,
    execute: [oidc.enableNonRepudiationChecks, ...(plain ? [oidc.allowInsecureRequests] : [])],
    ...(fetch ? { [oidc.customFetch]: fetch as oidc.CustomFetch } : {}),
  });
  client.timeout = TIMEOUT_SECONDS;
  const { jwks_uri: jwksUri } = client.serverMetadata();
  if (jwksUri === undefined) throw new Error('the provider names no key set');
  if (!plain && new URL(jwksUri).protocol !== 'https:') throw new Error('its key set is not https');
  const keys = createRemoteJWKSet(new URL(jwksUri), {
    timeoutDuration: TIMEOUT_SECONDS * 1000,
    cooldownDuration: JWKS_COOLDOWN_MS,
    cacheMaxAge: JWKS_AGE_MS,
    ...(fetch ? { [jwksFetch]: fetch } : {}),
  });
  return { client, keys };
}

/** The name of somebody of whom the ID token says none; a name is not worth a log-in, so nothing fails for it. */
async function askName(
  client: oidc.Configuration,
  { access_token: token }: oidc.TokenEndpointResponse,
  subject: string,
): Promise<string> {
  if (client.serverMetadata().userinfo_endpoint === undefined) return '';
  const told = await oidc.fetchUserInfo(client, token, subject).catch(() => undefined);
  return told ? displayNameOf(told) : '';
}

/** In the body where the provider says that it takes it there; in a header needs no saying (OIDC Discovery §3). */
function bySecret(secret: string): oidc.ClientAuth {
  const [inBody, inHeader] = [oidc.ClientSecretPost(secret), oidc.ClientSecretBasic(secret)];
  return (server, ...rest) => {
    const taken = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (taken.includes('client_secret_post') ? inBody : inHeader)(server, ...rest);
  };
}

/** A provider that cannot be reached is told apart from one that says no. */
function asRefusal(error: unknown): Error {
  const reached =
    error instanceof oidc.AuthorizationResponseError ||
    error instanceof oidc.ResponseBodyError ||
    (error instanceof oidc.ClientError && !UNREACHED.has(error.code ?? ''));
  if (reached) return unauthenticated('LOG_IN_FAILED', {}, { cause: error });
  return unavailable('LOG_IN_UNAVAILABLE', {}, { cause: error });
}

const UNREACHED = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT']);

function describe(claims: oidc.IDToken): Pick<Identity, 'displayName' | 'methods'> {
  const amr: unknown[] = Array.isArray(claims.amr) ? claims.amr : [];
  const methods = amr.filter(
    (one): one is string => typeof one === 'string' && /^.{1,40}$/.test(one),
  );
  return {
    displayName: displayNameOf(claims),
    methods: methods.slice(0, METHODS_MAX),
  };
}

function displayNameOf(claims: Readonly<Record<string, unknown>>): string {
  const names = [claims['name'], claims['preferred_username']];
  const name = names.find((one): one is string => typeof one === 'string' && one.trim() !== '');
  return [...(name ?? '')].slice(0, NAME_CHARS_MAX).join('').trim();
}
