import { keyed, listed, peopleIn, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { TrainingClass } from '../shapes.ts';

const about = ({ trainingClassId }: TrainingClass, key: string) => ({
  params: { path: { trainingClassId } },
  headers: keyed(key),
});

export const openClass: ActsOf<null> = {
  openClass: {
    leads: true,
    fields: ['union', 'trainingKind', 'title', 'place', 'teacher', 'startsOn', 'endsOn'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        trainingKind: of('trainingKind'),
        title: of('title'),
        place: of('place'),
        teacher: of('teacher'),
        startsOn: of('startsOn'),
        endsOn: of('endsOn'),
      };
      return answer(client.POST('/training-classes', { headers: keyed(key), body }));
    },
  },
};

export const trainingActs: ActsOf<TrainingClass> = {
  enrolTrainees: {
    leads: true,
    from: ['OPEN'],
    fields: ['trainees'],
    send(one, of, key) {
      const body = { expectedVersion: one.version, trainees: peopleIn(of('trainees')) };
      return answer(
        client.POST('/training-classes/{trainingClassId}/enrolments', { ...about(one, key), body }),
      );
    },
  },
  finishClass: {
    from: ['OPEN'],
    fields: ['completed', 'finishedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        finishedOn: of('finishedOn'),
        completedPersonIds: listed(of('completed')),
      };
      return answer(
        client.POST('/training-classes/{trainingClassId}/finish', { ...about(one, key), body }),
      );
    },
  },
};
