import { keyed, listed, type Act, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import type { Support } from '../shapes.ts';

export const declareSupport: ActsOf<null> = {
  declareSupport: {
    leads: true,
    fields: [
      'union',
      'supportKind',
      'servedName',
      'servedUnion',
      'matter',
      'experts',
      'declaredOn',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        supportKind: of('supportKind'),
        servedName: of('servedName'),
        servedUnionId: of('servedUnion'),
        matter: of('matter'),
        experts: Number(of('experts')),
        declaredOn: of('declaredOn'),
      };
      return answer(client.POST('/supports', { headers: keyed(key), body }));
    },
  },
};

/** By whom it was done for; the node asks who that is. */
function judge(accepted: boolean): Act<Support> {
  return {
    from: ['DELIVERED'],
    fields: ['remark', 'judgedOn'],
    send({ supportId, version }, of, key) {
      const params = { path: { supportId } };
      const body = {
        expectedVersion: version,
        accepted,
        remark: of('remark'),
        judgedOn: of('judgedOn'),
      };
      const headers = keyed(key);
      return answer(client.POST('/supports/{supportId}/judgement', { params, headers, body }));
    },
  };
}

export const supportActs: ActsOf<Support> = {
  deliverSupport: {
    from: ['DECLARED', 'RETURNED'],
    leads: true,
    fields: ['result', 'evidence', 'servedOn'],
    send({ supportId, version }, of, key) {
      const params = { path: { supportId } };
      const body = {
        expectedVersion: version,
        resultText: of('result'),
        deliveredOn: of('servedOn'),
        evidenceSha256: listed(of('evidence')),
      };
      const headers = keyed(key);
      return answer(client.POST('/supports/{supportId}/delivery', { params, headers, body }));
    },
  },
  acceptSupport: { ...judge(true), leads: true },
  returnSupport: judge(false),
};
