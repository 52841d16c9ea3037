import type { Payment } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  approver,
  CARDS,
  cashier,
  checker,
  fiscalYear,
  lineAsk,
  maker,
  noDecision,
  paymentAsk,
  resultFile,
  startScene,
  thirdFailed,
  today,
  type Scene,
} from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

const refusedWith = (code: string, kind = 'refused') => expect.objectContaining({ kind, code });
const step = ({ paymentId, version }: Payment) => ({ paymentId, expectedVersion: version });

async function fileOf(paymentId: string): Promise<string> {
  const { service } = scene;
  const client = service.client({ deadlineMs: 30_000 });
  const token = await service.token(cashier);
  const parts: Buffer[] = [];
  for await (const { content } of client.getPaymentFile({ paymentId }, { token }))
    parts.push(content);
  return Buffer.concat(parts).toString();
}

async function budgetOf(unionId: string) {
  const { items } = await scene.service.call('listBudget', { unionId, fiscalYear }, cashier);
  const [line] = items;
  if (!line) throw new Error('no budget line');
  const { committedFen, spentFen, availableFen, executedBasisPoints } = line;
  return { committedFen, spentFen, availableFen, executedBasisPoints };
}

test('from the request to the bank and into the books', async () => {
  const { service, union, sign } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  expect(asked).toMatchObject({ state: 'DRAFT', totalFen: 350_050n, madeBy: maker.id });
  // 6222…1235 is no card's number: a thing to look at, not to refuse.
  expect(asked.warnings).toEqual([{ seq: 3, code: 'ACCOUNT_LUHN' }]);
  expect(await budgetOf(unionId)).toMatchObject({ committedFen: 350_050n, availableFen: 649_950n });

  const approved = await sign(asked);
  expect(approved).toMatchObject({ state: 'APPROVED', approvedBy: approver.id });
  const { paymentId, batchNo } = approved;
  const exported = await call('exportPayment', { paymentId }, cashier);
  const file = await fileOf(paymentId);
  expect(sha256Hex(file)).toBe(exported.fileSha256);
  expect(file.split('\r\n')[1]).toBe(`${batchNo},32050174883600000123,CNY,3,350050`);
  expect(file.split('\r\n')[3]).toContain(`张三丰,${CARDS[0]},105312500018,100000`);

  await call('sendPayment', { paymentId }, cashier);
  const result = { paymentId, ...resultFile(batchNo, thirdFailed) };
  const settled = await call('recordBankResult', result, cashier);
  expect(settled).toMatchObject({
    state: 'RESULT',
    paidCount: 2,
    paidFen: 300_000n,
    failedCount: 1,
  });
  // What failed is free of the budget again.
  expect(await budgetOf(unionId)).toEqual({
    committedFen: 0n,
    spentFen: 300_000n,
    availableFen: 700_000n,
    executedBasisPoints: 3_000,
  });
  const { lines } = await call('getPayment', { paymentId }, cashier);
  expect(lines.map(({ state, voucherNo }) => [state, voucherNo > 0n])).toEqual([
    ['PAID', true],
    ['PAID', true],
    ['FAILED', false],
  ]);
  expect(lines[0]).toMatchObject({
    payeeNameMasked: '张*丰',
    accountMasked: '6210***********0009',
    paidOn: today,
  });
  await expectPosted(unionId, lines[0]?.lineId ?? '');
  await expectFacts(paymentId);
});

async function expectPosted(unionId: string, lineId: string): Promise<void> {
  const { sql } = scene.service;
  const legs = await sql`
    select a.code, a.mark, l.amount_fen::int as fen, v.maker_id, v.checker_id, v.approver_id
    from book b join voucher v using (book_id) join leg l using (book_id, no)
    join account a using (book_id, account_no)
    where b.union_id = ${unionId} and v.doc_id = ${lineId} order by l.n`;
  const persons = { maker_id: maker.id, checker_id: checker.id, approver_id: approver.id };
  expect(legs).toEqual([
    { code: '50404', mark: 'basic.union', fen: 100_000, ...persons },
    { code: '102', mark: 'main', fen: -100_000, ...persons },
  ]);
  const moves = await sql`
    select f.kind as from_kind, t.kind as to_kind, t.key, m.amount_fen::int as fen
    from book b join voucher v using (book_id) join move m using (book_id, no)
    join pot f on f.book_id = b.book_id and f.pot_no = m.from_pot
    join pot t on t.book_id = b.book_id and t.pot_no = m.to_pot
    where b.union_id = ${unionId} and v.doc_id = ${lineId}`;
  expect(moves).toEqual([
    { from_kind: 'own', to_kind: 'recipient', key: 'beneficiary-0', fen: 100_000 },
  ]);
}

async function expectFacts(paymentId: string): Promise<void> {
  const outbox = await scene.service.outbox();
  const facts = outbox.filter(({ key }) => key === paymentId);
  expect(facts.map(({ fact, data }) => [fact, data['sourceSeq'], data['amountFen']])).toEqual([
    ['payment.settled', 1, '100000'],
    ['payment.settled', 2, '200000'],
    ['payment.failed', 3, '50050'],
  ]);
  expect(facts[2]?.data).toMatchObject({ failureCode: 'ACCOUNT_CLOSED' });
  const text = JSON.stringify(outbox);
  for (const secret of ['张三丰', '李小明', ...CARDS, 'beneficiary-'])
    expect(text).not.toContain(secret);
}

test('what failed is reissued as a new line, and paid once', async () => {
  const { service, union, sent, send } = scene;
  const { call } = service;
  const unionId = await union();
  const { paymentId, batchNo } = await sent(unionId);
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, thirdFailed) }, cashier);
  const again = [{ seq: 3, payeeName: '', accountNumber: CARDS[1] ?? '', bankCode: '' }];
  const reissue = { paymentId, lines: again };
  const second = await call('reissuePayment', reissue, maker);
  expect(second).toMatchObject({
    state: 'DRAFT',
    lineCount: 1,
    totalFen: 50_050n,
    reissuesPaymentId: paymentId,
    warnings: [],
  });
  await expect(call('reissuePayment', reissue, maker)).rejects.toThrow(
    refusedWith('LINE_REISSUED'),
  );
  const { lines } = await call('getPayment', { paymentId }, cashier);
  const { lines: newLines } = await call('getPayment', { paymentId: second.paymentId }, cashier);
  expect(newLines[0]).toMatchObject({
    payeeNameMasked: '欧**',
    accountMasked: '6222***********1234',
    reissueOfLineId: lines[2]?.lineId,
  });
  // Rejected, it may be asked for once more.
  await call('rejectPayment', { ...step(second), reason: '账号仍不符' }, approver);
  const third = await call('reissuePayment', reissue, maker);
  await send(third);
  const result = resultFile(third.batchNo, [{ seq: 1, amountFen: 50_050n }]);
  await call('recordBankResult', { paymentId: third.paymentId, ...result }, cashier);
  expect(await budgetOf(unionId)).toMatchObject({ spentFen: 350_050n, committedFen: 0n });
  const facts = (await service.outbox()).filter(({ key }) => key === third.paymentId);
  expect(facts.map(({ fact, data }) => [fact, data['sourceSeq']])).toEqual([
    ['payment.settled', 3],
  ]);
});

test('the receipt was lost: the same file again, the same answer again, and no other', async () => {
  const { service, union, sent } = scene;
  const { call } = service;
  const unionId = await union();
  const { paymentId, batchNo, fileSha256 } = await sent(unionId);
  const file = await fileOf(paymentId);
  const again = await call('exportPayment', { paymentId }, checker);
  expect(again).toMatchObject({ state: 'SENT', fileSha256, exportedBy: cashier.id });
  expect(await fileOf(paymentId)).toBe(file);
  expect(await call('sendPayment', { paymentId }, cashier)).toMatchObject({ state: 'SENT' });

  const result = { paymentId, ...resultFile(batchNo, allPaid) };
  const settled = await call('recordBankResult', result, cashier);
  expect(settled).toMatchObject({ state: 'RESULT', paidCount: 3 });
  const before = (await service.outbox()).length;
  expect(await call('recordBankResult', result, cashier)).toEqual(settled);
  expect((await service.outbox()).length).toBe(before);
  const other = { paymentId, ...resultFile(batchNo, thirdFailed) };
  await expect(call('recordBankResult', other, cashier)).rejects.toThrow(
    refusedWith('RESULT_CONTRADICTS'),
  );
  expect(await budgetOf(unionId)).toMatchObject({ spentFen: 350_050n });
});

test('two results at once: one is taken, and the other is the same', async () => {
  const { service, union, sent } = scene;
  const unionId = await union();
  const { paymentId, batchNo } = await sent(unionId);
  const result = { paymentId, ...resultFile(batchNo, allPaid) };
  const both = await Promise.all([
    service.call('recordBankResult', result, cashier),
    service.call('recordBankResult', result, checker),
  ]);
  expect(both[0]).toEqual(both[1]);
  const vouchers = await service.sql`
    select v.no from book b join voucher v using (book_id)
    where b.union_id = ${unionId} and v.kind = 'PAYMENT'`;
  expect(vouchers.length).toBe(3);
});

test('a header that disagrees with its lines is refused', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const ask = paymentAsk(unionId, { totalFen: 350_049n });
  await expect(service.call('requestPayment', ask, maker)).rejects.toThrow(
    refusedWith('HEADER_TOTAL_DIFFERS'),
  );
  const rows = await service.sql`select from payment where union_id = ${unionId}`;
  expect(rows).toEqual([]);
});

test('maker, checker and approver are three persons, whatever duties they hold', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  const makersOther = { duty: 'finance', id: maker.id } as const;
  await expect(call('checkPayment', step(asked), makersOther)).rejects.toThrow(
    refusedWith('MAKER_IS_CHECKER'),
  );
  const checked = await call('checkPayment', step(asked), checker);
  const approval = { ...step(checked), ...noDecision };
  await expect(call('approvePayment', approval, { duty: 'chair', id: maker.id })).rejects.toThrow(
    refusedWith('MAKER_IS_APPROVER'),
  );
  await expect(call('approvePayment', approval, { duty: 'chair', id: checker.id })).rejects.toThrow(
    refusedWith('CHECKER_IS_APPROVER'),
  );
  const payee = { duty: 'chair', id: 'beneficiary-1' } as const;
  await expect(call('approvePayment', approval, payee)).rejects.toThrow(
    refusedWith('PAYEE_IS_APPROVER'),
  );
  const approved = await call('approvePayment', approval, approver);
  await expect(call('exportPayment', { paymentId: approved.paymentId }, checker)).rejects.toThrow(
    refusedWith('CASHIER_IS_ACCOUNTANT'),
  );
});

test('two approvers at once: one wins, the other is told', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  const checked = await call('checkPayment', step(asked), checker);
  const approval = { ...step(checked), ...noDecision };
  const signing = ['one', 'two'].map((id) =>
    call('approvePayment', approval, { duty: 'chair', id: `approver-${id}` }),
  );
  const [won, lost] = (await Promise.allSettled(signing)).toSorted((a, b) =>
    a.status < b.status ? -1 : 1,
  );
  expect(won).toMatchObject({ status: 'fulfilled', value: { state: 'APPROVED' } });
  expect(lost).toMatchObject({
    status: 'rejected',
    reason: { code: 'PAYMENT_STATE_WRONG', details: { state: 'APPROVED' } },
  });
});

test('a large sum needs the chair and the minutes of a meeting', async () => {
  const { service, union, setBudget } = scene;
  const { call } = service;
  const unionId = await union();
  await setBudget(unionId, 6_000_000n, 'HALL-2026');
  const line = lineAsk(0, { payeeKind: 'UNIT', projectCode: 'HALL-2026', amountFen: 5_000_000n });
  const ask = { lineCount: 1, totalFen: 5_000_000n, lines: [line], purposeCode: 'ACTIVITY' };
  const asked = await call('requestPayment', paymentAsk(unionId, ask), maker);
  const checked = await call('checkPayment', step(asked), checker);
  const approval = { ...step(checked), ...noDecision };
  await expect(call('approvePayment', approval, cashier)).rejects.toThrow(
    refusedWith('APPROVER_DUTY_TOO_LOW'),
  );
  await expect(call('approvePayment', approval, approver)).rejects.toThrow(
    refusedWith('COLLECTIVE_DECISION_MISSING'),
  );
  const minutes = { decisionNo: '纪要3号', decisionOn: today, decisionSha256: 'a'.repeat(64) };
  const approved = await call('approvePayment', { ...approval, ...minutes }, approver);
  expect(approved).toMatchObject({ state: 'APPROVED', decisionNo: '纪要3号' });
});

test('money for a project is not taken from another purse: nothing of the result is kept', async () => {
  const { service, union, setBudget, fund, sent } = scene;
  const { call, sql } = service;
  const unionId = await union();
  await setBudget(unionId, 200_000n, 'SWN-2026');
  await fund(unionId, 99_999, 'SWN-2026');
  const line = lineAsk(0, { projectCode: 'SWN-2026' });
  const one = { lineCount: 1, totalFen: 100_000n, lines: [line] };
  const { paymentId, batchNo } = await sent(unionId, one);
  const result = { paymentId, ...resultFile(batchNo, [{ seq: 1, amountFen: 100_000n }]) };
  await expect(call('recordBankResult', result, cashier)).rejects.toThrow(
    refusedWith('POT_OVERDRAWN'),
  );
  expect(await sql`select state from payment_line where payment_id = ${paymentId}`).toEqual([
    { state: 'PENDING' },
  ]);
  await fund(unionId, 1, 'SWN-2026');
  expect(await call('recordBankResult', result, cashier)).toMatchObject({ paidFen: 100_000n });
});

test('the budget holds: at the request, against another at once, and again at the approval', async () => {
  const { service, union, setBudget } = scene;
  const { call } = service;
  const unionId = await union();
  const lineOver = lineAsk(0, { amountFen: 600_000n });
  const ask = paymentAsk(unionId, { lineCount: 1, totalFen: 600_000n, lines: [lineOver] });
  const both = await Promise.allSettled([
    call('requestPayment', ask, maker),
    call('requestPayment', ask, { ...maker, id: 'another-maker' }),
  ]);
  const [won, lost] = both.toSorted((a, b) => (a.status < b.status ? -1 : 1));
  expect(lost).toMatchObject({
    status: 'rejected',
    reason: { code: 'BUDGET_EXCEEDED', details: { shortFen: 200_000 } },
  });
  if (won?.status !== 'fulfilled') throw new Error('neither was taken');
  await expect(call('requestPayment', { ...ask, accountCode: '50405' }, maker)).rejects.toThrow(
    refusedWith('BUDGET_LINE_MISSING'),
  );
  await expect(setBudget(unionId, 500_000n)).rejects.toThrow(refusedWith('BUDGET_BELOW_USED'));
  // Past every rule, as a superuser might.
  await service.sql`update budget_line set amount_fen = 599_999 where union_id = ${unionId}`;
  const checked = await call('checkPayment', step(won.value), checker);
  await expect(
    call('approvePayment', { ...step(checked), ...noDecision }, approver),
  ).rejects.toThrow(refusedWith('BUDGET_EXCEEDED'));
});

test('another service asks for a record of its own, once', async () => {
  const { service, union } = scene;
  const unionId = await union();
  const sourceId = newId();
  const token = await service.token({ duty: 'service', id: 'welfare' });
  const client = service.client({ deadlineMs: 30_000 });
  const request = (over: object = {}) =>
    client.requestPayment(paymentAsk(unionId, { sourceId, ...over }), {
      token,
      idempotencyKey: newId(),
    });
  const [first, second] = await Promise.all([request(), request()]);
  expect(first).toMatchObject({ sourceService: 'welfare', sourceId, madeBy: 'welfare' });
  expect(second).toEqual(first);
  await expect(request({ title: '四月帮扶' })).rejects.toThrow(
    refusedWith('PAYMENT_SOURCE_REUSED'),
  );
  await expect(request({ sourceId: '' })).rejects.toThrow(refusedWith('FIELD_INVALID', 'invalid'));
});

test('rejected, the budget is free again and nothing more happens', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  const rejected = await call('rejectPayment', { ...step(asked), reason: '材料不全' }, approver);
  expect(rejected).toMatchObject({ state: 'REJECTED', rejectReason: '材料不全' });
  expect(await budgetOf(unionId)).toMatchObject({ committedFen: 0n, availableFen: 1_000_000n });
  await expect(call('checkPayment', step(rejected), checker)).rejects.toThrow(
    refusedWith('PAYMENT_STATE_WRONG'),
  );
});

test('forbidden, replay, another body under the key, stale, out of reach', async () => {
  const { service, union } = scene;
  const { call } = service;
  const [unionId, otherUnion] = [await union(), await union()];
  await expect(call('requestPayment', paymentAsk(unionId), { duty: 'auditor' })).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  const key = newId();
  const asked = await call('requestPayment', paymentAsk(unionId), { ...maker, key });
  expect(await call('requestPayment', paymentAsk(unionId), { ...maker, key })).toEqual(asked);
  await expect(
    call('requestPayment', paymentAsk(unionId, { title: '四月' }), { ...maker, key }),
  ).rejects.toThrow(refusedWith('IDEMPOTENCY_KEY_REUSED'));
  await expect(
    call('checkPayment', { ...step(asked), expectedVersion: 9 }, checker),
  ).rejects.toThrow(refusedWith('VERSION_MOVED', 'stale'));

  const elsewhere = { scope: otherUnion };
  const { paymentId } = asked;
  await expect(
    call('requestPayment', paymentAsk(unionId), { ...maker, ...elsewhere }),
  ).rejects.toThrow(refusedWith('UNION_UNKNOWN', 'not_found'));
  for (const ask of [
    () => call('getPayment', { paymentId }, { ...cashier, ...elsewhere }),
    () => call('checkPayment', step(asked), { ...checker, ...elsewhere }),
    () => call('exportPayment', { paymentId }, { ...cashier, ...elsewhere }),
    () =>
      call(
        'recordBankResult',
        { paymentId, ...resultFile('x', allPaid) },
        { ...cashier, ...elsewhere },
      ),
    () =>
      call(
        'reissuePayment',
        { paymentId, lines: [{ seq: 1, payeeName: '', accountNumber: '', bankCode: '' }] },
        { ...maker, ...elsewhere },
      ),
  ])
    await expect(ask()).rejects.toThrow(refusedWith('PAYMENT_UNKNOWN', 'not_found'));
  const own = await call(
    'listPayments',
    { unionId: '', state: '', cursor: '', limit: 0 },
    { ...cashier, ...elsewhere },
  );
  expect(own.items).toEqual([]);
  const page = await call(
    'listPayments',
    { unionId, state: 'DRAFT', cursor: '', limit: 1 },
    cashier,
  );
  expect(page).toMatchObject({ items: [{ paymentId }], nextCursor: paymentId });
});

test('no name and no account lies open in the database, in a log or in an answer', async () => {
  const { service, union, sent } = scene;
  const unionId = await union();
  const { paymentId, batchNo } = await sent(unionId);
  await fileOf(paymentId);
  await service.call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  const rows: string[] = [];
  for (const table of ['payment', 'payment_line', 'bank_account', 'action', 'outbox', 'access_log'])
    rows.push(...(await readAll(table)));
  const detail = await service.call('getPayment', { paymentId }, cashier);
  const text = [...rows, ...service.logged, jsonOf(detail)].join('\n');
  expect(text).toContain(batchNo);
  for (const secret of ['张三丰', '李小明', '欧阳修', ...CARDS, '32050174883600000123'])
    expect(text.includes(secret) || text.includes(Buffer.from(secret).toString('hex'))).toBe(false);
  const taken = await service.sql`
    select account_id, fields, how from access_log where entity_id = ${paymentId}`;
  expect(taken).toEqual([
    { account_id: cashier.id, fields: ['payee_name', 'account'], how: 'export' },
  ]);
});

/** Rows as text; bytes in hexadecimal. */
async function readAll(table: string): Promise<string[]> {
  const rows = await scene.service.sql<{ text: string }>`
    select query_to_xml(format('select t::text as row from %I as t', ${table}::text), true, true, '')::text as text`;
  return rows.map((row) => row.text);
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? String(one) : one));
}
