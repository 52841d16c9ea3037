// Relief, by rpc.
import {
  archiveRelief,
  confirmRelief,
  recoverRelief,
  rejectRelief,
} from './relief/after-payment.ts';
import { approveRelief, checkReliefMaterials, reviewRelief } from './relief/decide-grant.ts';
import { previewRelief, proposeReliefBatch } from './relief/eligibility.ts';
import { recordPastRelief } from './past/record-past-relief.ts';
import { getReliefGrant, listReliefGrants, listReliefProgrammes } from './relief/list-relief.ts';
import { orderReliefPayment } from './relief/order-relief-payment.ts';
import { amendRelief, proposeRelief } from './relief/propose-relief.ts';
import { publishRelief } from './relief/publish-relief.ts';

export const reliefMethods = {
  listReliefProgrammes,
  proposeRelief,
  amendRelief,
  checkReliefMaterials,
  reviewRelief,
  approveRelief,
  rejectRelief,
  publishRelief,
  orderReliefPayment,
  confirmRelief,
  archiveRelief,
  recoverRelief,
  getReliefGrant,
  listReliefGrants,
  previewRelief,
  proposeReliefBatch,
  recordPastRelief,
};
