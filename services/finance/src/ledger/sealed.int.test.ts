// The attack table of ledger.md §3.5: what may be done to a posted voucher, by the service's role and by the owner; and
// what somebody who may do everything has done is found by name.
import { connectionString } from '@gonglian/service/settings.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from './post-vouchers.ts';
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

// Whoever owns the server can switch everything off: then the recount finds him.
const TAMPERING: [string, string, string, number][] = [
  [
    'an amount on both sides',
    'I9_LEAVES',
    `update leg set amount_fen = amount_fen * 2 where no = 3`,
    3,
  ],
  [
    'one amount',
    'I1_BALANCED',
    `update leg set amount_fen = amount_fen + 1 where no = 3 and n = 1`,
    3,
  ],
  [
    'a running balance',
    'I2_RUNNING_BALANCES',
    `update leg set balance_fen = 7 where no = 4 and n = 1`,
    4,
  ],
  ['whose account it was', 'I9_LEAVES', `update leg set account_no = 99 where no = 4 and n = 1`, 4],
  ['a summary', 'I9_LEAVES', `update voucher set summary = 'x' where no = 2`, 2],
  ['who made it', 'I9_LEAVES', `update voucher set maker_id = 'x' where no = 2`, 2],
  ['the business date', 'I9_LEAVES', `update voucher set event_on = '2026-01-01' where no = 2`, 2],
  [
    'when it was posted',
    'I9_LEAVES',
    `update voucher set posted_at = posted_at - interval '1 s' where no = 5`,
    5,
  ],
  [
    'an interval',
    'I3_INTERVALS',
    `update move set out_end = out_end + 5 where no = 1 and n = 1`,
    1,
  ],
  ['a leaf with its row', 'I9_BLOCKS', `update voucher set leaf = sha256('x') where no = 2`, 2],
  [
    'a voucher that is gone',
    'I9_NUMBERS',
    `delete from leg where no = 4; delete from voucher where no = 4`,
    4,
  ],
  ['a leg that is gone', 'I1_BALANCED', `delete from leg where no = 3`, 3],
  [
    'the end that is cut off',
    'I9_NUMBERS',
    `delete from leg where no = 6; delete from move where no = 6;
    delete from voucher where no = 6; delete from block where last_no = 6`,
    6,
  ],
  ['a block', 'I9_BLOCKS', `update block set hash = sha256('x') where first_no = 3`, 3],
  [
    'two blocks in the other order',
    'I9_BLOCKS',
    `update block set block_no = -block_no where block_no in (4, 5);
    update block set block_no = 9 + block_no where block_no < 0`,
    4,
  ],
  [
    'what an account is called',
    'I9_ACCOUNTS',
    `update account set code = '510' where code = '215'`,
    6,
  ],
  ['whose pot it is', 'I9_POTS', `update pot set key = 'mine' where kind = 'lower'`, 4],
  [
    'a balance',
    'I2_BALANCES',
    `update account_balance set balance_fen = 0 where account_no = 1`,
    1,
  ],
  [
    'a sum of a month',
    'I2_MONTHS',
    `update account_month set debit_fen = debit_fen + 1 where account_no = 1`,
    1,
  ],
  ['a total of a pot', 'I3_TOTALS', `update pot_total set in_fen = in_fen + 1 where pot_no = 2`, 2],
  ['a purse', 'I4_POTS_ARE_CASH', `update purse set cash_fen = 5, pots_fen = 5`, 0],
  ['a key', 'I5_ONE_VOUCHER_A_KEY', `delete from voucher_key where no = 4`, 4],
  ['a reversal that is forgotten', 'I5_ONE_VOUCHER_A_KEY', `delete from reversal`, 6],
];

test.each(TAMPERING)(
  '%s, changed in SQL by a superuser: %s names it',
  async (_, check, sql, no) => {
    const unionId = await openUnion(service);
    for (const one of [
      receipt20000(unionId),
      voucher(),
      voucher(),
      voucher(),
      receipt20000(unionId),
    ])
      await inTx(service, (tx) => postVouchers(tx, unionId, [one]));
    await inTx(service, (tx) =>
      postVouchers(tx, unionId, [voucher({ reversesNo: 5, legs: [], moves: [] })]),
    );
    const verified = () => service.call('verifyLedger', { unionId }, { duty: 'auditor' });
    expect((await verified()).clean).toBe(true);
    await tamper(unionId, sql);
    const { clean, checks } = await verified();
    expect(clean).toBe(false);
    expect(checks.find((one) => one.check === check)).toEqual({
      check,
      ok: false,
      firstNo: BigInt(no),
    });
  },
);

/** Each statement reaches this book alone. The triggers stay off: nothing after this needs them. */
async function tamper(unionId: string, sql: string): Promise<void> {
  const { rows } = await owner.query('select book_id from book where union_id = $1', [unionId]);
  const tables = [...SEALED_TABLES, 'reversal', 'period_change'].flatMap((table) =>
    ['voucher', 'leg', 'move'].includes(table) ? [table, `${table}_2026`] : [table],
  );
  await owner.query(tables.map((table) => `alter table ${table} disable trigger all`).join(';'));
  for (const one of sql.split(';')) {
    const where = /\bwhere\b/.test(one) ? 'and' : 'where';
    await owner.query(`${one} ${where} book_id = ${rows[0].book_id}`);
  }
}
