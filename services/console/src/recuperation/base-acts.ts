import { keyed, listed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { BaseOfRecuperation } from '../shapes.ts';

export const baseAccreditation: ActsOf<{ region: string }> = {
  accreditBase: {
    leads: true,
    whole: true,
    fields: [
      'union',
      'baseName',
      'baseLevel',
      'regionCode',
      'address',
      'beds',
      'accreditedOn',
      'expiresOn',
      'documentNo',
    ],
    first: ({ region }) => ({ regionCode: region }),
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        baseName: of('baseName'),
        baseLevel: of('baseLevel'),
        regionCode: of('regionCode'),
        address: of('address'),
        capacity: Number(of('beds')),
        accreditedOn: of('accreditedOn'),
        expiresOn: of('expiresOn'),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/recuperation-bases', { headers: keyed(key), body }));
    },
  },
};

const about = ({ baseId }: BaseOfRecuperation, key: string) => ({
  params: { path: { baseId } },
  headers: keyed(key),
});

export const baseActs: ActsOf<BaseOfRecuperation> = {
  receiveGuests: {
    leads: true,
    whole: true,
    fields: ['month', 'fromRegion', 'guests', 'takings'],
    send(one, of, key) {
      const body = {
        month: of('month'),
        fromRegionCode: of('fromRegion'),
        guests: Number(of('guests')),
        takingsFen: fenOf(of('takings')),
      };
      const path = '/recuperation-bases/{baseId}/guests' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  endBase: {
    whole: true,
    when: ({ endedOn }) => endedOn === '',
    fields: ['endedOn', 'reason'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        endedOn: of('endedOn'),
        reason: of('reason'),
      };
      const path = '/recuperation-bases/{baseId}/end' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
};

export const publishRoute: ActsOf<null> = {
  publishRoute: {
    leads: true,
    whole: true,
    fields: ['union', 'routeName', 'days', 'bases', 'publishedOn', 'documentNo'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        routeName: of('routeName'),
        days: Number(of('days')),
        baseIds: listed(of('bases')),
        publishedOn: of('publishedOn'),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/recuperation-routes', { headers: keyed(key), body }));
    },
  },
};
