// Model workers, money on its way through finance, and help with degrees: bound by name, as in service.ts.
import { approveCareBatch } from './model-worker/approve-care-batch.ts';
import { cancelCareBatch } from './model-worker/cancel-care-batch.ts';
import { draftCareBatch } from './model-worker/draft-care-batch.ts';
import { getCareBatch } from './model-worker/get-care-batch.ts';
import { getModelWorker } from './model-worker/get-model-worker.ts';
import { listCareBatches } from './model-worker/list-care-batches.ts';
import { listLivingChecks } from './model-worker/list-living-checks.ts';
import { listModelWorkerCare } from './model-worker/list-model-worker-care.ts';
import { listModelWorkers } from './model-worker/list-model-workers.ts';
import { openLivingCheck } from './model-worker/open-living-check.ts';
import { recordLivingCheck } from './model-worker/record-living-check.ts';
import { recordModelWorkerCare } from './model-worker/record-model-worker-care.ts';
import { setModelWorker } from './model-worker/set-model-worker.ts';
import { workOutModelWorkerSubsidy } from './model-worker/work-out-model-worker-subsidy.ts';
import { askPayoutAgain, dropPayout, getPayout, listPayouts } from './payout/payouts.ts';
import { payOut } from './payout/pay-out.ts';
import { applyStudySubsidy } from './study/apply-study-subsidy.ts';
import { approveStudySubsidy } from './study/approve-study-subsidy.ts';
import { checkStudySubsidy } from './study/check-study-subsidy.ts';
import { getStudySubsidy } from './study/get-study-subsidy.ts';
import { listStudySubsidies } from './study/list-study-subsidies.ts';
import { reviewStudySubsidy } from './study/review-study-subsidy.ts';

export const careMethods = {
  listModelWorkers,
  getModelWorker,
  setModelWorker,
  openLivingCheck,
  recordLivingCheck,
  listLivingChecks,
  workOutModelWorkerSubsidy,
  draftCareBatch,
  approveCareBatch,
  cancelCareBatch,
  getCareBatch,
  listCareBatches,
  recordModelWorkerCare,
  listModelWorkerCare,
  payOut,
  getPayout,
  listPayouts,
  askPayoutAgain,
  dropPayout,
  applyStudySubsidy,
  checkStudySubsidy,
  reviewStudySubsidy,
  approveStudySubsidy,
  getStudySubsidy,
  listStudySubsidies,
};
