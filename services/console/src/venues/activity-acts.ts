import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Activity } from '../shapes.ts';

export const activityStates = ['PLANNED', 'HELD', 'CANCELLED'] as const;

export const planActivity: ActsOf<null> = {
  planActivity: {
    leads: true,
    fields: [
      'union',
      'activityType',
      'activityTitle',
      'venue',
      'place',
      'beginsOn',
      'endsOn',
      'places',
      'bookingEnds',
    ],
    send(_, of, key) {
      const places = Number(of('places'));
      const body = {
        unionId: of('union'),
        activityKind: of('activityType'),
        title: of('activityTitle'),
        venueId: of('venue'),
        place: of('place'),
        startsOn: of('beginsOn'),
        endsOn: of('endsOn'),
        places,
        bookingClosesOn: places > 0 ? of('bookingEnds') : '',
      };
      return answer(client.POST('/activities', { headers: keyed(key), body }));
    },
  },
};

const about = ({ activityId }: Activity, key: string) => ({
  params: { path: { activityId } },
  headers: keyed(key),
});

export const activityActs: ActsOf<Activity> = {
  holdActivity: {
    leads: true,
    from: ['PLANNED'],
    fields: ['heldOn', 'came', 'cost', 'materials', 'materialTopic'],
    first: ({ taken }) => ({ came: taken > 0 ? String(taken) : '' }),
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        heldOn: of('heldOn'),
        attendance: Number(of('came')),
        costFen: fenOf(of('cost')),
        materials: Number(of('materials')),
        topic: of('materialTopic'),
      };
      return answer(client.POST('/activities/{activityId}/held', { ...about(one, key), body }));
    },
  },
  cancelActivity: {
    from: ['PLANNED'],
    fields: ['reason'],
    send(one, of, key) {
      const body = { expectedVersion: one.version, reason: of('reason') };
      const path = '/activities/{activityId}/cancellation' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
};
