// What may be done with an audit: in which state and duty, what has to be said for it, and what is asked of the node.
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Audit } from '../shapes.ts';
import type { FieldName, Values } from './audit-fields.ts';

export interface Action<Of> {
  from: readonly string[];
  duties: readonly string[];
  fields: readonly FieldName[];
  send(of: Of, values: Values, key: string): Promise<unknown>;
}

const AUDITOR = ['auditor'];
const AT_WORK = ['ENTERED', 'DRAFTED', 'COMMENTED'];

function about({ auditId }: Audit, key: string) {
  return { params: { path: { auditId } }, headers: { 'Idempotency-Key': key } };
}

export const auditActions = {
  notify: {
    from: ['PLANNED'],
    duties: AUDITOR,
    fields: ['on', 'entryOn'],
    send(one, { on: notifiedOn = '', entryOn = '' }, key) {
      const body = { expectedVersion: one.version, notifiedOn, entryOn };
      return answer(client.POST('/audits/{auditId}/notice', { ...about(one, key), body }));
    },
  },
  enter: {
    from: ['NOTIFIED'],
    duties: AUDITOR,
    fields: ['on'],
    send(one, { on: enteredOn = '' }, key) {
      const body = { expectedVersion: one.version, enteredOn };
      return answer(client.POST('/audits/{auditId}/entry', { ...about(one, key), body }));
    },
  },
  paper: {
    from: AT_WORK,
    duties: AUDITOR,
    fields: ['title', 'auditProcedure', 'conclusion'],
    send(one, { title = '', auditProcedure = '', conclusion = '' }, key) {
      const body = { title, auditProcedure, conclusion };
      return answer(client.POST('/audits/{auditId}/papers', { ...about(one, key), body }));
    },
  },
  sample: {
    from: AT_WORK,
    duties: AUDITOR,
    fields: ['subject', 'method', 'size', 'threshold', 'seed'],
    send(one, { subject = '', method = '', size = '', threshold = '', seed = '' }, key) {
      const thresholdFen = fenOf(threshold);
      const body = { subject, method, size: Number(size), thresholdFen, seed };
      return answer(client.POST('/audits/{auditId}/samples', { ...about(one, key), body }));
    },
  },
  raise: {
    from: AT_WORK,
    duties: AUDITOR,
    fields: ['category', 'title', 'amount', 'clause', 'cause', 'responsiblePost', 'suggestion'],
    send: (one, values, key) => raise(one, '', values, key),
  },
  draft: {
    from: ['ENTERED'],
    duties: AUDITOR,
    fields: ['on', 'summary'],
    send(one, { on: draftedOn = '', summary = '' }, key) {
      const body = { expectedVersion: one.version, draftedOn, summary };
      return answer(client.POST('/audits/{auditId}/draft', { ...about(one, key), body }));
    },
  },
  comment: {
    from: ['DRAFTED'],
    duties: ['finance', 'chair'],
    fields: ['on', 'comment'],
    send(one, { on: commentedOn = '', comment = '' }, key) {
      const body = { expectedVersion: one.version, commentedOn, comment };
      return answer(client.POST('/audits/{auditId}/comment', { ...about(one, key), body }));
    },
  },
  report: {
    from: ['DRAFTED', 'COMMENTED'],
    duties: AUDITOR,
    fields: ['on', 'opinion'],
    send(one, { on: reportedOn = '', opinion = '' }, key) {
      const body = { expectedVersion: one.version, reportedOn, opinion };
      return answer(client.POST('/audits/{auditId}/report', { ...about(one, key), body }));
    },
  },
  decide: {
    from: ['REPORTED'],
    duties: AUDITOR,
    fields: ['on', 'decisionNo'],
    send(one, { on: decidedOn = '', decisionNo = '' }, key) {
      const body = { expectedVersion: one.version, decidedOn, decisionNo };
      return answer(client.POST('/audits/{auditId}/decision', { ...about(one, key), body }));
    },
  },
  close: {
    from: ['DECIDED'],
    duties: AUDITOR,
    fields: ['on'],
    send(one, { on: closedOn = '' }, key) {
      const body = { expectedVersion: one.version, closedOn };
      return answer(client.POST('/audits/{auditId}/closing', { ...about(one, key), body }));
    },
  },
  cancel: {
    from: ['PLANNED', 'NOTIFIED'],
    duties: AUDITOR,
    fields: ['reason'],
    send(one, { reason = '' }, key) {
      const body = { expectedVersion: one.version, reason };
      return answer(client.POST('/audits/{auditId}/cancellation', { ...about(one, key), body }));
    },
  },
} satisfies Record<string, Action<Audit>>;
export type AuditActionName = keyof typeof auditActions;

/** Of a hit, or of nothing in particular. */
export function raise(one: Audit, hitId: string, values: Values, key: string): Promise<unknown> {
  const { amount = '', category = '', title = '', clause = '', cause = '' } = values;
  const { responsiblePost = '', suggestion = '' } = values;
  const words = { category, title, clause, cause, responsiblePost, suggestion };
  const body = { ...words, amountFen: fenOf(amount), hitId };
  return answer(client.POST('/audits/{auditId}/findings', { ...about(one, key), body }));
}

export function plan(values: Values, key: string): Promise<unknown> {
  const { unionId = '', kind = '', title = '', periodFrom = '', periodTo = '' } = values;
  const { basis = '', firmName = '', firmUscc = '', followsAuditId = '' } = values;
  const { scopeKind = '', scopeCode = '', auditorNode = '', auditorNodeName = '' } = values;
  const auditors = (values.auditors ?? '').split(/[,，、;；\s]+/).filter(Boolean);
  const period = { periodFrom, periodTo };
  const firm = { firmName, firmUscc };
  const scope = { scopeKind: scopeKind === 'WHOLE' ? '' : scopeKind, scopeCode };
  const guests = { auditorNode, auditorNodeName };
  const plain = { unionId, kind, title, ...period, basis, auditors, followsAuditId };
  const body = { ...plain, ...firm, ...scope, ...guests };
  return answer(client.POST('/audits', { headers: { 'Idempotency-Key': key }, body }));
}

const names = Object.keys(auditActions) as AuditActionName[];

export function offersOf({ state }: Audit, duty: string): AuditActionName[] {
  return names.filter((name) => {
    const { from, duties }: Action<Audit> = auditActions[name];
    return from.includes(state) && duties.includes(duty);
  });
}
