// Gathered calls hope that a book is still as it was known, and that nobody was answered before: what they hoped wrongly is
// tried again without hope, and every caller gets the answer that is true.
import { newId } from '@gonglian/kernel/id.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepKnown, takeKnown } from './known-books.ts';
import { postVouchers } from './post-vouchers.ts';
import {
  balances,
  inTx,
  journal,
  manual,
  openUnion,
  startFinance,
  voucher,
  type Service,
} from './scene.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const finance = { duty: 'finance' } as const;
const post = (unionId: string, caller: object = {}) =>
  service.call('postVoucher', manual(unionId), { ...finance, ...caller });
const noOf = async (unionId: string, caller: object = {}) => (await post(unionId, caller)).no;
const isClean = async (unionId: string) =>
  (await service.call('verifyLedger', { unionId }, { duty: 'auditor' })).clean;

/** A book that was found as it was known, so that the next call hopes. */
async function openTrusted(): Promise<string> {
  const unionId = await openUnion(service);
  for (let n = 0; n < 3; n += 1) await post(unionId);
  const known = takeKnown(unionId);
  expect(known?.isTrusted).toBe(true);
  keepKnown(known!);
  return unionId;
}

test('a book that another process has written meanwhile', async () => {
  const unionId = await openTrusted();
  const stale = structuredClone(takeKnown(unionId)!);
  expect(await noOf(unionId)).toBe(4n);
  keepKnown(stale);
  expect(await noOf(unionId)).toBe(5n);
  expect(takeKnown(unionId)?.isTrusted).toBe(false);
  expect(await balances(service, unionId)).toEqual({ '135': 2_500, '215': -2_500 });
  expect(await isClean(unionId)).toBe(true);
});

test('what a broken-off transaction came to', async () => {
  const unionId = await openTrusted();
  const broken = inTx(service, async (tx) => {
    await postVouchers(tx, unionId, [voucher({ legs: journal('135', '221', 900) })]);
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  expect(await noOf(unionId)).toBe(4n);
  expect(await isClean(unionId)).toBe(true);
});

test('a month that was closed meanwhile is closed to whoever hopes, and who posted in it before reads his number', async () => {
  const unionId = await openTrusted();
  const key = newId();
  const ask = manual(unionId, { period: '2026-03' });
  const first = await service.call('postVoucher', ask, { ...finance, key });
  const stale = structuredClone(takeKnown(unionId)!);
  await service.call('closeBookPeriod', { unionId, period: '2026-03' }, finance);
  keepKnown(stale);
  const [again, late] = await Promise.allSettled([
    service.call('postVoucher', ask, { ...finance, key }),
    service.call('postVoucher', ask, finance),
  ]);
  expect(again).toMatchObject({ status: 'fulfilled', value: { no: first.no } });
  expect(late).toMatchObject({ status: 'rejected', reason: { code: 'BOOK_PERIOD_CLOSED' } });
  // The book is known and trusted again by now: who is refused with hope may have been answered before all the same.
  expect(await noOf(unionId)).toBe(5n);
  expect(await noOf(unionId)).toBe(6n);
  const hoped = service.call('postVoucher', ask, { ...finance, key });
  expect((await hoped).no).toBe(first.no);
  expect(await isClean(unionId)).toBe(true);
});

test('a key that was answered before is answered again, and its neighbours are posted once', async () => {
  const unionId = await openTrusted();
  const key = newId();
  expect(await noOf(unionId, { key })).toBe(4n);
  const answers = await Promise.all([
    noOf(unionId),
    noOf(unionId, { key }),
    ...Array.from({ length: 40 }, () => noOf(unionId)),
  ]);
  expect(answers[1]).toBe(4n);
  const others = answers.filter((_, n) => n !== 1).toSorted((a, b) => Number(a - b));
  expect(others).toEqual(Array.from({ length: 41 }, (_, n) => BigInt(5 + n)));
  expect(await isClean(unionId)).toBe(true);
});

test('one of a batch that the database says no to takes nobody along, nor the batch behind it', async () => {
  const unionId = await openTrusted();
  await service.sql`alter table voucher_2026 add constraint no_such_doc check (doc_id <> 'poison')`;
  try {
    const answers = await Promise.allSettled(
      Array.from({ length: 100 }, (_, n) =>
        service.call(
          'postVoucher',
          manual(unionId, { docId: n === 7 || n === 80 ? 'poison' : 'x' }),
          finance,
        ),
      ),
    );
    const refused = answers.flatMap(({ status }, n) => (status === 'rejected' ? n : []));
    expect(refused).toEqual([7, 80]);
  } finally {
    await service.sql`alter table voucher_2026 drop constraint no_such_doc`;
  }
  expect(await noOf(unionId)).toBe(102n);
  expect(await isClean(unionId)).toBe(true);
});
