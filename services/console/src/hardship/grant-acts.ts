// What may become of a grant of relief: four persons sign it, and that it is paid the bank alone says.
import { keyed, listed, type Act, type ActsOf, type Said } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import type { HardshipFile, ReliefGrant } from '../shapes.ts';

/** Until the money is there, in this order. */
export const grantWay = [
  'PROPOSED',
  'MATERIALS_CHECKED',
  'REVIEWED',
  'APPROVED',
  'PUBLISHED',
  'PAY_ORDERED',
  'PAID',
  'CONFIRMED',
  'ARCHIVED',
] as const;
export const grantStates = [
  ...grantWay,
  'PAY_FAILED',
  'RETURNED',
  'REJECTED',
  'SUSPENDED',
  'RECOVERED',
] as const;

/** Whom it is for; '' for the worker himself. */
export interface Needy {
  file: HardshipFile;
  personId: string;
}

const stageOf = (stage: string) => (stage === 'NONE' ? '' : stage);
const papersOf = (of: Said) => ({
  accountNumber: of('ownAccount'),
  bankCode: of('ownBankCode'),
  invoiceNos: of('invoiceNos')
    .split(/\s+/)
    .filter((one) => one !== ''),
});

export const proposeActs: ActsOf<Needy> = {
  proposeRelief: {
    when: ({ file }) => ['FILED', 'IN_RELIEF'].includes(file.state),
    fields: [
      'programme',
      'moneySource',
      'projectCode',
      'amount',
      'reliefStage',
      'selfPaid',
      'invoiceNos',
      'ownAccount',
      'ownBankCode',
    ],
    send({ file: { fileId }, personId }, of, key) {
      const body = {
        fileId,
        personId,
        unionId: '',
        personName: '',
        idNumber: '',
        programme: of('programme'),
        moneySource: of('moneySource'),
        projectCode: of('projectCode'),
        amountFen: fenOf(of('amount')),
        studyStage: stageOf(of('reliefStage')),
        selfPaidFen: fenOf(of('selfPaid')),
        ...papersOf(of),
      };
      return answer(client.POST('/relief-grants', { headers: keyed(key), body }));
    },
  },
};

/** For somebody in sudden trouble whose household is on no register. */
export const temporaryActs: ActsOf<null> = {
  proposeTemporary: {
    leads: true,
    fields: [
      'union',
      'personName',
      'idNumber',
      'moneySource',
      'projectCode',
      'amount',
      'ownAccount',
      'ownBankCode',
    ],
    send(_, of, key) {
      const body = {
        fileId: '',
        personId: '',
        unionId: of('union'),
        personName: of('personName'),
        idNumber: of('idNumber'),
        programme: 'TEMPORARY',
        moneySource: of('moneySource'),
        projectCode: of('projectCode'),
        amountFen: fenOf(of('amount')),
        studyStage: '',
        selfPaidFen: '0',
        accountNumber: of('ownAccount'),
        bankCode: of('ownBankCode'),
        invoiceNos: [],
      };
      return answer(client.POST('/relief-grants', { headers: keyed(key), body }));
    },
  },
};

const about = ({ grantId }: ReliefGrant, key: string) => ({
  params: { path: { grantId } },
  headers: keyed(key),
});
const checked = (one: ReliefGrant, of: Said, key: string, verdict: string) => {
  const { version: expectedVersion } = one;
  const reasonCode = of('reliefReason');
  const body = { expectedVersion, answer: verdict, reasonCode, ...papersOf(of) };
  return answer(client.POST('/relief-grants/{grantId}/check', { ...about(one, key), body }));
};
const reviewed = (one: ReliefGrant, of: Said, key: string, verdict: string) => {
  const { version: expectedVersion } = one;
  const body = { expectedVersion, answer: verdict, reasonCode: of('reliefReason') };
  return answer(client.POST('/relief-grants/{grantId}/review', { ...about(one, key), body }));
};

const deciding: ActsOf<ReliefGrant> = {
  checkRelief: {
    leads: true,
    from: ['PROPOSED'],
    fields: ['ownAccount', 'ownBankCode', 'invoiceNos'],
    send: (one, of, key) => checked(one, of, key, 'PASSED'),
  },
  returnReliefCheck: {
    from: ['PROPOSED'],
    fields: ['reliefReason'],
    send: (one, of, key) => checked(one, of, key, 'RETURNED'),
  },
  reviewRelief: {
    leads: true,
    whole: true,
    from: ['MATERIALS_CHECKED'],
    fields: [],
    send: (one, of, key) => reviewed(one, of, key, 'PASSED'),
  },
  returnReliefReview: {
    whole: true,
    from: ['MATERIALS_CHECKED', 'REVIEWED'],
    fields: ['reliefReason'],
    send: (one, of, key) => reviewed(one, of, key, 'RETURNED'),
  },
  approveRelief: {
    leads: true,
    whole: true,
    duties: ['chair'],
    from: ['REVIEWED'],
    fields: ({ approvalNeed }) =>
      approvalNeed === 'COUNTY' ? ['documentNo'] : ['documentNo', 'superiorDocumentNo'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        documentNo: of('documentNo'),
        superiorDocumentNo: of('superiorDocumentNo'),
      };
      return answer(client.POST('/relief-grants/{grantId}/approval', { ...about(one, key), body }));
    },
  },
  amendRelief: {
    leads: true,
    from: ['RETURNED'],
    fields: ['amount', 'reliefStage', 'selfPaid'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        amountFen: fenOf(of('amount')),
        studyStage: stageOf(of('reliefStage')),
        selfPaidFen: fenOf(of('selfPaid')),
      };
      return answer(
        client.POST('/relief-grants/{grantId}/amendment', { ...about(one, key), body }),
      );
    },
  },
};

const dayOf = (one: ReliefGrant, of: Said) => ({
  expectedVersion: one.version,
  happenedOn: of('stepOn'),
  reasonCode: of('reliefReason'),
});

const paying: ActsOf<ReliefGrant> = {
  publishRelief: {
    leads: true,
    from: ['APPROVED'],
    fields: ['stepOn', 'channels', 'contactOffice', 'contactPhone'],
    send(one, of, key) {
      const body = {
        expectedVersion: one.version,
        happenedOn: of('stepOn'),
        channels: listed(of('channels')),
        contactOffice: of('contactOffice'),
        contactPhone: of('contactPhone'),
      };
      return answer(
        client.POST('/relief-grants/{grantId}/publicity', { ...about(one, key), body }),
      );
    },
  },
  orderRelief: {
    leads: true,
    whole: true,
    from: ['PUBLISHED', 'PAY_FAILED'],
    fields: ['bank', 'documentNo'],
    send({ grantId }, of, key) {
      const [payerUnionId = '', bank = ''] = of('bank').split(' ');
      const body = { grantIds: [grantId], payerUnionId, bank, documentNo: of('documentNo') };
      return answer(client.POST('/relief-payments', { headers: keyed(key), body }));
    },
  },
  confirmRelief: {
    leads: true,
    from: ['PAID'],
    fields: ['stepOn'],
    send: (one, of, key) =>
      answer(
        client.POST('/relief-grants/{grantId}/confirmation', {
          ...about(one, key),
          body: dayOf(one, of),
        }),
      ),
  },
  archiveRelief: {
    leads: true,
    from: ['CONFIRMED'],
    fields: ['stepOn'],
    send: (one, of, key) =>
      answer(
        client.POST('/relief-grants/{grantId}/archive', {
          ...about(one, key),
          body: dayOf(one, of),
        }),
      ),
  },
};

const ending: Record<'rejectRelief' | 'recoverRelief', Act<ReliefGrant>> = {
  rejectRelief: {
    whole: true,
    duties: ['chair'],
    from: [...grantWay.slice(0, 5), 'SUSPENDED', 'RETURNED'],
    fields: ['stepOn', 'reliefReason'],
    send: (one, of, key) =>
      answer(
        client.POST('/relief-grants/{grantId}/rejection', {
          ...about(one, key),
          body: dayOf(one, of),
        }),
      ),
  },
  recoverRelief: {
    whole: true,
    from: ['PAID', 'CONFIRMED', 'ARCHIVED'],
    fields: ['stepOn', 'reliefReason'],
    send: (one, of, key) =>
      answer(
        client.POST('/relief-grants/{grantId}/recovery', {
          ...about(one, key),
          body: dayOf(one, of),
        }),
      ),
  },
};

export const grantActs: ActsOf<ReliefGrant> = { ...deciding, ...paying, ...ending };
