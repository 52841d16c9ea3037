// The queues that are decided on the workbench itself: what waits in each, and how it is decided.
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';

/** One thing that waits. */
export interface Waiting {
  id: string;
  version: number;
  /** Whose or which; `fact` names words of `work.fact`. */
  name: string;
  facts: readonly (readonly [fact: Fact, value: string])[];
  since: string;
  until: string;
  /** Where the whole of it is shown. */
  to: string;
}

export type Fact = 'union' | 'from' | 'toUnion' | 'field' | 'explanation';
export type Decision = 'approve' | 'turnDown';

export interface Said {
  /** Why it is turned down. */
  reason: string;
  /** The number of the document that approves (批复文号). */
  docNo: string;
}

interface Page {
  items: Waiting[];
  nextCursor: string;
}

export interface Queue {
  read(cursor: string): Promise<Page>;
  approve(item: Waiting, said: Said, key: Key): Promise<unknown>;
  turnDown?(item: Waiting, said: Said, key: Key): Promise<unknown>;
  needsDocNo?: true;
  /** The reasons of the rule, as codes of `rejectReason`; without them a reason is written. */
  reasons?: readonly string[];
}

/** The same decision on the same thing has the same key, however often it is sent. */
type Key = Record<'Idempotency-Key', string>;

const limit = 50;

const application: Queue = {
  async read(cursor) {
    const query = { state: 'APPLIED', cursor, limit };
    const { items, nextCursor } = await answer(client.GET('/members', { params: { query } }));
    return {
      nextCursor,
      items: items.map((one) => ({
        id: one.memberId,
        version: one.version,
        name: one.name || one.nameMasked,
        facts: [['union', one.unionName]],
        since: one.appliedOn,
        until: '',
        to: `/members/${one.memberId}`,
      })),
    };
  },
  approve: ({ id, version }, _, headers) => {
    const params = { path: { memberId: id } };
    const body = { approvedOn: today(), expectedVersion: version };
    return answer(client.POST('/members/{memberId}/approval', { params, body, headers }));
  },
  turnDown: ({ id, version }, { reason }, headers) => {
    const params = { path: { memberId: id } };
    const body = { reason, expectedVersion: version };
    return answer(client.POST('/members/{memberId}/rejection', { params, body, headers }));
  },
  reasons: ['incomplete', 'identity_mismatch', 'wrong_unit', 'already_member', 'not_eligible'],
};

async function readTransfers(waiting: string, cursor: string): Promise<Page> {
  const query = { waiting, cursor, limit };
  const { items, nextCursor } = await answer(client.GET('/transfers', { params: { query } }));
  return {
    nextCursor,
    items: items.map((one) => ({
      id: one.transfer?.transferId ?? '',
      version: one.transfer?.version ?? 0,
      name: one.nameMasked,
      facts: [
        ['from', one.fromUnionName],
        ['toUnion', one.toUnionName],
      ],
      since: one.requestedOn,
      until: one.expiresOn,
      to: '/transfers',
    })),
  };
}

const refuseTransfer: Queue['turnDown'] = ({ id, version }, { reason }, headers) => {
  const params = { path: { transferId: id } };
  const body = { reason, expectedVersion: version };
  return answer(client.POST('/transfers/{transferId}/refusal', { params, body, headers }));
};

const transferToConfirm: Queue = {
  read: (cursor) => readTransfers('to_confirm', cursor),
  approve: ({ id, version }, _, headers) => {
    const params = { path: { transferId: id } };
    const body = { expectedVersion: version };
    return answer(client.POST('/transfers/{transferId}/confirmation', { params, body, headers }));
  },
  turnDown: refuseTransfer,
};

const transferToAccept: Queue = {
  read: (cursor) => readTransfers('to_accept', cursor),
  approve: ({ id, version }, _, headers) => {
    const params = { path: { transferId: id } };
    const body = { expectedVersion: version };
    return answer(client.POST('/transfers/{transferId}/acceptance', { params, body, headers }));
  },
  turnDown: refuseTransfer,
};

function decideCorrection(accept: boolean): NonNullable<Queue['turnDown']> {
  return ({ id, version }, { reason }, headers) => {
    const params = { path: { correctionId: id } };
    const body = { accept, reason, expectedVersion: version };
    return answer(client.POST('/corrections/{correctionId}/decision', { params, body, headers }));
  };
}

const correction: Queue = {
  async read(cursor) {
    const query = { state: 'ASKED', cursor, limit };
    const { items, nextCursor } = await answer(client.GET('/corrections', { params: { query } }));
    return {
      nextCursor,
      items: items.map((one) => ({
        id: one.correctionId,
        version: one.version,
        name: one.value,
        facts: [
          ['field', one.field],
          ['explanation', one.explanation],
        ],
        since: one.askedOn,
        until: one.dueOn,
        to: `/members/${one.memberId}`,
      })),
    };
  },
  approve: decideCorrection(true),
  turnDown: decideCorrection(false),
};

async function readEstablishments(state: string, cursor: string): Promise<Page> {
  const query = { state, cursor, limit };
  const { items, nextCursor } = await answer(client.GET('/establishments', { params: { query } }));
  return {
    nextCursor,
    items: items.map((one) => ({
      id: one.establishmentId,
      version: one.version,
      name: one.name,
      facts: [],
      since: one.appliedOn,
      until: '',
      to: `/unions?id=${one.parentId}`,
    })),
  };
}

function replyTo(approve: boolean): NonNullable<Queue['turnDown']> {
  return ({ id, version }, { reason, docNo }, headers) => {
    const params = { path: { establishmentId: id } };
    const said = approve
      ? { replyDocNo: docNo, repliedOn: today() }
      : { repliedOn: today(), returnReason: reason };
    const body = { approve, ...said, expectedVersion: version };
    return answer(
      client.POST('/establishments/{establishmentId}/reply', { params, body, headers }),
    );
  };
}

const establishmentToReply: Queue = {
  read: (cursor) => readEstablishments('APPLIED', cursor),
  approve: replyTo(true),
  turnDown: replyTo(false),
  needsDocNo: true,
};

const establishmentToApprove: Queue = {
  read: (cursor) => readEstablishments('FOUNDED', cursor),
  approve: ({ id, version }, { docNo }, headers) => {
    const params = { path: { establishmentId: id } };
    const body = { replyDocNo: docNo, approvedOn: today(), expectedVersion: version };
    return answer(
      client.POST('/establishments/{establishmentId}/approval', { params, body, headers }),
    );
  },
  needsDocNo: true,
};

/** By kind, as the node's task lists name them. */
export const queues = new Map<string, Queue>([
  ['application', application],
  ['transfer_to_confirm', transferToConfirm],
  ['transfer_to_accept', transferToAccept],
  ['correction', correction],
  ['establishment_to_reply', establishmentToReply],
  ['establishment_to_approve', establishmentToApprove],
]);

/** The queues that another screen shows, and where. */
const elsewhere = new Map([
  ['election_to_reply', '/unions?view=due&election=REQUEST_FILED'],
  ['election_to_review', '/unions?view=due&election=CANDIDATES_PROPOSED'],
  ['election_to_approve', '/unions?view=due&election=RESULT_REPORTED'],
  ['election_overdue', '/unions?view=due&due=EXPIRED'],
  ['election_due', '/unions?view=due&due=DUE'],
  ['import', '/imports'],
  ['export_approval', '/exports'],
  ['payment_to_check', '/payments?state=DRAFT'],
  ['payment_to_approve', '/payments?state=CHECKED'],
  ['payment_to_export', '/payments?state=APPROVED'],
  ['payment_to_send', '/payments?state=EXPORTED'],
  ['payment_awaiting_result', '/payments?state=SENT'],
  ['payment_to_reconcile', '/reconciliation'],
  ['payment_to_close', '/payments?state=RECONCILED'],
  ['line_to_reissue', '/payments?state=RESULT'],
  ['budget_to_approve', '/budget'],
  ['settlement_to_approve', '/settlements?show=proposed'],
  ['emergency_overdue', '/settlements?show=all'],
  ['emergency_to_decide', '/settlements?show=all'],
  ['asset_to_approve', '/assets'],
  ['spending_alert', '/alerts'],
  ['suggestion_overdue', '/innovation?view=suggestions&state=OVERDUE'],
  ['hazard_overdue', '/innovation?view=hazards&state=OVERDUE'],
  ['hardship_to_visit', '/hardship?view=files&state=SUBMITTED'],
  ['hardship_to_discuss', '/hardship?view=files&state=HOME_VISIT'],
  ['hardship_to_publish', '/hardship?view=files&state=DEMOCRATIC_REVIEW'],
  ['hardship_to_review', '/hardship?view=files&state=PUBLICITY_UNIT'],
  ['hardship_to_match', '/hardship?view=files&state=UPPER_REVIEW'],
  ['hardship_to_decide', '/hardship?view=files&state=DATA_MATCH'],
  ['hardship_to_confirm', '/hardship?view=files&state=COUNTY_REVIEW'],
  ['hardship_exit_to_decide', '/hardship?view=files&state=EXIT_PROPOSED'],
  ['hardship_returned', '/hardship?view=files&state=RETURNED'],
  ['relief_to_check', '/hardship?view=relief&state=PROPOSED'],
  ['relief_to_review', '/hardship?view=relief&state=MATERIALS_CHECKED'],
  ['relief_to_approve', '/hardship?view=relief&state=REVIEWED'],
  ['relief_to_publish', '/hardship?view=relief&state=APPROVED'],
  ['relief_to_pay', '/hardship?view=relief&state=PUBLISHED'],
  ['relief_pay_failed', '/hardship?view=relief&state=PAY_FAILED'],
  ['relief_returned', '/hardship?view=relief&state=RETURNED'],
  ['notice_objected', '/notices?objected=true'],
  ['claim_to_submit', '/mutual-aid?view=claims&state=REPORTED'],
  ['claim_to_check', '/mutual-aid?view=claims&state=MATERIALS'],
  ['claim_to_review', '/mutual-aid?view=claims&state=CHECKED'],
  ['claim_to_calculate', '/mutual-aid?view=claims&state=REVIEWED'],
  ['claim_to_approve', '/mutual-aid?view=claims&state=CALCULATED'],
  ['claim_appealed', '/mutual-aid?view=claims&state=APPEALED'],
  ['claim_returned', '/mutual-aid?view=claims&state=RETURNED'],
  ['claim_late', '/mutual-aid?view=claims&age=30'],
  ['order_late', '/rights?queue=late'],
  ['order_soon', '/rights?queue=soon'],
  ['mediation_near', '/rights?view=mediations&state=NEAR'],
  ['legal_aid_late', '/rights?view=aids&state=OVERDUE'],
  ['venue_to_decide', '/venues?view=register&state=PROPOSED'],
]);

/** Where the list behind a count is; a kind of task that is new to the console stays here. */
export function listOf(kind: string): string {
  return elsewhere.get(kind) ?? `/work?queue=${kind}`;
}
