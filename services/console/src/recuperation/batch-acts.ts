import { keyed, listed, peopleIn, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { RecuperationBatch } from '../shapes.ts';
import { countsIn } from '../ui/counts.ts';
import { readGroups } from './read-groups.ts';

export const batchWay = [
  'QUOTA_ISSUED',
  'NOMINATED',
  'PUBLISHED',
  'APPROVED',
  'GROUPED',
  'TRAVELLED',
  'SETTLED',
  'REPORTED',
] as const;
export const batchStates = [...batchWay, 'REFUSED', 'CANCELLED'] as const;

export const openBatch: ActsOf<null> = {
  openBatch: {
    leads: true,
    fields: [
      'union',
      'batchTitle',
      'base',
      'acrossProvinces',
      'travelsFrom',
      'travelsTo',
      'days',
      'dailyRate',
      'quotaDocumentNo',
      'stepOn',
      'quotas',
    ],
    send(_, of, key) {
      const body = {
        unionId: of('union'),
        baseId: of('base'),
        title: of('batchTitle'),
        crossProvince: of('acrossProvinces') === 'yes',
        travelsFrom: of('travelsFrom'),
        travelsTo: of('travelsTo'),
        days: Number(of('days')),
        dailyFen: fenOf(of('dailyRate')),
        quotaDocumentNo: of('quotaDocumentNo'),
        issuedOn: of('stepOn'),
        quotas: countsIn(of('quotas')).map(({ id, count }) => ({ unionId: id, places: count })),
      };
      return answer(client.POST('/recuperation-batches', { headers: keyed(key), body }));
    },
  },
};

const about = ({ batchId }: RecuperationBatch, key: string) => ({
  params: { path: { batchId } },
  headers: keyed(key),
});
const seen = ({ version }: RecuperationBatch) => ({ expectedVersion: version });

const naming: ActsOf<RecuperationBatch> = {
  nominateWorkers: {
    leads: true,
    from: ['QUOTA_ISSUED', 'NOMINATED'],
    fields: ['quotaUnion', 'targetGroup', 'nominees', 'nominatedOn'],
    send(one, of, key) {
      const targetGroup = of('targetGroup');
      const body = {
        unionId: of('quotaUnion'),
        people: peopleIn(of('nominees')).map((person) => ({ ...person, targetGroup })),
        nominatedOn: of('nominatedOn'),
      };
      const path = '/recuperation-batches/{batchId}/nominees' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  publishList: {
    from: ['NOMINATED'],
    fields: ['publishedOn', 'channels', 'contactOffice', 'contactPhone'],
    send(one, of, key) {
      const body = {
        ...seen(one),
        publishedOn: of('publishedOn'),
        channels: listed(of('channels')),
        contactOffice: of('contactOffice'),
        contactPhone: of('contactPhone'),
      };
      const path = '/recuperation-batches/{batchId}/publication' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
};

/** By the chair of the federation, who neither opened the batch nor published its list. */
const decision = (
  approve: boolean,
  fields: Act<RecuperationBatch>['fields'],
): Act<RecuperationBatch> => ({
  duties: ['chair'],
  whole: true,
  from: ['PUBLISHED'],
  fields,
  send(one: RecuperationBatch, of: Said, key: string) {
    const body = {
      ...seen(one),
      approve,
      approvedOn: of('approvedOn'),
      documentNo: of('documentNo'),
      reason: of('reason'),
    };
    const path = '/recuperation-batches/{batchId}/approval' as const;
    return answer(client.POST(path, { ...about(one, key), body }));
  },
});

const travelling: ActsOf<RecuperationBatch> = {
  groupBatch: {
    leads: true,
    from: ['APPROVED'],
    fields: ['groupedOn', 'groupLines', 'bookingClosesOn', 'insuranceNo', 'agencyContractNo'],
    send(one, of, key) {
      const body = {
        ...seen(one),
        groupedOn: of('groupedOn'),
        bookingClosesOn: of('bookingClosesOn'),
        insuranceNo: of('insuranceNo'),
        agencyContractNo: of('agencyContractNo'),
        groups: readGroups(of('groupLines')),
      };
      const path = '/recuperation-batches/{batchId}/groups' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  travelBatch: {
    leads: true,
    from: ['GROUPED'],
    fields: ['returnedOn', 'absent', 'signIn'],
    send(one, of, key) {
      const body = {
        ...seen(one),
        returnedOn: of('returnedOn'),
        absentNomineeIds: listed(of('absent')),
        signInSha256: of('signIn'),
      };
      const path = '/recuperation-batches/{batchId}/travel' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
};

const closing: ActsOf<RecuperationBatch> = {
  settleBatch: {
    leads: true,
    from: ['TRAVELLED'],
    fields: ['settledOn', 'invoiceNo', 'invoice', 'welfareShare', 'unionShare', 'workerShare'],
    send(one, of, key) {
      const body = {
        ...seen(one),
        settledOn: of('settledOn'),
        invoiceNo: of('invoiceNo'),
        invoiceSha256: of('invoice'),
        welfareFen: fenOf(of('welfareShare')),
        unionFen: fenOf(of('unionShare')),
        workerFen: fenOf(of('workerShare')),
      };
      const path = '/recuperation-batches/{batchId}/settlement' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  reportBatch: {
    leads: true,
    from: ['SETTLED'],
    fields: ['reportedOn', 'satisfied', 'feedback'],
    send(one, of, key) {
      const body = {
        ...seen(one),
        reportedOn: of('reportedOn'),
        satisfied: Number(of('satisfied')),
        feedback: of('feedback'),
      };
      const path = '/recuperation-batches/{batchId}/report' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
  cancelBatch: {
    from: batchWay.slice(0, 5),
    fields: ['cancelledOn', 'reason'],
    send(one, of, key) {
      const body = { ...seen(one), cancelledOn: of('cancelledOn'), reason: of('reason') };
      const path = '/recuperation-batches/{batchId}/cancellation' as const;
      return answer(client.POST(path, { ...about(one, key), body }));
    },
  },
};

export const batchActs: ActsOf<RecuperationBatch> = {
  ...naming,
  approveBatch: { ...decision(true, ['approvedOn', 'documentNo']), leads: true },
  refuseBatch: decision(false, ['approvedOn', 'reason']),
  ...travelling,
  ...closing,
};

/** One of those who were named for a batch. */
export interface Named {
  batch: RecuperationBatch;
  nominee: RecuperationBatch['nominees'][number];
}
const GOES_NO_MORE = ['TRAVELLED', 'ABSENT', 'WITHDRAWN'];

export const nomineeActs: ActsOf<Named> = {
  bookForNominee: {
    when: ({ batch, nominee }) =>
      batch.state === 'GROUPED' && nominee.nomineeState === 'APPROVED' && nominee.groupName === '',
    fields: ['group'],
    send({ batch, nominee }, of, key) {
      const params = { path: { offerId: of('group') } };
      const body = { unionId: batch.unionId, nomineeId: nominee.nomineeId };
      const path = '/place-offers/{offerId}/bookings' as const;
      return answer(client.POST(path, { params, headers: keyed(key), body }));
    },
  },
  withdrawNominee: {
    when: ({ nominee }) => !GOES_NO_MORE.includes(nominee.nomineeState),
    fields: ['reason'],
    send({ nominee }, of, key) {
      const params = { path: { nomineeId: nominee.nomineeId } };
      const body = { reason: of('reason') };
      const path = '/recuperation-nominees/{nomineeId}/withdrawal' as const;
      return answer(client.POST(path, { params, headers: keyed(key), body }));
    },
  },
};
