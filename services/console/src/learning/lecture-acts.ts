import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';

export const appointLecturer: ActsOf<null> = {
  appointLecturer: {
    fields: ['union', 'personName', 'idNumber', 'lecturerKind', 'subject', 'appointedOn'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        personName: of('personName'),
        idNumber: of('idNumber'),
        lecturerKind: of('lecturerKind'),
        subject: of('subject'),
        appointedOn: of('appointedOn'),
      };
      return answer(client.POST('/lecturers', { headers: keyed(key), body }));
    },
  },
};

/** Of who came only how many. */
export const holdLecture: ActsOf<null> = {
  holdLecture: {
    leads: true,
    fields: ['union', 'lecturer', 'series', 'topic', 'place', 'heldOn', 'attendance'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        lecturerId: of('lecturer'),
        series: of('series'),
        topic: of('topic'),
        place: of('place'),
        heldOn: of('heldOn'),
        attendance: Number(of('attendance')),
      };
      return answer(client.POST('/lectures', { headers: keyed(key), body }));
    },
  },
};
