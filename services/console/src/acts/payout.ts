// What was decided to be given, asked of finance: three persons sign it there, and the bank says what was paid.
import { answer, client } from '../client.ts';
import { fenOf } from '../settlements/fen.ts';
import { keyed, type Act } from './act.ts';

interface Owed {
  recordId: string;
  recordPart: string;
  /** The payee has to be named: a member or a unit, whose name is not kept with the record. */
  named: boolean;
  /** Nothing with the record says how much: whoever asks does. */
  asksAmount?: boolean;
  /** '' before it was asked for. */
  payoutState: string;
}

/** Once it is decided: in that state, or in any where its state is ''. */
export function payout<T>(kind: string, state: string, owed: (record: T) => Owed): Act<T> {
  return {
    ...(state === '' ? {} : { from: [state] }),
    when: (record) => ['', 'DROPPED'].includes(owed(record).payoutState),
    fields: (record) => [
      'bank',
      'fundSource',
      'documentNo',
      ...(owed(record).asksAmount ? (['amount'] as const) : []),
      ...(owed(record).named ? (['payeeName'] as const) : []),
      'accountNumber',
      'bankCode',
    ],
    send(record, of, key) {
      const { recordId, recordPart, asksAmount } = owed(record);
      const [unionId = '', bank = ''] = of('bank').split(' ');
      const payee = {
        recordId,
        recordPart,
        amountFen: asksAmount ? fenOf(of('amount')) : '0',
        payeeName: of('payeeName'),
        accountNumber: of('accountNumber'),
        bankCode: of('bankCode'),
      };
      const body = {
        unionId,
        bank,
        payoutKind: kind,
        projectCode: '',
        sourceCode: of('fundSource'),
        documentNo: of('documentNo'),
        payees: [payee],
      };
      return answer(client.POST('/payouts', { headers: keyed(key), body }));
    },
  };
}
