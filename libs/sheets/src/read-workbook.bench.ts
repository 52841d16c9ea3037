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
const IMPORT_SECONDS_MAX = 60;
const EXPORT_ROWS_A_SECOND = 30_000;
const GROWTH_MB_MAX = 64;
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
  const packed = path.join(folder, 'members.xml.gz');
  const write = await measured(async (look) => {
    const sheet = { name: 'S', columns, rows: people(look) };
    await pipeline(Readable.from(xlsxOf([sheet])), createWriteStream(file));
  });
  const parts = await openParts(file, sheetLimits);
  const deflate = await measured(() =>
    pipeline(Readable.from(parts.text(SHEET)), createDeflateRaw({ level }), nowhere()),
  );
  await pipeline(
    Readable.from(parts.text(SHEET)),
    createGzip({ level }),
    createWriteStream(packed),
  );
  const inflate = await measured(() =>
    pipeline(createReadStream(packed), createGunzip(), nowhere()),
  );
  const read = await measured((look) => readAll(file, look));
  const results = [
    rowOf('write xlsx', write, 'deflate', deflate, EXPORT_ROWS_A_SECOND),
    rowOf('read xlsx, checked and read', read, 'inflate', inflate, rows / IMPORT_SECONDS_MAX),
    growthOf('memory growth, writing', write),
    growthOf('memory growth, reading', read),
  ];
  printRows(results);
  process.exitCode = results.every(({ met }) => met) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}

/** Opens, which checks all of it, and reads, in the thread and out of it: the way of an upload. */
async function readAll(file: string, look: () => void): Promise<void> {
  const book = await openWorkbook(file, 'members.xlsx');
  let count = 0;
  for await (const { row } of book.rows('S')) {
    count += 1;
    if (row % 1_000 === 0) look();
  }
  await book.close();
  if (count !== rows + 1) throw new Error(`${count} rows were read`);
}

/** Rows a second, and how much resident memory grew between a tenth and the end, at most. */
async function measured(work: (look: () => void) => Promise<void>): Promise<Measured> {
  const rss: number[] = [];
  const startedAt = performance.now();
  await work(() => void rss.push(process.memoryUsage.rss()));
  const perSecond = (1000 * rows) / (performance.now() - startedAt);
  const settled = rss[Math.floor(rss.length / 10)] ?? 0;
  return { perSecond, growthMb: (Math.max(settled, ...rss) - settled) / 1024 ** 2 };
}

function* people(look: () => void): Generator<string[]> {
  for (let n = 0; n < rows; n += 1) {
    if (n % 1_000 === 0) look();
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
