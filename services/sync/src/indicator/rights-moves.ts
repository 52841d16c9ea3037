// What work orders, mediation and legal aid move.
import { lessOf, money, pairOf, times, type Helped, type Moves } from './helped.ts';
import type { Movement } from './movements.ts';
import { CALLS, CHECKS, DISPUTES, WAYS } from './welfare-dims.ts';

const recovered = (one: Helped, basis: string): Movement[] =>
  money('rights_recovered_yuan', one, `basis=${basis}`);

const agreed = (one: Helped): Movement[] => {
  if (one.kind === 'CROSS_REGION') return times('cross_region_rights_agreements', one);
  return one.kind === 'COURT_UNION' ? times('court_union_mediation_units', one) : [];
};

export const RIGHTS_MOVES = {
  hotline_called: (one) => [
    ...times('hotline_calls', one, ...pairOf('call_kind', CALLS, one.kind)),
    ...(one.kind === 'CONSULT' ? times('legal_consultations', one) : []),
  ],
  work_order_received: (one) => (one.source === 'PETITION' ? [] : times('hotline_tickets', one)),
  work_order_handled: (one) => [
    ...recovered(one, 'hotline'),
    // What became legal aid is a case of its own.
    ...(one.kind === 'COMPLAINT' ? times('rights_cases_handled', one, 'basis=hotline') : []),
  ],
  work_order_closed: (one) => (one.source === 'PETITION' ? times('petitions_handled', one) : []),
  rights_worker: (one) => [
    ...times('rights_case_persons', one, ...pairOf('basis', WAYS, one.kind)),
    ...(one.kind === 'LEGAL_AID' ? times('legal_aid_persons', one) : []),
  ],
  // It counts once it is over.
  mediation_accepted: () => [],
  mediation_closed: (one) => [
    ...times(
      'labour_disputes_mediated',
      one,
      ...pairOf('dispute', DISPUTES, one.kind),
      ...(one.level === 'AGREEMENT' ? ['result=agreement'] : []),
    ),
    ...times('rights_cases_handled', one, 'basis=mediation'),
    ...recovered(one, 'mediation'),
  ],
  legal_aid_granted: (one) =>
    times(
      'legal_aid_cases',
      one,
      ...pairOf('dispute', DISPUTES, one.kind),
      ...(one.source === 'CROSS_REGION' ? ['cross_region=yes'] : []),
    ),
  legal_aid_closed: (one) => [
    ...times('rights_cases_handled', one, 'basis=legal_aid'),
    ...recovered(one, 'legal_aid'),
  ],
  rights_checked: (one) => [
    ...money('rights_recovered_yuan', one, ...pairOf('basis', CHECKS, one.kind)),
    ...(one.kind === 'ACCIDENT' ? times('accident_investigations_joined', one) : []),
  ],
  rights_agreement_signed: agreed,
  rights_agreement_ended: (one) => agreed(lessOf(one)),
} satisfies Readonly<Record<string, Moves>>;
