import {
  auditClosed,
  auditReported,
  findingRaised,
  paymentSettled,
} from '@gonglian/contracts/finance.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import { NO_AUDIT } from '../indicator/dims.ts';
import { financeMoves, type Movement } from '../indicator/movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [paymentSettled, auditReported, auditClosed, findingRaised] as const;
export type FinanceFact = Received<(typeof facts)[number]>;

/** Of payments only refunds are counted here; what welfare asked for is counted with what it was for. */
export function movesOfFinance({ name, data }: FinanceFact): Movement[] {
  switch (name) {
    case 'payment.settled':
      return data.sourceService === 'refund'
        ? financeMoves('refund_paid', data.unionId, data.paidOn, NO_AUDIT, {
            count: 1n,
            fen: data.amountFen,
          })
        : [];
    case 'audit.reported':
      return financeMoves('audit_reported', data.unionId, data.reportedOn, data);
    case 'audit.closed':
      return financeMoves('audit_closed', data.unionId, data.closedOn, data);
    case 'finding.raised':
      return financeMoves('finding_raised', data.unionId, data.raisedOn);
  }
}

export const onFinanceFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfFinance));
  },
});
