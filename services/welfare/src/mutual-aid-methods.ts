// Mutual aid from the plan to the money: bound by name, as in service.ts.
import { appealMutualAidClaim } from './mutual-aid/appeal-mutual-aid-claim.ts';
import { approveMutualAidClaim } from './mutual-aid/approve-mutual-aid-claim.ts';
import { calculateMutualAidClaim } from './mutual-aid/calculate-mutual-aid-claim.ts';
import { cancelMutualAidBatch } from './mutual-aid/cancel-mutual-aid-batch.ts';
import { draftMutualAidPlan } from './mutual-aid/draft-mutual-aid-plan.ts';
import { enrolMutualAid } from './mutual-aid/enrol-mutual-aid.ts';
import { getMutualAidClaim } from './mutual-aid/get-mutual-aid-claim.ts';
import { getMutualAidPlan } from './mutual-aid/get-mutual-aid-plan.ts';
import { listMutualAidBatches } from './mutual-aid/list-mutual-aid-batches.ts';
import { listMutualAidClaims } from './mutual-aid/list-mutual-aid-claims.ts';
import { listMutualAidEnrolments } from './mutual-aid/list-mutual-aid-enrolments.ts';
import { listMutualAidPlans } from './mutual-aid/list-mutual-aid-plans.ts';
import { listMyMutualAid } from './mutual-aid/list-my-mutual-aid.ts';
import { payMutualAidClaims } from './mutual-aid/pay-mutual-aid-claims.ts';
import { payMutualAidPremium } from './mutual-aid/pay-mutual-aid-premium.ts';
import { reportMutualAidClaim } from './mutual-aid/report-mutual-aid-claim.ts';
import { revealMutualAidClaim } from './mutual-aid/reveal-mutual-aid-claim.ts';
import { setMutualAidTerms } from './mutual-aid/set-mutual-aid-terms.ts';
import { stepMutualAidClaim } from './mutual-aid/step-mutual-aid-claim.ts';
import { stepMutualAidPlan } from './mutual-aid/step-mutual-aid-plan.ts';
import { submitClaimMaterials } from './mutual-aid/submit-claim-materials.ts';
import { recordPastMutualAid } from './past/record-past-mutual-aid.ts';

export const mutualAidMethods = {
  draftMutualAidPlan,
  setMutualAidTerms,
  stepMutualAidPlan,
  getMutualAidPlan,
  listMutualAidPlans,
  enrolMutualAid,
  payMutualAidPremium,
  cancelMutualAidBatch,
  listMutualAidBatches,
  listMutualAidEnrolments,
  reportMutualAidClaim,
  submitClaimMaterials,
  stepMutualAidClaim,
  calculateMutualAidClaim,
  approveMutualAidClaim,
  appealMutualAidClaim,
  payMutualAidClaims,
  getMutualAidClaim,
  listMutualAidClaims,
  revealMutualAidClaim,
  listMyMutualAid,
  recordPastMutualAid,
};
