// What the gateway asks of organisation about those who log in, as itself.

import { randomUUID } from 'node:crypto';
import {
  OrganisationServiceService,
  type GrantDutyRequest,
  type OpenSessionRequest,
  type Session,
} from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { isRefusal, unavailable } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import type { GatewayConfig } from '../config.ts';
import type { ActorTokens } from './actor-tokens.ts';
import { boundedCache } from './bounded-cache.ts';

export interface Accounts {
  /**
   * A session by what opens it, at most two seconds old; not live where there is none any more.
   * `quiet`: for a stream that stays open, so that it does not keep the session from running out.
   */
  ofSession(sessionKey: string, quiet: boolean): Promise<Session>;
  /** The account of a program, made known at its first call; at most two seconds old. */
  ofSubject(issuer: string, subject: string): Promise<Session>;
  open(ask: OpenSessionRequest): Promise<Session>;
  end(sessionId: string, sessionKey: string): Promise<void>;
  grant(ask: GrantDutyRequest, as: Actor): Promise<void>;
  close(): void;
}

// A duty that was revoked, or a session that was ended, is in effect after this and one call.
const FRESH_MS = 2_000;
const REMEMBERED_MAX = 10_000;
const DEADLINE_MS = 10_000;

export function openAccounts(config: GatewayConfig, tokens: ActorTokens): Accounts {
  const address = config.services['organisation'];
  const client =
    address === undefined
      ? undefined
      : rpcClient(OrganisationServiceService, address, { deadlineMs: DEADLINE_MS });
  const asked = () => {
    if (!client) throw unavailable('SERVICE_NOT_HERE', { service: 'organisation' });
    return client;
  };
  const { region: node, rootUnionId: scope } = config;
  const gateway: Actor = { id: 'service:gateway', duty: 'gateway', scope, node, member: '' };
  const asGateway = async () => ({ token: await tokens.of(gateway), idempotencyKey: randomUUID() });
  const open: Accounts['open'] = async (ask) => asked().openSession(ask, await asGateway());

  const cache = boundedCache<Promise<Session>>(REMEMBERED_MAX);
  /** Those who ask at once for one account wait for one answer; a failure is nobody's answer later. */
  const remembered = (key: string, ask: () => Promise<Session>): Promise<Session> => {
    const known = cache.get(key);
    if (known) return known;
    const answer = ask();
    cache.set(key, answer, FRESH_MS);
    answer.catch(() => cache.delete(key));
    return answer;
  };
  return {
    open,
    ofSession: (sessionKey, quiet) =>
      remembered(`${quiet ? 'stream' : 'session'} ${sessionKey}`, async () =>
        asked().getSession({ sessionKey, quiet }, await asGateway()),
      ),
    ofSubject: (issuer, subject) =>
      remembered(`subject ${issuer} ${subject}`, async () => {
        const who = { issuer, subject };
        const standing = await asked()
          .getStanding(who, await asGateway())
          .catch((error: unknown) => {
            if (isRefusal(error) && error.code === 'ACCOUNT_UNKNOWN') return undefined;
            throw error;
          });
        return standing ?? open({ ...who, displayName: '', methods: [], sessionKey: '' });
      }),
    async end(sessionId, sessionKey) {
      cache.delete(`session ${sessionKey}`);
      await asked().endSession({ sessionId }, await asGateway());
    },
    async grant(ask, as) {
      await asked().grantDuty(ask, { token: await tokens.of(as), idempotencyKey: randomUUID() });
    },
    close: () => client?.close(),
  };
}
