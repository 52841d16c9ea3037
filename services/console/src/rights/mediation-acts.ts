// What may be done with a mediation, as the service has it (welfare: mediation/mediation-steps.ts).
import { keyed, type Act, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { Mediation } from '../shapes.ts';
import { orNone } from './order-acts.ts';

export const mediationStates = [
  'APPLIED',
  'ACCEPTED',
  'INVESTIGATED',
  'MEDIATING',
  'AGREED',
  'PERFORMED',
  'UNPERFORMED',
  'PAYMENT_ORDER',
  'FAILED',
  'TO_ARBITRATION',
  'WITHDRAWN',
] as const;
const talking = ['ACCEPTED', 'INVESTIGATED', 'MEDIATING'];
const owed = ['WAGE_ARREARS', 'INJURY', 'COMPENSATION'];

const way = ['APPLIED', 'ACCEPTED', 'INVESTIGATED', 'MEDIATING', 'AGREED', 'PERFORMED'];
const ends: Readonly<Record<string, readonly string[]>> = {
  UNPERFORMED: [...way.slice(0, 5), 'UNPERFORMED'],
  PAYMENT_ORDER: [...way.slice(0, 5), 'UNPERFORMED', 'PAYMENT_ORDER'],
  FAILED: ['APPLIED', 'ACCEPTED', 'FAILED', 'TO_ARBITRATION'],
  TO_ARBITRATION: ['APPLIED', 'ACCEPTED', 'FAILED', 'TO_ARBITRATION'],
  WITHDRAWN: ['APPLIED', 'WITHDRAWN'],
};
const done = ['PERFORMED', 'PAYMENT_ORDER', 'TO_ARBITRATION', 'WITHDRAWN'];

export const mediationWay = ({ state }: Mediation) => ({
  steps: ends[state] ?? way,
  here: state,
  done: done.includes(state),
});

const about = ({ mediationId }: Mediation, key: string) => ({
  params: { path: { mediationId } },
  headers: keyed(key),
});

const stepped = (step: string, fields: Act<Mediation>['fields']): Act<Mediation> => ({
  fields,
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      step,
      steppedOn: of('stepOn'),
      professionalId: of('mediator'),
      note: of('careRemark'),
    };
    return answer(client.POST('/mediations/{mediationId}/steps', { ...about(one, key), body }));
  },
});

const performed = (isDone: boolean): Act<Mediation> => ({
  fields: isDone ? ['stepOn', 'recovered'] : ['stepOn'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      performed: isDone,
      recoveredFen: orNone(of('recovered')),
      steppedOn: of('stepOn'),
    };
    const to = '/mediations/{mediationId}/performance';
    return answer(client.POST(to, { ...about(one, key), body }));
  },
});

const handed = (toAgency: string): Act<Mediation> => ({
  fields: ['stepOn', 'agencyNo'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      toAgency,
      agencyNo: of('agencyNo'),
      steppedOn: of('stepOn'),
    };
    return answer(client.POST('/mediations/{mediationId}/hand-over', { ...about(one, key), body }));
  },
});

export const applyMediation: ActsOf<null> = {
  applyMediation: {
    leads: true,
    fields: [
      'union',
      'personName',
      'idNumber',
      'disputeKind',
      'opponent',
      'matterContent',
      'caseSource',
      'caseSourceNo',
      'helpedWorkers',
      'representatives',
      'askedOn',
      'knownOn',
      'relationEndedOn',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        personName: of('personName'),
        idNumber: of('idNumber'),
        disputeKind: of('disputeKind'),
        source: of('caseSource'),
        sourceNo: of('caseSourceNo'),
        employerName: of('opponent'),
        content: of('matterContent'),
        workers: Number(of('helpedWorkers')),
        representatives: Number(of('representatives')),
        appliedOn: of('askedOn'),
        knownOn: of('knownOn'),
        relationEndedOn: of('relationEndedOn'),
      };
      return answer(client.POST('/mediations', { headers: keyed(key), body }));
    },
  },
};

const coming: ActsOf<Mediation> = {
  acceptMediation: {
    ...stepped('ACCEPT', ['stepOn', 'mediator', 'careRemark']),
    leads: true,
    from: ['APPLIED'],
  },
  investigate: {
    ...stepped('INVESTIGATE', ['stepOn', 'careRemark']),
    leads: true,
    from: ['ACCEPTED'],
  },
  mediate: { ...stepped('MEDIATE', ['stepOn', 'careRemark']), leads: true, from: ['INVESTIGATED'] },
  agreeMediation: {
    leads: true,
    from: ['MEDIATING'],
    fields: ['agreedOn', 'agreementNo', 'agreementFile', 'agreedAmount', 'signedByBoth'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        agreedOn: of('agreedOn'),
        agreementNo: of('agreementNo'),
        agreementSha256: of('agreementFile'),
        agreedFen: orNone(of('agreedAmount')),
        signedByBoth: of('signedByBoth') === 'yes',
      };
      const to = '/mediations/{mediationId}/agreement';
      return answer(client.POST(to, { ...about(one, key), body }));
    },
  },
};

export const mediationActs: ActsOf<Mediation> = {
  ...coming,
  performMediation: { ...performed(true), leads: true, from: ['AGREED', 'UNPERFORMED'] },
  breakMediation: { ...performed(false), from: ['AGREED'] },
  orderPayment: {
    ...handed('COURT_PAYMENT_ORDER'),
    from: ['UNPERFORMED'],
    when: ({ disputeKind }) => owed.includes(disputeKind),
  },
  // Before the last day the law leaves the time to those who talk.
  failMediation: {
    ...stepped('FAIL', ['stepOn', 'careRemark']),
    from: talking,
    when: ({ dueOn }) => dueOn <= today(),
  },
  handToArbitration: {
    ...handed('ARBITRATION'),
    leads: true,
    from: ['FAILED', 'UNPERFORMED'],
  },
  withdrawMediation: {
    ...stepped('WITHDRAW', ['stepOn', 'careRemark']),
    from: ['APPLIED', ...talking],
  },
};
