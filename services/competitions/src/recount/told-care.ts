// What the facts of payouts, model workers and study subsidies say, in the rows of expect-recounted.ts. For tests.
import type * as events from '@gonglian/contracts/gen/gonglian/competitions/v1/events.ts';

export const TOLD_OF_CARE = {
  'payout.paid': (f: events.PayoutPaid) => [
    {
      unionId: f.unionId,
      on: f.paidOn,
      movement: 'paid_out',
      kind: f.payoutKind,
      fen: Number(f.amountFen),
    },
  ],
  'model-workers.cared': (f: events.ModelWorkersCared) => [
    {
      unionId: f.unionId,
      on: f.happenedOn,
      movement: 'model_workers_cared',
      kind: f.careForm,
      count: f.persons,
    },
  ],
  'study-subsidy.approved': (f: events.StudySubsidyApproved) => [
    {
      unionId: f.unionId,
      on: f.approvedOn,
      movement: 'study_approved',
      kind: f.degree,
      fen: Number(f.amountFen),
    },
  ],
};
