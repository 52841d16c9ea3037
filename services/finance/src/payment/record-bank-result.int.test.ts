import { newId } from '@gonglian/kernel/id.ts';
import { eventually } from '@gonglian/testing/eventually.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, voucher } from '../ledger/scene.ts';
import {
  allPaid,
  cashier,
  checker,
  refusedWith,
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

test('the receipt was lost: the same file again, the same answer again, and no other', async () => {
  const { service, union, sent } = scene;
  const { call } = service;
  const unionId = await union();
  const { paymentId, batchNo, fileSha256 } = await sent(unionId);
  const file = await scene.fileOf(paymentId);
  const again = await call('exportPayment', { paymentId }, checker);
  expect(again).toMatchObject({ state: 'SENT', fileSha256, exportedBy: cashier.id });
  expect(await scene.fileOf(paymentId)).toBe(file);
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
  expect(await scene.budgetOf(unionId)).toMatchObject({ spentFen: 350_050n });
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
  expect(await paidVouchers(unionId)).toBe(3);
});

test('what the books do not take is not half taken', async () => {
  const { service, union, sent, fund, drain } = scene;
  const { call, sql } = service;
  const unionId = await union();
  const { paymentId, batchNo } = await sent(unionId);
  await drain(unionId, 800_000);
  const result = { paymentId, ...resultFile(batchNo, allPaid) };
  await expect(call('recordBankResult', result, cashier)).rejects.toThrow(
    refusedWith('POT_OVERDRAWN'),
  );
  const states = await sql`select distinct state from payment_line where payment_id = ${paymentId}`;
  expect(states).toEqual([{ state: 'PENDING' }]);
  expect(await paidVouchers(unionId)).toBe(0);
  await fund(unionId, 150_050);
  expect(await call('recordBankResult', result, cashier)).toMatchObject({ paidFen: 350_050n });
});

test('killed in the middle of a result: the same key again, and each line is paid once', async () => {
  const { service, union, sent } = scene;
  const { call, sql } = service;
  const unionId = await union();
  const { paymentId, batchNo } = await sent(unionId);
  const result = { paymentId, ...resultFile(batchNo, thirdFailed) };
  const key = newId();
  await inTx(service, async (tx) => {
    // Whoever posts holds the book: the result stands before it, its own lines not written yet.
    await postVouchers(tx, unionId, [voucher({ eventOn: today })]);
    const cut = call('recordBankResult', result, { ...cashier, key });
    const killed = eventually(async () => {
      const waiting = await sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      if (waiting.length === 0) throw new Error('nothing waits yet');
    });
    await Promise.all([
      expect(cut).rejects.toThrow(refusedWith('DATABASE_UNAVAILABLE', 'unavailable')),
      killed,
    ]);
  });
  expect(await paidVouchers(unionId)).toBe(0);
  const settled = await call('recordBankResult', result, { ...cashier, key });
  expect(settled).toMatchObject({ state: 'RESULT', paidFen: 300_000n });
  expect(await call('recordBankResult', result, { ...cashier, key })).toEqual(settled);
  expect(await paidVouchers(unionId)).toBe(2);
});

async function paidVouchers(unionId: string): Promise<number> {
  const rows = await scene.service.sql`
    select v.no from book b join voucher v using (book_id)
    where b.union_id = ${unionId} and v.kind = 'PAYMENT'`;
  return rows.length;
}
