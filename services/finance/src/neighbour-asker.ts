// Questions to the finance of a neighbouring node go through sync, which alone crosses nodes (ADR 24).
import type {
  AskNeighbourRequest,
  NeighbourAnswer,
} from '@gonglian/contracts/gen/gonglian/sync/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { signActor } from '@gonglian/rpc/actor.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Own } from './pipeline.ts';

interface Sync {
  askNeighbour(
    request: AskNeighbourRequest,
    call?: { token?: string; deadlineMs?: number },
  ): Promise<NeighbourAnswer>;
}

const TOKEN_SECONDS = 60;

/** In the service's own name: what may be asked is decided before, for the person. */
export function neighbourAsker(
  sync: Sync,
  { node: home, tokenSecret }: Pick<ServiceSettings, 'node' | 'tokenSecret'>,
): Own['askNeighbour'] {
  const scope = nodeRootUnionId(home);
  const actor = { id: 'question:finance', duty: 'service', scope, node: home, member: '' };
  return async ({ node, kind, body, deadlineMs }) => {
    const token = await signActor(tokenSecret, actor, TOKEN_SECONDS);
    const answer = await sync.askNeighbour({ node, kind, body }, { token, deadlineMs });
    return answer.body;
  };
}
