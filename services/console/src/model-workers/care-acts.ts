import { keyed, listed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { ModelWorker } from '../shapes.ts';

/** Decided one by one, by a document of its own; a list with one line on it. */
export const specialActs: ActsOf<ModelWorker> = {
  draftSpecial: {
    when: ({ livelihood }) => livelihood !== '',
    fields: [
      'hardship',
      'amount',
      'hardshipFile',
      'month',
      'documentNo',
      'bank',
      'fundSource',
      'projectCode',
    ],
    send({ personId }, of, key) {
      const [unionId = '', bank = ''] = of('bank').split(' ');
      const hardship = {
        personId,
        hardship: of('hardship'),
        amountFen: fenOf(of('amount')),
        evidenceSha256: of('hardshipFile'),
      };
      const body = {
        unionId,
        careKind: 'SPECIAL_AID',
        month: of('month'),
        grade: '',
        documentNo: of('documentNo'),
        bank,
        sourceCode: of('fundSource'),
        projectCode: of('projectCode'),
        hardships: [hardship],
      };
      return answer(client.POST('/care-batches', { headers: keyed(key), body }));
    },
  },
};

export const recordCare: ActsOf<null> = {
  recordCare: {
    leads: true,
    fields: ['union', 'careForm', 'caredOn', 'caredUntil', 'place', 'cared', 'careRemark'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        careForm: of('careForm'),
        happenedOn: of('caredOn'),
        endsOn: of('caredUntil'),
        place: of('place'),
        personIds: listed(of('cared')),
        note: of('careRemark'),
      };
      return answer(client.POST('/model-worker-care', { headers: keyed(key), body }));
    },
  },
};
