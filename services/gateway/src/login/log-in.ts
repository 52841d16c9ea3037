// A person logs in: to the provider, back with a code, and into a session that a sealed cookie
// opens. No token of the provider ever reaches the browser.

import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { busy, isRefusal, unauthenticated } from '@gonglian/kernel/refusal.ts';
import { languageOf, titleOf } from '../messages.ts';
import { toProblem } from '../problem.ts';
import type { Accounts } from './accounts.ts';
import { addressKey, type Failures } from './failures.ts';
import { failurePage } from './pages.ts';
import type { Identity, IdentityProvider } from './provider.ts';
import { localPath } from './return-to.ts';
import type { SealedCookies } from './sealed-cookies.ts';
import type { SessionCookie } from './session-cookie.ts';

export interface LogIn {
  readonly provider: IdentityProvider;
  readonly accounts: Accounts;
  readonly cookies: SealedCookies;
  readonly failures: Failures;
  readonly development: boolean;
  readonly sessionSeconds: number;
  /** Where browsers find this node, such as https://union.example. */
  publicUrl(): string;
}

export const LOG_IN_PATH = '/api/v1/login';
export const CALLBACK_PATH = '/api/v1/login/callback';
const PENDING_SECONDS = 600;

const Pending = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});

export function mountLogIn(api: FastifyInstance, logIn: LogIn): void {
  const open = { config: { open: true }, exposeHeadRoute: false };
  api.get('/login', open, async (request, reply) => {
    try {
      return await begin(request, reply, logIn);
    } catch (error) {
      return sendFailure(error, request, reply);
    }
  });
  api.get('/login/callback', open, async (request, reply) => {
    // It is good for one attempt, whatever becomes of it.
    logIn.cookies.clear(reply, 'login');
    try {
      return await finish(request, reply, logIn);
    } catch (error) {
      return sendFailure(error, request, reply);
    }
  });
}

async function begin(
  request: FastifyRequest,
  reply: FastifyReply,
  { provider, cookies, development, publicUrl }: LogIn,
): Promise<FastifyReply> {
  const returnTo = localPath((request.query as Record<string, unknown>)['return_to']);
  const own = publicUrl();
  // localhost and 127.0.0.1 are two places to a browser: what was begun at one ends at the other.
  if (development && request.headers.host !== new URL(own).host) {
    return reply.redirect(`${own}${LOG_IN_PATH}?return_to=${encodeURIComponent(returnTo)}`, 302);
  }
  const { url, pending } = await provider.begin(`${own}${CALLBACK_PATH}`);
  const sealed = await cookies.seal('login', { ...pending, returnTo }, PENDING_SECONDS);
  cookies.set(reply, 'login', sealed, PENDING_SECONDS);
  return reply.redirect(url.href, 302);
}

async function finish(
  request: FastifyRequest,
  reply: FastifyReply,
  logIn: LogIn,
): Promise<FastifyReply> {
  const { cookies, failures, publicUrl } = logIn;
  const address = addressKey(request.ip);
  const waiting = failures.waitSeconds([address]);
  if (waiting > 0) throw busy('TOO_MANY_LOG_INS', { retryAfterSeconds: waiting });
  try {
    const kept = Pending.safeParse(await cookies.open('login', request).catch(() => undefined));
    if (!kept.success) throw unauthenticated('LOG_IN_EXPIRED');
    const callback = new URL(`${publicUrl()}${CALLBACK_PATH}`);
    callback.search = request.url.includes('?') ? request.url.slice(request.url.indexOf('?')) : '';
    const identity = await logIn.provider.finish(callback, kept.data);
    await enter(identity, reply, logIn);
    return await reply.redirect(localPath(kept.data.returnTo), 303);
  } catch (error) {
    if (isRefusal(error) && error.kind === 'unauthenticated') failures.note([address]);
    throw error;
  }
}

/** Whoever has one duty acts in it; whoever has several chooses on the first page. */
async function enter(
  { issuer, subject, displayName, methods, mfa }: Identity,
  reply: FastifyReply,
  { accounts, cookies, sessionSeconds }: LogIn,
): Promise<void> {
  const sessionKey = randomBytes(32).toString('base64url');
  const session = await accounts.open({ issuer, subject, displayName, methods, sessionKey });
  const [only, ...others] = session.duties;
  const content: SessionCookie = {
    key: sessionKey,
    duty: only && others.length === 0 ? only.dutyId : '',
    mfa,
  };
  const sealed = await cookies.seal('session', { ...content }, sessionSeconds);
  cookies.set(reply, 'session', sealed, sessionSeconds);
}

/** A browser stands here itself, so it is shown a page to go on from and not a problem in JSON. */
function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const html = request.headers.accept?.includes('text/html') === true;
  if (!html || !isRefusal(error)) throw error;
  const language = languageOf(request.headers['accept-language']);
  const { status, code } = toProblem(error, language, { traceId: '', requestId: request.id });
  const { retryAfterSeconds } = error.details;
  if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
  return reply
    .code(status)
    .type('text/html; charset=utf-8')
    .send(failurePage(language, titleOf(code, language), LOG_IN_PATH));
}
