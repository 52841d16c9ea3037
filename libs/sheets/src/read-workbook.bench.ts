// Measures reading and writing 100,000 rows of 10 columns beside the raw limit, in one run: what zlib
// needs for the same bytes and nothing else. node libs/sheets/src/read-workbook.bench.ts [rows]
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw, createGzip, createGunzip } from 'node:zlib';
import { printRows, type BenchRow } from '@gonglian/testing/bench.ts';
import { sheetLimits } from './limits.ts';
import { openWorkbook } from './read-workbook.ts';
import { xlsxOf } from './write-workbook.ts';
import { openParts } from './zip-parts.ts';

const rows = Number(process.argv[2] ?? 100_000);
const columns = Array.from({ length: 10 }, (_, n) => ({ heading: `column ${n + 1}` }));
/** A fifth of the minute in which 100,000 rows are to be in the register. */
const READ_ROWS_A_SECOND = 8_333;
const EXPORT_ROWS_A_SECOND = 30_000;
/** For a file of 5 MB that holds 70; half of what a reader may have. */
const GROWTH_MB_MAX = 256;
const LOOK_EVERY_MS = 20;
const SHEET = 'xl/worksheets/sheet1.xml';
/** The writer's own. */
const level = 3;

interface Measured {
  perSecond: number;
  growthMb: number;
}

const folder = await mkdtemp(path.join(tmpdir(), 'gonglian-bench-'));
try {
  const file = path.join(folder, 'members.xlsx');
  const plain = path.join(folder, 'members.xml');
  const packed = path.join(folder, 'members.xml.gz');
  const write = await measured(async () => {
    const sheet = { name: 'S', columns, rows: people() };
    await pipeline(Readable.from(xlsxOf([sheet])), createWriteStream(file));
  });
  const parts = await openParts(file, sheetLimits);
  await pipeline(Readable.from(parts.text(SHEET)), createWriteStream(plain));
  const deflate = await measured(() =>
    pipeline(createReadStream(plain), createDeflateRaw({ level }), nowhere()),
  );
  await pipeline(createReadStream(plain), createGzip({ level }), createWriteStream(packed));
  const inflate = await measured(() =>
    pipeline(createReadStream(packed), createGunzip(), nowhere()),
  );
  const read = await measured(() => readAll(file));
  const results = [
    rowOf('write xlsx', write, 'deflate', deflate, EXPORT_ROWS_A_SECOND),
    rowOf('read xlsx, checked and read', read, 'inflate', inflate, READ_ROWS_A_SECOND),
    growthOf('memory growth, writing', write),
    growthOf('memory growth, reading', read),
  ];
  printRows(results);
  process.exitCode = results.every(({ met }) => met) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Opens, which checks all of it, and reads, in the thread and out of it: the way of an upload. */
async function readAll(file: string): Promise<void> {
  const book = await openWorkbook(file, 'members.xlsx');
  let count = 0;
  for await (const _ of book.rows('S')) count += 1;
  await book.close();
  if (count !== rows + 1) throw new Error(`${count} rows were read`);
}

/** Rows a second, and by how much the resident memory of all threads grew at most. */
async function measured(work: () => Promise<void>): Promise<Measured> {
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => void (most = Math.max(most, process.memoryUsage.rss()));
  const looking = setInterval(look, LOOK_EVERY_MS);
  const startedAt = performance.now();
  await work();
  const perSecond = (1000 * rows) / (performance.now() - startedAt);
  clearInterval(looking);
  look();
  return { perSecond, growthMb: (most - before) / 1024 ** 2 };
}

function* people(): Generator<string[]> {
  for (let n = 0; n < rows; n += 1) {
    const day = String((n % 28) + 1).padStart(2, '0');
    const serial = String(n % 1_000).padStart(3, '0');
    yield [
      String(n + 1),
      `会员${n}`,
      n % 2 === 0 ? '男' : '女',
      `3210841990${String((n % 12) + 1).padStart(2, '0')}${day}${serial}1`,
      `1380000${String(n % 10_000).padStart(4, '0')}`,
      `1990-01-${day}`,
      '汉族',
      '本科',
      `第${n % 300}车间`,
      '合成数据',
    ];
  }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function rowOf(
  name: string,
  { perSecond: value }: Measured,
  limitName: string,
  { perSecond: limitValue }: Measured,
  goal: number,
): BenchRow {
  return {
    name,
    value,
    unit: 'rows/s',
    limitName: `${limitName} of the same bytes`,
    limitValue,
    ratio: value / limitValue,
    goal: `≥ ${Math.round(goal).toLocaleString('en')} rows/s`,
    met: value >= goal,
  };
}

function growthOf(name: string, { growthMb: value }: Measured): BenchRow {
  return {
    name,
    value,
    unit: 'MB',
    limitName: '',
    limitValue: undefined,
    ratio: undefined,
    goal: `≤ ${GROWTH_MB_MAX} MB`,
    met: value <= GROWTH_MB_MAX,
  };
}
