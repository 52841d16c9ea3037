import { MembershipServiceService } from '@gonglian/contracts/gen/gonglian/membership/v1/api.ts';
import { openPaymentAsker } from '@gonglian/payout/payment-asker.ts';
import { keepPayouts } from '@gonglian/payout/run-payouts.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import { serve, type Served } from '@gonglian/service/serve.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';
import type { Logger } from '@gonglian/telemetry/log.ts';
import { keepSwept } from './attachment/sweep-papers.ts';
import type { Own } from './pipeline.ts';
import { parts } from './service.ts';

/** A member waits for what is his own; longer than this he should try again. */
const MEMBERSHIP_DEADLINE_MS = 5_000;

/**
 * Starts welfare, its asking for payments and the sweep of its papers; answers when it serves. Of its peers membership is asked who a member is,
 * and finance to pay.
 */
export async function start(
  settings: ServiceSettings,
  own: Omit<Own, 'log' | 'membership' | 'requestPayment'>,
  log: Logger,
): Promise<Served<Own>> {
  const { peers } = settings;
  if (!peers['membership'])
    throw new Error('welfare needs the address of membership among its peers');
  const membership = rpcClient(MembershipServiceService, peers['membership'], {
    deadlineMs: MEMBERSHIP_DEADLINE_MS,
  });
  const { requestPayment, close } = openPaymentAsker('welfare', settings);
  const asked = { membership, requestPayment };
  const served = await serve(parts, settings, { ...own, ...asked, log }, log);
  const payouts = keepPayouts(served.running, log);
  const sweep = keepSwept(served.running, log);
  return {
    ...served,
    async stop() {
      await Promise.all([payouts.stop(), sweep.stop()]);
      await served.stop();
      membership.close();
      close();
    },
  };
}
