import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { cashier, paymentSteps, resultFile, step, type Service } from '../payment/scene.ts';
import {
  collect,
  finance,
  openNode,
  openUnions,
  other,
  usccOf,
  type SlipLine,
} from '../receipt/scene.ts';
import { parts } from '../service.ts';

let service: Service;
let unions: string[];
let root: string;
let run: Refund;
const chair = { duty: 'chair', id: 'chair-1' } as const;
const problem = (code: string) => expect.objectContaining({ code });
const stepOf = ({ refundId, version }: Refund) => ({ refundId, expectedVersion: version });
const pay = (over: object = {}, caller: object = finance) =>
  service.call('payRefund', { ...stepOf(run), bank: 'basic', ...over }, caller);
const states = async () => {
  const ask = { refundId: run.refundId, cursor: '', limit: 0 };
  const { items } = await service.call('listRefundLines', ask, finance);
  return unions.map((id) => items.find(({ unionId }) => unionId === id)?.paymentState);
};
const payments = async () => {
  const ask = { unionId: root, state: '', cursor: '', limit: 0 };
  return (await service.call('listPayments', ask, cashier)).items;
};
const balance = async (kind: string) => {
  const [row] = await service.sql<{ fen: number }>`
    select (t.in_fen - t.out_fen)::float8 as fen
    from finance.pot as p join finance.pot_total as t using (book_id, pot_no)
    where p.kind = ${kind} and p.bank = 'basic'`;
  return row?.fen;
};

function account(unionId: string, n: number, bank = '') {
  const accountNumber = `3205017488360000${String(n).padStart(4, '0')}`;
  const ask = { unionId, bank, holderName: '合成工会', accountNumber, bankCode: '105312500018' };
  return service.call('setBankAccount', ask, cashier);
}

// Three small payers of 2,000.00 each: 800.00 go back to each, of which 400.00 are the county's own.
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  root = nodeRootUnionId(service.node);
  await openNode(service);
  unions = await openUnions(service, [1, 2, 3]);
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, finance);
  const slip = (n: number): SlipLine => ({
    slipNo: `S-${n}`,
    uscc: usccOf(n),
    period: '2025-06',
    wageBase: '100000.00',
    amount: '2000.00',
    receivedOn: '2026-01-20',
  });
  await collect(service, [1, 2, 3].map(slip));
  await account(root, 1, 'basic');
  await account(unions[0] ?? '', 2);
  await account(unions[1] ?? '', 3);
  const period = { periodFrom: '2025-01', periodTo: '2025-12', madeOn: '', takeOverNo: '' };
  const listed = await service.call('runRefund', period, finance);
  const reviewed = await service.call('reviewRefund', { ...stepOf(listed), removals: [] }, other);
  const published = await service.call('publishRefund', { ...stepOf(reviewed), doneOn: '' }, other);
  await service.sql`
    update refund_run set published_on = '2026-03-09', publicity_ends_on = '2026-03-16'`;
  run = await service.call('approveRefund', { ...stepOf(published), doneOn: '' }, chair);
});
afterAll(() => service.stop());

test('whoever has an account is on a list for the bank; the others wait', async () => {
  expect(run).toMatchObject({ unions: 3, refundFen: 240_000n, waitingUnions: 3, paidUnions: 0 });
  expect(await states()).toEqual(['WAITING', 'WAITING', 'NO_ACCOUNT']);
  await expect(pay({}, { duty: 'chair' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(pay({ expectedVersion: 99 })).rejects.toThrow(problem('VERSION_MOVED'));
  await expect(pay({ bank: 'none' })).rejects.toThrow(problem('BANK_ACCOUNT_UNKNOWN'));
  const asked = { ...stepOf(run), bank: 'basic' };
  const keyed = { ...finance, key: 'pay-1' };
  const paying = await service.call('payRefund', asked, keyed);
  expect(paying).toMatchObject({ state: 'PAYING', waitingUnions: 1, paidUnions: 0 });
  expect(await service.call('payRefund', asked, keyed)).toEqual(paying);
  await expect(service.call('payRefund', { ...asked, bank: 'another' }, keyed)).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  run = paying;
  expect(await states()).toEqual(['PENDING', 'PENDING', 'NO_ACCOUNT']);
  expect(await payments()).toMatchObject([
    { lineCount: 2, totalFen: 160_000n, accountCode: '402', state: 'DRAFT' },
  ]);
  await expect(pay()).rejects.toThrow(problem('REFUND_NOBODY_WAITS'));
});

test('a payment that is rejected leaves its unions waiting', async () => {
  const [payment] = await payments();
  if (!payment) throw new Error('no payment');
  await service.call('rejectPayment', { ...step(payment), reason: '账号待核' }, cashier);
  expect(await states()).toEqual(['WAITING', 'WAITING', 'NO_ACCOUNT']);
  run = await pay();
  expect(await states()).toEqual(['PENDING', 'PENDING', 'NO_ACCOUNT']);
});

test('each level gives back its own share, out of what lies there for it', async () => {
  const { send } = paymentSteps(service);
  expect([await balance('own'), await balance('upper')]).toEqual([120_000, 120_000]);
  const [asked] = await payments();
  if (!asked) throw new Error('no payment');
  const { paymentId, batchNo } = await send(asked);
  const result = resultFile(batchNo, [
    { seq: 1, amountFen: 80_000n },
    { seq: 2, amountFen: 80_000n, failure: 'ACCOUNT_CLOSED' },
  ]);
  await service.call('recordBankResult', { paymentId, ...result }, cashier);
  expect((await states()).toSorted()).toEqual(['FAILED', 'NO_ACCOUNT', 'PAID']);
  expect([await balance('own'), await balance('upper')]).toEqual([80_000, 80_000]);
  run = await service.call('getRefund', { refundId: run.refundId }, finance);
  expect(run).toMatchObject({ state: 'PAYING', paidUnions: 1, paidFen: 80_000n });
});

test('with the last answer of the bank the refund is paid, once', async () => {
  const { send } = paymentSteps(service);
  await account(unions[2] ?? '', 4);
  run = await pay();
  const [last, failed] = await payments();
  const again = { seq: 2, payeeName: '', accountNumber: '32050174883600009999', bankCode: '' };
  const lines = [again];
  const reissue = { paymentId: failed?.paymentId ?? '', lines };
  const reissued = await service.call('reissuePayment', reissue, cashier);
  for (const asked of [reissued, last]) {
    if (!asked) throw new Error('no payment');
    const { paymentId, batchNo } = await send(asked);
    const result = resultFile(batchNo, [{ seq: 1, amountFen: 80_000n }]);
    await service.call('recordBankResult', { paymentId, ...result }, cashier);
  }
  run = await service.call('getRefund', { refundId: run.refundId }, finance);
  expect(run).toMatchObject({ state: 'PAID', paidUnions: 3, paidFen: 240_000n, waitingUnions: 0 });
  expect([await balance('own'), await balance('upper')]).toEqual([0, 0]);
  await expect(pay()).rejects.toThrow(problem('REFUND_STATE_WRONG'));
  const facts = (await service.outbox()).filter(({ fact }) => fact === 'refund.paid');
  expect(facts.map(({ data }) => data)).toMatchObject([{ unions: 3, refundFen: '240000' }]);
  const recounted = await service.call(
    'recountFinance',
    { cursor: '', limit: 0 },
    { duty: 'auditor' },
  );
  expect(recounted.rows).toMatchObject([
    { unionId: root, movement: 'refund_paid', count: 3n, amountFen: 240_000n },
  ]);
  // What went back is due to nobody.
  const report = { year: 2025, grouping: 'LEVEL', cursor: '', limit: 0 };
  expect((await service.call('getFundReport', report, finance)).rows).toEqual([]);
  const verified = await service.call('verifyLedger', { unionId: root }, { duty: 'auditor' });
  expect(verified).toMatchObject({ clean: true });
});
