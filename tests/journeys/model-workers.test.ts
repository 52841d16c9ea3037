import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApi, type Api } from '../api.ts';
import { openFederation } from '../federation.ts';
import { collect, COUNTY } from './money.ts';
import { openCashier } from './walk.ts';

// Two retired model workers, as other programs see it: on the register, seen alive this year, on a month's batch that two
// persons sign, paid by finance as any payment is; one account is closed, and what the bank says comes back to the batch.

const federation = await openFederation();
const origin = federation.origin(COUNTY);
const unionId = nodeRootUnionId(COUNTY);
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
const [year, month] = [today.slice(0, 4), today.slice(0, 7)];
const people = [
  { personName: '李小明', idNumber: '32108419000101001X', account: '6222000000000001234' },
  { personName: '王五', idNumber: '440524188001010014', account: '6210000000000000009' },
];

interface Batch {
  batchId: string;
  version: number;
  state: string;
  payoutState: string;
  payoutId: string;
  totalFen: string;
  lines: { state: string; amountFen: string }[];
  leftOut: { reasonCode: string }[];
}
interface Payment {
  paymentId: string;
  batchNo: string;
  version: number;
  state: string;
  madeBy: string;
  sourceService: string;
}

let desks: Record<'clerk' | 'finance' | 'chair', Api>;
let cashier: Api;

beforeAll(async () => {
  await federation.demand('up', '--detach', '--no-demo', '--nodes', COUNTY);
  const [clerk, finance, chair] = await Promise.all(
    ['clerk', 'finance', 'chair'].map((user) => openApi(origin, user)),
  );
  if (!clerk || !finance || !chair) throw new Error('nobody came');
  desks = { clerk, finance, chair };
  await collect(finance);
  const account = { unionId, bank: 'bank-1', holderName: '示范总工会', bankCode: '105312500018' };
  await finance.post('/bank-accounts', { ...account, accountNumber: '32050174883600000001' });
  const line = await finance.post<{ lineId: string; version: number }>('/budget/lines', {
    unionId,
    fiscalYear: Number(year),
    accountCode: '50404',
    mark: 'basic',
    sourceCode: 'union',
    amountFen: '1000000',
    documentNo: '示工发〔2026〕1号',
    reason: '年度预算',
  });
  await chair.post(`/budget/lines/${line.lineId}/approval`, { expectedVersion: line.version });
  cashier = await openCashier(origin);
});
afterAll(() => federation.remove());

async function enter(clerk: Api, { account, ...person }: (typeof people)[number]): Promise<string> {
  const honour = {
    honourCode: 'MODEL_WORKER',
    level: 'PROVINCE',
    unionId,
    ...person,
    grantedOn: '2016-04-28',
    documentNo: '苏政发〔2016〕8号',
  };
  const { personId } = await clerk.post<{ personId: string }>('/honour-grants', honour);
  const body = {
    unionId,
    livelihood: 'RETIRED',
    incomeKnown: true,
    incomeFen: '300000',
    accountNumber: account,
    bankCode: '105312500018',
  };
  const set = await clerk.ask('PUT', `/model-workers/${personId}`, { body });
  expect(set.status).toBe(200);
  return personId;
}

const see = (clerk: Api, personId: string) =>
  clerk.post(`/living-checks/${year}/checks`, {
    personId,
    checkedOn: today,
    checkMethod: 'VISIT',
    checkOutcome: 'ALIVE',
  });

const ofMonth = {
  unionId,
  careKind: 'LIVING_SUBSIDY',
  month,
  bank: 'bank-1',
  sourceCode: 'union',
  documentNo: '示工发〔2026〕2号',
};
const draft = (clerk: Api) => clerk.post<Batch>('/care-batches', ofMonth);

/** Signed by two of finance's own, who are neither the maker nor each other; taken to the bank; answered. */
async function pay(paymentId: string, answers: readonly string[]): Promise<void> {
  const { finance, chair } = desks;
  const at = `/payments/${paymentId}`;
  const { payment: asked } = await finance.get<{ payment: Payment }>(at);
  const checked = await finance.post<Payment>(`${at}/check`, { expectedVersion: asked.version });
  await chair.post(`${at}/approval`, { expectedVersion: checked.version });
  await cashier.post(`${at}/export`, {});
  await cashier.post(`${at}/sending`, {});
  const head = 'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code';
  const rows = answers.map((failure, n) => {
    const line = `${asked.batchNo},${n + 1},55200`;
    const paid = `${line},success,${asked.batchNo}-${n + 1},${today},`;
    return failure === '' ? paid : `${line},fail,,,${failure}`;
  });
  const content = Buffer.from([head, ...rows].join('\r\n')).toString('base64');
  await cashier.post(`${at}/result`, { fileName: '回单.csv', content });
}

test('two model workers are paid for a month, each once, and the batch says so', async () => {
  const { clerk, chair } = desks;
  await clerk.post('/living-checks', { roundYear: Number(year), documentNo: '示工发〔2026〕1号' });
  const ids: string[] = [];
  for (const one of people) ids.push(await enter(clerk, one));
  await see(clerk, ids[0] ?? '');
  // Nobody who was not seen is paid: he is left out, and is on the next draft once he was.
  const early = await draft(clerk);
  expect(early.leftOut).toMatchObject([{ reasonCode: 'HOLDER_UNCHECKED' }]);
  await clerk.post(`/care-batches/${early.batchId}/cancellation`, {
    expectedVersion: early.version,
    reason: '有人未核查',
  });
  await see(clerk, ids[1] ?? '');
  const drafted = await draft(clerk);
  expect(drafted).toMatchObject({ totalFen: '110400', leftOut: [] });
  const at = `/care-batches/${drafted.batchId}`;
  const approval = { expectedVersion: drafted.version };
  expect((await clerk.ask('POST', `${at}/approval`, { body: approval })).status).toBe(403);
  await chair.post(`${at}/approval`, approval);
  const batch = () => clerk.get<Batch>(at);
  const reached = (state: string) =>
    eventually(async () => expect(await batch()).toMatchObject({ payoutState: state }), {
      timeoutMs: 30_000,
    });
  await reached('REQUESTED');
  const { payoutId } = await batch();
  const { paymentId } = await clerk.get<{ paymentId: string }>(`/payouts/${payoutId}`);
  const { accountId } = await clerk.get<{ accountId: string }>('/session');
  const asked = await desks.finance.get<{ payment: Payment }>(`/payments/${paymentId}`);
  const made = { sourceService: 'competitions', madeBy: accountId, state: 'DRAFT' };
  expect(asked.payment).toMatchObject(made);
  await pay(paymentId, ['', 'ACCOUNT_CLOSED']);
  await reached('FAILED');
  expect((await batch()).lines.map(({ state }) => state)).toEqual(['PAID', 'FAILED']);
  const again = await clerk.post<Payment>(`/payments/${paymentId}/reissue`, {
    lines: [{ seq: 2, accountNumber: '6222000000000001235' }],
  });
  await pay(again.paymentId, ['']);
  await reached('PAID');
  const twice = await clerk.ask('POST', '/care-batches', { body: ofMonth });
  expect(twice.body).toMatchObject({ code: 'CARE_BATCH_EMPTY' });
  expect(await federation.demand('verify', '--nodes', COUNTY)).toContain('everything adds up');
});
