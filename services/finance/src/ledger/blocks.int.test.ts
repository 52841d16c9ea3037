// How a call is written: as blocks one after another, each whole or not at all.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Sql } from '../pipeline.ts';
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

let service: Service;
beforeAll(async () => {
  service = await startFinance();
});
afterAll(() => service.stop());

test('three blocks of one call are one batch: a fact, and a reversal of what the first block has', async () => {
  const unionId = await openUnion(service);
  const plain = Array.from({ length: 600 }, (_, n) =>
    voucher({ legs: journal('135', '215', n + 1) }),
  );
  const all = [...plain, voucher({ reversesNo: 3, legs: [], moves: [] })];
  const answers = await inTx(service, (tx) => postVouchers(tx, unionId, all));
  expect(answers.map(({ no }) => no)).toEqual(Array.from({ length: 601 }, (_, n) => n + 1));
  expect(await balances(service, unionId)).toEqual({ '135': 180_297, '215': -180_297 });
  const facts = (await service.outbox()).filter(({ key }) => key === unionId);
  expect(facts.map(({ data }) => [data['firstNo'], data['lastNo']])).toEqual([['1', '601']]);
  const blocks = await inTx(
    service,
    ({ sql }) => sql<{ first: number; last: number; isHead: boolean }>`
      select k.first_no::int as first, k.last_no::int as last, k.hash = b.head as "isHead"
      from block as k join book as b using (book_id) where b.union_id = ${unionId} order by 1`,
  );
  expect(blocks).toEqual([
    { first: 1, last: 250, isHead: false },
    { first: 251, last: 500, isHead: false },
    { first: 501, last: 601, isHead: true },
  ]);
});

test('a voucher that would come without its moves is refused by the database', async () => {
  const unionId = await openUnion(service);
  const MOVES = 8;
  const none = Array.from({ length: MOVES }, () => '{}');
  const posted = inTx(service, (tx) => {
    const sql: Sql = (text, ...values) =>
      text.join('').includes('ledger_post')
        ? tx.sql(text, ...values.slice(0, -MOVES), ...none)
        : tx.sql(text, ...values);
    return postVouchers({ ...tx, sql }, unionId, [receipt20000('union-1')]);
  });
  await expect(posted).rejects.toThrow('lines are missing or too many');
});

test('a backend that dies while the second block is written leaves nothing; the same keys then post once', async () => {
  const unionId = await openUnion(service);
  const all = Array.from({ length: 600 }, (_, n) =>
    voucher({ key: `dies-${n}`, legs: journal('135', '215', 1) }),
  );
  let blocks = 0;
  const dying = inTx(service, (tx) => {
    const sql: Sql = (text, ...values) => {
      blocks += text.join('').includes('ledger_post') ? 1 : 0;
      return blocks === 2
        ? (tx.sql`select pg_terminate_backend(pg_backend_pid())` as never)
        : tx.sql(text, ...values);
    };
    return postVouchers({ ...tx, sql }, unionId, all);
  });
  await expect(dying).rejects.toThrow(/terminat|connection/i);
  expect(await balances(service, unionId)).toEqual({});
  const posted = await inTx(service, (tx) => postVouchers(tx, unionId, all));
  expect(posted.at(-1)).toMatchObject({ no: 600 });
  expect(await balances(service, unionId)).toEqual({ '135': 600, '215': -600 });
});
