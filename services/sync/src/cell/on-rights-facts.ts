// Work orders, mediation and legal aid.
import {
  hotlineCalled,
  legalAidClosed,
  legalAidGranted,
  mediationAccepted,
  mediationClosed,
  rightsAgreementEnded,
  rightsAgreementSigned,
  rightsChecked,
  workOrderClosed,
  workOrderHandled,
  workOrderReceived,
} from '@gonglian/contracts/welfare.ts';
import type { Received } from '@gonglian/service/use-case.ts';
import type { Movement } from '../indicator/movements.ts';
import { movesOfWelfare } from '../indicator/welfare-movements.ts';
import { reaction } from '../pipeline.ts';
import { countMovements } from './count.ts';

const hotline = [hotlineCalled, workOrderReceived, workOrderHandled, workOrderClosed] as const;
const cases = [
  mediationAccepted,
  mediationClosed,
  legalAidGranted,
  legalAidClosed,
  rightsChecked,
  rightsAgreementSigned,
  rightsAgreementEnded,
] as const;
export type HotlineFact = Received<(typeof hotline)[number]>;
export type CaseFact = Received<(typeof cases)[number]>;

export function movesOfHotline({ name, data }: HotlineFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'hotline.called': {
      const calls = { kind: data.orderKind, count: BigInt(data.calls) };
      return movesOfWelfare('hotline_called', unionId, data.calledOn, calls);
    }
    case 'work-order.received': {
      const received = { source: data.intake };
      return movesOfWelfare('work_order_received', unionId, data.receivedOn, received);
    }
    case 'work-order.handled': {
      const handled = { kind: data.orderKind, fen: data.recoveredFen };
      return [
        ...movesOfWelfare('work_order_handled', unionId, data.closedOn, handled),
        ...workersOf('HOTLINE', data, data.closedOn),
      ];
    }
    case 'work-order.closed': {
      const closed = { kind: data.orderKind, source: data.intake };
      return movesOfWelfare('work_order_closed', unionId, data.closedOn, closed);
    }
  }
}

export function movesOfCases({ name, data }: CaseFact): Movement[] {
  const { unionId } = data;
  switch (name) {
    case 'mediation.accepted': {
      const accepted = { kind: data.disputeKind, source: data.source };
      return [
        ...movesOfWelfare('mediation_accepted', unionId, data.acceptedOn, accepted),
        ...workersOf('MEDIATION', data, data.acceptedOn),
      ];
    }
    case 'mediation.closed':
      return movesOfWelfare('mediation_closed', unionId, data.closedOn, {
        kind: data.disputeKind,
        level: data.agreed ? 'AGREEMENT' : 'NO_AGREEMENT',
        source: data.source,
        fen: data.recoveredFen,
      });
    case 'legal-aid.granted': {
      const source = data.crossRegion ? 'CROSS_REGION' : '';
      return [
        ...movesOfWelfare('legal_aid_granted', unionId, data.grantedOn, {
          kind: data.disputeKind,
          source,
        }),
        ...workersOf('LEGAL_AID', data, data.grantedOn),
      ];
    }
    case 'legal-aid.closed': {
      const { disputeKind: kind, result: level, recoveredFen: fen } = data;
      return movesOfWelfare('legal_aid_closed', unionId, data.closedOn, { kind, level, fen });
    }
    case 'rights.checked': {
      const checked = { kind: data.checkKind, fen: data.recoveredFen };
      return [
        ...movesOfWelfare('rights_checked', unionId, data.closedOn, checked),
        ...workersOf('CHECK', data, data.closedOn),
      ];
    }
    case 'rights-agreement.signed': {
      const signed = { kind: data.agreementKind };
      return movesOfWelfare('rights_agreement_signed', unionId, data.signedOn, signed);
    }
    case 'rights-agreement.ended': {
      const ended = { kind: data.agreementKind };
      return movesOfWelfare('rights_agreement_ended', unionId, data.endedOn, ended);
    }
  }
}

function workersOf(
  kind: string,
  { unionId, workers }: { unionId: string; workers: number },
  on: string,
): Movement[] {
  return movesOfWelfare('rights_worker', unionId, on, { kind, count: BigInt(workers) });
}

export const onHotlineFacts = reaction({
  facts: hotline,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfHotline));
  },
});

export const onCaseFacts = reaction({
  facts: cases,
  async apply(tx, batch) {
    await countMovements(tx, batch.flatMap(movesOfCases));
  },
});
