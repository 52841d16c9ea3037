import { keyed, listed, peopleIn, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { payout } from '../acts/payout.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Studio } from '../shapes.ts';

/** Until it is named, in this order. */
export const studioWay = [
  'APPLIED',
  'UNIT_CHECK',
  'COUNTY_REVIEW',
  'SITE_CHECK',
  'PUBLICITY',
  'NAMED',
] as const;
const named = ['NAMED', 'YEARLY_REPORT', 'REVIEW', 'CONTINUED', 'WARNED'] as const;
export const studioStates = [...studioWay, ...named.slice(1), 'REMOVED', 'REFUSED'] as const;

const about = ({ studioId }: Studio, key: string) => ({
  params: { path: { studioId } },
  headers: keyed(key),
});
const checked = (passed: boolean) => (one: Studio, of: Said, key: string) => {
  const body = {
    expectedVersion: one.version,
    passed,
    stepOn: of('stepOn'),
    note: of('note'),
  };
  return answer(client.POST('/studios/{studioId}/check', { ...about(one, key), body }));
};
/** What the federation finds, with what shows it. */
const decided = (step: string, from: readonly string[]): Act<Studio> => ({
  whole: true,
  from,
  fields: ['stepOn', 'note', 'evidence'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      step,
      stepOn: of('stepOn'),
      note: of('note'),
      evidenceSha256: listed(of('evidence')),
    };
    return answer(client.POST('/studios/{studioId}/decision', { ...about(one, key), body }));
  },
});

export const applyStudio: ActsOf<null> = {
  applyStudio: {
    leads: true,
    fields: [
      'union',
      'studioName',
      'leaderName',
      'idNumber',
      'leaderHonour',
      'honourDocumentNo',
      'honourFile',
      'room',
      'budget',
      'team',
      'appliedOn',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        studioName: of('studioName'),
        personName: of('leaderName'),
        idNumber: of('idNumber'),
        leaderHonour: of('leaderHonour'),
        honourDocumentNo: of('honourDocumentNo'),
        honourSha256: of('honourFile'),
        room: of('room'),
        budgetFen: fenOf(of('budget')),
        members: peopleIn(of('team')),
        appliedOn: of('appliedOn'),
      };
      return answer(client.POST('/studios', { headers: keyed(key), body }));
    },
  },
};

const checks: ActsOf<Studio> = {
  confirmStudio: {
    leads: true,
    duties: ['chair'],
    from: ['APPLIED'],
    fields: ['stepOn', 'note'],
    send: checked(true),
  },
  denyStudio: {
    duties: ['chair'],
    from: ['APPLIED'],
    fields: ['stepOn', 'note'],
    send: checked(false),
  },
  reviewStudio: { ...decided('COUNTY_REVIEW', ['UNIT_CHECK']), leads: true },
  visitStudio: { ...decided('SITE_CHECK', ['COUNTY_REVIEW']), leads: true },
  publishStudio: { ...decided('PUBLICITY', ['SITE_CHECK']), leads: true },
};

const later: ActsOf<Studio> = {
  inspectStudio: decided('REVIEW', ['YEARLY_REPORT']),
  continueStudio: { ...decided('CONTINUED', ['REVIEW']), leads: true },
  warnStudio: decided('WARNED', ['REVIEW']),
  removeStudio: decided('REMOVED', ['REVIEW']),
  refuseStudio: decided('REFUSED', studioWay.slice(1, -1)),
};

const naming: Act<Studio> = {
  whole: true,
  fields: ['level', 'namedOn', 'documentNo'],
  send(one, of, key) {
    const body = {
      expectedVersion: one.version,
      level: of('level'),
      namedOn: of('namedOn'),
      documentNo: of('documentNo'),
    };
    return answer(client.POST('/studios/{studioId}/namings', { ...about(one, key), body }));
  },
};

export const studioActs: ActsOf<Studio> = {
  ...checks,
  nameStudio: { ...naming, leads: true, from: ['PUBLICITY'] },
  nameHigher: { ...naming, from: named },
  reportStudio: {
    leads: true,
    from: ['NAMED', 'YEARLY_REPORT', 'CONTINUED', 'WARNED'],
    fields: [
      'year',
      'projectTitle',
      'projectDocumentNo',
      'result',
      'benefit',
      'patents',
      'apprentices',
      'reportedOn',
      'evidence',
    ],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        year: Number(of('year')),
        projectTitle: of('projectTitle'),
        projectDocumentNo: of('projectDocumentNo'),
        resultText: of('result'),
        benefitFen: fenOf(of('benefit')),
        patents: Number(of('patents')),
        apprentices: Number(of('apprentices')),
        reportedOn: of('reportedOn'),
        evidenceSha256: listed(of('evidence')),
      };
      return answer(client.POST('/studios/{studioId}/reports', { ...about(one, key), body }));
    },
  },
  fundStudio: {
    whole: true,
    from: named,
    fields: ['level', 'fundingReason', 'amount', 'documentNo', 'fundedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        level: of('level'),
        reason: of('fundingReason'),
        amountFen: fenOf(of('amount')),
        documentNo: of('documentNo'),
        fundedOn: of('fundedOn'),
      };
      return answer(client.POST('/studios/{studioId}/fundings', { ...about(one, key), body }));
    },
  },
  ...later,
};

/** One of the amounts that a studio was given: its unit is the payee. */
export interface Funded {
  studio: Studio;
  funding: Studio['fundings'][number];
}

/** Which of a studio's amounts, as a payout names it. */
export const partOf = ({ level, reason, fundedOn }: Funded['funding']) =>
  [level, reason, fundedOn].join('/');

export const fundingActs: ActsOf<Funded> = {
  payFunding: payout('STUDIO_FUNDING', '', ({ studio, funding }) => {
    const { payoutState } = funding;
    return { recordId: studio.studioId, recordPart: partOf(funding), named: true, payoutState };
  }),
};
