import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { FirmPair, Programme } from '../shapes.ts';

export const pilotActs: ActsOf<Programme> = {
  designatePilot: {
    from: ['RUNNING'],
    leads: true,
    fields: ['union', 'title', 'level', 'documentNo', 'designatedOn'],
    send({ programmeId }, of, key) {
      const body = {
        unionId: of('union'),
        designationKind: 'REFORM_PILOT',
        level: of('level'),
        title: of('title'),
        documentNo: of('documentNo'),
        designatedOn: of('designatedOn'),
        programmeId,
      };
      return answer(client.POST('/designations', { headers: keyed(key), body }));
    },
  },
};

export const pairFirms: ActsOf<Programme> = {
  pairFirms: {
    from: ['RUNNING'],
    fields: ['pilot', 'partnerUnion', 'pairGoals', 'pairedOn'],
    send(_, of, key) {
      const body = {
        pilotId: of('pilot'),
        partnerUnionId: of('partnerUnion'),
        goals: of('pairGoals'),
        pairedOn: of('pairedOn'),
      };
      return answer(client.POST('/firm-pairs', { headers: keyed(key), body }));
    },
  },
};

const about = ({ pairId }: FirmPair, key: string) => ({
  params: { path: { pairId } },
  headers: keyed(key),
});

export const pairActs: ActsOf<FirmPair> = {
  recordPairActivity: {
    from: ['PAIRED'],
    fields: ['topic', 'heldOn', 'participants'],
    send(pair, of, key) {
      const body = {
        topic: of('topic'),
        heldOn: of('heldOn'),
        participants: Number(of('participants')),
      };
      return answer(client.POST('/firm-pairs/{pairId}/activities', { ...about(pair, key), body }));
    },
  },
  endPair: {
    from: ['PAIRED'],
    fields: ['pairOutcome', 'endedOn'],
    send(pair, of, key) {
      const body = {
        expectedVersion: pair.version,
        endedOn: of('endedOn'),
        outcome: of('pairOutcome'),
      };
      return answer(client.POST('/firm-pairs/{pairId}/end', { ...about(pair, key), body }));
    },
  },
};
