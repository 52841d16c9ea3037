// The one ledger of visits, goods and money: each visit is of one campaign, goods leave stock, money goes by the bank.
import { keyed, listed, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { Campaign, CareVisit, WarmthList } from '../shapes.ts';
import { readWarmth } from './read-warmth.ts';

export const openCampaign: ActsOf<null> = {
  openCampaign: {
    leads: true,
    fields: ['union', 'year', 'campaignKind', 'documentNo'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        year: Number(of('year')),
        campaignKind: of('campaignKind'),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/campaigns', { headers: keyed(key), body }));
    },
  },
};

/** Out of one batch or two; a visit may bring nothing but people. */
function goodsOf(of: Said) {
  return [
    { batchId: of('goodsBatch'), quantity: Number(of('goodsQuantity')) },
    { batchId: of('secondBatch'), quantity: Number(of('secondQuantity')) },
  ].filter(({ batchId, quantity }) => batchId !== '' && quantity > 0);
}

export const visitActs: ActsOf<Campaign> = {
  recordCareVisit: {
    leads: true,
    fields: ({ campaignKind }) => [
      'union',
      'siteName',
      'visitedOn',
      'persons',
      'recipientGroup',
      'occasion',
      ...(campaignKind === 'SUMMER_COOLING' ? (['temperature'] as const) : []),
      'packages',
      'goodsBatch',
      'goodsQuantity',
      'secondBatch',
      'secondQuantity',
      'visitPhotos',
      'visitNote',
    ],
    first: ({ unionId }) => ({ union: unionId }),
    send({ campaignId }, of, key) {
      const body = {
        campaignId,
        unionId: of('union'),
        siteName: of('siteName'),
        siteUnionId: '',
        visitedOn: of('visitedOn'),
        persons: Number(of('persons')),
        recipientGroup: of('recipientGroup'),
        occasion: of('occasion'),
        temperatureLevel: of('temperature'),
        packages: Number(of('packages')),
        goods: goodsOf(of),
        photoSha256: listed(of('visitPhotos')),
        note: of('visitNote'),
      };
      return answer(client.POST('/care-visits', { headers: keyed(key), body }));
    },
  },
};

export const oneVisitActs: ActsOf<CareVisit> = {
  draftWarmth: {
    when: ({ state }) => state === 'RECORDED',
    fields: ['bank', 'fundSource', 'projectCode', 'documentNo', 'warmthLines'],
    send({ visitId }, of, key) {
      const [, bank = ''] = of('bank').split(' ');
      const body = {
        bank,
        projectCode: of('projectCode'),
        sourceCode: of('fundSource'),
        documentNo: of('documentNo'),
        lines: readWarmth(of('warmthLines')),
      };
      const params = { path: { visitId } };
      const headers = keyed(key);
      return answer(client.POST('/care-visits/{visitId}/warmth-lists', { params, headers, body }));
    },
  },
  cancelCareVisit: {
    when: ({ state }) => state === 'RECORDED',
    fields: [],
    send({ visitId, version: expectedVersion }, _, key) {
      const about = { params: { path: { visitId } }, headers: keyed(key) };
      const body = { expectedVersion };
      return answer(client.POST('/care-visits/{visitId}/cancellation', { ...about, body }));
    },
  },
};

export const goodsActs: ActsOf<null> = {
  receiveGoods: {
    leads: true,
    fields: [
      'union',
      'goodsName',
      'goodsUnit',
      'unitPrice',
      'quantity',
      'donation',
      'receivedOn',
      'documentNo',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        goodsName: of('goodsName'),
        unit: of('goodsUnit'),
        unitPriceFen: fenOf(of('unitPrice')),
        quantity: Number(of('quantity')),
        donationId: of('donation'),
        receivedOn: of('receivedOn'),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/goods-batches', { headers: keyed(key), body }));
    },
  },
};

const about = ({ listId }: WarmthList, key: string) => ({
  params: { path: { listId } },
  headers: keyed(key),
});

export const warmthActs: ActsOf<WarmthList> = {
  approveWarmth: {
    leads: true,
    duties: ['chair'],
    from: ['DRAFT'],
    fields: [],
    send(one, _, key) {
      const body = { expectedVersion: one.version };
      return answer(client.POST('/warmth-lists/{listId}/approval', { ...about(one, key), body }));
    },
  },
  signWarmth: {
    leads: true,
    from: ['APPROVED'],
    fields: ['signed', 'signature', 'signedOn'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        seqs: listed(of('signed')).map(Number),
        signatureSha256: of('signature'),
        signedOn: of('signedOn'),
      };
      return answer(client.POST('/warmth-lists/{listId}/signatures', { ...about(one, key), body }));
    },
  },
  cancelWarmth: {
    from: ['DRAFT', 'APPROVED'],
    fields: [],
    send(one, _, key) {
      const body = { expectedVersion: one.version };
      return answer(
        client.POST('/warmth-lists/{listId}/cancellation', { ...about(one, key), body }),
      );
    },
  },
};

export const donationActs: ActsOf<null> = {
  recordDonation: {
    leads: true,
    fields: [
      'union',
      'donorKind',
      'donorName',
      'donatedMoney',
      'donatedGoods',
      'receiptNo',
      'receivedOn',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        campaignId: '',
        donorKind: of('donorKind'),
        donorName: of('donorName'),
        moneyFen: fenOf(of('donatedMoney')),
        goodsFen: fenOf(of('donatedGoods')),
        receiptNo: of('receiptNo'),
        receivedOn: of('receivedOn'),
      };
      return answer(client.POST('/donations', { headers: keyed(key), body }));
    },
  },
};

export const consumptionActs: ActsOf<null> = {
  recordConsumption: {
    leads: true,
    fields: ['union', 'aidForm', 'productName', 'originRegion', 'boughtOn', 'amount', 'documentNo'],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        aidForm: of('aidForm'),
        productName: of('productName'),
        originRegion: of('originRegion'),
        boughtOn: of('boughtOn'),
        amountFen: fenOf(of('amount')),
        documentNo: of('documentNo'),
      };
      return answer(client.POST('/consumption-aid', { headers: keyed(key), body }));
    },
  },
};
