// What may be done with a grant: in which state, at which end and in which duty, and what has to be said for it.
import { answer, client } from '../client.ts';
import type { Grant } from '../shapes.ts';
import { fenOf } from '../settlements/fen.ts';
import type { FieldName, Values } from './grant-fields.ts';

export interface GrantAction {
  from: readonly string[];
  duties: readonly string[];
  /** Done by whoever wrote it, or by whoever decides: both are here within a node. */
  side: 'writer' | 'decider';
  fields: readonly FieldName[];
  send(grant: Grant, values: Values, key: string): Promise<unknown>;
}

function about({ grantId }: Grant, key: string) {
  return { params: { path: { grantId } }, headers: { 'Idempotency-Key': key } };
}

const writers = ['clerk', 'finance'];
const decided = { side: 'decider', from: ['SUBMITTED'], duties: ['finance'] } as const;
const signed = { side: 'decider', from: ['ACCEPTED'], duties: ['chair'] } as const;
const written = { side: 'writer', from: ['DRAFT', 'RETURNED'], duties: writers } as const;

const review =
  (said: string) =>
  (grant: Grant, { granted = '', reason = '' }: Values, key: string) => {
    const grantedFen = said === 'ACCEPTED' ? fenOf(granted) : '0';
    const body = { expectedVersion: grant.version, answer: said, grantedFen, reason };
    return answer(client.POST('/fund/grants/{grantId}/review', { ...about(grant, key), body }));
  };
const approval =
  (said: string) =>
  (grant: Grant, { reason = '' }: Values, key: string) => {
    const body = { expectedVersion: grant.version, answer: said, reason };
    return answer(client.POST('/fund/grants/{grantId}/approval', { ...about(grant, key), body }));
  };

export const grantActions = {
  submit: {
    ...written,
    fields: [],
    send(grant, _, key) {
      const body = { expectedVersion: grant.version };
      return answer(
        client.POST('/fund/grants/{grantId}/submission', { ...about(grant, key), body }),
      );
    },
  },
  withdraw: {
    ...written,
    fields: [],
    send(grant, _, key) {
      const body = { expectedVersion: grant.version };
      return answer(
        client.POST('/fund/grants/{grantId}/withdrawal', { ...about(grant, key), body }),
      );
    },
  },
  accept: { ...decided, fields: ['granted'], send: review('ACCEPTED') },
  giveBack: { ...decided, fields: ['reason'], send: review('RETURNED') },
  refuse: { ...decided, fields: ['reason'], send: review('REFUSED') },
  approve: { ...signed, fields: [], send: approval('APPROVED') },
  sendBack: { ...signed, fields: ['reason'], send: approval('RETURNED') },
  decline: { ...signed, fields: ['reason'], send: approval('REFUSED') },
  report: {
    from: ['PAID'],
    duties: writers,
    side: 'writer',
    fields: ['used', 'unspent', 'matched', 'report'],
    send(grant, { used = '', unspent = '', matched = '', report = '' }, key) {
      const body = {
        expectedVersion: grant.version,
        usedFen: fenOf(used),
        unspentFen: fenOf(unspent),
        matchedFen: fenOf(matched),
        reportSha256: report,
      };
      return answer(client.POST('/fund/grants/{grantId}/report', { ...about(grant, key), body }));
    },
  },
} satisfies Record<string, GrantAction>;

export type GrantActionName = keyof typeof grantActions;
/** Everything that a dialog of this screen asks for. */
export type ActName =
  | GrantActionName
  | 'apply'
  | 'amend'
  | 'pay'
  | 'setRule'
  | 'approveRule'
  | 'rejectRule'
  | 'generate'
  | 'approveList';

const names = Object.keys(grantActions) as GrantActionName[];

export function offers(grant: Grant, duty: string): GrantActionName[] {
  const elsewhere = grant.direction === 'OUT' ? 'decider' : 'writer';
  // A subordinate keeps no line of a list of ours; its report is written here.
  const ours = grant.direction === 'HERE' || (grant.direction === 'IN' && grant.listId !== '');
  return names.filter((name) => {
    const { from, duties, side }: GrantAction = grantActions[name];
    const may = from.includes(grant.state) && duties.includes(duty);
    return may && (ours || side !== elsewhere);
  });
}

/** May be asked to be paid now. */
export function waits({ state, direction, paymentState }: Grant): boolean {
  return state === 'APPROVED' && direction !== 'OUT' && paymentState === 'WAITING';
}
