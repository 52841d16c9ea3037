// What a record of welfare has decided for somebody outside its lists is asked of finance: each record once.
import { keyed, type ActsOf } from '../acts/act.ts';
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';

export interface Owing {
  payoutKind: 'LEGAL_AID_SUBSIDY' | 'RECUPERATION_COST' | 'STARTUP_SUBSIDY';
  recordId: string;
  /** A unit that the record speaks of, which may be another one than is paid; none for a lawyer. */
  payeeName?: string;
}

/** A lawyer is on the roster by his name, and his case has no sum of its own; of all else it is the other way round. */
const ofLawyer = ({ payoutKind }: Owing) => payoutKind === 'LEGAL_AID_SUBSIDY';

export const recordPaymentActs: ActsOf<Owing> = {
  payRecord: {
    leads: true,
    fields: (owing) => [
      'bank',
      'fundSource',
      'projectCode',
      'documentNo',
      ofLawyer(owing) ? 'amount' : 'payeeName',
      'accountNumber',
      'bankCode',
    ],
    first: ({ payeeName = '' }) => ({ payeeName }),
    send(owing, of, key) {
      const [unionId = '', bank = ''] = of('bank').split(' ');
      const body = {
        unionId,
        payoutKind: owing.payoutKind,
        recordId: owing.recordId,
        bank,
        projectCode: of('projectCode'),
        sourceCode: of('fundSource'),
        documentNo: of('documentNo'),
        amountFen: ofLawyer(owing) ? fenOf(of('amount')) : '0',
        payeeName: ofLawyer(owing) ? '' : of('payeeName'),
        accountNumber: of('accountNumber'),
        bankCode: of('bankCode'),
      };
      return answer(client.POST('/welfare-payouts', { headers: keyed(key), body }));
    },
  },
};
