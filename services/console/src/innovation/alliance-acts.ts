import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { StudioAlliance } from '../shapes.ts';

export const foundAlliance: ActsOf<null> = {
  foundAlliance: {
    whole: true,
    fields: ['union', 'allianceName', 'foundedOn', 'documentNo'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        allianceName: of('allianceName'),
        foundedOn: of('foundedOn'),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/studio-alliances', { headers: keyed(key), body }));
    },
  },
};

const about = ({ allianceId }: StudioAlliance, key: string) => ({
  params: { path: { allianceId } },
  headers: keyed(key),
});

export const allianceActs: ActsOf<StudioAlliance> = {
  joinAlliance: {
    leads: true,
    whole: true,
    fields: ['studio', 'joinedOn'],
    send(one, of, key) {
      const body = { studioId: of('studio'), joinedOn: of('joinedOn') };
      return answer(
        client.POST('/studio-alliances/{allianceId}/members', { ...about(one, key), body }),
      );
    },
  },
  leaveAlliance: {
    whole: true,
    when: ({ memberCount }) => memberCount > 0,
    fields: ['memberStudio', 'leftOn'],
    send(one, of, key) {
      const body = { studioId: of('memberStudio'), leftOn: of('leftOn') };
      return answer(
        client.POST('/studio-alliances/{allianceId}/leavings', { ...about(one, key), body }),
      );
    },
  },
};
