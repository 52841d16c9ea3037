// What may be done with a case of legal aid, as the service has it (welfare: legal-aid/legal-aid-steps.ts).
import { keyed, listed, type Act, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { LegalAid } from '../shapes.ts';
import { orNone } from './order-acts.ts';

export const legalAidStates = [
  'APPLIED',
  'MATERIALS',
  'GRANTED',
  'REFUSED',
  'REFUSED_FINALLY',
  'LAWYER_ASSIGNED',
  'IN_PROGRESS',
  'CLOSED',
  'EVALUATED',
] as const;

const way = [
  'APPLIED',
  'MATERIALS',
  'GRANTED',
  'LAWYER_ASSIGNED',
  'IN_PROGRESS',
  'CLOSED',
  'EVALUATED',
];
const refusedWay = ['APPLIED', 'MATERIALS', 'REFUSED', 'REFUSED_FINALLY'];

export const legalAidWay = ({ state }: LegalAid) => ({
  steps: refusedWay.slice(2).includes(state) ? refusedWay : way,
  here: state,
  done: state === 'EVALUATED' || state === 'REFUSED_FINALLY',
});

const about = ({ legalAidId }: LegalAid, key: string) => ({
  params: { path: { legalAidId } },
  headers: keyed(key),
});

const reviewed = (granted: boolean): Act<LegalAid> => ({
  from: ['MATERIALS', 'REFUSED'],
  fields: granted ? ['stepOn'] : ['stepOn', 'reason'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      granted,
      reason: granted ? '' : of('reason'),
      reviewedOn: of('stepOn'),
    };
    return answer(client.POST('/legal-aid/{legalAidId}/reviews', { ...about(one, key), body }));
  },
});

export const applyLegalAid: ActsOf<null> = {
  applyLegalAid: {
    leads: true,
    fields: [
      'union',
      'personName',
      'idNumber',
      'aidKind',
      'disputeKind',
      'opponent',
      'opponentUscc',
      'matterContent',
      'workRegion',
      'homeRegion',
      'helpedWorkers',
      'askedOn',
      'papers',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        personName: of('personName'),
        idNumber: of('idNumber'),
        aidKind: of('aidKind'),
        disputeKind: of('disputeKind'),
        employerName: of('opponent'),
        employerUscc: of('opponentUscc'),
        content: of('matterContent'),
        workRegion: of('workRegion'),
        originRegion: of('homeRegion'),
        workers: Number(of('helpedWorkers')),
        appliedOn: of('askedOn'),
        materials: listed(of('papers')),
      };
      return answer(client.POST('/legal-aid', { headers: keyed(key), body }));
    },
  },
};

const coming: ActsOf<LegalAid> = {
  addPapers: {
    leads: true,
    from: ['APPLIED'],
    fields: ['stepOn', 'papers'],
    first: ({ materials }) => ({ papers: materials.join(',') }),
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        materials: listed(of('papers')),
        addedOn: of('stepOn'),
      };
      const to = '/legal-aid/{legalAidId}/materials';
      return answer(client.POST(to, { ...about(one, key), body }));
    },
  },
  grantAid: { ...reviewed(true), leads: true },
  refuseAid: reviewed(false),
};

export const legalAidActs: ActsOf<LegalAid> = {
  ...coming,
  assignLawyer: {
    leads: true,
    from: ['GRANTED', 'LAWYER_ASSIGNED'],
    fields: ['stepOn', 'lawyer', 'noConflict'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        professionalId: of('lawyer'),
        noConflictDeclared: of('noConflict') === 'yes',
        assignedOn: of('stepOn'),
      };
      return answer(client.POST('/legal-aid/{legalAidId}/lawyer', { ...about(one, key), body }));
    },
  },
  startAid: {
    leads: true,
    from: ['LAWYER_ASSIGNED'],
    fields: ['stepOn', 'aidRoute'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        route: of('aidRoute'),
        startedOn: of('stepOn'),
      };
      return answer(client.POST('/legal-aid/{legalAidId}/start', { ...about(one, key), body }));
    },
  },
  closeAid: {
    leads: true,
    from: ['IN_PROGRESS'],
    fields: ['stepOn', 'aidResult', 'recovered'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        result: of('aidResult'),
        recoveredFen: orNone(of('recovered')),
        closedOn: of('stepOn'),
      };
      return answer(client.POST('/legal-aid/{legalAidId}/close', { ...about(one, key), body }));
    },
  },
  evaluateAid: {
    leads: true,
    from: ['CLOSED'],
    fields: ['scored'],
    send(one, of, key) {
      const body = { expectedVersion: one.version, satisfaction: Number(of('scored')) };
      const to = '/legal-aid/{legalAidId}/evaluation';
      return answer(client.POST(to, { ...about(one, key), body }));
    },
  },
};
