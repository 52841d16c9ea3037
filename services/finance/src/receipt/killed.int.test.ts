import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { eventually } from '@gonglian/testing/eventually.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
  stopAfter,
  totalOf,
  upload,
  usccOf,
  work,
  type Service,
  type SlipLine,
} from './scene.ts';

// A process that posts a file is killed without a word, and another one goes on: nothing twice, nothing left out.

const LINES = 5_000;
const PAYERS = 100;
let service: Service;
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  await openUnions(
    service,
    Array.from({ length: PAYERS }, (_, n) => n),
  );
});
afterAll(() => service.stop());

const linesOf = (name: string, count: number): SlipLine[] =>
  Array.from({ length: count }, (_, n) => ({
    slipNo: `${name}-${n}`,
    uscc: usccOf(n % PAYERS),
    amount: `${100 + n}.37`,
  }));

const view = (collectionId: string) => service.call('getCollection', { collectionId }, finance);

async function countReceipts(prefix: string) {
  const [counted] = await service.sql<{ receipts: number; fen: string; facts: number }>`
    select count(*)::int as receipts, coalesce(sum(received_fen), 0)::text as fen,
      (select count(*)::int from outbox as o where o.fact = 'receipt.split'
        and o.key = any(select id::text from fund_receipt where slip_no like ${`${prefix}-%`})) as facts
    from fund_receipt where slip_no like ${`${prefix}-%`}`;
  return counted;
}

test('killed in the middle of posting, it is gone on with', { timeout: 90_000 }, async () => {
  const lines = linesOf('K', LINES);
  const read = await readIn(service, { bytes: csvOf(lines), totalFen: totalOf(lines) });
  const { collectionId } = read;
  await service.call('postCollection', stepOf(read), finance);
  const file = path.join(import.meta.dirname, 'work-alone.fixture.ts');
  const child = spawn(process.execPath, [file, JSON.stringify(service.settings)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const gone = once(child, 'exit');
  await eventually(async () => expect((await view(collectionId)).linesDone).toBeGreaterThan(0), {
    timeoutMs: 20_000,
    everyMs: 5,
  });
  child.kill('SIGKILL');
  expect(await gone).toEqual([null, 'SIGKILL']);
  const half = await view(collectionId);
  expect(half.state).toBe('POSTING');
  expect(half.linesDone % 1_000).toBe(0);
  expect(half.linesPosted).toBe(half.linesDone);
  expect(await countReceipts('K')).toMatchObject({
    receipts: half.linesDone,
    facts: half.linesDone,
  });
  // As soon as the database has noticed that the other one is gone.
  await eventually(
    async () => {
      await work(service);
      expect((await view(collectionId)).state).toBe('DONE');
    },
    { timeoutMs: 30_000 },
  );
  const total = totalOf(lines);
  expect(await view(collectionId)).toMatchObject({ linesPosted: LINES, postedFen: BigInt(total) });
  expect(await countReceipts('K')).toEqual({ receipts: LINES, facts: LINES, fen: String(total) });
  expect((await balances(service))[102]).toBe(total);
});

test('stopped while it is read, it is read anew', async () => {
  const lines = linesOf('R', 2_500);
  const file = { bytes: csvOf(lines), totalFen: totalOf(lines) };
  const brought = await upload(service, file);
  await service.call('readCollection', stepOf(brought), finance);
  await work(service, stopAfter(3));
  const half = await view(brought.collectionId);
  expect(half).toMatchObject({ state: 'READING', lines: 1_000 });
  await work(service);
  const read = await view(brought.collectionId);
  expect(read).toMatchObject({ state: 'CHECKED', lines: 2_500 });
  await service.call('cancelCollection', stepOf(read), finance);
});

test('one bad line in a hundred keeps none of the others back', async () => {
  const lines = linesOf('W', 1_000).map((line, n) =>
    n % 100 === 50 ? { ...line, uscc: usccOf(n, '110101').replace(/.$/, '*') } : line,
  );
  const read = await readIn(service, { bytes: csvOf(lines), totalFen: totalOf(lines) });
  await service.call('postCollection', stepOf(read), finance);
  await work(service);
  const done = await view(read.collectionId);
  expect(done).toMatchObject({ state: 'DONE', linesPosted: 990, linesWaiting: 10 });
  expect(done.postedFen + done.waitingFen).toBe(done.totalFen);
  const [voucherGap] = await service.sql<{ last: string; count: string }>`
    select max(no) as last, count(*) as count from voucher`;
  expect(voucherGap?.last).toBe(voucherGap?.count);
});
