import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepKnown, takeKnown, type KnownBook } from './known-books.ts';
import { postVouchers } from './post-vouchers.ts';
import {
  balances,
  inTx,
  journal,
  openUnion,
  startFinance,
  voucher,
  type Service,
} from './scene.ts';
import { verifyLedger } from './verify-ledger.ts';

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

const post = (unionId: string, fen: number) =>
  inTx(service, (tx) => postVouchers(tx, unionId, [voucher({ legs: journal('135', '215', fen) })]));

/** As another process would have it: what it holds does not change with what is posted here. */
function copyOf(known: KnownBook): KnownBook {
  return structuredClone(known);
}

async function isClean(unionId: string): Promise<boolean> {
  const { clean } = await inTx(service, (tx) =>
    verifyLedger.run({ ...tx, token: '' }, { unionId } as never),
  );
  return clean;
}

test('what a broken-off transaction came to is known of no book', async () => {
  const unionId = await openUnion(service);
  await post(unionId, 500);
  const broken = inTx(service, async (tx) => {
    await postVouchers(tx, unionId, [voucher({ legs: journal('135', '221', 900) })]);
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  expect(await post(unionId, 7)).toMatchObject([{ no: 2 }]);
  expect(await balances(service, unionId)).toEqual({ '135': 507, '215': -507 });
  expect(await isClean(unionId)).toBe(true);
});

test('where another process has written, the book is read again', async () => {
  const unionId = await openUnion(service);
  await post(unionId, 500);
  const known = takeKnown(unionId);
  const stale = copyOf(known);
  keepKnown(unionId, known);
  await post(unionId, 40);
  keepKnown(unionId, stale);
  expect(await post(unionId, 2)).toMatchObject([{ no: 3 }]);
  expect(await balances(service, unionId)).toEqual({ '135': 542, '215': -542 });
  expect(await isClean(unionId)).toBe(true);
});

test('what is known and is not so is refused by the database, and forgotten', async () => {
  const unionId = await openUnion(service);
  await post(unionId, 500);
  const known = takeKnown(unionId);
  for (const state of known.accounts.values()) state.balanceFen += 1;
  keepKnown(unionId, known);
  await expect(post(unionId, 2)).rejects.toThrow('a running balance does not follow');
  await post(unionId, 2);
  expect(await balances(service, unionId)).toEqual({ '135': 502, '215': -502 });
  expect(await isClean(unionId)).toBe(true);
});
