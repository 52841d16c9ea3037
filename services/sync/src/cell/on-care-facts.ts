import {
  modelWorkersCared,
  payoutPaid,
  studySubsidyApproved,
} from '@gonglian/contracts/competitions.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfRecord } from '../indicator/record-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const facts = [payoutPaid, modelWorkersCared, studySubsidyApproved] as const;
export type CareFact = Received<(typeof facts)[number]>;

export function movesOfCare({ name, data }: CareFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'payout.paid':
      return movesOfRecord('paid_out', unionId, data.paidOn, {
        kind: data.payoutKind,
        fen: data.amountFen,
      });
    case 'model-workers.cared':
      return movesOfRecord('model_workers_cared', unionId, data.happenedOn, {
        kind: data.careForm,
        count: BigInt(data.persons),
      });
    case 'study-subsidy.approved':
      return movesOfRecord('study_approved', unionId, data.approvedOn, {
        kind: data.degree,
        fen: data.amountFen,
      });
  }
}

export const onCareFacts = reaction({
  facts,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfCare));
  },
});
