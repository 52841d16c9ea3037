import * as events from '@gonglian/contracts/gen/gonglian/welfare/v1/events.ts';
import * as facts from '@gonglian/contracts/welfare.ts';
import { cellsOf, DAY, told } from './told-helped.ts';

const received = (intake: string) =>
  [
    `by ${intake}`,
    facts.workOrderReceived,
    events.WorkOrderReceived,
    { intake, receivedOn: DAY },
  ] as const;
const closed = (intake: string) =>
  [
    `that came by ${intake}`,
    facts.workOrderClosed,
    events.WorkOrderClosed,
    { intake, orderKind: 'COMPLAINT', closedOn: DAY },
  ] as const;
const handled = (what: string, data: Partial<events.WorkOrderHandled>) =>
  [what, facts.workOrderHandled, events.WorkOrderHandled, { closedOn: DAY, ...data }] as const;
const mediated = (what: string, data: Partial<events.MediationClosed>) =>
  [
    what,
    facts.mediationClosed,
    events.MediationClosed,
    { disputeKind: 'WAGE_ARREARS', source: 'WORKER', closedOn: DAY, ...data },
  ] as const;
const wages = { kind: 'WAGE_ARREARS', source: 'WORKER' };
const agreement = (kind: string) => [{ movement: 'rights_agreement_signed', kind }];
const signed = (agreementKind: string) =>
  [
    agreementKind,
    facts.rightsAgreementSigned,
    events.RightsAgreementSigned,
    { agreementKind, signedOn: DAY },
  ] as const;

export const TOLD_RIGHTS = [
  told(
    [
      'for advice',
      facts.hotlineCalled,
      events.HotlineCalled,
      { orderKind: 'CONSULT', calls: 9, calledOn: DAY },
    ],
    [{ movement: 'hotline_called', kind: 'CONSULT', count: 9n }],
    [...cellsOf('9 hotline_calls', 'call_kind=consult'), '9 legal_consultations '],
  ),
  told(
    [
      'that became an order',
      facts.hotlineCalled,
      events.HotlineCalled,
      { calls: 1, calledOn: DAY },
    ],
    [{ movement: 'hotline_called' }],
    ['1 hotline_calls '],
  ),
  told(
    received('CALL'),
    [{ movement: 'work_order_received', source: 'CALL' }],
    ['1 hotline_tickets '],
  ),
  told(received('PETITION'), [{ movement: 'work_order_received', source: 'PETITION' }], []),
  told(closed('CALL'), [{ movement: 'work_order_closed', kind: 'COMPLAINT', source: 'CALL' }], []),
  told(
    closed('PETITION'),
    [{ movement: 'work_order_closed', kind: 'COMPLAINT', source: 'PETITION' }],
    ['1 petitions_handled '],
  ),
  told(
    handled('a complaint', { orderKind: 'COMPLAINT', recoveredFen: 500n, workers: 4 }),
    [
      { movement: 'work_order_handled', kind: 'COMPLAINT', amountFen: 500n },
      { movement: 'rights_worker', kind: 'HOTLINE', count: 4n },
    ],
    [
      ...cellsOf('500 rights_recovered_yuan', 'basis=hotline'),
      ...cellsOf('1 rights_cases_handled', 'basis=hotline'),
      ...cellsOf('4 rights_case_persons', 'basis=hotline'),
    ],
  ),
  told(
    handled('what becomes legal aid', { orderKind: 'LEGAL_AID' }),
    [{ movement: 'work_order_handled', kind: 'LEGAL_AID' }],
    [],
  ),
  told(
    [
      'taken in',
      facts.mediationAccepted,
      events.MediationAccepted,
      { disputeKind: 'INJURY', source: 'WORKER', workers: 2, acceptedOn: DAY },
    ],
    [
      { movement: 'mediation_accepted', kind: 'INJURY', source: 'WORKER' },
      { movement: 'rights_worker', kind: 'MEDIATION', count: 2n },
    ],
    cellsOf('2 rights_case_persons', 'basis=mediation'),
  ),
  told(
    mediated('agreed', { agreed: true, recoveredFen: 800n }),
    [{ movement: 'mediation_closed', ...wages, level: 'AGREEMENT', amountFen: 800n }],
    [
      ...cellsOf('1 labour_disputes_mediated', 'dispute=wage_arrears', 'result=agreement'),
      ...cellsOf('1 rights_cases_handled', 'basis=mediation'),
      ...cellsOf('800 rights_recovered_yuan', 'basis=mediation'),
    ],
  ),
  told(
    mediated('without an agreement', {}),
    [{ movement: 'mediation_closed', ...wages, level: 'NO_AGREEMENT' }],
    [
      ...cellsOf('1 labour_disputes_mediated', 'dispute=wage_arrears'),
      ...cellsOf('1 rights_cases_handled', 'basis=mediation'),
    ],
  ),
  told(
    [
      'from elsewhere',
      facts.legalAidGranted,
      events.LegalAidGranted,
      { disputeKind: 'INJURY', crossRegion: true, workers: 1, grantedOn: DAY },
    ],
    [
      { movement: 'legal_aid_granted', kind: 'INJURY', source: 'CROSS_REGION' },
      { movement: 'rights_worker', kind: 'LEGAL_AID' },
    ],
    [
      ...cellsOf('1 legal_aid_cases', 'dispute=injury', 'cross_region=yes'),
      ...cellsOf('1 rights_case_persons', 'basis=legal_aid'),
      '1 legal_aid_persons ',
    ],
  ),
  told(
    [
      'over',
      facts.legalAidClosed,
      events.LegalAidClosed,
      { disputeKind: 'INJURY', result: 'WON', recoveredFen: 900n, closedOn: DAY },
    ],
    [{ movement: 'legal_aid_closed', kind: 'INJURY', level: 'WON', amountFen: 900n }],
    [
      ...cellsOf('1 rights_cases_handled', 'basis=legal_aid'),
      ...cellsOf('900 rights_recovered_yuan', 'basis=legal_aid'),
    ],
  ),
  told(
    [
      'an accident',
      facts.rightsChecked,
      events.RightsChecked,
      { checkKind: 'ACCIDENT', closedOn: DAY },
    ],
    [{ movement: 'rights_checked', kind: 'ACCIDENT' }],
    ['1 accident_investigations_joined '],
  ),
  told(
    [
      'unpaid wages',
      facts.rightsChecked,
      events.RightsChecked,
      { checkKind: 'WAGE_ARREARS', workers: 12, recoveredFen: 70n, closedOn: DAY },
    ],
    [
      { movement: 'rights_checked', kind: 'WAGE_ARREARS', amountFen: 70n },
      { movement: 'rights_worker', kind: 'CHECK', count: 12n },
    ],
    [
      ...cellsOf('70 rights_recovered_yuan', 'basis=unpaid_wages'),
      ...cellsOf('12 rights_case_persons', 'basis=joint_check'),
    ],
  ),
  told(signed('COURT_UNION'), agreement('COURT_UNION'), ['1 court_union_mediation_units ']),
  told(signed('CROSS_REGION'), agreement('CROSS_REGION'), ['1 cross_region_rights_agreements ']),
  told(
    [
      'over',
      facts.rightsAgreementEnded,
      events.RightsAgreementEnded,
      { agreementKind: 'CROSS_REGION', endedOn: DAY },
    ],
    [{ movement: 'rights_agreement_ended', kind: 'CROSS_REGION' }],
    ['-1 cross_region_rights_agreements '],
  ),
];
