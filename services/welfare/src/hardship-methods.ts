// Households in hardship and those who answer for them, by rpc.
import { declareHousehold } from './hardship/declare-household.ts';
import { getHardshipFile, listHardshipFiles } from './hardship/get-hardship-file.ts';
import {
  closeHardshipFile,
  decideHardshipExit,
  proposeHardshipExit,
  recordHardshipFollowUp,
} from './hardship/leave-hardship.ts';
import { openHardshipFile } from './hardship/open-hardship-file.ts';
import {
  endHouseholdPair,
  listHouseholdPairs,
  pairHousehold,
  recordPairVisit,
} from './hardship/pair-household.ts';
import { publishHardshipFile } from './hardship/publish-hardship-file.ts';
import { recordDataMatch } from './hardship/record-data-match.ts';
import { recordDemocraticReview } from './hardship/record-democratic-review.ts';
import { recordHomeVisit } from './hardship/record-home-visit.ts';
import { revealHardshipFile } from './hardship/reveal-hardship-file.ts';
import {
  confirmHardshipFile,
  decideHardshipFile,
  reviewHardshipFile,
} from './hardship/review-hardship-file.ts';
import { submitHardshipFile, withdrawHardshipFile } from './hardship/submit-hardship-file.ts';
import { openHardshipVerification, verifyHardshipFile } from './hardship/verify-hardship-file.ts';

export const hardshipMethods = {
  openHardshipFile,
  declareHousehold,
  submitHardshipFile,
  withdrawHardshipFile,
  recordHomeVisit,
  recordDemocraticReview,
  publishHardshipFile,
  reviewHardshipFile,
  recordDataMatch,
  decideHardshipFile,
  confirmHardshipFile,
  openHardshipVerification,
  verifyHardshipFile,
  proposeHardshipExit,
  decideHardshipExit,
  recordHardshipFollowUp,
  closeHardshipFile,
  getHardshipFile,
  listHardshipFiles,
  revealHardshipFile,
  pairHousehold,
  endHouseholdPair,
  recordPairVisit,
  listHouseholdPairs,
};
