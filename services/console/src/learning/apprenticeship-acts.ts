import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Apprenticeship } from '../shapes.ts';

export const signApprenticeship: ActsOf<null> = {
  signApprenticeship: {
    leads: true,
    fields: [
      'union',
      'masterName',
      'masterId',
      'apprenticeName',
      'apprenticeId',
      'trade',
      'goals',
      'gradeBefore',
      'signedOn',
      'endsOn',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        master: { personName: of('masterName'), idNumber: of('masterId') },
        apprentice: { personName: of('apprenticeName'), idNumber: of('apprenticeId') },
        trade: of('trade'),
        goals: of('goals'),
        gradeBefore: of('gradeBefore'),
        signedOn: of('signedOn'),
        endsOn: of('endsOn'),
      };
      return answer(client.POST('/apprenticeships', { headers: keyed(key), body }));
    },
  },
};

export const apprenticeshipActs: ActsOf<Apprenticeship> = {
  assessApprenticeship: {
    leads: true,
    from: ['SIGNED'],
    fields: ['passed', 'assessment', 'gradeAfter', 'assessedOn'],
    first: ({ gradeBefore }) => ({ gradeAfter: gradeBefore }),
    send({ apprenticeshipId, version }, of, key) {
      const params = { path: { apprenticeshipId } };
      const body = {
        expectedVersion: version,
        passed: of('passed') === 'yes',
        assessment: of('assessment'),
        gradeAfter: of('gradeAfter'),
        assessedOn: of('assessedOn'),
      };
      const headers = keyed(key);
      return answer(
        client.POST('/apprenticeships/{apprenticeshipId}/assessment', { params, headers, body }),
      );
    },
  },
};
