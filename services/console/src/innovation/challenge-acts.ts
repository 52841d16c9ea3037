import { keyed, listed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Challenge } from '../shapes.ts';

export const challengeStates = ['POSTED', 'TAKEN', 'DELIVERED'] as const;

const about = ({ challengeId }: Challenge, key: string) => ({
  params: { path: { challengeId } },
  headers: keyed(key),
});

export const postChallenge: ActsOf<null> = {
  postChallenge: {
    leads: true,
    fields: ['union', 'challengeTitle', 'content', 'reward', 'postedOn', 'deadline'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        title: of('challengeTitle'),
        content: of('content'),
        rewardFen: fenOf(of('reward')),
        postedOn: of('postedOn'),
        deadline: of('deadline'),
      };
      return answer(client.POST('/challenges', { headers: keyed(key), body }));
    },
  },
};

export const challengeActs: ActsOf<Challenge> = {
  takeChallenge: {
    leads: true,
    from: ['POSTED'],
    fields: ['takerUnion', 'taker', 'takenOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        takerUnionId: of('takerUnion'),
        taker: of('taker'),
        takenOn: of('takenOn'),
      };
      return answer(client.POST('/challenges/{challengeId}/taking', { ...about(one, key), body }));
    },
  },
  deliverChallenge: {
    leads: true,
    from: ['TAKEN'],
    fields: ['result', 'benefit', 'evidence', 'deliveredOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        resultText: of('result'),
        benefitFen: fenOf(of('benefit')),
        evidenceSha256: listed(of('evidence')),
        deliveredOn: of('deliveredOn'),
      };
      return answer(
        client.POST('/challenges/{challengeId}/delivery', { ...about(one, key), body }),
      );
    },
  },
};
