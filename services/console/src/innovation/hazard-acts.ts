import { keyed, listed, type ActsOf, type Said } from '../acts/act.ts';
import { payout } from '../acts/payout.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { HazardReport } from '../shapes.ts';

export const hazardStates = ['SUBMITTED', 'FORWARDED', 'FIXED', 'REFUSED', 'AWARDED'] as const;

const about = ({ hazardReportId }: HazardReport, key: string) => ({
  params: { path: { hazardReportId } },
  headers: keyed(key),
});
const closed = (fixed: boolean) => (one: HazardReport, of: Said, key: string) => {
  const body = {
    expectedVersion: one.version,
    fixed,
    outcome: of('outcome'),
    closedOn: of('closedOn'),
    evidenceSha256: listed(of('evidence')),
  };
  return answer(
    client.POST('/hazard-reports/{hazardReportId}/close', { ...about(one, key), body }),
  );
};

const reported = (_: null, of: Said, key: string) => {
  const body = {
    unionId: of('union'),
    personName: of('personName'),
    idNumber: of('idNumber'),
    place: of('place'),
    content: of('danger'),
    photoSha256: of('photo'),
  };
  return answer(client.POST('/hazard-reports', { headers: keyed(key), body }));
};

/** A desk names who saw it; a member speaks for himself. */
export const reportHazard: ActsOf<null> = {
  reportHazard: {
    leads: true,
    fields: ['union', 'personName', 'idNumber', 'place', 'danger', 'photo'],
    send: reported,
  },
  reportMine: {
    leads: true,
    duties: ['member'],
    fields: ['place', 'danger', 'photo'],
    send: reported,
  },
};

export const hazardActs: ActsOf<HazardReport> = {
  forwardHazard: {
    leads: true,
    from: ['SUBMITTED'],
    fields: ['employerUnion'],
    first: ({ unionId }) => ({ employerUnion: unionId }),
    send(one, of, key) {
      const body = { expectedVersion: one.version, employerUnionId: of('employerUnion') };
      return answer(
        client.POST('/hazard-reports/{hazardReportId}/forward', { ...about(one, key), body }),
      );
    },
  },
  fixHazard: {
    leads: true,
    from: ['FORWARDED'],
    fields: ['outcome', 'closedOn', 'evidence'],
    send: closed(true),
  },
  refuseHazard: {
    from: ['FORWARDED'],
    fields: ['outcome', 'closedOn', 'evidence'],
    send: closed(false),
  },
  awardHazard: {
    leads: true,
    from: ['FIXED'],
    fields: ['reward', 'rewardDocumentNo', 'rewardedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        awardFen: fenOf(of('reward')),
        awardDocumentNo: of('rewardDocumentNo'),
        awardedOn: of('rewardedOn'),
      };
      return answer(
        client.POST('/hazard-reports/{hazardReportId}/award', { ...about(one, key), body }),
      );
    },
  },
  payAward: payout('HAZARD_AWARD', 'AWARDED', ({ hazardReportId, own, payoutState }) => {
    return { recordId: hazardReportId, recordPart: '', named: own, payoutState };
  }),
};
