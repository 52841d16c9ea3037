import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { today } from '../dates.ts';
import type { Programme } from '../shapes.ts';

export const programmeActs: ActsOf<Programme> = {
  closeProgramme: {
    from: ['RUNNING'],
    // Before its last day it goes on.
    when: ({ endsOn }) => endsOn <= today(),
    fields: ['programmeClosedOn'],
    send({ programmeId, version }, of, key) {
      const params = { path: { programmeId } };
      const body = { expectedVersion: version, closedOn: of('programmeClosedOn') };
      const headers = keyed(key);
      return answer(client.POST('/programmes/{programmeId}/end', { params, headers, body }));
    },
  },
};
