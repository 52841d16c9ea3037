// What may be done with a finding: the audited side plans and proves, an auditor judges.
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Finding } from '../shapes.ts';
import type { Action } from './audit-actions.ts';

const AUDITOR = ['auditor'];
const AUDITED = ['finance', 'chair'];

function about({ findingId }: Finding, key: string) {
  return { params: { path: { findingId } }, headers: { 'Idempotency-Key': key } };
}

export const findingActions = {
  notifyOne: {
    from: ['OPEN'],
    duties: AUDITOR,
    fields: ['on'],
    send(one, { on: notifiedOn = '' }, key) {
      const body = { expectedVersion: one.version, notifiedOn };
      return answer(
        client.POST('/audit-findings/{findingId}/notice', { ...about(one, key), body }),
      );
    },
  },
  rectify: {
    from: ['NOTIFIED', 'PLAN'],
    duties: AUDITED,
    fields: ['plan'],
    send(one, { plan = '' }, key) {
      const body = { expectedVersion: one.version, plan };
      return answer(client.POST('/audit-findings/{findingId}/plan', { ...about(one, key), body }));
    },
  },
  accept: {
    from: ['PLAN'],
    duties: AUDITOR,
    fields: ['note'],
    send(one, { note = '' }, key) {
      const body = { expectedVersion: one.version, note };
      const path = '/audit-findings/{findingId}/plan-acceptance';
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  submit: {
    from: ['IN_RECTIFICATION', 'RETURNED', 'ESCALATED'],
    duties: AUDITED,
    fields: ['note', 'evidence', 'recovered', 'adjusted', 'returned'],
    send(one, { note = '', evidence = '', recovered = '', adjusted = '', returned = '' }, key) {
      const body = {
        expectedVersion: one.version,
        note,
        evidenceSha256: evidence.split(' ').filter(Boolean),
        recoveredFen: fenOf(recovered),
        adjustedFen: fenOf(adjusted),
        returnedFen: fenOf(returned),
      };
      const path = '/audit-findings/{findingId}/evidence';
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  verify: {
    from: ['EVIDENCE_SUBMITTED'],
    duties: AUDITOR,
    fields: ['accepted', 'note'],
    send(one, { accepted = '', note = '' }, key) {
      const body = { expectedVersion: one.version, accepted: accepted === 'yes', note };
      const path = '/audit-findings/{findingId}/verification';
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  strike: {
    from: ['VERIFIED'],
    duties: AUDITOR,
    fields: ['on'],
    send(one, { on: closedOn = '' }, key) {
      const body = { expectedVersion: one.version, closedOn, note: '' };
      return answer(
        client.POST('/audit-findings/{findingId}/closing', { ...about(one, key), body }),
      );
    },
  },
  escalate: {
    from: ['NOTIFIED', 'PLAN', 'IN_RECTIFICATION', 'RETURNED'],
    duties: AUDITOR,
    fields: ['escalatedTo', 'note'],
    send(one, { escalatedTo = '', note = '' }, key) {
      const body = { expectedVersion: one.version, escalatedTo, note };
      const path = '/audit-findings/{findingId}/escalation';
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
} satisfies Record<string, Action<Finding>>;
export type FindingActionName = keyof typeof findingActions;

const names = Object.keys(findingActions) as FindingActionName[];

/** Only what is late may be escalated. */
export function offersOfFinding(one: Finding, duty: string): FindingActionName[] {
  return names.filter((name) => {
    const { from, duties }: Action<Finding> = findingActions[name];
    if (name === 'escalate' && one.overdueDays === 0) return false;
    return from.includes(one.state) && duties.includes(duty);
  });
}
