import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { inline, readBook, withFile, workbookOf } from './archive.fixture.ts';
import { sheetLimits } from './limits.ts';
import { openWorkbook } from './read-workbook.ts';
import { startThread } from './sheet-thread.ts';
import { csvOf, xlsxOf } from './write-workbook.ts';

const row = `<row>${inline('a')}</row>`;

function* numbered(count: number) {
  for (let n = 0; n < count; n += 1) yield [`${n}`, `会员${n}`, `${100_000 + n}`];
}

const columns = ['no', 'name', 'code'].map((heading) => ({ heading }));
const written = (count: number) => xlsxOf([{ name: 'S', columns, rows: numbered(count) }]);

test('a refusal comes out of the thread as it is', async () => {
  const refused = readBook(workbookOf({ rows: `<row r="3">${inline('a', 'XFD3')}</row>` }));
  await expect(refused).rejects.toMatchObject({
    name: 'Refusal',
    kind: 'refused',
    code: 'SHEET_TOO_WIDE',
    details: { sheet: 'S', row: 3, column: 16_384, limit: 64 },
  });
});

test.each([
  ['SHEET_MEMORY', 'memory', { memoryMb: 64 }],
  ['SHEET_TIMEOUT', 'time', { cpuMs: 300 }],
])('a thread that takes all it can is ended: %s', async (code, fileName, few) => {
  const limits = { ...sheetLimits, ...few };
  const script = new URL('./greedy.fixture.ts', import.meta.url);
  const thread = startThread({ file: '', fileName, limits }, script);
  await expect(thread.ask('open', { ask: 'open' })).rejects.toMatchObject({ code });
  expect(thread.isAlive()).toBe(false);
  await expect(thread.ask('open', { ask: 'open' })).rejects.toMatchObject({ code });
});

test('a file that is not there is no refusal', async () => {
  await expect(openWorkbook('/nowhere/a.xlsx', 'a.xlsx')).rejects.toThrow('ENOENT');
});

test('a sheet that is not there', async () => {
  await withFile(workbookOf({ rows: row }), async (file) => {
    const book = await openWorkbook(file, 'a.xlsx');
    const rows = book.rows('T')[Symbol.asyncIterator]();
    await expect(rows.next()).rejects.toMatchObject({ code: 'SHEET_UNKNOWN' });
    await book.close();
  });
});

test('rows are read again, side by side, in part; after the end there are none', async () => {
  await withFile(written(3_000), async (file) => {
    const book = await openWorkbook(file, 'a.xlsx');
    for (let time = 0; time < 20; time += 1) {
      for await (const { row: number } of book.rows('S')) if (number === 2) break;
    }
    const [one, two] = await Promise.all([rowsIn(book.rows('S')), rowsIn(book.rows('S'))]);
    expect([one, two]).toEqual([3_001, 3_001]);
    const begun = book.rows('S')[Symbol.asyncIterator]();
    expect((await begun.next()).value?.row).toBe(1);
    await book.close();
    await book.close();
    await expect(rowsIn(book.rows('S'))).rejects.toThrow('closed');
  });
});

test('so many are read at once; the next waits for one to be closed', async () => {
  await withFile(workbookOf({ rows: row }), async (file) => {
    const open = await Promise.all(Array.from({ length: 8 }, () => openWorkbook(file, 'a.xlsx')));
    await expect(openWorkbook(file, 'a.xlsx')).rejects.toMatchObject({ code: 'SHEET_BUSY' });
    await open.pop()?.close();
    open.push(await openWorkbook(file, 'a.xlsx'));
    for (const book of open) await book.close();
    expect(open).toHaveLength(8);
  });
});

test('100,000 rows go out and come back in little memory', { timeout: 60_000 }, async () => {
  const count = 100_000;
  await withFile(written(count), async (file) => {
    const book = await openWorkbook(file, 'a.xlsx');
    const before = getHeapStatistics().used_heap_size;
    let next = 0;
    let most = 0;
    for await (const { row: number, cells } of book.rows('S')) {
      if (number > 1 && cells[1] !== `会员${number - 2}`) throw new Error(`row ${number}`);
      next += 1;
      if (next % 1_000 === 0) most = Math.max(most, getHeapStatistics().used_heap_size);
    }
    await book.close();
    expect(next).toBe(count + 1);
    // All rows at once would be some 30 MB beyond what is collected from time to time.
    expect(most - before).toBeLessThan(100 * 1024 ** 2);
  });
});

test('csv through the thread', async () => {
  const book = await readBook(csvOf(numbered(1_200)), 'members.csv');
  expect(book.sheets).toEqual([{ name: 'members', rows: 1_200, hidden: false }]);
  expect(book.rows['members']?.at(-1)).toEqual({
    row: 1_200,
    cells: ['1199', '会员1199', '101199'],
  });
});

async function rowsIn(rows: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}
