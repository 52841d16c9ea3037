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
  today,
  type Scene,
} from '../payment/scene.ts';
import { month, paidLines, receipt, statement } from './scene.ts';

let scene: Scene;
beforeAll(async () => {
  scene = await startScene();
});
afterAll(() => scene.service.stop());

/** A list of three, paid and reconciled by a statement of four lines. */
async function reconciled() {
  const { service, union, sent } = scene;
  const unionId = await union();
  const payment = await sent(unionId);
  const { paymentId, batchNo } = payment;
  await service.call('recordBankResult', { paymentId, ...resultFile(batchNo, allPaid) }, cashier);
  const third = { fen: -50_050, serial: `${batchNo}-3` };
  const asked = statement(unionId, 0, [receipt, ...paidLines(payment), third]);
  await service.call('importBankStatement', asked, cashier);
  const stateOf = async () =>
    (await service.call('getPayment', { paymentId }, cashier)).payment?.state;
  expect(await stateOf()).toBe('RECONCILED');
  return { unionId, paymentId, asked, stateOf };
}
const matchedOf = (unionId: string, over: object = {}, caller: object = cashier) =>
  scene.service.call(
    'listMatchedBankLines',
    { unionId, bank: BANK, month, cursor: '', limit: 0, ...over },
    caller,
  );

test('a match that was a mistake is taken apart, with the reason; no machine puts it together again', async () => {
  const { service, union } = scene;
  const { call, sql } = service;
  const { unionId, asked, stateOf } = await reconciled();
  const { items } = await matchedOf(unionId);
  expect(items.map(({ amountFen }) => amountFen)).toEqual([
    1_000_000n,
    -100_000n,
    -200_000n,
    -50_050n,
  ]);
  const [, line] = items;
  expect(line).toMatchObject({ matchedBy: '', vouchers: [{ amountFen: -100_000n }] });
  const lineId = line?.lineId ?? '';
  const ask = { lineId, reason: '勾错凭证' };
  await expect(call('unmatchBankLine', ask, maker)).rejects.toThrow(
    refusedWith('PERMISSION_MISSING', 'forbidden'),
  );
  const foreign = { ...cashier, scope: await union() };
  await expect(call('unmatchBankLine', ask, foreign)).rejects.toThrow(
    refusedWith('BANK_LINE_UNKNOWN', 'not_found'),
  );
  await expect(call('unmatchBankLine', { ...ask, reason: ' ' }, cashier)).rejects.toThrow(
    refusedWith('FIELD_INVALID', 'invalid'),
  );
  const key = newId();
  const undone = await call('unmatchBankLine', ask, { ...cashier, key });
  const voucherNos = line?.vouchers.map(({ voucherNo }) => voucherNo) ?? [];
  expect(undone).toEqual({ lineId, amountFen: -100_000n, voucherNos });
  expect(await call('unmatchBankLine', ask, { ...cashier, key })).toEqual(undone);
  const other = { ...ask, reason: '另一个原因' };
  await expect(call('unmatchBankLine', other, { ...cashier, key })).rejects.toThrow(
    refusedWith('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(call('unmatchBankLine', ask, cashier)).rejects.toThrow(
    refusedWith('LINE_NOT_MATCHED'),
  );
  expect(await stateOf()).toBe('RESULT');
  expect((await matchedOf(unionId)).items).toHaveLength(3);
  const told = { unmatchedBy: 'person-cashier', unmatchedOn: today, unmatchReason: '勾错凭证' };
  const asOf = { unionId, bank: BANK, month };
  const { bankOnly } = await call('getBankReconciliation', asOf, cashier);
  expect(bankOnly).toEqual([expect.objectContaining({ lineId, ...told })]);
  expect(
    await sql`
      select matched_by as "matched", unmatched_by as "unmatched", reason from statement_unmatch
      where line_id = ${lineId}`,
  ).toEqual([{ matched: 'service', unmatched: 'person-cashier', reason: '勾错凭证' }]);

  // The same statement once more: all that is plain is matched again, but not this.
  const again = await call('importBankStatement', asked, cashier);
  expect(again).toMatchObject({ lines: 4, matched: 3, differenceFen: 0n });
  await call('matchBankLine', { lineId, voucherNos }, cashier);
  expect(await stateOf()).toBe('RECONCILED');
  const [, byHand] = (await matchedOf(unionId)).items;
  expect(byHand).toMatchObject({ lineId, matchedBy: 'person-cashier', ...told });
});

test('what proves a payment that is closed stays, and the database gives up no match without a reason', async () => {
  const { service, union } = scene;
  const { call, sql } = service;
  const { unionId, paymentId } = await reconciled();
  await call('closePayment', { paymentId, reason: '' }, cashier);
  const [, line] = (await matchedOf(unionId)).items;
  const ask = { lineId: line?.lineId ?? '', reason: '勾错凭证' };
  await expect(call('unmatchBankLine', ask, cashier)).rejects.toThrow(
    refusedWith('PAYMENT_IS_CLOSED'),
  );
  const kept = expect.objectContaining({ code: 'GL003' });
  await expect(sql`delete from statement_match where line_id = ${ask.lineId}`).rejects.toThrow(
    kept,
  );
  await expect(sql`delete from statement_unmatch`).rejects.toThrow(kept);
  const below = { ...cashier, scope: await union() };
  await expect(matchedOf(unionId, {}, below)).rejects.toThrow(
    refusedWith('UNION_UNKNOWN', 'not_found'),
  );
});

test('matched lines come a page after a page, in the order of the statement', async () => {
  const { unionId } = await reconciled();
  const first = await matchedOf(unionId, { limit: 3 });
  const rest = await matchedOf(unionId, { limit: 3, cursor: first.nextCursor });
  const fen = [...first.items, ...rest.items].map(({ amountFen }) => amountFen);
  expect(fen).toEqual([1_000_000n, -100_000n, -200_000n, -50_050n]);
  expect(rest.nextCursor).toBe('');
});
