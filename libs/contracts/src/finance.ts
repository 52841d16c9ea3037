import { fact } from './fact.ts';
import {
  AuditClosed,
  AuditReported,
  FindingClosed,
  FindingRaised,
  PaymentFailed,
  PaymentSettled,
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
export const auditReported = fact('finance', 'audit.reported', AuditReported, (f) => f.auditId);
export const auditClosed = fact('finance', 'audit.closed', AuditClosed, (f) => f.auditId);
export const findingRaised = fact('finance', 'finding.raised', FindingRaised, (f) => f.findingId);
export const findingClosed = fact('finance', 'finding.closed', FindingClosed, (f) => f.findingId);
