import { sha256Hex } from '@gonglian/kernel/hash.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  approver,
  BANK,
  CARDS,
  cashier,
  checker,
  lineAsk,
  maker,
  paymentAsk,
  refusedWith,
  resultFile,
  startScene,
  step,
  thirdFailed,
  today,
  type Scene,
} from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

test('from the request to the bank and into the books', async () => {
  const { service, union, sign } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  expect(asked).toMatchObject({ state: 'DRAFT', totalFen: 350_050n, madeBy: maker.id });
  // 6222…1235 is no card's number: a thing to look at, not to refuse.
  expect(asked.warnings).toEqual([{ seq: 3, code: 'ACCOUNT_LUHN' }]);
  expect(await scene.budgetOf(unionId)).toMatchObject({
    committedFen: 350_050n,
    availableFen: 649_950n,
  });

  const approved = await sign(asked);
  expect(approved).toMatchObject({ state: 'APPROVED', approvedBy: approver.id });
  const { paymentId, batchNo } = approved;
  const exported = await call('exportPayment', { paymentId }, cashier);
  const file = await scene.fileOf(paymentId);
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
  expect(await scene.budgetOf(unionId)).toEqual({
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
  expect(await scene.budgetOf(unionId)).toMatchObject({ spentFen: 350_050n, committedFen: 0n });
  const facts = (await service.outbox()).filter(({ key }) => key === third.paymentId);
  expect(facts.map(({ fact, data }) => [fact, data['sourceSeq']])).toEqual([
    ['payment.settled', 3],
  ]);
});

test('money for a project is not taken from another fund, and what is promised is not there', async () => {
  const { service, union, setBudget, fund, sign } = scene;
  const { call } = service;
  const unionId = await union();
  await setBudget(unionId, 300_000n, 'SWN-2026');
  await fund(unionId, 199_999, 'SWN-2026');
  const line = lineAsk(0, { projectCode: 'SWN-2026' });
  const one = paymentAsk(unionId, { lineCount: 1, totalFen: 100_000n, lines: [line] });
  const [first, second] = [
    await call('requestPayment', one, maker),
    await call('requestPayment', one, maker),
  ];
  const both = await Promise.allSettled([sign(first), sign(second)]);
  const [won, lost] = both.toSorted((a, b) => (a.status < b.status ? -1 : 1));
  expect(won).toMatchObject({ status: 'fulfilled', value: { state: 'APPROVED' } });
  expect(lost).toMatchObject({
    status: 'rejected',
    reason: { code: 'FUND_SHORT', details: { fund: 'project', project: 'SWN-2026', shortFen: 1 } },
  });
  const { items } = await call('listEarmarkedFunds', { unionId }, { duty: 'auditor' });
  expect(items).toEqual([
    {
      bank: BANK,
      projectCode: '',
      heldFen: 1_000_000n,
      promisedFen: 0n,
      availableFen: 1_000_000n,
      transfers: [],
    },
    {
      bank: BANK,
      projectCode: 'SWN-2026',
      heldFen: 199_999n,
      promisedFen: 100_000n,
      availableFen: 99_999n,
      transfers: [],
    },
  ]);
  const elsewhere = { duty: 'auditor', scope: await union() } as const;
  await expect(call('listEarmarkedFunds', { unionId }, elsewhere)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});

test('rejected, the budget is free again and nothing more happens', async () => {
  const { service, union } = scene;
  const { call } = service;
  const unionId = await union();
  const asked = await call('requestPayment', paymentAsk(unionId), maker);
  const rejected = await call('rejectPayment', { ...step(asked), reason: '材料不全' }, approver);
  expect(rejected).toMatchObject({ state: 'REJECTED', rejectReason: '材料不全' });
  expect(await scene.budgetOf(unionId)).toMatchObject({
    committedFen: 0n,
    availableFen: 1_000_000n,
  });
  await expect(call('checkPayment', step(rejected), checker)).rejects.toThrow(
    refusedWith('PAYMENT_STATE_WRONG'),
  );
});
