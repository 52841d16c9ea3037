import type { FastifyInstance } from 'fastify';
import { DEVELOPMENT_USERS, type GatewayConfig, type Limits } from '../config.ts';
import type { Sessions } from '../session.ts';
import { openAccounts } from './accounts.ts';
import { actorTokens } from './actor-tokens.ts';
import { developmentDuties } from './development-duties.ts';
import { developmentProvider } from './development-provider.ts';
import { countFailures } from './failures.ts';
import { applicants } from './join-link.ts';
import { CALLBACK_PATH } from './log-in.ts';
import { programs } from './programs.ts';
import { identityProvider, type IdentityProvider } from './provider.ts';
import { sealedCookies } from './sealed-cookies.ts';

export interface OpenSessions extends Sessions {
  /** Where the gateway is its own provider (development): its pages. */
  mountProvider(app: FastifyInstance): void;
}

/** Throws where neither a provider is configured nor this is development. */
export async function openSessions(
  config: GatewayConfig,
  limits: Limits,
  publicUrl: () => string,
): Promise<OpenSessions> {
  const tokens = actorTokens(config.secret);
  const accounts = openAccounts(config, tokens);
  const failures = countFailures();
  const { provider, mountProvider } = await chooseProvider(config, publicUrl, accounts);
  return {
    config,
    tokens,
    accounts,
    failures,
    provider,
    mountProvider,
    publicUrl,
    cookies: sealedCookies(config.secret, config),
    identifyProgram: programs(provider, accounts, failures),
    identifyApplicant: applicants(config, tokens),
    development: config.development,
    sessionSeconds: limits.sessionSeconds,
  };
}

async function chooseProvider(
  config: GatewayConfig,
  publicUrl: () => string,
  accounts: ReturnType<typeof openAccounts>,
): Promise<{ provider: IdentityProvider; mountProvider: OpenSessions['mountProvider'] }> {
  const { development, provider: given } = config;
  if (given) {
    requireSafe(config, given);
    return { provider: identityProvider(given, { development }), mountProvider: () => undefined };
  }
  const own = await developmentProvider({
    development,
    region: config.region,
    users: config.developmentUsers ?? DEVELOPMENT_USERS,
    publicUrl,
    callbackUrl: () => `${publicUrl()}${CALLBACK_PATH}`,
    prepare: developmentDuties(accounts, config),
  });
  const provider = identityProvider(own.config, { development, fetch: own.fetch });
  return { provider, mountProvider: own.mount };
}

function requireSafe(
  { development, publicUrl }: GatewayConfig,
  { issuer, audience, clientId }: NonNullable<GatewayConfig['provider']>,
): void {
  // Else an ID token, which is for the client, would do as an access token.
  if (audience === clientId) throw new Error('gateway: the audience must not be the client id');
  if (development) return;
  for (const url of [issuer, publicUrl ?? '']) {
    if (!url.startsWith('https://')) {
      throw new Error('gateway: outside development, publicUrl and the issuer are https');
    }
  }
}
