import { lastDayOfMonth, nextMonth } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  approver,
  BANK,
  cashier,
  checker,
  maker,
  paymentAsk,
  refusedWith,
  resultFile,
  startScene,
  thirdFailed,
  type Scene,
} from '../payment/scene.ts';
import { month, paidLines, receipt, statement } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

test('a statement closes what was paid, and the two balances meet', async () => {
  const { service, union, sent } = scene;
  const { call } = service;
  const unionId = await union();
  const payment = await sent(unionId);
  const { paymentId, batchNo } = payment;
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, thirdFailed) }, cashier);
  await expect(call('closePayment', { paymentId, reason: '' }, cashier)).rejects.toThrow(
    refusedWith('PAYMENT_STATE_WRONG'),
  );
  const ask = statement(unionId, 0, [receipt, ...paidLines(payment)]);
  const done = await call('importBankStatement', ask, cashier);
  expect(done).toMatchObject({
    lines: 3,
    matched: 3,
    bankClosingFen: 700_000n,
    bookClosingFen: 700_000n,
    differenceFen: 0n,
    bankOnly: [],
    bookOnly: [],
  });
  const { payment: reconciled } = await call('getPayment', { paymentId }, cashier);
  expect(reconciled?.state).toBe('RECONCILED');
  await expect(call('closePayment', { paymentId, reason: '' }, cashier)).rejects.toThrow(
    refusedWith('FAILED_LINES_OPEN'),
  );
  const closed = await call('closePayment', { paymentId, reason: '本人放弃' }, cashier);
  expect(closed.state).toBe('CLOSED');
  // The month again, as it is: nothing is matched twice. As it is not: refused.
  expect(await call('importBankStatement', ask, cashier)).toEqual(done);
  const other = statement(unionId, 0, [receipt]);
  await expect(call('importBankStatement', other, cashier)).rejects.toThrow(
    refusedWith('STATEMENT_EXISTS'),
  );
});

test('what only one side knows is named on its side, and the adjusted balances are equal', async () => {
  const { service, union, sent } = scene;
  const { call } = service;
  const unionId = await union();
  const payment = await sent(unionId);
  const { paymentId, batchNo } = payment;
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  // The bank has not booked the third line yet, and has taken a fee that nobody knows of.
  const moved = [
    receipt,
    ...paidLines(payment),
    { fen: -1_500, serial: 'FEE-1', purpose: '手续费' },
  ];
  const found = await call('importBankStatement', statement(unionId, 0, moved), cashier);
  expect(found).toMatchObject({
    matched: 3,
    bankClosingFen: 698_500n,
    bookClosingFen: 649_950n,
    paidByBookOnlyFen: 50_050n,
    paidByBankOnlyFen: 1_500n,
    adjustedBankFen: 648_450n,
    adjustedBookFen: 648_450n,
    differenceFen: 0n,
  });
  const asOf = { unionId, bank: BANK, month };
  const named = await call('getBankReconciliation', asOf, { duty: 'auditor' });
  expect(named).toMatchObject({
    bankOnly: [{ amountFen: -1_500n, serial: 'FEE-1', purpose: '手续费' }],
    bookOnly: [{ amountFen: -50_050n }],
  });
  expect({ ...named, bankOnly: [], bookOnly: [] }).toEqual(found);
  // Neither the statement nor the log of commands says a purpose in the open.
  const [kept] = await service.sql<{ text: string }>`
    select string_agg(a::text, '') as text from action as a where command = 'importBankStatement'`;
  expect(kept?.text).not.toContain(Buffer.from('手续费').toString('hex'));
  const { payment: open } = await call('getPayment', { paymentId }, cashier);
  expect(open?.state).toBe('RESULT');

  // Next month it comes; this month's statement still says how things stood.
  const next = nextMonth(month);
  const late = [{ fen: -50_050, serial: `${batchNo}-3`, on: lastDayOfMonth(next) }];
  const after = await call(
    'importBankStatement',
    statement(unionId, 698_500, late, { month: next }),
    cashier,
  );
  expect(after).toMatchObject({ matched: 1, differenceFen: 0n, paidByBookOnlyFen: 0n });
  expect(await call('getBankReconciliation', asOf, { duty: 'auditor' })).toEqual(named);
  expect((await call('getPayment', { paymentId }, cashier)).payment?.state).toBe('RECONCILED');
});

test('the statement was there before the result', async () => {
  const { service, union, sent } = scene;
  const { call } = service;
  const unionId = await union();
  const payment = await sent(unionId);
  const { paymentId, batchNo } = payment;
  const moved = [receipt, ...paidLines(payment)];
  const early = await call('importBankStatement', statement(unionId, 0, moved), cashier);
  expect(early).toMatchObject({ matched: 1, differenceFen: 0n, paidByBankOnlyFen: 300_000n });
  const result = { paymentId, ...resultFile(batchNo, thirdFailed) };
  expect(await call('recordBankResult', result, cashier)).toMatchObject({ state: 'RECONCILED' });
});

test.each([
  ['STATEMENT_SUM_DIFFERS', 'refused', { closingFen: 1n }],
  ['STATEMENT_MONTH_DIFFERS', 'refused', { month: '2020-01' }],
  ['BANK_ACCOUNT_UNKNOWN', 'refused', { bank: 'other' }],
  ['BANK_FILE_HEADER_MISSING', 'refused', { content: Buffer.from('date,amount\n2026-03-02,1') }],
  ['BANK_FILE_EMPTY', 'refused', { content: Buffer.from('posted_on,amount,serial,purpose\n') }],
  [
    'BANK_FILE_CELL_INVALID',
    'invalid',
    { content: Buffer.from('posted_on,amount,serial,purpose\n2026-03-02,1e3,,') },
  ],
  ['SHEET_NOT_TEXT', 'invalid', { content: Buffer.from([0xff, 0xfe, 0x00, 0x01]) }],
  ['FIELD_INVALID', 'invalid', { content: Buffer.alloc(0) }],
])('a statement is refused: %s', async (code, kind, over) => {
  const { service, union } = scene;
  const ask = statement(await union(), 0, [receipt], over);
  await expect(service.call('importBankStatement', ask, cashier)).rejects.toThrow(
    refusedWith(code, kind),
  );
});

test('forbidden, replay, another body under the key, out of reach', async () => {
  const { service, union } = scene;
  const { call } = service;
  const [unionId, otherUnion] = [await union(), await union()];
  const ask = statement(unionId, 0, [receipt]);
  await expect(call('importBankStatement', ask, maker)).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  const key = newId();
  const done = await call('importBankStatement', ask, { ...cashier, key });
  expect(await call('importBankStatement', ask, { ...cashier, key })).toEqual(done);
  await expect(
    call('importBankStatement', { ...ask, fileName: 'b.csv' }, { ...cashier, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  const far = { ...cashier, scope: otherUnion };
  const asOf = { unionId, bank: BANK, month };
  for (const asked of [
    () => call('importBankStatement', ask, far),
    () => call('getBankReconciliation', asOf, far),
    () => call('listBankAccounts', { unionId }, far),
  ])
    await expect(asked()).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  await expect(
    call('getBankReconciliation', { ...asOf, month: '2020-01' }, cashier),
  ).rejects.toThrow(refusedWith('STATEMENT_UNKNOWN', 'not_found'));
  const { items } = await call('listBankAccounts', { unionId }, { duty: 'auditor' });
  expect(items).toMatchObject([{ bank: BANK, accountMasked: '3205************0123' }]);
});

test('what waits for whom', async () => {
  const { service, union, sign } = scene;
  const { call } = service;
  const unionId = await union();
  const tasksOf = async (caller: object) => {
    const { groups } = await call('listFinanceTasks', {}, { ...caller, scope: unionId });
    // Early in a year what is spent is ahead of it: alerts have their own test.
    const queues = groups.filter(({ kind }) => kind !== 'spending_alert');
    return queues.map(({ kind, count }) => `${kind} ${count}`);
  };
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  expect(await tasksOf(checker)).toEqual(['payment_to_check 1']);
  expect(await tasksOf({ duty: 'finance', id: maker.id })).toEqual([]);
  const large = paymentAsk(unionId, { totalFen: 350_050n });
  expect(await tasksOf(approver)).toEqual([]);
  const signed = await sign(asked);
  expect(await tasksOf(checker)).toEqual([]);
  expect(await tasksOf(cashier)).toEqual(['payment_to_export 1']);
  const { paymentId, batchNo } = signed;
  await call('exportPayment', { paymentId }, cashier);
  expect(await tasksOf(cashier)).toEqual(['payment_to_send 1']);
  await call('sendPayment', { paymentId }, cashier);
  expect(await tasksOf(cashier)).toEqual(['payment_awaiting_result 1']);
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, thirdFailed) }, cashier);
  expect(await tasksOf(cashier)).toEqual(['payment_to_reconcile 1', 'line_to_reissue 1']);
  expect(await tasksOf(maker)).toEqual(['line_to_reissue 1']);
  const again = await call('requestPayment', large, maker);
  const check = { paymentId: again.paymentId, expectedVersion: again.version };
  await call('checkPayment', check, checker);
  expect(await tasksOf(approver)).toEqual(['payment_to_approve 1']);
  await expect(call('listFinanceTasks', {}, { duty: 'member' })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
});
