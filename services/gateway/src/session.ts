// Who is asking, in which duty: a person by a sealed cookie, a program by a provider's access token.
// What the services are told is a short token made here (login/actor-tokens.ts).

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Duty, Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import {
  forbidden,
  invalid,
  isRefusal,
  notFound,
  unauthenticated,
} from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { parseJson } from './body.ts';
import type { GatewayConfig } from './config.ts';
import type { ActorTokens } from './login/actor-tokens.ts';
import type { IdentifyApplicant } from './login/join-link.ts';
import { mountLogIn, type LogIn } from './login/log-in.ts';
import type { IdentifyProgram } from './login/programs.ts';
import { SessionCookie } from './login/session-cookie.ts';

/** All that log-in and the later requests share. */
export interface Sessions extends LogIn {
  readonly config: GatewayConfig;
  readonly tokens: ActorTokens;
  readonly identifyProgram: IdentifyProgram;
  readonly identifyApplicant: IdentifyApplicant;
}

/** Somebody known, in a duty or not yet in any. */
export interface Person {
  readonly account: Session;
  readonly duty: Duty | undefined;
  readonly via: 'cookie' | 'bearer' | 'join-link';
  /** Undefined for a program. */
  readonly cookie: SessionCookie | undefined;
  readonly acting: Caller | undefined;
  /** A duty that was chosen and asks for a second factor, which this log-in had not. */
  readonly withheld: Duty | undefined;
}

/** Somebody known in a duty. */
export interface Caller {
  readonly actor: Actor;
  /** What the services are told; good for half a minute at least. */
  readonly token: string;
  readonly via: 'cookie' | 'bearer' | 'join-link';
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Undefined where nobody is known, or was refused; `callerRefusal` then says why. */
    person: Person | undefined;
    callerRefusal: Error | undefined;
  }
  interface FastifyContextConfig {
    /** Reached without a session. */
    open?: boolean;
    /** Reached without a duty. */
    dutyless?: boolean;
  }
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const DUTY_HEADER = 'gonglian-duty';
const ChooseDuty = z.strictObject({ dutyId: z.string().min(1).max(64) });

/**
 * Identifies on the way in and refuses before the body is read; in between the rate limit counts,
 * so that requests without a session are counted too.
 */
export function requireSession(api: FastifyInstance, sessions: Sessions): void {
  api.decorateRequest('person', undefined);
  api.decorateRequest('callerRefusal', undefined);
  api.addHook('onRequest', async (request) => {
    try {
      request.person = await identify(request, sessions);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      request.callerRefusal = error;
    }
  });
  api.addHook('preParsing', async (request) => {
    const { open, dutyless } = request.routeOptions.config;
    if (!SAFE.has(request.method)) refuseForeignSite(request, sessions.publicUrl());
    if (open) return;
    if (dutyless) personOf(request);
    else callerOf(request);
  });
}

/** The person, or the refusal of one that is not known. */
export function personOf(request: FastifyRequest): Person {
  if (request.person) return request.person;
  throw request.callerRefusal ?? unauthenticated('SESSION_MISSING');
}

/** The person in a duty; forbidden DUTY_NOT_CHOSEN or DUTY_MISSING where there is none. */
export function callerOf(request: FastifyRequest): Caller {
  const { acting, account, withheld } = personOf(request);
  if (acting) return acting;
  if (withheld) throw forbidden('SECOND_FACTOR_MISSING', { duty: withheld.duty });
  if (account.duties.length > 0) throw forbidden('DUTY_NOT_CHOSEN');
  throw forbidden('DUTY_MISSING', { accountNo: account.accountNo });
}

/** Whose budget a request is counted in. */
export function budgetOf({ person, ip }: FastifyRequest): string {
  if (!person || person.via === 'join-link') return `address ${ip}`;
  const { sessionId, accountId } = person.account;
  return sessionId === '' ? `account ${accountId}` : `session ${sessionId}`;
}

/** Log in, who am I, choose a duty, log out. */
export function mountSession(api: FastifyInstance, sessions: Sessions): void {
  mountLogIn(api, sessions);
  const { region } = sessions.config;
  const dutyless = { config: { dutyless: true } };
  api.get('/session', dutyless, async (request) => toSession(personOf(request), region));
  api.post('/session/duty', dutyless, async (request, reply) =>
    chooseDuty(request, reply, sessions),
  );
  api.delete('/session', { config: { open: true } }, async (request, reply) =>
    logOut(request, reply, sessions),
  );
}

/** What a page shows of who is logged in, and in what duty. */
function toSession({ account, duty }: Person, node: string): object {
  const { accountId, accountNo, displayName, sessionId, expiresAt } = account;
  const duties = account.duties.map(toDuty);
  const chosen = duty ? toDuty(duty) : null;
  return { accountId, accountNo, displayName, duties, duty: chosen, node, sessionId, expiresAt };
}

function toDuty({ dutyId, duty, scopeUnionId, scopeUnionName, memberId, grantedOn }: Duty): object {
  return { dutyId, duty, scopeUnionId, scopeUnionName, memberId, grantedOn };
}

async function chooseDuty(
  request: FastifyRequest,
  reply: FastifyReply,
  { cookies, config, sessionSeconds }: Sessions,
): Promise<object> {
  const person = personOf(request);
  const asked = ChooseDuty.safeParse(parseJson(request.body));
  if (!asked.success) throw invalid('FIELD_INVALID', { field: 'dutyId', expected: 'string' });
  // A program says its duty in each request; there is nothing to remember it in.
  if (!person.cookie) throw invalid('FIELD_INVALID', { field: DUTY_HEADER, expected: 'header' });
  const duty = person.account.duties.find(({ dutyId }) => dutyId === asked.data.dutyId);
  if (!duty) throw notFound('DUTY_UNKNOWN');
  if (asksMore(config, duty, person.cookie.mfa)) {
    throw forbidden('SECOND_FACTOR_MISSING', { duty: duty.duty });
  }
  const content = { ...person.cookie, duty: duty.dutyId };
  const endsMs = Date.parse(person.account.openedAt) + sessionSeconds * 1000;
  const left = Math.max(1, Math.floor((endsMs - Date.now()) / 1000));
  cookies.set(reply, 'session', await cookies.seal('session', content, left), left);
  return toSession({ ...person, duty }, config.region);
}

/** The session is over at the node; where the browser may end it at the provider too, is said. */
async function logOut(
  { person }: FastifyRequest,
  reply: FastifyReply,
  { cookies, accounts, provider, publicUrl, config }: Sessions,
): Promise<object> {
  cookies.clear(reply, 'session');
  void reply.header('clear-site-data', '"storage"');
  if (person?.cookie) await accounts.end(person.account.sessionId, person.cookie.key);
  const logOutUrl = await provider.logOutUrl(`${publicUrl()}/`).catch((error: unknown) => {
    config.log.warn({ err: error }, 'the provider does not say how to log out of it');
    return null;
  });
  return { logOutUrl };
}

/**
 * Whether a stream that was opened may go on: the session lives and the duty is still held. A
 * service that does not answer ends nothing.
 */
export async function mayGoOn(request: FastifyRequest, sessions: Sessions): Promise<boolean> {
  try {
    const person = await identify(request, sessions, true);
    return person?.acting !== undefined;
  } catch (error) {
    return !isRefusal(error) || !['unauthenticated', 'forbidden'].includes(error.kind);
  }
}

async function identify(
  request: FastifyRequest,
  sessions: Sessions,
  quiet = false,
): Promise<Person | undefined> {
  const bearer = /^Bearer ([^ ]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer !== undefined) {
    const { account, mfa } = await sessions.identifyProgram(bearer, request.ip);
    const named = request.headers[DUTY_HEADER];
    const duty = chosenDuty(account, typeof named === 'string' ? named : '');
    if (named !== undefined && !duty) throw forbidden('DUTY_NOT_HELD');
    return known({ account, duty, via: 'bearer', cookie: undefined }, mfa, sessions);
  }
  const applicant = await sessions.identifyApplicant(request);
  if (applicant) return applicant;
  const sealed = await sessions.cookies.open('session', request);
  if (!sealed) return undefined;
  const kept = SessionCookie.safeParse(sealed);
  if (!kept.success) throw unauthenticated('TOKEN_INVALID');
  const cookie = kept.data;
  const account = await sessions.accounts.ofSession(cookie.key, quiet);
  if (!account.live) throw unauthenticated('SESSION_ENDED');
  return known(
    { account, duty: chosenDuty(account, cookie.duty), via: 'cookie', cookie },
    cookie.mfa,
    sessions,
  );
}

/** A duty that was chosen and has ended is followed by no other one: that would act unasked. */
function chosenDuty({ duties }: Session, chosen: string): Duty | undefined {
  if (chosen !== '') return duties.find(({ dutyId }) => dutyId === chosen);
  return duties.length === 1 ? duties[0] : undefined;
}

async function known(
  { account, duty, via, cookie }: Omit<Person, 'acting' | 'withheld'>,
  mfa: boolean,
  { tokens, config }: Sessions,
): Promise<Person> {
  if (!duty || asksMore(config, duty, mfa)) {
    return { account, duty: undefined, via, cookie, acting: undefined, withheld: duty };
  }
  const { duty: name, scopeUnionId: scope, memberId: member } = duty;
  const actor = { id: account.accountId, duty: name, scope, node: config.region, member };
  const acting = { actor, token: await tokens.of(actor), via };
  return { account, duty, via, cookie, acting, withheld: undefined };
}

/** Asked at each request: a setting that was made stricter holds for those who are logged in already. */
function asksMore({ provider }: GatewayConfig, { duty }: Duty, mfa: boolean): boolean {
  return !mfa && provider?.mfaDuties?.includes(duty) === true;
}

/**
 * A browser sends the cookie along whichever page asked, so a change by cookie must show that it
 * comes from our own page. Without a session (log-out) nothing must show that it does not.
 */
function refuseForeignSite({ person, headers }: FastifyRequest, publicUrl: string): void {
  if (person && person.via !== 'cookie') return;
  const { origin, host, 'sec-fetch-site': site } = headers;
  // A proxy in front may say another host than the one the browser knows.
  const ours = origin === new URL(publicUrl).origin || hostOf(origin) === host;
  const own = site === undefined ? ours : site === 'same-origin';
  const silent = site === undefined && origin === undefined;
  if (own && !silent) return;
  if (silent && !person) return;
  throw forbidden('CROSS_SITE_REQUEST');
}

function hostOf(origin: string | undefined): string | undefined {
  return origin !== undefined && URL.canParse(origin) ? new URL(origin).host : undefined;
}
