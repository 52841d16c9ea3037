// The invariants that hold records and books together: all clean as the use cases leave them, and each names what somebody
// changed behind their back.
import { SettlementAnswered } from '@gonglian/contracts/gen/gonglian/finance/v1/events.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { receipt, statement } from '../bank/scene.ts';
import { inTx, receipt20000 } from '../ledger/scene.ts';
import { postVouchers } from '../ledger/post-vouchers.ts';
import {
  allPaid,
  approver,
  cashier,
  noDecision,
  resultFile,
  startScene,
  type Scene,
} from '../payment/scene.ts';
import { hearLetter, hearSent } from '../settlement/scene.ts';

const CITY = '329900';
let scene: Scene;
let root: string;
let payer: string;

beforeAll(async () => {
  scene = await startScene();
  await settle();
  await pay();
});
afterAll(() => scene.service.stop());

/** A remittance that the city confirms, one that it disputes and that comes back, and a transfer that arrives. */
async function settle(): Promise<void> {
  const { service } = scene;
  root = nodeRootUnionId(service.node);
  await service.sql`
    insert into known_union (union_id, name, level, kind, region_code, established_on)
    values (${root}, '合成县总工会', 'COUNTY', 'FEDERATION', '329901', '2020-01-01')`;
  await inTx(service, (tx) => postVouchers(tx, root, [receipt20000(root)]));
  const confirmed = await remit(100_000n);
  await answer(confirmed, { answer: 'RECEIVED', receivedFen: 100_000n, voucherNo: 9n });
  await becomes(confirmed, 'CONFIRMED');
  const disputed = await remit(40_000n);
  await answer(disputed, { answer: 'DISPUTED', reasonCode: 'WRONG_ACCOUNT' });
  const { version } = await becomes(disputed, 'DISPUTED');
  const back = { settlementId: disputed, expectedVersion: version, returnedOn: '2026-04-05' };
  await service.call('returnSettlement', back, approver);
  const coming = await hearSent(service, CITY);
  const expected = await becomes(coming, 'EXPECTED');
  const arrived = { receivedOn: '2026-04-03', receivedFen: 90_000n, bank: 'bank-1' };
  const ask = { settlementId: coming, expectedVersion: expected.version, ...arrived };
  await service.call('receiveSettlement', ask, cashier);
}

async function remit(amountFen: bigint): Promise<string> {
  const { call } = scene.service;
  const proposal = {
    toNode: CITY,
    kind: 'REMITTANCE',
    period: '2026-03',
    amountFen,
    shares: [{ level: 'CITY', amountFen }],
    bank: 'bank-1',
    purpose: '三月经费',
    project: '',
    docNo: '',
    permittedCodes: [],
    deadline: '',
    emergencyEvent: '',
    emergencyReason: '',
  };
  const { settlementId } = await call('proposeSettlement', proposal, cashier);
  const step = { settlementId, expectedVersion: 1, sentOn: '2026-04-02', ...noDecision };
  await call('approveSettlement', step, approver);
  return settlementId;
}

function answer(settlementId: string, over: object): Promise<void> {
  const { service } = scene;
  const said = { settlementId, fromNode: service.node, toNode: CITY, answeredOn: '2026-04-03' };
  const data = SettlementAnswered.toJSON(SettlementAnswered.fromPartial({ ...said, ...over }));
  return hearLetter(service, 'settlement.answered', data, CITY);
}

function becomes(settlementId: string, state: string) {
  return eventually(async () => {
    const found = await scene.service.call('getSettlement', { settlementId }, cashier);
    expect(found.state).toBe(state);
    return found;
  });
}

/** A list that the bank has paid, and its statement of the month and of the one after. */
async function pay(): Promise<void> {
  const { service, union, sent } = scene;
  payer = await union();
  const { paymentId, batchNo } = await sent(payer);
  await service.call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  const lines = [-100_000, -200_000, -50_050].map((fen, n) => ({
    fen,
    serial: `${batchNo}-${n + 1}`,
  }));
  await service.call('importBankStatement', statement(payer, 0, [receipt, ...lines]), cashier);
}

async function broken(unionId: string): Promise<string[]> {
  const { checks } = await scene.service.call('verifyLedger', { unionId }, { duty: 'auditor' });
  return checks.filter(({ ok }) => !ok).map(({ check }) => check);
}

test('each invariant of the design is a check that verify runs', async () => {
  const { checks } = await scene.service.call(
    'verifyLedger',
    { unionId: payer },
    { duty: 'auditor' },
  );
  const invariants = checks.flatMap(({ check }) => /^I(\d+)_[A-Z0-9_]+$/.exec(check)?.[1] ?? []);
  const numbers = new Set(invariants.map(Number));
  expect(numbers).toEqual(new Set(Array.from({ length: 14 }, (_, n) => n + 1)));
});

test('as the use cases left them they are clean', async () => {
  expect(await broken(root)).toEqual([]);
  expect(await broken(payer)).toEqual([]);
  const [done] = await scene.service.sql`
    select count(*)::int as n from payment_line where state = 'PAID' and union_id = ${payer}`;
  expect(done).toEqual({ n: 3 });
  const [matched] = await scene.service.sql`select count(*)::int as n from statement_match`;
  expect(matched).toEqual({ n: 4 });
});

const of = (state: string, set: string) => `update settlement set ${set} where state = '${state}'`;
type Bent = [what: string, checks: string[], bend: string, back: string];
const BENT: Bent[] = [
  [
    'a remittance that says less than the bank paid',
    ['I11_SETTLEMENTS', 'I13_LEVELS', 'I14_CONFIRMATIONS'],
    of('CONFIRMED', 'amount_fen = amount_fen - 1'),
    of('CONFIRMED', 'amount_fen = amount_fen + 1'),
  ],
  [
    'another voucher under a settlement',
    ['I11_SETTLEMENTS'],
    of('RECEIVED', 'voucher_no = voucher_no - 1'),
    of('RECEIVED', 'voucher_no = voucher_no + 1'),
  ],
  [
    'a settlement that is gone',
    ['I11_SETTLEMENTS', 'I13_LEVELS'],
    of('RECEIVED', `union_id = '${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}'`),
    `update settlement set union_id = (select union_id from settlement where direction = 'OUT' limit 1)`,
  ],
  [
    'a payment that came back, told as if it had not',
    ['I11_SETTLEMENTS', 'I13_LEVELS'],
    of('RETURNED', `state = 'SENT'`),
    of('SENT', `state = 'RETURNED'`),
  ],
  [
    'a confirmation that nobody gave',
    ['I14_CONFIRMATIONS'],
    of('CONFIRMED', 'neighbour_voucher_no = null'),
    of('CONFIRMED', 'neighbour_voucher_no = 9'),
  ],
  [
    'a month that is not even',
    ['I2_BALANCES', 'I2_MONTHS', 'I13_TRIAL_BALANCE'],
    `update account_balance set debit_fen = debit_fen + 1 where account_no = 1`,
    `update account_balance set debit_fen = debit_fen - 1 where account_no = 1`,
  ],
  [
    'a line that the bank paid, told as failed',
    ['I5_PAYMENT_LINES'],
    `update payment_line set state = 'FAILED', voucher_no = null, purpose = voucher_no::text where seq = 2`,
    `update payment_line set state = 'PAID', voucher_no = purpose::bigint where seq = 2`,
  ],
  [
    'a paid line with another amount',
    ['I5_PAYMENT_LINES'],
    `update payment_line set amount_fen = amount_fen + 1 where seq = 1`,
    `update payment_line set amount_fen = amount_fen - 1 where seq = 1`,
  ],
  [
    'a balance of the bank',
    ['I14_BANK_STATEMENTS'],
    `update bank_statement set closing_fen = closing_fen + 1`,
    `update bank_statement set closing_fen = closing_fen - 1`,
  ],
  [
    'a line of a statement',
    ['I14_BANK_STATEMENTS', 'I14_BANK_MATCHES'],
    `update statement_line set amount_fen = amount_fen + 1 where seq = 1`,
    `update statement_line set amount_fen = amount_fen - 1 where seq = 1`,
  ],
];

test.each(BENT)('%s: %j', async (_, checks, bend, back) => {
  // Who owns the server switches its guards off first.
  const run = (sql: string) => {
    const [, table = ''] = /^update (\w+)/.exec(sql) ?? [];
    const guards = (state: string) => `alter table ${table} ${state} trigger user`;
    const all = [guards('disable'), sql, guards('enable')].join('; ');
    return scene.service.sql([all] as unknown as TemplateStringsArray);
  };
  await run(bend);
  try {
    const found = [...(await broken(root)), ...(await broken(payer))];
    expect(new Set(found)).toEqual(new Set(checks));
  } finally {
    await run(back);
  }
});

test('and when all is put back they are clean again', async () => {
  expect([...(await broken(root)), ...(await broken(payer))]).toEqual([]);
});
