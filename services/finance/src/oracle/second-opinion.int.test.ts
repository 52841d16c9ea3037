// The guards of the ledger work on whole batches. Here the slow way is asked too: deferred triggers that look at each voucher
// by itself, and foreign keys that the ledger does without. The same random load must pass both, and what does not balance
// must pass neither.
import { sample } from 'fast-check';
import { connectionString } from '@gonglian/service/settings.ts';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, openUnion, startFinance, type Service } from '../ledger/scene.ts';
import type { VoucherToPost } from '../ledger/voucher.ts';
import { commands, voucherOf } from './random-commands.ts';

const SEED = Date.now() % 2 ** 31;
const LISTS = 12;

const BY_ROW = `
  set search_path = finance;
  create function second_opinion() returns trigger language plpgsql set search_path = finance, pg_temp as $$
  declare v voucher; legs bigint; moves bigint; total numeric;
  begin
    select * into strict v from voucher where book_id = new.book_id and no = new.no and fiscal_year = new.fiscal_year;
    select count(*), sum(amount_fen) into legs, total from leg
      where book_id = v.book_id and no = v.no and fiscal_year = v.fiscal_year;
    select count(*) into moves from move where book_id = v.book_id and no = v.no and fiscal_year = v.fiscal_year;
    if total <> 0 or legs <> v.leg_count or moves <> v.move_count then
      raise exception 'second opinion: voucher % does not add up', v.no;
    end if;
    return null;
  end $$;
  create constraint trigger second_opinion after insert on voucher deferrable initially deferred
    for each row execute function second_opinion();
  create constraint trigger second_opinion after insert on leg deferrable initially deferred
    for each row execute function second_opinion();
  alter table leg add foreign key (book_id, no, fiscal_year) references voucher deferrable initially deferred;
  alter table move add foreign key (book_id, no, fiscal_year) references voucher deferrable initially deferred;
  alter table leg add foreign key (book_id, account_no) references account deferrable initially deferred;
  alter table move add foreign key (book_id, from_pot) references pot (book_id, pot_no) deferrable initially deferred;
  alter table move add foreign key (book_id, to_pot) references pot (book_id, pot_no) deferrable initially deferred;
  alter table account_balance add foreign key (book_id, account_no) references account deferrable initially deferred;`;

let service: Service;
let owner: Client;
beforeAll(async () => {
  service = await startFinance();
  const { owner: login } = service.settings.database;
  owner = new Client({ connectionString: connectionString(service.settings, login) });
  await owner.connect();
  await owner.query(BY_ROW);
  await owner.query(`select set_config('gonglian.reach', 'all', false)`);
});
afterAll(async () => {
  await owner.end();
  await service.stop();
});

test(`the same load under guards of a row each, seed ${SEED}`, async () => {
  let posted = 0;
  for (const list of sample(commands, { seed: SEED, numRuns: LISTS })) {
    const unionId = await openUnion(service);
    const sent: VoucherToPost[] = [];
    for (const command of list) {
      if (command.does !== 'POST') continue;
      for (const item of command.items) sent.push(voucherOf(item, sent));
    }
    const answers = await inTx(service, (tx) => postVouchers(tx, unionId, sent));
    posted += new Set(answers.flatMap(({ no }) => no ?? [])).size;
  }
  const [rows] = await service.sql<{ n: number }>`select count(*)::int as n from voucher`;
  expect(rows?.n).toBe(posted);
  expect(posted).toBeGreaterThan(LISTS);
});

test('they would have said so: what does not balance is stopped by them alone', async () => {
  await owner.query('begin');
  const guards = await owner.query<{ place: string; name: string }>(`
    select tgrelid::regclass::text as place, tgname as name from pg_trigger
    where tgname <> 'second_opinion' and not tgisinternal and tgparentid = 0
      and tgrelid in (select relid from pg_partition_tree('finance.leg'))`);
  expect(guards.rows.length).toBeGreaterThan(0);
  for (const { place, name } of guards.rows)
    await owner.query(`alter table ${place} disable trigger ${name}`);
  await owner.query(`insert into leg select no, 7, 7, version + 9000, book_id, account_no, 99, fiscal_year
    from leg limit 1`);
  await expect(owner.query('set constraints all immediate')).rejects.toThrow('second opinion');
  await owner.query('rollback');
});
