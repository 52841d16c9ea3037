// What may be done with a payment: in which state and duty, and what has to be said for it. Which persons may, the node
// decides; who may not is told why.
import { answer, client } from '../client.ts';
import type { Payment } from '../shapes.ts';

export type Values = Readonly<Record<string, string>>;
export type FieldName = 'decisionNo' | 'decisionOn' | 'decision' | 'reason' | 'result';

export interface PaymentAction {
  from: readonly string[];
  duties: readonly string[];
  fields: readonly FieldName[];
  /** What must be said; the others may be left empty. */
  required: readonly FieldName[];
  send(payment: Payment, values: Values, key: string): Promise<unknown>;
}

function about({ paymentId }: Payment, key: string) {
  return { params: { path: { paymentId } }, headers: { 'Idempotency-Key': key } };
}

export const paymentActions = {
  check: {
    from: ['DRAFT'],
    duties: ['finance'],
    fields: [],
    required: [],
    send(payment, _, key) {
      const body = { expectedVersion: payment.version };
      return answer(client.POST('/payments/{paymentId}/check', { ...about(payment, key), body }));
    },
  },
  approve: {
    from: ['CHECKED'],
    duties: ['finance', 'chair'],
    fields: ['decisionNo', 'decisionOn', 'decision'],
    required: [],
    send(payment, { decisionNo = '', decisionOn = '', decision = '' }, key) {
      const body = {
        expectedVersion: payment.version,
        decisionNo,
        decisionOn,
        decisionSha256: decision,
      };
      return answer(
        client.POST('/payments/{paymentId}/approval', { ...about(payment, key), body }),
      );
    },
  },
  reject: {
    from: ['DRAFT', 'CHECKED', 'APPROVED'],
    duties: ['finance', 'chair'],
    fields: ['reason'],
    required: ['reason'],
    send(payment, { reason = '' }, key) {
      const body = { expectedVersion: payment.version, reason };
      return answer(
        client.POST('/payments/{paymentId}/rejection', { ...about(payment, key), body }),
      );
    },
  },
  export: {
    from: ['APPROVED'],
    duties: ['finance'],
    fields: [],
    required: [],
    send(payment, _, key) {
      return answer(client.POST('/payments/{paymentId}/export', about(payment, key)));
    },
  },
  send: {
    from: ['EXPORTED'],
    duties: ['finance'],
    fields: [],
    required: [],
    send(payment, _, key) {
      return answer(client.POST('/payments/{paymentId}/sending', about(payment, key)));
    },
  },
  result: {
    from: ['SENT'],
    duties: ['finance'],
    fields: ['result'],
    required: ['result'],
    send(payment, { result: content = '', fileName = '' }, key) {
      const body = { fileName, content };
      return answer(client.POST('/payments/{paymentId}/result', { ...about(payment, key), body }));
    },
  },
  close: {
    from: ['RECONCILED'],
    duties: ['finance'],
    fields: ['reason'],
    required: [],
    send(payment, { reason = '' }, key) {
      const body = { reason };
      return answer(client.POST('/payments/{paymentId}/closing', { ...about(payment, key), body }));
    },
  },
} satisfies Record<string, PaymentAction>;

export type PaymentActionName = keyof typeof paymentActions;
const names = Object.keys(paymentActions) as PaymentActionName[];

export function offers({ state }: Pick<Payment, 'state'>, duty: string): PaymentActionName[] {
  return names.filter((name) => {
    const action: PaymentAction = paymentActions[name];
    return action.from.includes(state) && action.duties.includes(duty);
  });
}

/** Lines that failed are asked for again by who asks for payments. */
export function mayReissue({ state, failedCount }: Payment, duty: string): boolean {
  const open = ['RESULT', 'RECONCILED'].includes(state) && failedCount > 0;
  return open && ['finance', 'clerk'].includes(duty);
}
