import { afterAll, beforeAll, expect, test } from 'vitest';
import { keepKnown, takeKnown, type KnownBook } from './known-books.ts';
import { postVouchers } from './post-vouchers.ts';
import {
  balances,
  inTx,
  journal,
  openUnion,
  receipt20000,
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

function take(unionId: string): KnownBook {
  const known = takeKnown(unionId);
  if (!known) throw new Error('nothing is known of the book');
  return known;
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
  const known = take(unionId);
  // As another process would have it: what it holds does not change with what is posted here.
  const stale = structuredClone(known);
  keepKnown(known);
  await post(unionId, 40);
  keepKnown(stale);
  expect(await post(unionId, 2)).toMatchObject([{ no: 3 }]);
  expect(await balances(service, unionId)).toEqual({ '135': 542, '215': -542 });
  expect(await isClean(unionId)).toBe(true);
});

const receive = (unionId: string) =>
  inTx(service, (tx) => postVouchers(tx, unionId, [receipt20000('union-1')]));

test.each([
  [
    'a balance',
    'a running balance does not follow',
    ({ accounts }: KnownBook) => {
      for (const state of accounts.values()) state.balanceFen += 1;
    },
  ],
  [
    'a version',
    'a running balance does not follow',
    ({ accounts }: KnownBook) => {
      for (const state of accounts.values()) state.version += 1;
    },
  ],
  [
    'what came into a pot',
    // Rows whose interval does not follow are not carried, so its bank's purse is out by them and says no first.
    'pots_are_cash',
    ({ pots }: KnownBook) => {
      for (const state of pots.values()) state.inFen += 1;
    },
  ],
  [
    'what left a pot',
    'an interval does not follow',
    ({ pots }: KnownBook) => {
      for (const state of pots.values()) state.outFen += 1;
    },
  ],
])(
  '%s that is known and is not so is refused by the database, and forgotten',
  async (_, words, wrong) => {
    const unionId = await openUnion(service);
    await receive(unionId);
    const known = take(unionId);
    wrong(known);
    keepKnown(known);
    await expect(receive(unionId)).rejects.toThrow(words);
    expect(await receive(unionId)).toMatchObject([{ no: 2 }]);
    expect(await isClean(unionId)).toBe(true);
  },
);

test('a block that is refused while the next one waits takes the whole call back', async () => {
  const unionId = await openUnion(service);
  const late = voucher({ legs: journal('135', '221', 1) });
  await inTx(service, (tx) => postVouchers(tx, unionId, [late]));
  const known = take(unionId);
  for (const [key, state] of known.accounts) if (key.includes('221')) state.balanceFen += 1;
  keepKnown(known);
  const early = Array.from({ length: 300 }, () => voucher({ legs: journal('135', '215', 1) }));
  const call = () => [
    ...early,
    { ...late, key: 'again' },
    ...early.map((one, n) => ({ ...one, key: `e${n}` })),
  ];
  const posted = inTx(service, (tx) => postVouchers(tx, unionId, call()));
  await expect(posted).rejects.toThrow('a running balance does not follow');
  expect(await balances(service, unionId)).toEqual({ '135': 1, '221': -1 });
  const again = await inTx(service, (tx) => postVouchers(tx, unionId, call()));
  expect(again.at(-1)).toMatchObject({ no: 602 });
  expect(await isClean(unionId)).toBe(true);
});
