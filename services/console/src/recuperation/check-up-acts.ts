import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { CheckUp } from '../shapes.ts';
import { countsIn } from '../ui/counts.ts';

export const openCheckUp: ActsOf<null> = {
  openCheckUp: {
    leads: true,
    fields: [
      'union',
      'checkUpKind',
      'checkUpGroup',
      'hospital',
      'beginsOn',
      'endsOn',
      'bookingClosesOn',
      'capacity',
      'documentNo',
      'invited',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        checkUpKind: of('checkUpKind'),
        workerGroup: of('checkUpGroup'),
        hospitalName: of('hospital'),
        startsOn: of('beginsOn'),
        endsOn: of('endsOn'),
        bookingClosesOn: of('bookingClosesOn'),
        capacity: Number(of('capacity')),
        documentNo: of('documentNo'),
        units: countsIn(of('invited')).map(({ id, count }) => ({ unionId: id, invited: count })),
      };
      return answer(client.POST('/check-ups', { headers: keyed(key), body }));
    },
  },
};

const about = ({ checkUpId }: CheckUp, key: string) => ({
  params: { path: { checkUpId } },
  headers: keyed(key),
});

/** How many came, of each unit: what was found in anybody has no field to be written in. */
export const checkUpActs: ActsOf<CheckUp> = {
  closeCheckUp: {
    leads: true,
    from: ['OPEN'],
    fields: ['closedOn', 'attended', 'cost', 'invoiceIfAny'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        closedOn: of('closedOn'),
        units: countsIn(of('attended')).map(({ id, count }) => ({ unionId: id, attended: count })),
        costFen: fenOf(of('cost')),
        invoiceNo: of('invoiceIfAny'),
      };
      return answer(client.POST('/check-ups/{checkUpId}/close', { ...about(one, key), body }));
    },
  },
  cancelCheckUp: {
    from: ['OPEN'],
    fields: ['reason'],
    send(one, of, key) {
      const body = { expectedVersion: one.version, reason: of('reason') };
      const path = '/check-ups/{checkUpId}/cancellation' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
};
