import { keyed, listed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Professional } from '../shapes.ts';
import { wordsIn } from './order-acts.ts';

export const appointProfessional: ActsOf<null> = {
  appointProfessional: {
    leads: true,
    fields: [
      'union',
      'professionalName',
      'profession',
      'firmName',
      'licenceNo',
      'appointedOn',
      'clientUsccs',
      'dutyDays',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        professionalName: of('professionalName'),
        profession: of('profession'),
        firmName: of('firmName'),
        licenceNo: of('licenceNo'),
        appointedOn: of('appointedOn'),
        clientUsccs: wordsIn(of('clientUsccs')),
        dutyWeekdays: listed(of('dutyDays')).map(Number),
      };
      return answer(client.POST('/professionals', { headers: keyed(key), body }));
    },
  },
};

export const professionalActs: ActsOf<Professional> = {
  endProfessional: {
    when: ({ endedOn }) => endedOn === '',
    fields: ['endedOn'],
    send({ professionalId }, of, key) {
      const params = { path: { professionalId } };
      const body = { endedOn: of('endedOn') };
      const to = '/professionals/{professionalId}/end';
      return answer(client.POST(to, { params, headers: keyed(key), body }));
    },
  },
};
