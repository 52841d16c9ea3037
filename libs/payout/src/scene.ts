// Finance's end of the wire, as its contract has it, for tests of what asks it: a source is one payment, another list
// under the same source is refused. That finance itself keeps to it is its own test's (payment/signing.int.test.ts).
import type { RequestPaymentRequest } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused, unavailable } from '@gonglian/kernel/refusal.ts';
import { paymentFailed, paymentRejected, paymentSettled } from '@gonglian/contracts/finance.ts';
import type { ServiceDefinition } from '@gonglian/rpc/definition.ts';
import type { TestService } from '@gonglian/testing/service.ts';
import type { PayoutOwn } from './payment-asker.ts';
import { runNextPayout } from './run-payouts.ts';

export function wiredFinance() {
  const payments = new Map<string, { paymentId: string; request: RequestPaymentRequest }>();
  const wire = {
    /** Before it takes the list, after it has, or not at all. */
    breaks: '' as '' | 'before' | 'after',
    refuses: '',
    asked: 0,
  };
  const text = (request: RequestPaymentRequest) =>
    JSON.stringify(request, (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    );
  function requestPayment(request: RequestPaymentRequest): Promise<{ paymentId: string }> {
    wire.asked += 1;
    if (wire.breaks === 'before') return Promise.reject(unavailable('UNAVAILABLE'));
    const known = payments.get(request.sourceId);
    if (known && text(known.request) !== text(request))
      return Promise.reject(refused('PAYMENT_SOURCE_REUSED'));
    if (!known && wire.refuses !== '') return Promise.reject(refused(wire.refuses));
    const taken = known ?? { paymentId: newId(), request };
    payments.set(request.sourceId, taken);
    if (wire.breaks === 'after') return Promise.reject(unavailable('UNAVAILABLE'));
    return Promise.resolve({ paymentId: taken.paymentId });
  }
  return { payments, wire, requestPayment };
}
export type WiredFinance = ReturnType<typeof wiredFinance>;

/** Everything that waits is asked for once, whenever it would be tried again. */
export async function askFinance<Own extends PayoutOwn>(
  service: Pick<TestService<Own, ServiceDefinition>, 'sql' | 'served'>,
): Promise<void> {
  await service.sql`update payout set try_at = now() - interval '1 minute' where state = 'WAITING'`;
  const [waiting] = await service.sql<{ n: number }>`
    select count(*)::int as n from payout where state = 'WAITING'`;
  for (let n = waiting?.n ?? 0; n > 0; n -= 1) await runNextPayout(service.served.running);
}

interface Said {
  paymentId: string;
  unionId: string;
  sourceId: string;
  /** Who asked. */
  sourceService: string;
}

export const settled = (said: Said, sourceSeq: number, amountFen: bigint, paidOn: string) => ({
  type: paymentSettled,
  data: {
    ...said,
    lineId: newId(),
    sourceSeq,
    amountFen,
    purposeCode: 'HONOUR',
    expenditureCode: '50303',
    projectCode: '',
    sourceCode: 'union',
    paidOn,
    voucherNo: 7n,
  },
});
export const failed = (said: Said, sourceSeq: number, amountFen: bigint) => ({
  type: paymentFailed,
  data: { ...said, lineId: newId(), sourceSeq, amountFen, failureCode: 'ACCOUNT_CLOSED' },
});
export const rejected = (said: Said, reissued = false) => ({
  type: paymentRejected,
  data: { ...said, reissued },
});
