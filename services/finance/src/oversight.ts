// What auditors, inspectors and those who assess them ask for: bound by name, as in service.ts.
import { planAudit } from './audit/plan-audit.ts';
import { notifyAudit } from './audit/notify-audit.ts';
import { enterAudit } from './audit/enter-audit.ts';
import { addWorkingPaper } from './audit/add-working-paper.ts';
import { drawSample } from './audit/draw-sample.ts';
import { listSampleItems } from './audit/list-sample-items.ts';
import { runScan } from './audit/run-scan.ts';
import { listScanHits } from './audit/list-scan-hits.ts';
import { raiseFinding } from './audit/raise-finding.ts';
import { draftAudit } from './audit/draft-audit.ts';
import { commentAudit } from './audit/comment-audit.ts';
import { reportAudit } from './audit/report-audit.ts';
import { decideAudit } from './audit/decide-audit.ts';
import { closeAudit } from './audit/close-audit.ts';
import { cancelAudit } from './audit/cancel-audit.ts';
import { getAudit } from './audit/get-audit.ts';
import { listAudits } from './audit/list-audits.ts';
import { getAuditReport } from './audit/get-audit-report.ts';
import { notifyFinding } from './audit/notify-finding.ts';
import { planRectification } from './audit/plan-rectification.ts';
import { acceptRectificationPlan } from './audit/accept-rectification-plan.ts';
import { submitEvidence } from './audit/submit-evidence.ts';
import { verifyFinding } from './audit/verify-finding.ts';
import { closeFinding } from './audit/close-finding.ts';
import { escalateFinding } from './audit/escalate-finding.ts';
import { getFinding } from './audit/get-finding.ts';
import { listFindings } from './audit/list-findings.ts';
import { planInspection } from './inspection/plan-inspection.ts';
import { recordInspection } from './inspection/record-inspection.ts';
import { raiseInspectionFinding } from './inspection/raise-inspection-finding.ts';
import { getInspection } from './inspection/get-inspection.ts';
import { listInspections } from './inspection/list-inspections.ts';
import { listSpendingAlerts } from './alert/list-spending-alerts.ts';
import { setChecklist } from './assessment/set-checklist.ts';
import { listChecklists } from './assessment/list-checklists.ts';
import { submitAssessment } from './assessment/submit-assessment.ts';
import { reviewAssessment } from './assessment/review-assessment.ts';
import { getAssessment } from './assessment/get-assessment.ts';
import { listAssessments } from './assessment/list-assessments.ts';
import { exportAuditPackage } from './package/export-audit-package.ts';
import { getAuditKey } from './package/get-audit-key.ts';

export const oversightMethods = {
  planAudit,
  notifyAudit,
  enterAudit,
  addWorkingPaper,
  drawSample,
  listSampleItems,
  runScan,
  listScanHits,
  raiseFinding,
  draftAudit,
  commentAudit,
  reportAudit,
  decideAudit,
  closeAudit,
  cancelAudit,
  getAudit,
  listAudits,
  getAuditReport,
  notifyFinding,
  planRectification,
  acceptRectificationPlan,
  submitEvidence,
  verifyFinding,
  closeFinding,
  escalateFinding,
  getFinding,
  listFindings,
  planInspection,
  recordInspection,
  raiseInspectionFinding,
  getInspection,
  listInspections,
  listSpendingAlerts,
  setChecklist,
  listChecklists,
  submitAssessment,
  reviewAssessment,
  getAssessment,
  listAssessments,
  exportAuditPackage,
  getAuditKey,
};
