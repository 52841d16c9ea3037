// The attack table of ledger.md §3.5: what may be done to a posted voucher, by the service's role and by the owner; and
// what somebody who may do everything has done is found by name.
import { connectionString } from '@gonglian/service/settings.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from './post-vouchers.ts';
import { requireGuards } from './require-guards.ts';
import {
  inTx,
  openUnion,
  pot,
  receipt20000,
  startFinance,
  voucher,
  type Service,
} from './scene.ts';

let service: Service;
let role: Client;
let owner: Client;
beforeAll(async () => {
  service = await startFinance();
  [role, owner] = (await Promise.all(
    [service.settings.database.role, service.settings.database.owner].map(async (login) => {
      const client = new Client({ connectionString: connectionString(service.settings, login) });
      await client.connect();
      await client.query(
        `set search_path = finance; select set_config('gonglian.reach', 'all', false)`,
      );
      return client;
    }),
  )) as [Client, Client];
  const unionId = await openUnion(service);
  await inTx(service, (tx) => postVouchers(tx, unionId, [receipt20000(unionId), voucher()]));
});
afterAll(async () => {
  await Promise.all([role.end(), owner.end()]);
  await service.stop();
});

const SEALED_TABLES = ['voucher', 'leg', 'move', 'account', 'pot', 'block', 'voucher_key'];
const ATTACKS = [
  ...SEALED_TABLES.flatMap((table) => [
    `update ${table} set book_id = book_id`,
    `delete from ${table}`,
    `truncate ${table}`,
  ]),
  'update leg_2026 set amount_fen = amount_fen + 1',
  'delete from voucher_2026',
  'truncate leg_2026',
  'truncate move_2026',
  `insert into leg_2026 select no, amount_fen, balance_fen, version + 10, book_id, account_no, n + 10, fiscal_year
    from leg_2026`,
];
const BY_OWNERSHIP = [
  'alter table voucher detach partition voucher_2026',
  'alter table leg disable trigger all',
  'alter table leg_2026 disable trigger never_changed',
  'drop table block',
  'create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$',
];

test.each([
  ...ATTACKS,
  ...BY_OWNERSHIP,
  'select * from leg_2026',
  `insert into book (union_id, account_set, head) values (gen_random_uuid(), 'COUNTY', '')`,
  'update book set last_no = 0',
  'update account_balance set balance_fen = 0',
  'update pot_total set in_fen = 0',
  `set session_replication_role = replica`,
  `select open_fiscal_year(2031)`,
])('the service may not: %s', async (sql) => {
  await expect(role.query(sql)).rejects.toThrow(/permission denied|must be owner/);
});

test.each(ATTACKS)('a trigger stops the owner: %s', async (sql) => {
  await expect(owner.query(sql)).rejects.toThrow(/never changed|do not balance|not all there/);
});

test.each(['update leg_2026 set amount_fen = 1', 'delete from voucher', 'truncate move'])(
  'also where the session says that it replicates: %s',
  async (sql) => {
    await owner.query('begin; set local session_replication_role = replica');
    await expect(owner.query(sql)).rejects.toThrow('never changed');
    await owner.query('rollback');
  },
);

test.each([
  [
    'an unbalanced voucher',
    `insert into leg select no, amount_fen + 1, balance_fen, version + 10, book_id, account_no, n + 10, fiscal_year
      from leg where no = 2 and n = 1`,
  ],
  [
    'a leg of an account that is not of the book',
    `with v as (insert into voucher select 99, posted_at, null, block_no, book_id, 99, event_on, fiscal_year, 2, 0, period,
      'forged', kind, summary, doc_kind, doc_id, maker_id, '', '', null, request_hash, leaf from voucher where no = 2)
     insert into leg select 99, case n when 1 then 5 else -5 end, 5, 99 + n, book_id, 999, n, fiscal_year from leg where no = 2`,
  ],
  [
    'a voucher in a closed period',
    `update book set closed_through = '2026-12';
     insert into voucher select 99, posted_at, null, block_no, book_id, 99, event_on, fiscal_year, 2, 0, period,
      'forged', kind, summary, doc_kind, doc_id, maker_id, '', '', null, request_hash, leaf from voucher where no = 2`,
  ],
  ['an overdraft', `update pot_total set out_fen = in_fen + 1 where floored`],
  ['cash that no pot holds', `update purse set cash_fen = cash_fen + 1`],
])('whoever writes past the functions meets the guards: %s', async (_, sql) => {
  await owner.query('begin');
  try {
    await expect(owner.query(sql)).rejects.toThrow(
      /not all there|not of its book|is closed|pot_not_overdrawn|pots_are_cash/,
    );
  } finally {
    await owner.query('rollback');
  }
});

test('each new year is as well guarded as the first', async () => {
  const unionId = await openUnion(service);
  await inTx(service, (tx) =>
    postVouchers(tx, unionId, [
      voucher({ eventOn: '2031-02-03' }),
      voucher({ eventOn: '2019-02-03' }),
    ]),
  );
  for (const year of ['2031', '2019']) {
    await expect(role.query(`select * from leg_${year}`)).rejects.toThrow('permission denied');
    await expect(owner.query(`update leg_${year} set amount_fen = 1`)).rejects.toThrow(
      'never changed',
    );
    await expect(owner.query(`truncate voucher_${year}`)).rejects.toThrow('never changed');
  }
});

test('the functions ask whose book it is: one out of reach is refused', async () => {
  const unionId = await openUnion(service);
  const other = await openUnion(service);
  const clerk = { account: 'a', reach: 'scope', scope: other, member: '' } as const;
  const posted = inTx(service, (tx) => postVouchers(tx, unionId, [voucher()]), clerk);
  await expect(posted).rejects.toThrow('out of reach');
  await inTx(service, (tx) => postVouchers(tx, unionId, [voucher()]));
  const seen = await inTx(
    service,
    (tx) => tx.sql`select from leg join book using (book_id)
    where union_id = ${unionId}`,
    clerk,
  );
  expect(seen).toEqual([]);
});

test('what the pots hold is coupled with cash after every batch', async () => {
  const unionId = await openUnion(service);
  await inTx(service, (tx) => postVouchers(tx, unionId, [receipt20000(unionId)]));
  const rows = await owner.query(
    `select purse.bank, cash_fen::int as cash, pots_fen::int as pots from purse join book using (book_id)
     where union_id = $1`,
    [unionId],
  );
  expect(rows.rows).toEqual([{ bank: pot('own').bank, cash: 2_000_000, pots: 2_000_000 }]);
});

test.each([
  ['alter table leg_2026 disable trigger never_changed', 'leg_2026.never_changed'],
  ['alter table block enable trigger never_emptied', 'block.never_emptied'],
  ['alter table move_2026 disable trigger guarded', 'move_2026.guarded'],
])('a database without its guards is not served: %s', async (sql, what) => {
  await inTx(service, (tx) => requireGuards(tx.sql));
  await owner.query(sql);
  const [table, guard] = what.split('.');
  await expect(inTx(service, (tx) => requireGuards(tx.sql))).rejects.toThrow(
    `not guarded: ${what}`,
  );
  await owner.query(`alter table ${table} enable always trigger ${guard}`);
});
