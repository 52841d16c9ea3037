// A payment on its way through the four hands to the bank's answer.
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import type { Desk } from './fund-desk.ts';
import { sha256 } from './record-desk.ts';

export interface Payment {
  paymentId: string;
  purposeCode: string;
  sourceService: string;
  state: string;
  version: number;
  batchNo: string;
}
interface Detail {
  payment: Payment;
  lines: { seq: number; amountFen: string }[];
}

/** When the bank paid, and what it was decided by. */
export interface Paying {
  paidOn: string;
  decision: { decisionNo: string; decisionOn: string };
}

/** DRAFT, CHECKED, APPROVED, EXPORTED, SENT; and once more to see that the answer is in. */
const STEPS_MAX = 8;

/** Of the federation itself, the newest first; a demo year has fewer. */
export async function findPayments({ finance }: Desk, region: string): Promise<Payment[]> {
  const ask = `/payments?unionId=${nodeRootUnionId(region)}&limit=100`;
  const { items } = await finance.get<{ items: Payment[] }>(ask);
  return items;
}

/** From wherever it was left to the bank's answer. */
export async function pay(desk: Desk, paymentId: string, paying: Paying): Promise<void> {
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const detail = await desk.finance.get<Detail>(`/payments/${paymentId}`);
    if (await payOn(desk, detail, paying)) return;
  }
  throw new Trouble(`the payment ${paymentId} was not paid`);
}

/** Made by one, checked by the cashier, approved by the chair, taken to the bank by finance. True when it is paid. */
async function payOn(desk: Desk, { payment, lines }: Detail, paying: Paying): Promise<boolean> {
  const { paymentId, version: expectedVersion, state } = payment;
  const act = (by: keyof Desk, name: string, body: object) =>
    desk[by].post(`/payments/${paymentId}/${name}`, `payment ${paymentId} ${name}`, body);
  switch (state) {
    case 'DRAFT':
      await act('cashier', 'check', { expectedVersion });
      return false;
    case 'CHECKED': {
      const { decision } = paying;
      const decisionSha256 = sha256(decision.decisionNo);
      await act('chair', 'approval', { expectedVersion, ...decision, decisionSha256 });
      return false;
    }
    case 'APPROVED':
      await act('finance', 'export', {});
      return false;
    case 'EXPORTED':
      await act('finance', 'sending', {});
      return false;
    case 'SENT':
      await act('finance', 'result', answerOf(payment.batchNo, lines, paying.paidOn));
      return false;
    default:
      return true;
  }
}

/** Everybody is paid. */
function answerOf(batchNo: string, lines: Detail['lines'], paidOn: string) {
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  const rows = lines.map(({ seq, amountFen }) =>
    [batchNo, seq, amountFen, 'success', `${batchNo}-${seq}`, paidOn, ''].join(','),
  );
  const content = Buffer.from([head, ...rows].join('\r\n')).toString('base64');
  return { fileName: '回单.csv', content };
}
