// A package of a million vouchers, verified offline, beside the raw SHA-256 of the same bytes in the same run.
// node services/finance/src/package/audit-package.bench.ts [vouchers]
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAGIC } from '@gonglian/proof/layout.ts';
import { openFile } from '@gonglian/proof/source.ts';
import { verifyPackage } from '@gonglian/proof/verify-package.ts';
import { writePackage } from '@gonglian/proof/write-package.ts';
import { median, printRows } from '@gonglian/testing/bench.ts';
import { cash, pot, voucher } from '../ledger/made-vouchers.ts';
import { MadeBook, NODE, signer } from './made-book.ts';
import { readmeFrame } from './readme.ts';

const vouchers = Number(process.argv[2] ?? 1_000_000);
const BATCH = 500;
const PARTIES = 5_000;
const GOAL_SECONDS = 30;
const ROUNDS = 3;

const folder = mkdtempSync(path.join(tmpdir(), 'gl-bench-'));
const file = path.join(folder, 'package');
try {
  const body = writePackage(frames(), { node: NODE, madeAt: new Date(), signer });
  await pipeline(Readable.from(body), createWriteStream(file));
  const rounds = Array.from({ length: ROUNDS }, () => ({ verify: timed(verify), raw: timed(raw) }));
  const seconds = median(rounds.map((round) => round.verify));
  const rawSeconds = median(rounds.map((round) => round.raw));
  const source = openFile(file);
  console.log(`${vouchers} vouchers with two legs and a move each, ${source.size} bytes`);
  source.close();
  const rssMb = Math.round(process.memoryUsage().rss / 1024 ** 2);
  printRows([
    {
      name: 'audit package, verified offline',
      value: vouchers / seconds,
      unit: 'vouchers/s',
      limitName: 'SHA-256 of the same bytes once',
      limitValue: vouchers / rawSeconds,
      ratio: rawSeconds / seconds,
      goal: `1 M in ≤ ${GOAL_SECONDS} s`,
      met: (seconds / vouchers) * 1_000_000 <= GOAL_SECONDS,
    },
    {
      name: 'the same, of a million',
      value: (seconds / vouchers) * 1_000_000,
      unit: 's',
      limitName: '',
      limitValue: undefined,
      ratio: undefined,
      goal: `≤ ${GOAL_SECONDS} s`,
      met: (seconds / vouchers) * 1_000_000 <= GOAL_SECONDS,
    },
  ]);
  console.log(`resident at the end: ${rssMb} MB`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Money that comes in for one of thousands of unions; now and then one is taken back. */
function* frames(): Generator<Buffer> {
  yield MAGIC;
  yield readmeFrame();
  const book = new MadeBook(undefined, false);
  for (let n = 0; n < vouchers; n += BATCH) {
    const size = Math.min(BATCH, vouchers - n);
    book.post(Array.from({ length: size }, (_, at) => receipt(n + at)));
    book.state.keys.clear();
    if (n % 100_000 === 0) book.checkpoint();
    yield Buffer.concat(book.frames.splice(0));
  }
  yield Buffer.concat(book.checkpoint().end());
}

function receipt(n: number) {
  const partyId = `01a1fe34-1c31-7714-9402-${String((n * 7_919) % PARTIES).padStart(12, '0')}`;
  return voucher({
    key: `tax-slip:TS-2026-03-${String(n).padStart(8, '0')}`,
    legs: [
      { account: cash, amountFen: 100 },
      { account: { code: '21202', partyId }, amountFen: -100 },
    ],
    moves: [{ from: { kind: 'payer', key: partyId }, to: pot('lower', partyId), amountFen: 100 }],
  });
}

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return (performance.now() - startedAt) / 1_000;
}

function verify(): void {
  const source = openFile(file);
  const found = verifyPackage(source, { key: signer.publicKey });
  source.close();
  if (!found.ok) throw new Error(JSON.stringify(found.findings[0]));
}

function raw(): void {
  const source = openFile(file);
  const hash = createHash('sha256');
  for (let at = 0; at < source.size; at += 1024 * 1024) hash.update(source.read(at, 1024 * 1024));
  hash.digest();
  source.close();
}
