// A tax bureau's file of 100,000 lines, from the upload to the books: matched, divided, posted, told.
import { printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { startBackends } from '@gonglian/testing/global-setup.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import {
  balances,
  csvOf,
  finance,
  openNode,
  openUnions,
  readIn,
  stepOf,
  totalOf,
  usccOf,
  work,
  type Service,
  type SlipLine,
} from './scene.ts';

const count = Number(process.argv[2] ?? 100_000);
const MS_PER_LINE = 60_000 / 100_000;
const BAD_SPEED_MIN = 0.6;
const UNIONS = 3_000;
const absolute = { limitName: '', limitValue: undefined, ratio: undefined };

const backends = await startBackends({ durable: true });
const service: Service = await startTestService(parts, testOwn(), { backends });
try {
  await openNode(service);
  const numbers = Array.from({ length: UNIONS }, (_, n) => n);
  for (let at = 0; at < UNIONS; at += 1_000)
    await openUnions(service, numbers.slice(at, at + 1_000));
  await collected('W', linesOf('W', Math.min(count, 5_000)));
  const good = await collected('G', linesOf('G', count));
  const some = Math.ceil(count / 5);
  const bad = await collected('B', linesOf('B', some).map(spoiled));
  printRows([...rowsOf(good, count), badRow(good / count, bad / some)]);
} finally {
  await service.stop();
  await backends.stop();
}

function linesOf(name: string, lines: number): SlipLine[] {
  return Array.from({ length: lines }, (_, n) => ({
    slipNo: `${name}${String(n).padStart(12, '0')}`,
    uscc: usccOf(n % UNIONS),
    wageBase: `${10_000 + n}.00`,
    amount: `${200 + (n % 5_000)}.37`,
  }));
}

/** One in a hundred has a credit code that does not check. */
function spoiled(line: SlipLine, n: number): SlipLine {
  return n % 100 === 50 ? { ...line, uscc: line.uscc.replace(/.$/, '*') } : line;
}

/** Milliseconds from the first byte to DONE. */
async function collected(name: string, lines: readonly SlipLine[]): Promise<number> {
  const bytes = csvOf(lines);
  const totalFen = totalOf(lines);
  const before = (await balances(service))[102] ?? 0;
  const startedAt = performance.now();
  const read = await readIn(service, { bytes, totalFen });
  const readMs = performance.now() - startedAt;
  await service.call('postCollection', stepOf(read), finance);
  for (let rounds = 0; rounds < 10; rounds += 1) await work(service);
  const ms = performance.now() - startedAt;
  const { collectionId } = read;
  const done = await service.call('getCollection', { collectionId }, finance);
  const posted = ((await balances(service))[102] ?? 0) - before;
  if (done.state !== 'DONE' || Number(done.postedFen) !== posted) throw new Error(done.state);
  if (done.postedFen + done.waitingFen !== BigInt(totalFen)) throw new Error('lines are missing');
  const [readS, postS] = [readMs / 1000, (ms - readMs) / 1000];
  console.log(
    `${name} ${lines.length} lines: read ${readS.toFixed(1)} s, posted ${postS.toFixed(1)} s`,
  );
  return ms;
}

function rowsOf(ms: number, lines: number): BenchRow[] {
  const goalMs = lines * MS_PER_LINE;
  const name = `tax file of ${lines} lines, uploaded, matched, divided and posted`;
  const goal = `<= ${goalMs / 1000}`;
  return [{ ...absolute, name, value: ms / 1000, unit: 's', goal, met: ms <= goalMs }];
}

function badRow(goodMs: number, badMs: number): BenchRow {
  const ratio = goodMs / badMs;
  return {
    name: 'the same with 1 % bad lines',
    value: 1000 / badMs,
    unit: 'lines/s',
    limitName: 'without',
    limitValue: 1000 / goodMs,
    ratio,
    goal: `>= ${BAD_SPEED_MIN} of the speed`,
    met: ratio >= BAD_SPEED_MIN,
  };
}
