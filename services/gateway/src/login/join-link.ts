// Who holds a join link and nothing else: an applicant, without an account. The link is not opened here: only the
// service that signed it knows whether it is good, and it opens it in each of the two requests it is for.

import type { FastifyRequest } from 'fastify';
import { Session } from '@gonglian/contracts/gen/gonglian/organisation/v1/api.ts';
import { busy, forbidden } from '@gonglian/kernel/refusal.ts';
import type { Actor } from '@gonglian/rpc/actor.ts';
import type { GatewayConfig } from '../config.ts';
import type { Person } from '../session.ts';
import type { ActorTokens } from './actor-tokens.ts';
import { boundedCache } from './bounded-cache.ts';
import { addressKey } from './failures.ts';

/** Undefined where a request brings no join link. */
export type IdentifyApplicant = (request: FastifyRequest) => Promise<Person | undefined>;

const SCHEME = /^JoinLink [^ ]{1,1024}$/i;
/** What a link is for, and the name of the node that the page shows. All else is refused before any service is asked. */
export const FOR_APPLICANTS: ReadonlySet<string> = new Set([
  'GET /api/v1/node',
  'GET /api/v1/join-links/:token',
  'POST /api/v1/members/applications',
]);
/** Of each kind from one address: a hall full of workers on one network gets through, a list of numbers does not. */
const PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const ADDRESSES_MAX = 10_000;

export function applicants(
  { region: node }: Pick<GatewayConfig, 'region'>,
  tokens: ActorTokens,
  clock: () => number = Date.now,
): IdentifyApplicant {
  const actor: Actor = { id: 'applicant', duty: 'applicant', scope: 'join-link', node, member: '' };
  const account = Session.fromPartial({ accountId: actor.id });
  const counts = boundedCache<{ count: number; untilMs: number }>(ADDRESSES_MAX, clock);

  function spend(key: string): void {
    const now = clock();
    const { count, untilMs } = counts.get(key) ?? { count: 0, untilMs: now + MINUTE_MS };
    if (count >= PER_MINUTE) {
      const retryAfterSeconds = Math.ceil((untilMs - now) / 1000);
      throw busy('TOO_MANY_REQUESTS', { retryAfterSeconds });
    }
    counts.set(key, { count: count + 1, untilMs }, untilMs - now);
  }

  return async ({ headers, ip, method, routeOptions }) => {
    if (!SCHEME.test(headers.authorization ?? '')) return undefined;
    const asked = `${method} ${routeOptions.url ?? ''}`;
    if (!FOR_APPLICANTS.has(asked)) throw forbidden('PERMISSION_MISSING', { duty: actor.duty });
    spend(`${asked} ${addressKey(ip)}`);
    const acting = { actor, token: await tokens.of(actor), via: 'join-link' as const };
    return {
      account,
      duty: undefined,
      via: 'join-link',
      cookie: undefined,
      acting,
      withheld: undefined,
    };
  };
}
