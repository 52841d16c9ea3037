import { signActor, type Actor } from '@gonglian/rpc/actor.ts';
import { boundedCache } from './bounded-cache.ts';

/** Short tokens by which the services are told who asks. */
export interface ActorTokens {
  of(actor: Actor): Promise<string>;
}

const LIFE_SECONDS = 60;
// With less than this left, a call that waits its turn behind would arrive with a token run out.
const REST_SECONDS = 30;
const REMEMBERED_MAX = 10_000;

export function actorTokens(secret: Buffer): ActorTokens {
  const cache = boundedCache<Promise<string>>(REMEMBERED_MAX);
  return {
    of(actor) {
      const { id, duty, scope, node, member } = actor;
      const key = JSON.stringify([id, duty, scope, node, member]);
      const known = cache.get(key);
      if (known) return known;
      const token = signActor(secret, actor, LIFE_SECONDS);
      cache.set(key, token, (LIFE_SECONDS - REST_SECONDS) * 1000);
      token.catch(() => cache.delete(key));
      return token;
    },
  };
}
