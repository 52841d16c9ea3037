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
import { BATCH, postFor, receipt, TARGETS, transfer } from './bench-load.ts';
import { LEDGER_CHECKS } from './ledger-checks.ts';
import { postVoucher } from './post-voucher.ts';
import { postVouchers } from './post-vouchers.ts';
import { inTx, journal, manual, openUnion, startFinance } from './scene.ts';
import { verifyLedger } from './verify-ledger.ts';
import type { VoucherToPost } from './voucher.ts';

const seconds = Number(process.argv[2] ?? 4);
const ROUNDS = 3;
const CALL_SPANS = 5;
const NAIVE_CONNECTIONS = 8;

const backends = await startBackends({ durable: true });
const service = await startFinance({ backends });
const db = new Client({
  connectionString: connectionString(service.settings, service.settings.database.owner),
});
await db.connect();
try {
  const rows: BenchRow[] = [];
  const hot = await openUnion(service);
  await warm(hot, transfer);
  const [legs, raw] = await alternate(hot, transfer, 'leg');
  const naive = await naiveFor(seconds);
  rows.push(row('batches of 1,000, a hot account', legs, '≥ 45 % of raw', raw, 0.45));
  rows.push({
    ...row('the same', legs, '≥ 4.5 of naive', naive, 4.5),
    limitName: 'a transaction a transfer',
  });
  for (const [callers, atLeast, p99Ms] of [
    [1_000, 10_000, undefined],
    [256, 8_000, 50],
    [64, 6_500, 20],
  ] as const) {
    const { rate, p99 } = await callFor(seconds, hot, callers);
    rows.push(
      plain(`T1–T3 ${callers} callers`, rate, 'vouchers/s', `≥ ${atLeast}`, rate >= atLeast),
    );
    if (p99Ms)
      rows.push(plain(`T1–T3 ${callers} callers, p99`, p99, 'ms', `≤ ${p99Ms}`, p99 <= p99Ms));
  }
  const paired = await openUnion(service);
  await warm(paired, receipt);
  const [moves, rawMoves] = await alternate(paired, receipt, 'move');
  rows.push(plain('T4 legs and moves together', moves, 'vouchers/s', '≥ 6,000', moves >= 6_000));
  rows.push(row('T4 beside its own rows', moves, '≥ 45 % of raw', rawMoves, 0.45));
  const replayed = await replay(hot);
  rows.push(plain('T6 known keys', replayed, 'keys/s', '≥ 50,000', replayed >= 50_000));
  const leaves = await recountLeaves(paired);
  rows.push(plain('T7 leaves from the rows', leaves, 'vouchers/s', '≥ 50,000', leaves >= 50_000));
  const verified = await verify(paired);
  rows.push({
    ...row('T7 all checks of verify', verified, '', leaves, 0),
    limitName: 'leaves alone',
  });
  const bad = await postFor(
    service,
    seconds,
    hot,
    (n) => (n % 100 === 7 ? { ...transfer(n), legs: journal('135', '401', 1) } : transfer(n)),
    10,
  );
  rows.push(row('T10 one in a hundred is bad', bad, '≥ 60 % of T1', legs, 0.6));
  printRows(rows);
} finally {
  await db.end();
  await service.stop();
  await backends.stop();
}

/** Every account and pot is there, the plans are made, the code is warm: what is measured is what goes on for hours. */
async function warm(unionId: string, make: (n: number) => VoucherToPost): Promise<void> {
  for (let from = 0; from < 2 * TARGETS; from += BATCH) {
    const vouchers = Array.from({ length: BATCH }, (_, n) => make(from + n));
    await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
  }
}

/** Ours and raw in turns, so that what else the machine does falls on both. */
async function alternate(
  unionId: string,
  make: (n: number) => VoucherToPost,
  most: 'leg' | 'move',
): Promise<[number, number]> {
  const [ours, raw]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ours.push(await postFor(service, seconds / ROUNDS, unionId, make));
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

/**
 * Callers that each wait for their own answer, through everything that a call passes but the wire. They go on without a
 * pause: one span to get warm, and of the others the median.
 */
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
  const spans = Array.from({ length: 1 + CALL_SPANS }, (): number[] => []);
  const spanMs = forSeconds * 1_000;
  const startedAt = performance.now();
  const one = async (): Promise<void> => {
    for (;;) {
      const askedAt = performance.now();
      const span = spans[Math.floor((askedAt - startedAt) / spanMs)];
      if (!span) return;
      const answer: VoucherNumber = await call(ask, {
        actor,
        signal,
        idempotencyKey: newId(),
        token: '',
      } as never);
      if (answer.no < 1n) throw new Error('no number');
      span.push(performance.now() - askedAt);
    }
  };
  await Promise.all(Array.from({ length: callers }, one));
  const measured = spans.slice(1);
  return {
    rate: median(measured.map((times) => times.length / forSeconds)),
    p99: median(measured.map((times) => percentile(times, 99))),
  };
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

/** Every hash worked out again from the rows it covers, as verify does it: a span at a time. */
async function recountLeaves(unionId: string): Promise<number> {
  const check = LEDGER_CHECKS.find(({ name }) => name === 'I9_LEAVES');
  const { rows } = await db.query<{ book: number; last: string }>(
    'select book_id as book, last_no as last from finance.book where union_id = $1',
    [unionId],
  );
  const { book = 0, last = '0' } = rows[0] ?? {};
  const startedAt = performance.now();
  const [bad] = await inTx(service, async ({ sql }) => {
    await sql`select set_config('enable_nestloop', 'off', true)`;
    return (await check?.find(sql, { bookId: book, fromNo: 1, toNo: Number(last) })) ?? [];
  });
  if (bad?.no !== null) throw new Error('a leaf differs');
  return (Number(last) / (performance.now() - startedAt)) * 1_000;
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
