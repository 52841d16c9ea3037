// The part of service.ts that is about honours: rounds and quotas, nominations, what was granted.
import { assignHonourQuota } from './across/assign-honour-quota.ts';
import { sendHonourSlate } from './across/send-honour-slate.ts';
import { awardHonour } from './certificate/award-honour.ts';
import { getHonourCertificate } from './certificate/get-honour-certificate.ts';
import { getHonourGrant } from './certificate/get-honour-grant.ts';
import { listHonourHolders } from './certificate/list-honour-holders.ts';
import { listHonourRoll } from './certificate/list-honour-roll.ts';
import { listMyHonours } from './certificate/list-my-honours.ts';
import { recordHonour } from './certificate/record-honour.ts';
import { revokeHonour } from './certificate/revoke-honour.ts';
import { setHolderStanding } from './certificate/set-holder-standing.ts';
import { getHonourRound } from './honour/get-honour-round.ts';
import { handDownHonourQuota } from './honour/hand-down-honour-quota.ts';
import { listHonourRounds } from './honour/list-honour-rounds.ts';
import { listHonours } from './honour/list-honours.ts';
import { openHonourRound } from './honour/open-honour-round.ts';
import { askConsultations } from './nomination/ask-consultations.ts';
import { checkHonourSlate } from './nomination/check-honour-slate.ts';
import { closeObjection } from './nomination/close-objection.ts';
import { decideNomination } from './nomination/decide-nomination.ts';
import { getNomination } from './nomination/get-nomination.ts';
import { listNominations } from './nomination/list-nominations.ts';
import { nominateForHonour } from './nomination/nominate-for-honour.ts';
import { objectToNomination } from './nomination/object-to-nomination.ts';
import { publishNomination } from './nomination/publish-nomination.ts';
import { recommendNomination } from './nomination/recommend-nomination.ts';
import { recordConsultationReply } from './nomination/record-consultation-reply.ts';
import { reviewNomination } from './nomination/review-nomination.ts';
import { submitHonourSlate } from './nomination/submit-honour-slate.ts';
import { submitNomination } from './nomination/submit-nomination.ts';
import { vetoNomination } from './nomination/veto-nomination.ts';
import { withdrawNomination } from './nomination/withdraw-nomination.ts';

export const honourMethods = {
  listHonours,
  openHonourRound,
  handDownHonourQuota,
  assignHonourQuota,
  sendHonourSlate,
  getHonourRound,
  listHonourRounds,
  nominateForHonour,
  recommendNomination,
  publishNomination,
  objectToNomination,
  closeObjection,
  submitNomination,
  checkHonourSlate,
  submitHonourSlate,
  askConsultations,
  recordConsultationReply,
  reviewNomination,
  withdrawNomination,
  vetoNomination,
  decideNomination,
  getNomination,
  listNominations,
  awardHonour,
  recordHonour,
  revokeHonour,
  getHonourGrant,
  getHonourCertificate,
  listMyHonours,
  listHonourRoll,
  listHonourHolders,
  setHolderStanding,
};
