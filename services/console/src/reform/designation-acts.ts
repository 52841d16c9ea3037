import { keyed, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Designation } from '../shapes.ts';

export const designate: ActsOf<null> = {
  designate: {
    leads: true,
    fields: ['union', 'designationKind', 'title', 'level', 'documentNo', 'designatedOn'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        designationKind: of('designationKind'),
        level: of('level'),
        title: of('title'),
        documentNo: of('documentNo'),
        designatedOn: of('designatedOn'),
        programmeId: '',
      };
      return answer(client.POST('/designations', { headers: keyed(key), body }));
    },
  },
};

const about = ({ designationId }: Designation, key: string) => ({
  params: { path: { designationId } },
  headers: keyed(key),
});

/** Where workers are taught. */
const bases: readonly string[] = ['TRAINING_BASE', 'CRAFTSMAN_COLLEGE', 'LIFT_STATION'];
const teaches = ({ designationKind }: Designation): boolean => bases.includes(designationKind);
const speaks = ({ designationKind }: Designation): boolean => designationKind === 'SPEAKER_TEAM';

function attach(
  attachedKind: string,
  field: 'trainingClass' | 'lecturer' | 'lecture',
): Pick<Act<Designation>, 'from' | 'fields' | 'send'> {
  return {
    from: ['STANDING'],
    fields: [field, 'attachedOn'],
    send(one: Designation, of: Said, key: string) {
      const body = { attachedKind, attachedId: of(field), attachedOn: of('attachedOn') };
      const at = about(one, key);
      return answer(client.POST('/designations/{designationId}/attachments', { ...at, body }));
    },
  };
}

export const designationActs: ActsOf<Designation> = {
  openCourse: {
    from: ['STANDING'],
    when: teaches,
    fields: ['courseTitle', 'online', 'openedOn'],
    send(one, of, key) {
      const body = {
        title: of('courseTitle'),
        online: of('online') === 'yes',
        openedOn: of('openedOn'),
      };
      const at = about(one, key);
      return answer(client.POST('/designations/{designationId}/courses', { ...at, body }));
    },
  },
  attachClass: { ...attach('CLASS', 'trainingClass'), when: teaches },
  attachLecturer: { ...attach('LECTURER', 'lecturer'), when: speaks },
  attachLecture: {
    ...attach('LECTURE', 'lecture'),
    when: (one) => speaks(one) && one.lecturerCount > 0,
  },
  endDesignation: {
    from: ['STANDING'],
    fields: ['endReason', 'endedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        endedOn: of('endedOn'),
        endReason: of('endReason'),
      };
      return answer(client.POST('/designations/{designationId}/end', { ...about(one, key), body }));
    },
  },
};
