// What may be done with a list of refunds: in which state and duty, and what has to be said for it. Which persons may, the
// node decides; who may not is told why.
import { answer, client } from '../client.ts';
import type { Refund } from '../shapes.ts';

/** Who is taken off the list, and why. */
export type Removals = Readonly<Record<string, string>>;

export interface Said {
  removals: Removals;
  bank: string;
  doneOn: string;
}
export type SaidField = 'bank' | 'doneOn';

export interface RefundAction {
  from: readonly string[];
  duties: readonly string[];
  fields: readonly SaidField[];
  send(refund: Refund, said: Said, key: string): Promise<unknown>;
}

function about({ refundId }: Refund, key: string) {
  return { params: { path: { refundId } }, headers: { 'Idempotency-Key': key } };
}

export const refundActions = {
  review: {
    from: ['LISTED'],
    duties: ['finance'],
    fields: [],
    send(refund, { removals: taken }, key) {
      const removals = Object.entries(taken).map(([unionId, reason]) => ({ unionId, reason }));
      const body = { expectedVersion: refund.version, removals };
      return answer(
        client.POST('/fund/refunds/{refundId}/review', { ...about(refund, key), body }),
      );
    },
  },
  publish: {
    from: ['REVIEWED'],
    duties: ['finance'],
    fields: ['doneOn'],
    send(refund, { doneOn }, key) {
      const body = { expectedVersion: refund.version, doneOn };
      return answer(
        client.POST('/fund/refunds/{refundId}/publicity', { ...about(refund, key), body }),
      );
    },
  },
  approve: {
    from: ['PUBLISHED'],
    duties: ['finance', 'chair'],
    fields: ['doneOn'],
    send(refund, { doneOn }, key) {
      const body = { expectedVersion: refund.version, doneOn };
      return answer(
        client.POST('/fund/refunds/{refundId}/approval', { ...about(refund, key), body }),
      );
    },
  },
  pay: {
    from: ['APPROVED', 'PAYING'],
    duties: ['finance'],
    fields: ['bank'],
    send(refund, { bank }, key) {
      const body = { expectedVersion: refund.version, bank };
      return answer(
        client.POST('/fund/refunds/{refundId}/payments', { ...about(refund, key), body }),
      );
    },
  },
  cancel: {
    from: ['LISTED', 'REVIEWED', 'PUBLISHED'],
    duties: ['finance'],
    fields: [],
    send(refund, _, key) {
      const body = { expectedVersion: refund.version };
      return answer(
        client.POST('/fund/refunds/{refundId}/cancellation', { ...about(refund, key), body }),
      );
    },
  },
} satisfies Record<string, RefundAction>;

export type RefundActionName = keyof typeof refundActions;
const names = Object.keys(refundActions) as RefundActionName[];

type Standing = Pick<Refund, 'state' | 'waitingUnions' | 'publicityEndsOn' | 'takeOverNo'>;

/** Nothing is approved before the last day of the publicity is over, and nothing paid where nobody waits. */
export function offers(refund: Standing, duty: string, today: string): RefundActionName[] {
  const shown = refund.takeOverNo === '' && today <= refund.publicityEndsOn;
  return names.filter((name) => {
    const action: RefundAction = refundActions[name];
    if (!action.from.includes(refund.state) || !action.duties.includes(duty)) return false;
    if (name === 'approve') return !shown;
    return name !== 'pay' || refund.waitingUnions > 0;
  });
}

/** What has to be said: the day only of a list that was taken over, since all others are done today. */
export function fieldsOf(name: RefundActionName, { takeOverNo }: Standing): readonly SaidField[] {
  const { fields }: RefundAction = refundActions[name];
  return fields.filter((field) => field !== 'doneOn' || takeOverNo !== '');
}
