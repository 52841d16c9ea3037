// Mediation, legal aid, who does it, and what was checked with others, bound by name, as in service.ts.
import { addLegalAidMaterials } from './legal-aid/add-legal-aid-materials.ts';
import { applyForLegalAid } from './legal-aid/apply-for-legal-aid.ts';
import { appointProfessional } from './legal-aid/appoint-professional.ts';
import { assignLawyer } from './legal-aid/assign-lawyer.ts';
import { closeLegalAid } from './legal-aid/close-legal-aid.ts';
import { endProfessional } from './legal-aid/end-professional.ts';
import { evaluateLegalAid } from './legal-aid/evaluate-legal-aid.ts';
import { getLegalAid } from './legal-aid/get-legal-aid.ts';
import { listLegalAid } from './legal-aid/list-legal-aid.ts';
import { listProfessionals } from './legal-aid/list-professionals.ts';
import { reviewLegalAid } from './legal-aid/review-legal-aid.ts';
import { startLegalAid } from './legal-aid/start-legal-aid.ts';
import { agreeMediation } from './mediation/agree-mediation.ts';
import { applyForMediation } from './mediation/apply-for-mediation.ts';
import { getMediation } from './mediation/get-mediation.ts';
import { handOverMediation } from './mediation/hand-over-mediation.ts';
import { listMediations } from './mediation/list-mediations.ts';
import { recordMediationPerformance } from './mediation/record-mediation-performance.ts';
import { stepMediation } from './mediation/step-mediation.ts';
import {
  endRightsAgreement,
  listRightsAgreements,
  signRightsAgreement,
} from './rights/rights-agreement.ts';
import { listRightsChecks, recordRightsCheck } from './rights/rights-check.ts';
import { showLegalAidApplicant, showMediationApplicant } from './rights/show-applicant.ts';

export const rightsMethods = {
  applyForMediation,
  stepMediation,
  agreeMediation,
  recordMediationPerformance,
  handOverMediation,
  getMediation,
  showMediationApplicant,
  listMediations,
  applyForLegalAid,
  addLegalAidMaterials,
  reviewLegalAid,
  assignLawyer,
  startLegalAid,
  closeLegalAid,
  evaluateLegalAid,
  getLegalAid,
  showLegalAidApplicant,
  listLegalAid,
  appointProfessional,
  endProfessional,
  listProfessionals,
  recordRightsCheck,
  listRightsChecks,
  signRightsAgreement,
  endRightsAgreement,
  listRightsAgreements,
};
