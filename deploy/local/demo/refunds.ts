import { createHash } from 'node:crypto';
import { Trouble } from '@gonglian/embedded/trouble.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { BANK, type Desk } from './fund-desk.ts';

interface Refund {
  refundId: string;
  version: number;
  state: string;
}
interface Payment {
  paymentId: string;
  purposeCode: string;
  state: string;
  version: number;
  batchNo: string;
}
interface Detail {
  payment: Payment;
  lines: { seq: number; amountFen: string }[];
}

const PAID_ON = '2020-10-26';
/** DRAFT, CHECKED, APPROVED, EXPORTED, SENT; and once more to see that the answer is in. */
const STEPS_MAX = 8;

/** The list of the first half of 2020, as its records say it went; each step by another person. */
export async function refundSmallPayers(desk: Desk, region: string): Promise<void> {
  const { finance, cashier, chair } = desk;
  const listed = await finance.post<Refund>('/fund/refunds', 'refund 2020-1', {
    periodFrom: '2020-01',
    periodTo: '2020-06',
    madeOn: '2020-10-12',
    takeOverNo: '工办〔2020〕18号移交清单',
  });
  const path = `/fund/refunds/${listed.refundId}`;
  const step = async (by: keyof Desk, name: string, refund: Refund, body: object) =>
    desk[by].post<Refund>(`${path}/${name}`, `refund 2020-1 ${name}`, {
      expectedVersion: refund.version,
      ...body,
    });
  const reviewed = await step('cashier', 'review', listed, { removals: [] });
  const published = await step('cashier', 'publicity', reviewed, { doneOn: '2020-10-13' });
  const approved = await step('chair', 'approval', published, { doneOn: '2020-10-22' });
  await step('finance', 'payments', approved, { bank: BANK });
  const ask = `/payments?unionId=${nodeRootUnionId(region)}&limit=100`;
  const { items } = await finance.get<{ items: Payment[] }>(ask);
  for (const { paymentId, purposeCode } of items) {
    if (purposeCode === 'REFUND') await pay({ finance, cashier, chair }, paymentId);
  }
}

/** From wherever it was left to the bank's answer. */
async function pay(desk: Desk, paymentId: string): Promise<void> {
  for (let steps = 0; steps < STEPS_MAX; steps += 1) {
    const detail = await desk.finance.get<Detail>(`/payments/${paymentId}`);
    if (await payOn(desk, detail)) return;
  }
  throw new Trouble(`the refund's payment ${paymentId} was not paid`);
}

/** Made by finance, checked by the cashier, approved by the chair, taken to the bank by finance. True when it is paid. */
async function payOn(desk: Desk, { payment, lines }: Detail): Promise<boolean> {
  const { paymentId, version: expectedVersion, state } = payment;
  const act = (by: keyof Desk, name: string, body: object) =>
    desk[by].post(`/payments/${paymentId}/${name}`, `payment ${paymentId} ${name}`, body);
  switch (state) {
    case 'DRAFT':
      await act('cashier', 'check', { expectedVersion });
      return false;
    case 'CHECKED':
      await act('chair', 'approval', { expectedVersion, ...DECISION });
      return false;
    case 'APPROVED':
      await act('finance', 'export', {});
      return false;
    case 'EXPORTED':
      await act('finance', 'sending', {});
      return false;
    case 'SENT':
      await act('finance', 'result', answerOf(payment.batchNo, lines));
      return false;
    default:
      return true;
  }
}

const DECISION = {
  decisionNo: '主席办公会纪要〔2020〕11号',
  decisionOn: '2020-10-21',
  decisionSha256: createHash('sha256').update('主席办公会纪要〔2020〕11号').digest('hex'),
};

/** Everybody is paid. */
function answerOf(batchNo: string, lines: Detail['lines']) {
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  const rows = lines.map(({ seq, amountFen }) =>
    [batchNo, seq, amountFen, 'success', `${batchNo}-${seq}`, PAID_ON, ''].join(','),
  );
  const content = Buffer.from([head, ...rows].join('\r\n')).toString('base64');
  return { fileName: '回单.csv', content };
}
