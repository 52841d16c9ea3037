// One enterprise's money on its way to one worker, signed by three and paid by the bank: what the auditor's walk begins with.
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { Client } from 'pg';
import { openApi, type Api, type Ask } from '../api.ts';
import type { NodeConfig } from '../federation.ts';
import { COUNTY } from './money.ts';
import { covered, openUnions, union } from './receipts-pages.ts';

const unionId = nodeRootUnionId(COUNTY);
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());
export const BANK = 'bank-2';

export const SLIP = 'S-2026-1';
export const worker = { name: '李小明', account: '6222000000000001234' };

/** A program that speaks in one duty of those that its account holds. */
export function inDuty(api: Api, dutyId: string): Api {
  const asking = (method: string, path: string, { headers, ...rest }: Ask = {}) =>
    api.ask(method, path, { ...rest, headers: { 'gonglian-duty': dutyId, ...headers } });
  const demand = async (method: string, path: string, body?: object) => {
    const answer = await asking(method, path, body ? { body } : {});
    if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.text}`);
    return answer.body as never;
  };
  return {
    ...api,
    ask: asking,
    get: (path) => demand('GET', path),
    post: (path, body) => demand('POST', path, body),
  };
}

/** An account is given another duty over the whole node, and speaks in it. */
export async function entrusted(
  origin: string,
  { user, duty: name, reads }: { user: string; duty: string; reads: string },
): Promise<Api> {
  const [admin, api] = [await openApi(origin, 'admin'), await openApi(origin, user)];
  const { accountId } = await api.get<{ accountId: string }>('/session');
  const duty = { accountId, duty: name, scopeUnionId: unionId };
  const { dutyId } = await admin.post<{ dutyId: string }>('/duties', duty);
  const held = inDuty(api, dutyId);
  // A duty is known to the gateway a moment after it was given.
  await eventually(() => held.get(reads));
  return held;
}

/** Who checked a list does not take it to the bank: a second person with the duty of finance. */
export const openCashier = (origin: string): Promise<Api> =>
  entrusted(origin, { user: 'supervisor', duty: 'finance', reads: '/ledger/books?limit=1' });

export const csv = (...rows: string[]) => Buffer.from(rows.join('\r\n')).toString('base64');

/** 8,000.00 of an enterprise's fund has arrived at a bank of its own. */
export async function collectFrom(finance: Api): Promise<void> {
  await finance.post('/fund/self-payments', {
    unionId: union.unionId,
    slipNo: SLIP,
    payerUscc: covered,
    periodFrom: '2026-03',
    periodTo: '2026-03',
    wageBaseFen: '100000000',
    fundFen: '2000000',
    paidUpFen: '800000',
    receivedOn: today,
    bank: BANK,
  });
  const holder = { holderName: '高邮市总工会', accountNumber: '32050174883600000456' };
  await finance.post('/bank-accounts', {
    unionId,
    bank: BANK,
    bankCode: '105312500018',
    ...holder,
  });
}

interface Asked {
  paymentId: string;
  batchNo: string;
  version: number;
}

/** 700.00 for a worker: asked for by one, checked by a second, approved by a third. */
async function ask(clerk: Api, finance: Api, chair: Api): Promise<Asked> {
  const payee = { payeeKind: 'PERSON', payeeName: worker.name, accountNumber: worker.account };
  const line = { ...payee, bankCode: '105312500018', purpose: '困难职工帮扶', sourceCode: 'union' };
  const asked = await clerk.post<Asked>('/payments', {
    unionId,
    bank: BANK,
    accountCode: '50404',
    purposeCode: 'RELIEF',
    title: '一名困难职工',
    lineCount: 1,
    totalFen: '70000',
    lines: [{ ...line, amountFen: '70000', beneficiaryId: 'c3d4' }],
  });
  const at = `/payments/${asked.paymentId}`;
  const check = { expectedVersion: asked.version };
  const checked = await finance.post<Asked>(`${at}/check`, check);
  await chair.post(`${at}/approval`, { expectedVersion: checked.version });
  return asked;
}

/** From the enterprise to the worker and the bank's statement. Answers the paid line. */
export async function payWorker(origin: string): Promise<{ lineId: string; batchNo: string }> {
  const of = (user: string) => openApi(origin, user);
  const [finance, clerk, chair] = [await of('finance'), await of('clerk'), await of('chair')];
  await openUnions(origin);
  await collectFrom(finance);
  const { paymentId, batchNo } = await ask(clerk, finance, chair);
  const at = `/payments/${paymentId}`;
  const cashier = await openCashier(origin);
  await cashier.post(`${at}/export`, {});
  await cashier.post(`${at}/sending`, {});
  const answer = csv(
    'batch_no,seq,amount_fen,status,bank_serial,paid_on,failure_code',
    `${batchNo},1,70000,success,${batchNo}-1,${today},`,
  );
  await cashier.post(`${at}/result`, { fileName: '回单.csv', content: answer });
  await cashier.post('/bank-statements', {
    unionId,
    bank: BANK,
    month: today.slice(0, 7),
    openingFen: '0',
    closingFen: '730000',
    fileName: '对账单.csv',
    content: csv(
      'posted_on,amount,serial,purpose',
      `${today},8000.00,,上解经费`,
      `${today},-700.00,${batchNo}-1,困难职工帮扶`,
    ),
  });
  const { lines } = await finance.get<{ lines: { lineId: string }[] }>(at);
  return { lineId: lines[0]?.lineId ?? '', batchNo };
}

/** As the owner of the server can: guards off, an amount doubled, guards on again. */
export async function doubleAmount(config: NodeConfig, lineId: string): Promise<number> {
  const { user, password } = config.database.owner;
  const { name: database, port } = config.database;
  const owner = new Client({ host: '127.0.0.1', port, database, user, password });
  await owner.connect();
  await owner.query(`set search_path = finance; select set_config('gonglian.reach', 'all', false)`);
  const { rows } = await owner.query<{ no: string }>(
    `select no from voucher where key = 'payment-line:' || $1`,
    [lineId],
  );
  const no = Number(rows[0]?.no);
  const places = ['leg', `leg_${today.slice(0, 4)}`];
  for (const place of places) await owner.query(`alter table ${place} disable trigger all`);
  await owner.query(`update leg set amount_fen = amount_fen * 2 where no = $1`, [no]);
  await owner.query(`alter table leg enable always trigger never_changed`);
  await owner.end();
  return no;
}
