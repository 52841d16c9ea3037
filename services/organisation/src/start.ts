import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { keepSessions } from './access/keep-sessions.ts';
import type { Own } from './pipeline.ts';
import { parts } from './service.ts';
import { ensureRootUnion } from './union/ensure-root-union.ts';

/** A person waits for the answer to a dissolution; longer than this he or she should try again. */
const MEMBERSHIP_DEADLINE_MS = 5_000;

/**
 * Starts organisation; answers when it serves and the node's root union is there.
 * `settings.peers.membership` is asked when a union is to be dissolved, and only then.
 */
export async function start(
  settings: ServiceSettings,
  federation: Omit<Own, 'membership'>,
  log: Logger,
): Promise<Served<Own>> {
  const address = settings.peers['membership'];
  if (!address) throw new Error('organisation needs the address of membership among its peers');
  const membership = rpcClient(MembershipServiceService, address, {
    deadlineMs: MEMBERSHIP_DEADLINE_MS,
  });
  const served = await serve(parts, settings, { ...federation, membership }, log);
  await ensureRootUnion(served.running);
  const sessions = keepSessions(served.running, log);
  return {
    ...served,
    async stop() {
      await sessions.stop();
      await served.stop();
      membership.close();
    },
  };
}
