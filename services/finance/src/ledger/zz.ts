// The targets of ledger.md §3.10 beside two limits of the same run: the same rows inserted as sets into copies of the
// same tables, and a transaction a transfer. node services/finance/src/ledger/post-vouchers.bench.ts [seconds]
import { newId, nodeRootUnionId } from '@gonglian/kernel/id.ts';
import { gatheredHandler } from '@gonglian/service/gather.ts';
import { connectionString } from '@gonglian/service/settings.ts';
import { median, percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import {
  FinanceServiceService,
  type VoucherNumber,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { Client } from 'pg';
import { postVoucher } from './post-voucher.ts';
import { postVouchers } from './post-vouchers.ts';
import { cash, inTx, journal, manual, openUnion, pot, startFinance, voucher } from './scene.ts';
import { verifyLedger } from './verify-ledger.ts';
import type { VoucherToPost } from './voucher.ts';

const seconds = Number(process.argv[2] ?? 4);
const BATCH = 1_000;
const TARGETS = 10_000;
const ROUNDS = 3;
const NAIVE_CONNECTIONS = 8;

const backends = await startBackends({ durable: true });
const service = await startFinance({ backends });
const db = new Client({
  connectionString: connectionString(service.settings, service.settings.database.owner),
});
await db.connect();
try {
  const hot = await openUnion(service);
  const { Session } = await import('node:inspector/promises');
  const session = new Session(); session.connect();
  await callFor(2, hot, 1000);
  await session.post('Profiler.enable'); await session.post('Profiler.start');
  console.log(await callFor(5, hot, 1000));
  const { profile } = await session.post('Profiler.stop');
  (await import('node:fs')).writeFileSync('/tmp/ledprof/x.cpuprofile', JSON.stringify(profile));
} finally {
  await db.end();
  await service.stop();
  await backends.stop();
}

/** From one account to one of ten thousand, by unlike steps so that neighbours differ. */
function transfer(n: number): VoucherToPost {
  const account = { code: '215', project: `p${(n * 7_919) % TARGETS}` };
  const [debit] = journal('135', '215', 1 + (n % 97));
  return voucher({ legs: [debit!, { account, amountFen: -(1 + (n % 97)) }] });
}

/** Money that comes in for one of ten thousand unions. */
function receipt(n: number): VoucherToPost {
  const partyId = `u${(n * 7_919) % TARGETS}`;
  return voucher({
    legs: [
      { account: cash, amountFen: 100 },
      { account: { code: '21202', partyId }, amountFen: -100 },
    ],
    moves: [{ from: { kind: 'payer', key: partyId }, to: pot('lower', partyId), amountFen: 100 }],
  });
}

/** Vouchers a second; what is made to be posted is not counted. */
async function postFor(
  forSeconds: number,
  unionId: string,
  make: (n: number) => VoucherToPost,
  refusedInBatch = 0,
): Promise<number> {
  let [posted, ms] = [0, 0];
  while (ms < forSeconds * 1_000) {
    const from = posted;
    const vouchers = Array.from({ length: BATCH }, (_, n) => make(from + n));
    const startedAt = performance.now();
    const answers = await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
    ms += performance.now() - startedAt;
    const refused = answers.filter(({ refusal }) => refusal !== undefined).length;
    if (refused !== refusedInBatch) throw new Error(`${refused} were refused`);
    posted += BATCH;
  }
  return (posted / ms) * 1_000;
}

/** Ours and raw in turns, so that what else the machine does falls on both. */
async function alternate(
  unionId: string,
  make: (n: number) => VoucherToPost,
  most: 'leg' | 'move',
): Promise<[number, number]> {
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await postFor(seconds / ROUNDS, unionId, make));
    raw.push(await insertRaw(unionId, most));
  }
  return [median(ours), median(raw)];
}

/** The rows of a book once more, a thousand vouchers a transaction, into tables with the same indexes and no guard. */
async function insertRaw(unionId: string, most: 'leg' | 'move'): Promise<number> {
  const tables = ['voucher_key', 'voucher', 'leg', ...(most === 'move' ? ['move'] : [])];
  await db.query('drop schema if exists raw cascade; create schema raw');
  for (const table of tables) {
    const like = table === 'voucher_key' ? table : `${table}_2026`;
    await db.query(`create table raw.${table} (like finance.${like} including all)`);
  }
  const { rows } = await db.query<{ book: number; last: string }>(
    'select book_id as book, last_no as last from finance.book where union_id = $1',
    [unionId],
  );
  const { book, last } = rows[0] ?? { book: 0, last: '0' };
  const startedAt = performance.now();
  let no = 0;
  while (no < Number(last) && performance.now() - startedAt < (seconds / ROUNDS) * 1_000) {
    await db.query(
      `begin; ${tables
        .map(
          (table) => `insert into raw.${table} select * from finance.${table}
          where book_id = ${book} and no > ${no} and no <= ${no + BATCH}`,
        )
        .join(';')}; commit`,
    );
    no += BATCH;
  }
  return (no / (performance.now() - startedAt)) * 1_000;
}

/** What an application without a ledger does: a row of its own, two rows of postings, two balances, a commit. */
async function naiveFor(forSeconds: number): Promise<number> {
  await db.query(`drop schema if exists naive cascade; create schema naive;
    create table naive.account (id int primary key, fen bigint not null);
    insert into naive.account select n, 0 from generate_series(0, ${TARGETS}) as n;
    create table naive.txn (id bigint generated always as identity primary key, at timestamptz default now());
    create table naive.posting (txn bigint references naive.txn, account int references naive.account, fen bigint)`);
  const end = performance.now() + forSeconds * 1_000;
  const done = await Promise.all(
    Array.from({ length: NAIVE_CONNECTIONS }, async (_, client) => {
      const own = new Client({
        connectionString: connectionString(service.settings, service.settings.database.owner),
      });
      await own.connect();
      let posted = 0;
      for (; performance.now() < end; posted += 1) {
        const to = 1 + ((posted * 7_919 + client) % TARGETS);
        await own.query(`begin; with t as (insert into naive.txn default values returning id)
          insert into naive.posting select id, a, f from t, (values (0, -1), (${to}, 1)) as v (a, f);
          update naive.account set fen = fen - 1 where id = 0;
          update naive.account set fen = fen + 1 where id = ${to}; commit`);
      }
      await own.end();
      return posted;
    }),
  );
  return done.reduce((sum, posted) => sum + posted, 0) / forSeconds;
}

/** Callers that each wait for their own answer, through everything that a call passes but the wire. */
async function callFor(
  forSeconds: number,
  unionId: string,
  callers: number,
): Promise<{ rate: number; p99: number }> {
  const call = gatheredHandler(
    service.served.running,
    'postVoucher',
    postVoucher,
    FinanceServiceService.postVoucher,
  );
  const scope = nodeRootUnionId(service.node);
  const actor = { id: 'desk', duty: 'finance', scope, node: service.node, member: '' };
  const signal = new AbortController().signal;
  const ask = manual(unionId);
  const times: number[] = [];
  const startedAt = performance.now();
  const end = startedAt + forSeconds * 1_000;
  const one = async (): Promise<void> => {
    while (performance.now() < end) {
      const askedAt = performance.now();
      const answer: VoucherNumber = await call(ask, {
        actor,
        signal,
        idempotencyKey: newId(),
        token: '',
      } as never);
      if (answer.no < 1n) throw new Error('no number');
      times.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  const rate = (times.length / (performance.now() - startedAt)) * 1_000;
  return { rate, p99: percentile(times, 99) };
}

async function replay(unionId: string): Promise<number> {
  const vouchers = Array.from({ length: BATCH }, (_, n) => transfer(n));
  await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1) {
    const startedAt = performance.now();
    await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
    times.push(performance.now() - startedAt);
  }
  return (BATCH / median(times)) * 1_000;
}

async function verify(unionId: string): Promise<number> {
  const startedAt = performance.now();
  const { clean, vouchersChecked } = await inTx(service, (tx) =>
    verifyLedger.run({ ...tx, token: '' }, { unionId } as never),
  );
  if (!clean) throw new Error('the book is not clean');
  return (Number(vouchersChecked) / (performance.now() - startedAt)) * 1_000;
}

function row(name: string, value: number, goal: string, limit: number, least: number): BenchRow {
  const ratio = value / limit;
  const limitName = 'the limit of this run';
  return {
    name,
    value,
    unit: 'vouchers/s',
    limitName,
    limitValue: limit,
    ratio,
    goal,
    met: ratio >= least,
  };
}

function plain(name: string, value: number, unit: string, goal: string, met: boolean): BenchRow {
  return { name, value, unit, limitName: '', limitValue: undefined, ratio: undefined, goal, met };
}
