// Money is asked of finance in the service's own name: who may ask is decided before, for the person.
import { FinanceServiceService } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import type { RequestPaymentRequest } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Vault } from '@gonglian/kernel/vault.ts';
import { signActor } from '@gonglian/rpc/actor.ts';
import { rpcClient } from '@gonglian/rpc/client.ts';
import type { ServiceSettings } from '@gonglian/service/settings.ts';

/** Asks finance to pay; the same source twice is one payment. Throws its refusal, or unavailable. */
export type RequestPayment = (
  request: RequestPaymentRequest,
  idempotencyKey: string,
) => Promise<{ paymentId: string }>;

/** What a service that pays is started with for it. */
export interface PayoutOwn {
  /** Seals payees and their accounts. */
  vault: Vault;
  requestPayment: RequestPayment;
}

export interface PaymentAsker {
  requestPayment: RequestPayment;
  close(): void;
}

const TOKEN_SECONDS = 60;
/** Nobody waits for it; a list has thousands of lines. */
const DEADLINE_MS = 30_000;

/** `service` is the name by which finance keeps whose record a payment is of (on-payments.ts). */
export function openPaymentAsker(
  service: string,
  { node, tokenSecret, peers }: Pick<ServiceSettings, 'node' | 'tokenSecret' | 'peers'>,
): PaymentAsker {
  if (!peers['finance']) throw new Error(`${service} needs the address of finance among its peers`);
  const finance = rpcClient(FinanceServiceService, peers['finance'], { deadlineMs: DEADLINE_MS });
  const scope = nodeRootUnionId(node);
  const actor = { id: service, duty: 'service', scope, node, member: '' };
  return {
    async requestPayment(request, idempotencyKey) {
      const token = await signActor(tokenSecret, actor, TOKEN_SECONDS);
      return finance.requestPayment(request, { token, idempotencyKey });
    },
    close: () => finance.close(),
  };
}
