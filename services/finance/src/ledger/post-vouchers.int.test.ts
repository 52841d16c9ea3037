import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { changePeriod } from './change-period.ts';
import { postVouchers } from './post-vouchers.ts';
import {
  balances,
  cash,
  inTx,
  journal,
  openUnion,
  pot,
  receipt20000,
  startFinance,
  voucher,
  type Service,
} from './scene.ts';
import type { PostedVoucher, VoucherToPost } from './voucher.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const post = (unionId: string, vouchers: VoucherToPost[]): Promise<PostedVoucher[]> =>
  inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
const codes = (answers: readonly PostedVoucher[]) =>
  answers.map(({ no, refusal }) => refusal?.code ?? no);
const verify = (unionId: string) => service.call('verifyLedger', { unionId }, { duty: 'auditor' });

async function expectClean(unionId: string): Promise<void> {
  const { checks } = await verify(unionId);
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
}

test('the receipt of 20,000 yuan and its remittance (domain §9.4), with a fact a batch', async () => {
  const unionId = await openUnion(service);
  const lower = newId();
  expect(codes(await post(unionId, [receipt20000(lower)]))).toEqual([1]);
  expect(await balances(service, unionId)).toEqual({
    102: 2_000_000,
    402: -400_000,
    211: -400_000,
    21202: -1_200_000,
  });
  const paid = voucher({
    legs: [
      { account: { code: '211' }, amountFen: 400_000 },
      { account: { code: '21202', partyId: lower }, amountFen: 1_200_000 },
      { account: cash, amountFen: -1_600_000 },
    ],
    moves: [
      { from: pot('upper'), to: { kind: 'node', key: 'city' }, amountFen: 400_000 },
      { from: pot('lower', lower), to: { kind: 'recipient', key: lower }, amountFen: 1_200_000 },
    ],
  });
  expect(codes(await post(unionId, [paid]))).toEqual([2]);
  expect(await balances(service, unionId)).toEqual({
    102: 400_000,
    402: -400_000,
    211: 0,
    21202: 0,
  });
  const facts = (await service.outbox()).filter(({ key }) => key === unionId);
  expect(facts.map(({ fact, data }) => [fact, data['firstNo'], data['lastNo']])).toEqual([
    ['vouchers.posted', '1', '1'],
    ['vouchers.posted', '2', '2'],
  ]);
  expect((await verify(unionId)).head).toBe(facts[1]?.data['chainHead']);
  await expectClean(unionId);
});

test('preparatory money is a liability until the union is founded (domain §9.4)', async () => {
  const unionId = await openUnion(service);
  const received = voucher({
    legs: [
      { account: cash, amountFen: 2_000_000 },
      { account: { code: '215' }, amountFen: -2_000_000 },
    ],
    moves: [{ from: { kind: 'payer', key: 'x' }, to: pot('prep', 'x'), amountFen: 2_000_000 }],
  });
  const founded = voucher({
    legs: [
      { account: { code: '215' }, amountFen: 2_000_000 },
      ...[['402', 400_000] as const, ['211', 400_000] as const, ['212', 1_200_000] as const].map(
        ([code, fen]) => ({ account: { code }, amountFen: -fen }),
      ),
    ],
    moves: [
      { from: pot('prep', 'x'), to: pot('own'), amountFen: 400_000 },
      { from: pot('prep', 'x'), to: pot('upper'), amountFen: 400_000 },
      { from: pot('prep', 'x'), to: pot('lower', 'x'), amountFen: 1_200_000 },
    ],
  });
  expect(codes(await post(unionId, [received, founded]))).toEqual([1, 2]);
  expect(await balances(service, unionId)).toEqual({
    102: 2_000_000,
    215: 0,
    402: -400_000,
    211: -400_000,
    212: -1_200_000,
  });
  await expectClean(unionId);
});

test('a key with the same content answers the same; with other content it names the field', async () => {
  const unionId = await openUnion(service);
  const one = receipt20000(newId());
  expect(codes(await post(unionId, [one, one]))).toEqual([1, 1]);
  expect(codes(await post(unionId, [one]))).toEqual([1]);
  const changes: [string, Partial<VoucherToPost>][] = [
    ['kind', { kind: 'OTHER' }],
    ['eventOn', { eventOn: '2026-03-06' }],
    ['summary', { summary: '另一张' }],
    ['docHash', { docHash: 'a'.repeat(64) }],
    ['makerId', { makerId: 'another' }],
    ['legs', { legs: journal('135', '215', 5), moves: [] }],
    ['moves', { moves: one.moves.toReversed() }],
    ['period', { period: '2026-03' }],
  ];
  const answers = await post(
    unionId,
    changes.map(([, over]) => ({ ...one, ...over })),
  );
  expect(answers.map(({ refusal }) => refusal)).toEqual(
    changes.map(([field]) => ({ code: 'VOUCHER_KEY_REUSED', details: { no: 1, field } })),
  );
  await expectClean(unionId);
});

test('one in a hundred is bad: the others are posted without a gap', async () => {
  const unionId = await openUnion(service);
  const vouchers = Array.from({ length: 300 }, (_, n) =>
    voucher(n % 100 === 7 ? { legs: journal('135', '215', 5).slice(0, 1) } : {}),
  );
  vouchers[50] = voucher({
    legs: [
      { account: cash, amountFen: -1 },
      { account: { code: '510' }, amountFen: 1 },
    ],
    moves: [{ from: pot('own'), to: { kind: 'recipient', key: 'r' }, amountFen: 1 }],
  });
  const answers = await post(unionId, vouchers);
  expect(answers.filter(({ refusal }) => refusal).map(({ refusal }) => refusal?.code)).toEqual([
    'LEGS_TOO_FEW',
    'POT_OVERDRAWN',
    'LEGS_TOO_FEW',
    'LEGS_TOO_FEW',
  ]);
  expect(answers.flatMap(({ no }) => no ?? [])).toEqual(
    Array.from({ length: 296 }, (_, n) => n + 1),
  );
  await expectClean(unionId);
});

test('what is refused leaves nothing behind: no account, no pot, no number', async () => {
  const unionId = await openUnion(service);
  const bad = voucher({
    legs: [
      { account: { code: '510' }, amountFen: 9 },
      { account: cash, amountFen: -9 },
    ],
    moves: [{ from: pot('own'), to: { kind: 'recipient', key: 'r' }, amountFen: 9 }],
  });
  expect(codes(await post(unionId, [bad]))).toEqual(['POT_OVERDRAWN']);
  const rows = await service.sql`
    select from account join book using (book_id) where union_id = ${unionId}`;
  expect(rows).toEqual([]);
  expect(codes(await post(unionId, [voucher()]))).toEqual([1]);
});

test('a closed period refuses; a late fact goes to the first open one; a reopened one takes it', async () => {
  const unionId = await openUnion(service);
  const change = (period: string, to: 'CLOSED' | 'REOPENED') =>
    inTx(service, (tx) => changePeriod(tx, { unionId, period, change: to, reason: '补记' }));
  await post(unionId, [voucher()]);
  await change('2026-04', 'CLOSED');
  expect(codes(await post(unionId, [voucher({ period: '2026-03' })]))).toEqual([
    'BOOK_PERIOD_CLOSED',
  ]);
  expect(codes(await post(unionId, [voucher()]))).toEqual([2]);
  await change('2026-03', 'REOPENED');
  expect(codes(await post(unionId, [voucher({ period: '2026-03' })]))).toEqual([3]);
  await expect(change('2026-03', 'REOPENED')).rejects.toThrow('BOOK_PERIOD_OPEN');
  await change('2026-03', 'CLOSED');
  await expect(change('2026-02', 'CLOSED')).rejects.toThrow('BOOK_PERIOD_CLOSED');
  const periods = await service.sql`
    select period, period_no as n from voucher join book using (book_id) where union_id = ${unionId} order by no`;
  expect(periods).toEqual([
    { period: '2026-03', n: 1 },
    { period: '2026-05', n: 1 },
    { period: '2026-03', n: 2 },
  ]);
  await expectClean(unionId);
});

test('a reversal mirrors legs and moves, once; money that is gone cannot be taken back', async () => {
  const unionId = await openUnion(service);
  const lower = newId();
  const back = (reversesNo: number, over: Partial<VoucherToPost> = {}) =>
    voucher({ reversesNo, legs: [], moves: [], ...over });
  await post(unionId, [receipt20000(lower), receipt20000(lower)]);
  const spent = voucher({
    legs: [
      { account: { code: '510' }, amountFen: 500_000 },
      { account: cash, amountFen: -500_000 },
    ],
    moves: [{ from: pot('own'), to: { kind: 'recipient', key: 'r' }, amountFen: 500_000 }],
  });
  expect(codes(await post(unionId, [back(1), back(1), back(9), back(3)]))).toEqual([
    3,
    'ALREADY_REVERSED',
    'REVERSED_VOUCHER_UNKNOWN',
    'REVERSAL_NOT_REVERSIBLE',
  ]);
  const partly = back(2, { legs: journal('402', '102', 5), moves: [] });
  expect(codes(await post(unionId, [partly]))[0]).toBe('POTS_DIFFER_FROM_CASH');
  expect(codes(await post(unionId, [back(2, { legs: journal('402', '211', 5) })]))).toEqual([
    'REVERSAL_NOT_MIRRORED',
  ]);
  expect(codes(await post(unionId, [spent]))).toEqual(['POT_OVERDRAWN']);
  const some = voucher({
    legs: [
      { account: { code: '510' }, amountFen: 1 },
      { account: cash, amountFen: -1 },
    ],
    moves: [{ from: pot('own'), to: { kind: 'recipient', key: 'r' }, amountFen: 1 }],
  });
  expect(codes(await post(unionId, [some, back(2)]))).toEqual([4, 'POT_OVERDRAWN']);
  await expectClean(unionId);
});

test('sixteen at once on one book: each number once, each key once', async () => {
  const unionId = await openUnion(service);
  const shared = voucher();
  const answers = await Promise.all(
    Array.from({ length: 16 }, () => post(unionId, [voucher(), shared, voucher()])),
  );
  expect(new Set(answers.map((one) => one[1]?.no)).size).toBe(1);
  const nos = answers.flat().flatMap(({ no }) => no ?? []);
  expect([...new Set(nos)].toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 33 }, (_, n) => n + 1),
  );
  await expectClean(unionId);
});

test('a union that nobody has named has no book; a grassroots union may borrow accounts', async () => {
  await expect(post(newId(), [voucher()])).rejects.toThrow('UNION_UNKNOWN');
  const county = await openUnion(service);
  const grassroots = await openUnion(service, 'GRASSROOTS');
  const dues = voucher({ legs: journal('135', '401', 5) });
  expect(codes(await post(county, [dues]))).toEqual(['ACCOUNT_NOT_IN_SET']);
  const both = [dues, voucher({ legs: journal('132', '405', 5) })];
  expect(codes(await post(grassroots, both))).toEqual([1, 2]);
});

test('a backend that dies in the middle leaves nothing; the same keys then post once', async () => {
  const unionId = await openUnion(service);
  const vouchers = Array.from({ length: 40 }, () => voucher());
  const killed = inTx(service, async (tx) => {
    await postVouchers(tx, unionId, vouchers);
    await service.sql`select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'gonglian finance' and datname = current_database()
        and state = 'idle in transaction'`;
    await tx.sql`select 1`;
  });
  await expect(killed).rejects.toThrow(/terminat|connection/i);
  expect(codes(await post(unionId, vouchers))).toEqual(vouchers.map((_, n) => n + 1));
  expect(codes(await post(unionId, vouchers))).toEqual(vouchers.map((_, n) => n + 1));
  await expectClean(unionId);
});
