// What each fact of work orders, mediation and legal aid tells, as their records count it again. For tests.
import type * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import type { Told, ToldRow } from './expect-recounted.ts';

const workersOf = (
  kind: string,
  { unionId, workers }: { unionId: string; workers: number },
  on: string,
): ToldRow[] => (workers ? [{ unionId, on, movement: 'rights_worker', kind, count: workers }] : []);

export const WORK_ORDER_MOVEMENTS = [
  'hotline_called',
  'work_order_received',
  'work_order_handled',
  'work_order_closed',
  'rights_worker',
];

export const TOLD_OF_WORK_ORDERS: Told = {
  'hotline.called': ({
    unionId,
    calledOn: on,
    orderKind: kind,
    calls: count,
  }: events.HotlineCalled) => [{ unionId, on, movement: 'hotline_called', kind, count }],
  'work-order.received': ({
    unionId,
    receivedOn: on,
    intake: source,
  }: events.WorkOrderReceived) => [{ unionId, on, movement: 'work_order_received', source }],
  'work-order.handled': (f: events.WorkOrderHandled) => [
    {
      unionId: f.unionId,
      on: f.closedOn,
      movement: 'work_order_handled',
      kind: f.orderKind,
      fen: f.recoveredFen,
    },
    ...workersOf('HOTLINE', f, f.closedOn),
  ],
  'work-order.closed': (f: events.WorkOrderClosed) => [
    {
      unionId: f.unionId,
      on: f.closedOn,
      movement: 'work_order_closed',
      kind: f.orderKind,
      source: f.intake,
    },
  ],
};

export const MEDIATION_MOVEMENTS = [
  'mediation_accepted',
  'mediation_closed',
  'rights_checked',
  'rights_agreement_signed',
  'rights_agreement_ended',
  'rights_worker',
];
export const LEGAL_AID_MOVEMENTS = ['legal_aid_granted', 'legal_aid_closed', 'rights_worker'];

export const TOLD_OF_RIGHTS: Told = {
  'mediation.accepted': (f: events.MediationAccepted) => [
    {
      unionId: f.unionId,
      on: f.acceptedOn,
      movement: 'mediation_accepted',
      kind: f.disputeKind,
      source: f.source,
    },
    ...workersOf('MEDIATION', f, f.acceptedOn),
  ],
  'mediation.closed': (f: events.MediationClosed) => [
    {
      unionId: f.unionId,
      on: f.closedOn,
      movement: 'mediation_closed',
      kind: f.disputeKind,
      level: f.agreed ? 'AGREEMENT' : 'NO_AGREEMENT',
      source: f.source,
      fen: f.recoveredFen,
    },
  ],
  'legal-aid.granted': (f: events.LegalAidGranted) => [
    {
      unionId: f.unionId,
      on: f.grantedOn,
      movement: 'legal_aid_granted',
      kind: f.disputeKind,
      source: f.crossRegion ? 'CROSS_REGION' : '',
    },
    ...workersOf('LEGAL_AID', f, f.grantedOn),
  ],
  'legal-aid.closed': (f: events.LegalAidClosed) => [
    {
      unionId: f.unionId,
      on: f.closedOn,
      movement: 'legal_aid_closed',
      kind: f.disputeKind,
      level: f.result,
      fen: f.recoveredFen,
    },
  ],
  'rights.checked': (f: events.RightsChecked) => [
    {
      unionId: f.unionId,
      on: f.closedOn,
      movement: 'rights_checked',
      kind: f.checkKind,
      fen: f.recoveredFen,
    },
    ...workersOf('CHECK', f, f.closedOn),
  ],
  'rights-agreement.signed': (f: events.RightsAgreementSigned) => [
    {
      unionId: f.unionId,
      on: f.signedOn,
      movement: 'rights_agreement_signed',
      kind: f.agreementKind,
    },
  ],
  'rights-agreement.ended': (f: events.RightsAgreementEnded) => [
    {
      unionId: f.unionId,
      on: f.endedOn,
      movement: 'rights_agreement_ended',
      kind: f.agreementKind,
    },
  ],
};
