import {
  auditClosed,
  auditReported,
  findingRaised,
  grantSubmitted,
  inspectionMade,
  paymentSettled,
} from '@gonglian/contracts/finance.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import { NO_AUDIT } from '../indicator/dims.ts';
import { financeMoves, type FinanceMove, type Movement } from '../indicator/movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [
  paymentSettled,
  auditReported,
  auditClosed,
  findingRaised,
  inspectionMade,
  grantSubmitted,
] as const;
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
    case 'inspection.made':
      return moved('unit_inspected', data.unionId, [
        { on: data.previouslyOn, count: -1n, fen: 0n },
        { on: data.inspectedOn, count: 1n, fen: 0n },
      ]);
    case 'grant.submitted':
      return moved('grant_submitted', data.unionId, [
        { on: data.previouslyOn, count: -1n, fen: -data.previouslyFen },
        { on: data.appliedOn, count: 1n, fen: data.appliedFen },
      ]);
  }
}

/** What is told again is taken back where it counted before, and counts where it is now. */
function moved(
  move: FinanceMove,
  unionId: string,
  steps: readonly { on: string; count: bigint; fen: bigint }[],
): Movement[] {
  return steps
    .filter(({ on }) => on !== '')
    .flatMap(({ on, ...counted }) => financeMoves(move, unionId, on, NO_AUDIT, counted));
}

export const onFinanceFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfFinance));
  },
});
