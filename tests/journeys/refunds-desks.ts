// What the journey of refunds begins with: four unions, two years of their fund, and a bank that answers.
import { createHash } from 'node:crypto';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { orgCodeCheckChar, usccCheckChar } from '@gonglian/kernel/uscc.ts';
import { openClient, type NodeClient } from '../../deploy/local/node-api.ts';
import type { UnionRow } from '../../deploy/local/demo/unions.ts';
import { COUNTY } from './money.ts';
import { unionRow } from './work.ts';

export const BANK = 'basic';
const NAMES = ['恒泰机械', '华源电缆', '新达服饰', '金邮物流', '宏丰化工'];
/** The last one pays much. */
const AMOUNTS = ['2000.00', '1500.00', '3000.00', '1000.00', '90000.00'];

export const unions: readonly UnionRow[] = NAMES.map((name, n) => ({
  ...unionRow(COUNTY, n + 1),
  name: `${name}有限公司工会`,
  kind: 'SINGLE_GRASSROOTS',
  hostName: `${name}有限公司`,
  hostUscc: usccOf(n + 1),
  unitType: '170',
  industry: 'C3411',
  hostEmployeeCount: 40,
}));

function usccOf(n: number): string {
  const org = String(n).padStart(8, '0');
  const first = `91${COUNTY}${org}${orgCodeCheckChar(org)}`;
  return first + usccCheckChar(first);
}

const HEADINGS = ['完税凭证号', '统一社会信用代码', '费款所属期', '实缴金额', '入库日期'];
const YEARS = ['2024', '2025'] as const;

export interface Payment {
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

export async function openCounty(origin: string) {
  const of = (user: string) => openClient(COUNTY, origin, user);
  const clerk = await of('clerk');
  const desk = {
    finance: await of('finance'),
    cashier: await of('cashier'),
    chair: await of('chair'),
  };
  await clerk.post('/unions/enrolments', 'enrol', { rows: unions });
  // The last small payer has no account at a bank.
  const withAccounts = [nodeRootUnionId(COUNTY), ...unions.slice(0, 3).map((one) => one.unionId)];
  for (const [n, unionId] of withAccounts.entries()) {
    const accountNumber = `3205017488360000${String(n).padStart(4, '0')}`;
    const account = { unionId, bank: BANK, holderName: '合成工会', accountNumber };
    await desk.finance.post('/bank-accounts', `account ${n}`, {
      ...account,
      bankCode: '105312500018',
    });
  }
  for (const year of YEARS) await collect(desk.finance, desk.cashier, year);
  return desk;
}
export type Desk = Awaited<ReturnType<typeof openCounty>>;

interface Collection {
  collectionId: string;
  state: string;
  version: number;
}

/** Finance brings the file of a year, the cashier posts it. */
async function collect(finance: NodeClient, cashier: NodeClient, year: string): Promise<void> {
  const rows = unions.map(({ hostUscc }, n) => [
    `S-${year}-${n + 1}`,
    hostUscc,
    `${year}-01至${year}-12`,
    AMOUNTS[n],
    `${year}-12-28`,
  ]);
  const bytes = Buffer.from([HEADINGS, ...rows].map((cells) => cells.join(',')).join('\r\n'));
  const begun = await finance.post<Collection>('/fund/collections', `file ${year}`, {
    fileName: `代收明细-${year}.csv`,
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    totalFen: '9750000',
    bank: BANK,
  });
  const path = `/fund/collections/${begun.collectionId}`;
  await finance.put(`${path}/parts/1`, `part ${year}`, { content: bytes.toString('base64') });
  const reading = { expectedVersion: begun.version };
  await finance.post(`${path}/reading`, `reading ${year}`, reading);
  const { version: expectedVersion } = await inState(finance, path, 'CHECKED');
  await cashier.post(`${path}/posting`, `posting ${year}`, { expectedVersion });
  await inState(finance, path, 'DONE');
}

async function inState(finance: NodeClient, path: string, state: string): Promise<Collection> {
  for (let waits = 0; waits < 200; waits += 1) {
    const now = await finance.get<Collection>(path);
    if (now.state === state) return now;
    if (now.state === 'FAILED') break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} did not come to ${state}`);
}

/** Checked, approved, taken to the bank; whose amount is named, the bank refuses. */
export async function send(
  { finance, cashier, chair }: Desk,
  paymentId: string,
  refusedFen = '',
): Promise<void> {
  const path = `/payments/${paymentId}`;
  const read = () => finance.get<Detail>(path);
  const version = async () => ({ expectedVersion: (await read()).payment.version });
  await cashier.post(`${path}/check`, `check ${paymentId}`, await version());
  const approval = { ...(await version()), decisionNo: '', decisionOn: '', decisionSha256: '' };
  await chair.post(`${path}/approval`, `approve ${paymentId}`, approval);
  await finance.post(`${path}/export`, `export ${paymentId}`, {});
  await finance.post(`${path}/sending`, `send ${paymentId}`, {});
  const { payment, lines } = await read();
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  const rows = lines.map(({ seq, amountFen }) => {
    const { batchNo } = payment;
    return amountFen === refusedFen
      ? [batchNo, seq, amountFen, 'fail', '', '', 'ACCOUNT_CLOSED'].join(',')
      : [batchNo, seq, amountFen, 'success', `${batchNo}-${seq}`, '2026-03-20', ''].join(',');
  });
  const content = Buffer.from([head, ...rows].join('\r\n')).toString('base64');
  await finance.post(`${path}/result`, `result ${paymentId}`, { fileName: '回单.csv', content });
}

/** The payments of refunds, the newest first. */
export async function refundPayments(finance: NodeClient): Promise<Payment[]> {
  const ask = `/payments?unionId=${nodeRootUnionId(COUNTY)}&limit=50`;
  const { items } = await finance.get<{ items: Payment[] }>(ask);
  return items.filter(({ purposeCode }) => purposeCode === 'REFUND');
}
