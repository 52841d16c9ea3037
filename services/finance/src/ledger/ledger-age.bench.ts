// T9: how much slower a book is written when five years of others lie in the same tables, beside the same book in a
// database that has nothing else, in turns. node services/finance/src/ledger/ledger-age.bench.ts [vouchers]
import { connectionString } from '@gonglian/service/settings.ts';
import { median, printRows } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { Client } from 'pg';
import { BATCH, postFor, transfer } from './bench-load.ts';
import { openUnion, startFinance } from './scene.ts';

const vouchersMax = Number(process.argv[2] ?? 2_000_000);
const COPY_MAX = 50_000;
const YEARS = [2022, 2023, 2024, 2025, 2026];
const SECONDS = 4;
const ROUNDS = 5;
const LEAST = 0.8;

const backends = await startBackends({ durable: true });
const young = await startFinance({ backends });
const old = await startFinance({ backends });
const db = new Client({
  connectionString: connectionString(old.settings, old.settings.database.owner),
});
await db.connect();
try {
  const unions = { young: await openUnion(young), old: await openUnion(old) };
  await postFor(young, 1, unions.young, transfer);
  await postFor(old, 1, unions.old, transfer);
  await fill(unions.old);
  const [ofYoung, ofOld]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    ofYoung.push(await postFor(young, SECONDS, unions.young, transfer));
    ofOld.push(await postFor(old, SECONDS, unions.old, transfer));
  }
  const ratio = median(ofOld) / median(ofYoung);
  printRows([
    {
      name: `T9 batches of ${BATCH}, ${vouchersMax.toLocaleString('en')} vouchers of five years beside them`,
      value: median(ofOld),
      unit: 'vouchers/s',
      limitName: 'nothing beside them',
      limitValue: median(ofYoung),
      ratio,
      goal: `≥ ${LEAST}`,
      met: ratio >= LEAST,
    },
  ]);
} finally {
  await db.end();
  await young.stop();
  await old.stop();
  await backends.stop();
}

/** The rows of the book once more under the numbers of other books, a year each in turn. */
async function fill(unionId: string): Promise<void> {
  const { rows } = await db.query<{ book: number; upTo: number }>(
    'select book_id as book, least(last_no, $2)::int as "upTo" from finance.book where union_id = $1',
    [unionId, COPY_MAX],
  );
  const [{ book, upTo } = { book: 0, upTo: COPY_MAX }] = rows;
  await db.query("select set_config('gonglian.reach', 'all', false)");
  for (const year of YEARS) await db.query('select finance.open_fiscal_year($1)', [year]);
  const startedAt = performance.now();
  for (let n = 0; n * upTo < vouchersMax; n += 1)
    await copyBook({ book, upTo }, 1_000 + n, YEARS[n % YEARS.length] ?? 2026);
  await db.query('analyze');
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  console.log(`${vouchersMax.toLocaleString('en')} vouchers were laid beside it in ${seconds} s`);
}

async function copyBook(
  { book, upTo }: { book: number; upTo: number },
  as: number,
  year: number,
): Promise<void> {
  const of = `book_id = ${book} and no <= ${upTo}`;
  const month = `overlay(period placing '${year}' from 1 for 4)`;
  await db.query(`
    insert into finance.account select ${as}, account_no, code, party, project, mark, block_no, leaf
      from finance.account where book_id = ${book};
    insert into finance.account_balance (balance_fen, version, debit_fen, credit_fen, book_id, account_no, period)
      select balance_fen, version, debit_fen, credit_fen, ${as}, account_no, period from finance.account_balance where book_id = ${book};
    insert into finance.voucher_key (book_id, key, no) select ${as}, key, no from finance.voucher_key where ${of};
    insert into finance.voucher (book_id, fiscal_year, no, key, request_hash, period, period_no, kind, event_on,
        posted_at, summary, doc_kind, doc_id, doc_hash, maker_id, checker_id, approver_id, reverses_no, leg_count,
        move_count, block_no, leaf)
      select ${as}, ${year}, no, key, request_hash, ${month}, period_no, kind, event_on, posted_at, summary, doc_kind,
        doc_id, doc_hash, maker_id, checker_id, approver_id, reverses_no, leg_count, move_count, block_no, leaf
      from finance.voucher where ${of};
    insert into finance.leg (book_id, fiscal_year, no, n, account_no, amount_fen, balance_fen, version)
      select ${as}, ${year}, no, n, account_no, amount_fen, balance_fen, version from finance.leg where ${of}`);
}
