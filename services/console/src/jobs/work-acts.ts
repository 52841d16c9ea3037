import { keyed, type Act, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { EmploymentTraining, JobPlacement } from '../shapes.ts';

/** Asked after so many days whether he still has the work; the second time only of who had it the first time. */
const followUp = (afterDays: number, when: (one: JobPlacement) => boolean): Act<JobPlacement> => ({
  when,
  fields: ['stillEmployed', 'followedOn'],
  send(one, of, key) {
    const params = { path: { placementId: one.placementId } };
    const body = {
      expectedVersion: one.version,
      afterDays,
      employed: of('stillEmployed') === 'yes',
      followedOn: of('followedOn'),
    };
    const path = '/job-placements/{placementId}/follow-ups' as const;
    return answer(client.POST(path, { params, headers: keyed(key), body }));
  },
});

export const placementActs: ActsOf<JobPlacement> = {
  followFirst: followUp(30, ({ after30Days }) => after30Days === ''),
  followSecond: followUp(
    90,
    ({ after30Days, after90Days }) => after30Days === 'EMPLOYED' && after90Days === '',
  ),
};

export const openTraining: ActsOf<null> = {
  openTraining: {
    leads: true,
    fields: ['union', 'courseName', 'seekerGroup', 'beginsOn', 'endsOn'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        title: of('courseName'),
        workerGroup: of('seekerGroup'),
        startsOn: of('beginsOn'),
        endsOn: of('endsOn'),
      };
      return answer(client.POST('/employment-trainings', { headers: keyed(key), body }));
    },
  },
};

export const trainingActs: ActsOf<EmploymentTraining> = {
  finishTraining: {
    leads: true,
    from: ['OPEN'],
    fields: ['finishedOn', 'trained'],
    send(one, of, key) {
      const params = { path: { trainingId: one.trainingId } };
      const body = {
        expectedVersion: one.version,
        finishedOn: of('finishedOn'),
        trained: Number(of('trained')),
      };
      const path = '/employment-trainings/{trainingId}/end' as const;
      return answer(client.POST(path, { params, headers: keyed(key), body }));
    },
  },
  placeTrained: {
    from: ['FINISHED'],
    fields: ['personName', 'idNumber', 'seekerGroup', 'placedOn'],
    first: ({ workerGroup }) => ({ seekerGroup: workerGroup }),
    send(one, of, key) {
      const body = {
        unionId: one.unionId,
        vacancyId: '',
        trainingId: one.trainingId,
        personName: of('personName'),
        idNumber: of('idNumber'),
        workerGroup: of('seekerGroup'),
        placedOn: of('placedOn'),
      };
      return answer(client.POST('/job-placements', { headers: keyed(key), body }));
    },
  },
};

export const supportStartup: ActsOf<null> = {
  supportStartup: {
    leads: true,
    fields: [
      'union',
      'projectName',
      'supportedOn',
      'bankName',
      'loan',
      'interestSubsidy',
      'jobsCreated',
      'householdsBenefited',
      'documentNo',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        projectName: of('projectName'),
        supportedOn: of('supportedOn'),
        bankName: of('bankName'),
        loanFen: fenOf(of('loan')),
        interestSubsidyFen: fenOf(of('interestSubsidy')),
        jobsCreated: Number(of('jobsCreated')),
        householdsBenefited: Number(of('householdsBenefited')),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/startup-supports', { headers: keyed(key), body }));
    },
  },
};
