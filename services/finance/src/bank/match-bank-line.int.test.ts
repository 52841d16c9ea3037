import { nextMonth } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allPaid,
  BANK,
  cashier,
  maker,
  refusedWith,
  resultFile,
  startScene,
  type Scene,
} from '../payment/scene.ts';
import { month, receipt, statement } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

test('what the bank booked as one, or what could be several, a person matches: once', async () => {
  const { service, union, sent } = scene;
  const { call } = service;
  const [unionId, otherUnion] = [await union(), await union()];
  const { paymentId, batchNo } = await sent(unionId);
  await call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  const { lines } = await call('getPayment', { paymentId }, cashier);
  const voucherNos = lines.map(({ voucherNo }) => voucherNo);
  const moved = [receipt, { fen: -350_050, purpose: '批量代付' }];
  const found = await call('importBankStatement', statement(unionId, 0, moved), cashier);
  expect(found).toMatchObject({ matched: 1, differenceFen: 0n, paidByBankOnlyFen: 350_050n });
  const asOf = { unionId, bank: BANK, month };
  const { bankOnly } = await call('getBankReconciliation', asOf, cashier);
  const lineId = bankOnly[0]?.lineId ?? '';

  const part = { lineId, voucherNos: voucherNos.slice(1) };
  await expect(call('matchBankLine', part, cashier)).rejects.toThrow(
    refusedWith('MATCH_SUM_DIFFERS'),
  );
  const stray = { lineId, voucherNos: [...voucherNos, 999n] };
  await expect(call('matchBankLine', stray, cashier)).rejects.toThrow(
    refusedWith('VOUCHER_NOT_OF_BANK'),
  );
  const ask = { lineId, voucherNos };
  await expect(call('matchBankLine', ask, maker)).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  await expect(call('matchBankLine', ask, { ...cashier, scope: otherUnion })).rejects.toThrow(
    refusedWith('BANK_LINE_UNKNOWN', 'not_found'),
  );
  const key = newId();
  const matched = await call('matchBankLine', ask, { ...cashier, key });
  expect(await call('matchBankLine', ask, { ...cashier, key })).toEqual(matched);
  await expect(call('matchBankLine', part, { ...cashier, key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(call('matchBankLine', ask, cashier)).rejects.toThrow(refusedWith('LINE_MATCHED'));
  expect(await call('getBankReconciliation', asOf, cashier)).toMatchObject({
    matched: 2,
    bankOnly: [],
    bookOnly: [],
    differenceFen: 0n,
  });
  expect((await call('getPayment', { paymentId }, cashier)).payment?.state).toBe('RECONCILED');
});

test('a movement is matched once and a statement stays as it came, by the database too', async () => {
  const { service, union } = scene;
  const { call, sql } = service;
  const unionId = await union();
  const twice = [receipt, { ...receipt, fen: -1_000_000 }, receipt];
  const found = await call('importBankStatement', statement(unionId, 0, twice), cashier);
  // Two lines, one movement: which of them it is, a person says.
  expect(found).toMatchObject({ matched: 0, differenceFen: 0n });
  const asOf = { unionId, bank: BANK, month };
  const { bankOnly, bookOnly } = await call('getBankReconciliation', asOf, cashier);
  const voucherNos = bookOnly.map(({ voucherNo }) => voucherNo);
  const lineIds = bankOnly.flatMap((line) => (line.amountFen > 0n ? line.lineId : []));
  const [first = '', second = ''] = lineIds;
  await call('matchBankLine', { lineId: first, voucherNos }, cashier);
  await expect(call('matchBankLine', { lineId: second, voucherNos }, cashier)).rejects.toThrow(
    refusedWith('VOUCHER_MATCHED'),
  );
  await expect(
    sql`
      insert into statement_match
      select ${second}, union_id, voucher_no, leg_n, matched_by, matched_at
      from statement_match where line_id = ${first}`,
  ).rejects.toThrow(expect.objectContaining({ code: '23505' }));
  const changes = [
    () => sql`update statement_line set amount_fen = 1 where union_id = ${unionId}`,
    () => sql`update bank_statement set closing_fen = 1 where union_id = ${unionId}`,
    () => sql`delete from statement_match where union_id = ${unionId}`,
    () => sql`truncate statement_match`,
  ];
  for (const change of changes)
    await expect(change()).rejects.toThrow(expect.objectContaining({ code: 'GL003' }));
});

test('a line that is vouchers of two months stands on both sides until the later one is over', async () => {
  const { service, union, drain } = scene;
  const { call } = service;
  const unionId = await union();
  const next = nextMonth(month);
  await drain(unionId, 30_000);
  await drain(unionId, 20_000, `${next}-01`);
  const moved = [receipt, { fen: -50_000, serial: 'ONE' }];
  await call('importBankStatement', statement(unionId, 0, moved), cashier);
  const asOf = { unionId, bank: BANK, month };
  const { bankOnly } = await call('getBankReconciliation', asOf, cashier);
  const [spent] = await service.sql<{ nos: number[] }>`
    select array_agg(l.no::int order by l.no) as nos
    from book b join leg l using (book_id) join account a using (book_id, account_no)
    where b.union_id = ${unionId} and a.code = '102' and l.amount_fen < 0`;
  const voucherNos = (spent?.nos ?? []).map(BigInt);
  await call('matchBankLine', { lineId: bankOnly[0]?.lineId ?? '', voucherNos }, cashier);
  expect(await call('getBankReconciliation', asOf, cashier)).toMatchObject({
    bankClosingFen: 950_000n,
    bookClosingFen: 970_000n,
    paidByBankOnlyFen: 50_000n,
    paidByBookOnlyFen: 30_000n,
    differenceFen: 0n,
  });
  await call(
    'importBankStatement',
    statement(unionId, 950_000, [], { month: next, content: onlyFee(next), closingFen: 949_999n }),
    cashier,
  );
  expect(await call('getBankReconciliation', { ...asOf, month: next }, cashier)).toMatchObject({
    paidByBankOnlyFen: 1n,
    paidByBookOnlyFen: 0n,
    differenceFen: 0n,
  });
});

const onlyFee = (inMonth: string) =>
  Buffer.from(`posted_on,amount,serial,purpose\n${inMonth}-01,-0.01,FEE,手续费`);
