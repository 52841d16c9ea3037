// Who is asking: a signed token, in a cookie for the console and as a bearer for everything else.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { forbidden, invalid, isRefusal, unauthenticated } from '@gonglian/kernel/refusal.ts';
import { signActor, verifyActor, type Actor } from '@gonglian/rpc/actor.ts';
import { DEVELOPMENT_USERS, type GatewayConfig, type Limits } from './config.ts';
import { parseJson } from './body.ts';

interface Caller {
  readonly actor: Actor;
  readonly token: string;
  readonly via: 'cookie' | 'bearer';
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined where nobody is known, or the token was refused; `callerRefusal` then says why. */
    caller: Caller | undefined;
    callerRefusal: Error | undefined;
  }
  interface FastifyContextConfig {
    /** Reached without a session. */
    open?: boolean;
  }
}

// A browser tells hosts apart, not ports: nodes side by side on one host would log each other out.
export const sessionCookie = (region: string): string => `gl_session_${region}`;

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LogIn = z.strictObject({ user: z.string().min(1).max(64) });

/**
 * Identifies on the way in and refuses before the body is read; in between the rate limit counts,
 * so that requests without a session are counted too.
 */
export function requireSession(api: FastifyInstance, config: GatewayConfig): void {
  api.decorateRequest('caller', undefined);
  api.decorateRequest('callerRefusal', undefined);
  api.addHook('onRequest', async (request) => {
    try {
      request.caller = await identify(request, config);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      request.callerRefusal = error;
    }
  });
  api.addHook('preParsing', async (request) => {
    if (!SAFE.has(request.method)) refuseForeignSite(request);
    if (!request.routeOptions.config.open) callerOf(request);
  });
}

/** The caller, or the refusal of one that is not known. */
export function callerOf(request: FastifyRequest): Caller {
  if (request.caller) return request.caller;
  throw request.callerRefusal ?? unauthenticated('SESSION_MISSING');
}

/** Log in (development only), who am I, log out. */
export function mountSession(api: FastifyInstance, config: GatewayConfig, limits: Limits): void {
  const secure = config.development ? '' : '; Secure';
  const setCookie = (reply: FastifyReply, value: string, seconds: number): void => {
    const bounds = `Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Strict${secure}`;
    void reply.header('set-cookie', `${sessionCookie(config.region)}=${value}; ${bounds}`);
  };

  if (config.development) {
    api.post('/session', { config: { open: true } }, async (request, reply) => {
      const actor = developmentActor(config, request.body);
      const token = await signActor(config.secret, actor, limits.sessionSeconds);
      setCookie(reply, token, limits.sessionSeconds);
      return { ...toSession(actor), token };
    });
  }
  api.get('/session', async (request) => toSession(callerOf(request).actor));
  api.delete('/session', { config: { open: true } }, async (_request, reply) => {
    setCookie(reply, '', 0);
    return reply.header('clear-site-data', '"storage"').code(204).send();
  });
}

/** What a page shows of who is logged in; `user` is the same word as in the log-in. */
function toSession({ id: user, duty, scope, node }: Actor): object {
  return { user, duty, scope, node };
}

async function identify(
  request: FastifyRequest,
  { secret, region }: GatewayConfig,
): Promise<Caller | undefined> {
  const bearer = /^Bearer ([^ ]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = bearer ?? cookieOf(request, region);
  if (!token) return undefined;
  const actor = await verifyActor(secret, token);
  if (actor.node !== region) throw unauthenticated('SESSION_OF_ANOTHER_NODE');
  return { actor, token, via: bearer ? 'bearer' : 'cookie' };
}

function cookieOf(request: FastifyRequest, region: string): string | undefined {
  const name = sessionCookie(region);
  const pairs = request.headers.cookie?.split(';').map((pair) => pair.trim()) ?? [];
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

/**
 * A browser sends the cookie along whichever page asked, so a change by cookie must show that it
 * comes from our own page. Without a session (log-in) nothing must show that it does not.
 */
function refuseForeignSite(request: FastifyRequest): void {
  if (request.caller?.via === 'bearer') return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  const own = site === undefined ? hostOf(origin) === host : site === 'same-origin';
  const silent = site === undefined && origin === undefined;
  if (own && !silent) return;
  if (silent && !request.caller) return;
  throw forbidden('CROSS_SITE_REQUEST');
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}

function developmentActor(config: GatewayConfig, body: unknown): Actor {
  const logIn = LogIn.safeParse(parseJson(body));
  if (!logIn.success) throw invalid('FIELD_INVALID', { field: 'user', expected: 'string' });
  const users = config.developmentUsers ?? DEVELOPMENT_USERS;
  const user = users.find(({ id }) => id === logIn.data.user);
  if (!user) throw unauthenticated('UNKNOWN_USER');
  const { id, duty, scope = config.rootUnionId } = user;
  return { id, duty, scope, node: config.region, member: '' };
}
