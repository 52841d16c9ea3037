import { keyed, type Act, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { JobFair, JobVacancy } from '../shapes.ts';
import { countsIn } from '../ui/counts.ts';

export const fairWay = ['PLANNED', 'PUBLISHED', 'REGISTERING', 'HELD', 'REPORTED'] as const;
export const fairStates = [...fairWay, 'CANCELLED'] as const;

export const planFair: ActsOf<null> = {
  planFair: {
    leads: true,
    fields: ['union', 'fairTitle', 'channel', 'fairBrand', 'place', 'holdsFrom', 'holdsTo'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        title: of('fairTitle'),
        channel: of('channel'),
        campaign: of('fairBrand'),
        place: of('place'),
        holdsFrom: of('holdsFrom'),
        holdsTo: of('holdsTo'),
      };
      return answer(client.POST('/job-fairs', { headers: keyed(key), body }));
    },
  },
};

const about = ({ jobFairId }: JobFair, key: string) => ({
  params: { path: { jobFairId } },
  headers: keyed(key),
});

const stepped = (step: string, from: readonly string[]): Act<JobFair> => ({
  from,
  fields: ['stepOn'],
  send(one, of, key) {
    const body = { expectedVersion: one.version, step, stepOn: of('stepOn') };
    return answer(client.POST('/job-fairs/{jobFairId}/steps', { ...about(one, key), body }));
  },
});

const entering: ActsOf<JobFair> = {
  registerEmployer: {
    leads: true,
    from: ['REGISTERING'],
    fields: ['employerUscc', 'employerName', 'licence'],
    send(one, of, key) {
      const body = {
        employerUscc: of('employerUscc'),
        employerName: of('employerName'),
        licenceSha256: of('licence'),
      };
      return answer(client.POST('/job-fairs/{jobFairId}/employers', { ...about(one, key), body }));
    },
  },
  postVacancy: {
    from: ['REGISTERING'],
    when: ({ employers }) => employers.length > 0,
    fields: ['employer', 'vacancyTitle', 'headcount', 'wageFrom', 'wageTo', 'workplace', 'terms'],
    send(one, of, key) {
      const body = {
        employerUscc: of('employer'),
        vacancyTitle: of('vacancyTitle'),
        headcount: Number(of('headcount')),
        wageFromFen: fenOf(of('wageFrom')),
        wageToFen: fenOf(of('wageTo')),
        workplace: of('workplace'),
        terms: of('terms'),
      };
      return answer(client.POST('/job-fairs/{jobFairId}/vacancies', { ...about(one, key), body }));
    },
  },
};

export const fairActs: ActsOf<JobFair> = {
  publishFair: { ...stepped('PUBLISHED', ['PLANNED']), leads: true },
  registerFair: { ...stepped('REGISTERING', ['PUBLISHED']), leads: true },
  ...entering,
  holdFair: {
    from: ['REGISTERING'],
    when: ({ vacancyCount }) => vacancyCount > 0,
    fields: ['heldOn', 'attendees', 'intents'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        heldOn: of('heldOn'),
        attendees: Number(of('attendees')),
        intents: countsIn(of('intents')).map(({ id, count }) => ({
          vacancyId: id,
          intents: count,
        })),
      };
      return answer(client.POST('/job-fairs/{jobFairId}/held', { ...about(one, key), body }));
    },
  },
  reportFair: {
    leads: true,
    from: ['HELD'],
    fields: ['reportedOn', 'report'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        reportedOn: of('reportedOn'),
        report: of('report'),
      };
      return answer(client.POST('/job-fairs/{jobFairId}/report', { ...about(one, key), body }));
    },
  },
  cancelFair: stepped('CANCELLED', fairWay.slice(0, 3)),
};

/** One of the notices of a fair. */
export interface Noticed {
  fair: JobFair;
  vacancy: JobVacancy;
}

export const vacancyActs: ActsOf<Noticed> = {
  placeWorker: {
    when: ({ fair, vacancy }) =>
      vacancy.state === 'OPEN' && ['REGISTERING', 'HELD', 'REPORTED'].includes(fair.state),
    fields: ['union', 'personName', 'idNumber', 'seekerGroup', 'placedOn'],
    send({ vacancy }, of, key) {
      const body = {
        unionId: of('union'),
        vacancyId: vacancy.vacancyId,
        trainingId: '',
        personName: of('personName'),
        idNumber: of('idNumber'),
        workerGroup: of('seekerGroup'),
        placedOn: of('placedOn'),
      };
      return answer(client.POST('/job-placements', { headers: keyed(key), body }));
    },
  },
  withdrawVacancy: {
    when: ({ fair, vacancy }) => vacancy.state === 'OPEN' && fair.state === 'REGISTERING',
    fields: ['reason'],
    send({ vacancy }, of, key) {
      const params = { path: { vacancyId: vacancy.vacancyId } };
      const body = { reason: of('reason') };
      const path = '/job-vacancies/{vacancyId}/withdrawal' as const;
      return answer(client.POST(path, { params, headers: keyed(key), body }));
    },
  },
};
