import { fact } from './fact.ts';
import {
  AuditClosed,
  AuditReported,
  FindingClosed,
  FindingRaised,
  GrantAnswered,
  GrantApplied,
  GrantApproved,
  GrantPaid,
  GrantReported,
  GrantRuleAnnounced,
  GrantSubmitted,
  InspectionMade,
  PaymentFailed,
  PaymentRejected,
  PaymentSettled,
  ReceiptReversed,
  ReceiptSplit,
  RefundApproved,
  RefundPaid,
  SettlementAnswered,
  SettlementReturned,
  SettlementSent,
  VouchersPosted,
} from './gen/gonglian/finance/v1/events.ts';

// One line a fact: what it is called, its codec, the entity it is about.
export const vouchersPosted = fact('finance', 'vouchers.posted', VouchersPosted, (f) => f.unionId);
export const receiptSplit = fact('finance', 'receipt.split', ReceiptSplit, (f) => f.receiptId);
export const receiptReversed = fact(
  'finance',
  'receipt.reversed',
  ReceiptReversed,
  (f) => f.receiptId,
);
export const refundApproved = fact('finance', 'refund.approved', RefundApproved, (f) => f.refundId);
export const refundPaid = fact('finance', 'refund.paid', RefundPaid, (f) => f.refundId);
export const settlementSent = fact(
  'finance',
  'settlement.sent',
  SettlementSent,
  (f) => f.settlementId,
);
export const settlementAnswered = fact(
  'finance',
  'settlement.answered',
  SettlementAnswered,
  (f) => f.settlementId,
);
export const settlementReturned = fact(
  'finance',
  'settlement.returned',
  SettlementReturned,
  (f) => f.settlementId,
);
export const paymentSettled = fact(
  'finance',
  'payment.settled',
  PaymentSettled,
  (f) => f.paymentId,
);
export const paymentFailed = fact('finance', 'payment.failed', PaymentFailed, (f) => f.paymentId);
export const paymentRejected = fact(
  'finance',
  'payment.rejected',
  PaymentRejected,
  (f) => f.paymentId,
);
export const auditReported = fact('finance', 'audit.reported', AuditReported, (f) => f.auditId);
export const auditClosed = fact('finance', 'audit.closed', AuditClosed, (f) => f.auditId);
export const findingRaised = fact('finance', 'finding.raised', FindingRaised, (f) => f.findingId);
export const findingClosed = fact('finance', 'finding.closed', FindingClosed, (f) => f.findingId);
export const grantRuleAnnounced = fact(
  'finance',
  'grant-rule.announced',
  GrantRuleAnnounced,
  (f) => f.ruleId,
);
export const inspectionMade = fact('finance', 'inspection.made', InspectionMade, (f) => f.roundId);
export const grantSubmitted = fact('finance', 'grant.submitted', GrantSubmitted, (f) => f.grantId);
export const grantApplied = fact('finance', 'grant.applied', GrantApplied, (f) => f.grantId);
export const grantAnswered = fact('finance', 'grant.answered', GrantAnswered, (f) => f.grantId);
export const grantReported = fact('finance', 'grant.reported', GrantReported, (f) => f.grantId);
export const grantApproved = fact('finance', 'grant.approved', GrantApproved, (f) => f.grantId);
export const grantPaid = fact('finance', 'grant.paid', GrantPaid, (f) => f.grantId);
