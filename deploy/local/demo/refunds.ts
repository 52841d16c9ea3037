import { BANK, type Desk } from './fund-desk.ts';
import { findPayments, pay } from './payments.ts';

interface Refund {
  refundId: string;
  version: number;
  state: string;
}

const PAID_ON = '2020-10-26';
const DECISION = { decisionNo: '主席办公会纪要〔2020〕11号', decisionOn: '2020-10-21' };

/** The list of the first half of 2020, as its records say it went; each step by another person. */
export async function refundSmallPayers(desk: Desk, region: string): Promise<void> {
  const { finance } = desk;
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
  for (const { paymentId, purposeCode } of await findPayments(desk, region)) {
    if (purposeCode === 'REFUND')
      await pay(desk, paymentId, { paidOn: PAID_ON, decision: DECISION });
  }
}
