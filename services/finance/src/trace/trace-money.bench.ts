// T8 of ledger.md §3.10: where a payment came from and where a receipt went, in a book of a million moves, beside one
// look-up of one interval in the same run. node services/finance/src/trace/trace-money.bench.ts [moves] [samples]
import { connectionString } from '@gonglian/service/settings.ts';
import { median, percentile, printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { Client } from 'pg';
import { postVouchers } from '../ledger/post-vouchers.ts';
import { inTx, openUnion, startFinance } from '../ledger/scene.ts';
import type { PotRef, VoucherToPost } from '../ledger/voucher.ts';
import { asking, moving, OWN, payer, project, recipient } from './scene.ts';
import { TraceAsk } from './trace-fields.ts';
import { traceHere } from './trace-money.ts';

const movesMax = Number(process.argv[2] ?? 1_000_000);
const SAMPLES = Number(process.argv[3] ?? 2_000);
const LINES = 10;
/** Of each round: what comes in, what is earmarked for one of the projects, what is paid out of it. */
const ROUND = { receipts: 60, payments: 39 };
const PROJECTS = 50;
const GOAL_MS = 5;

const backends = await startBackends({ durable: true });
const service = await startFinance({ backends });
const db = new Client({
  connectionString: connectionString(service.settings, service.settings.database.owner),
});
await db.connect();
try {
  const unionId = await openUnion(service);
  const filledAt = performance.now();
  const { moves, payments, receipts } = await fill(unionId);
  await db.query('analyze');
  const seconds = Math.round((performance.now() - filledAt) / 1_000);
  console.log(`${moves.toLocaleString('en')} moves were posted in ${seconds} s`);
  const rows: BenchRow[] = [];
  for (const [name, direction, nos] of [
    ['a payment back to its payers', 'BACK', payments],
    ['a receipt forward to its recipients', 'FORWARD', receipts],
  ] as const) {
    const ours = await traceSome(unionId, direction, nos);
    const raw = await lookUpSome(unionId);
    rows.push(row(`T8 ${name}, p99`, percentile(ours, 99), percentile(raw, 99)));
    rows.push(row(`${name}, half of all`, median(ours), median(raw)));
  }
  printRows(rows);
} finally {
  await db.end();
  await service.stop();
  await backends.stop();
}

async function fill(unionId: string) {
  let [moves, last] = [0, 0];
  const [payments, receipts]: [number[], number[]] = [[], []];
  for (let round = 0; moves < movesMax; round += 1) {
    const vouchers = roundOf(round);
    const answers = await inTx(service, (tx) => postVouchers(tx, unionId, vouchers));
    if (answers.some(({ refusal }) => refusal)) throw new Error('a voucher was refused');
    for (const one of vouchers) {
      last += 1;
      moves += one.moves.length;
      if (one.kind === 'PAYMENT') payments.push(last);
      if (one.kind === 'RECEIPT') receipts.push(last);
    }
  }
  return { moves, payments, receipts };
}

function roundOf(round: number): VoucherToPost[] {
  const of = project(`p${round % PROJECTS}`);
  const several = (kind: string, count: number, move: (n: number) => [PotRef, PotRef, number]) =>
    Array.from({ length: count }, (_, v) => {
      const lines = Array.from({ length: LINES }, (__, n) => move((round * count + v) * LINES + n));
      return moving(lines, { kind });
    });
  const receipts = several('RECEIPT', ROUND.receipts, (n) => [
    payer(`u${n % 9_973}`),
    OWN,
    1_000 + ((n * 7_919) % 997),
  ]);
  const payments = several('PAYMENT', ROUND.payments, (n) => [
    of,
    recipient(`r${n % 9_949}`),
    900 + ((n * 6_007) % 599),
  ]);
  const paid = payments
    .flatMap((one) => one.moves)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);
  return [...receipts, moving([[OWN, of, paid]], { kind: 'EARMARK' }), ...payments];
}

/** Each with its transaction, as a call has it. */
async function traceSome(
  unionId: string,
  direction: string,
  nos: readonly number[],
): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < SAMPLES; n += 1) {
    const voucherNo = BigInt(nos[(n * 7_919) % nos.length] ?? 0);
    const ask = TraceAsk.parse(asking(unionId, { direction, voucherNo, moveN: 1 + (n % LINES) }));
    const startedAt = performance.now();
    const { complete, ends, wholeFen } = await inTx(service, (tx) =>
      traceHere({ ...tx, token: '' }, ask),
    );
    times.push(performance.now() - startedAt);
    const sum = ends.reduce((fen, { amountFen }) => fen + amountFen, 0n);
    if (!complete || sum !== wholeFen) throw new Error('fen were lost');
  }
  return times;
}

/** The move that brought one fen of the busiest purse. */
async function lookUpSome(unionId: string): Promise<number[]> {
  const found = await db.query<{ book: number; pot: number; fen: string }>(
    `select p.book_id as book, p.pot_no as pot, t.in_fen as fen from finance.book as b
     join finance.pot as p using (book_id) join finance.pot_total as t using (book_id, pot_no)
     where b.union_id = $1 and p.kind = 'own'`,
    [unionId],
  );
  const { book, pot, fen } = found.rows[0] ?? { book: 0, pot: 0, fen: '1' };
  const times: number[] = [];
  for (let n = 0; n < SAMPLES; n += 1) {
    const at = Math.floor((Number(fen) * ((n * 7_919) % SAMPLES)) / SAMPLES);
    const startedAt = performance.now();
    await db.query({
      name: 'look-up',
      text: `select no, from_pot, in_end from finance.move
        where book_id = $1 and to_pot = $2 and in_end > $3 order by in_end limit 1`,
      values: [book, pot, at],
    });
    times.push(performance.now() - startedAt);
  }
  return times;
}

function row(name: string, value: number, limit: number): BenchRow {
  return {
    name,
    value,
    unit: 'ms',
    limitName: 'one look-up of an interval',
    limitValue: limit,
    ratio: value / limit,
    goal: `≤ ${GOAL_MS} ms`,
    met: value <= GOAL_MS,
  };
}
