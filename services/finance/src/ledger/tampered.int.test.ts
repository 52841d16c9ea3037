// Whoever owns the server can switch every guard off and change what was posted: the recount finds it and names it.
import { connectionString } from '@gonglian/service/settings.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from './post-vouchers.ts';
import { inTx, openUnion, receipt20000, startFinance, voucher, type Service } from './scene.ts';

let service: Service;
let owner: Client;
beforeAll(async () => {
  service = await startFinance();
  const { owner: login } = service.settings.database;
  owner = new Client({ connectionString: connectionString(service.settings, login) });
  await owner.connect();
  await owner.query('set search_path = finance');
});
afterAll(async () => {
  await owner.end();
  await service.stop();
});

const TABLES = ['account', 'pot', 'block', 'voucher_key', 'reversal', 'period_change'];
const YEARLY = ['voucher', 'leg', 'move'];

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
  [
    'a leg of no voucher',
    'I1_NO_STRAY_LINES',
    `insert into leg_2026 select 77, 5, 5, 90, book_id, 1, 1, 2026 from book`,
    77,
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
    `update account_balance set debit_fen = debit_fen + 1 where account_no = 1`,
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
  const tables = [...TABLES, ...YEARLY, ...YEARLY.map((table) => `${table}_2026`)];
  await owner.query(tables.map((table) => `alter table ${table} disable trigger all`).join(';'));
  for (const one of sql.split(';')) {
    const where = /\bwhere\b/.test(one) ? 'and' : 'where';
    await owner.query(`${one} ${where} book_id = ${rows[0].book_id}`);
  }
}
