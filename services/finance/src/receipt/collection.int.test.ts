import {
  ListCollectionExceptionsRequest,
  ListReceiptsRequest,
} from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { startTestService } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testOwn } from '../fixtures.ts';
import { parts } from '../service.ts';
import {
  balances,
  collect,
  csvOf,
  finance,
  openNode,
  openUnions,
  readIn,
  stepOf,
  totalOf,
  usccOf,
  xlsxFileOf,
  type Service,
  type SlipLine,
} from './scene.ts';

let service: Service;
let unions: string[];
beforeAll(async () => {
  service = await startTestService(parts, testOwn());
  await openNode(service);
  unions = await openUnions(service, [1, 2, 3]);
  const caller = { ...finance, key: 'sd-profile' };
  const bp = { grassrootsBp: 6000, countyBp: 2000, cityBp: 1000, provinceBp: 500, nationalBp: 500 };
  const profile = { ...bp, effectiveFrom: '2020-01-01', documentNo: '示工发〔2020〕1号' };
  await service.call('setSplitProfile', profile, caller);
});
afterAll(() => service.stop());

const line = (slipNo: string, n: number, over: Partial<SlipLine> = {}): SlipLine => ({
  slipNo,
  uscc: usccOf(n),
  wageBase: '1000000.00',
  amount: '20000.00',
  ...over,
});
const problem = (code: string) => expect.objectContaining({ code });

test('20,000 are matched, divided, posted and told (domain §9.4)', async () => {
  const done = await collect(service, [line('A-1', 1)]);
  expect(done).toMatchObject({ state: 'DONE', lines: 1, linesPosted: 1, postedFen: 2_000_000n });
  const { items } = await service.call(
    'listReceipts',
    ListReceiptsRequest.fromPartial({ slipNo: 'A-1' }),
    finance,
  );
  expect(items).toHaveLength(1);
  const [receipt] = items;
  expect(receipt).toMatchObject({
    mode: 'TAX_COLLECT',
    unionId: unions[0],
    fundFen: 2_000_000n,
    grassrootsFen: 1_200_000n,
    countyFen: 400_000n,
    cityFen: 200_000n,
    provinceFen: 100_000n,
    nationalFen: 100_000n,
    countyBp: 2000,
    collectionId: done.collectionId,
  });
  expect(await balances(service)).toEqual({
    102: 2_000_000,
    211: -400_000,
    21202: -1_200_000,
    402: -400_000,
  });
  const facts = (await service.outbox()).filter(({ fact }) => fact === 'receipt.split');
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({ key: receipt?.receiptId });
  const [voucher] = await service.sql`
    select maker_id, approver_id, doc_kind, doc_id from voucher where no = ${receipt?.voucherNo}`;
  expect(voucher).toEqual({
    maker_id: 'finance-1',
    approver_id: 'finance-2',
    doc_kind: 'tax-slip',
    doc_id: 'A-1',
  });
});

test('the same file, and the same lines in another file, change nothing', async () => {
  const lines = [line('B-1', 1), line('B-2', 2, { lateFee: '1.50' })];
  const first = await collect(service, lines);
  expect(first).toMatchObject({ linesPosted: 2, postedFen: 4_000_150n });
  const before = await balances(service);
  await expect(collect(service, lines)).rejects.toThrow(problem('COLLECTION_KNOWN'));
  const again = await collect(service, lines, await xlsxFileOf(lines));
  expect(again).toMatchObject({
    state: 'DONE',
    linesKnown: 2,
    knownFen: 4_000_150n,
    linesPosted: 0,
  });
  expect(await balances(service)).toEqual(before);
});

test('GBK is read as UTF-8 is', async () => {
  const text = csvOf([line('C-1', 2)], '20000.00').toString();
  const read = await readIn(service, { bytes: gbkOf(text), totalFen: 2_000_000 });
  expect(read).toMatchObject({ state: 'CHECKED', lines: 1, totalFen: 2_000_000n });
  const step = stepOf(read);
  await service.call('cancelCollection', step, finance);
  expect(await service.sql`select from collection_chunk`).toEqual([]);
});

// Headings and names that the file holds, as GB 2312 writes them.
function gbkOf(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map<string, number[]>();
  for (let high = 0xb0; high <= 0xf7; high += 1) {
    for (let low = 0xa1; low <= 0xfe; low += 1) {
      bytes.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    }
  }
  return Buffer.from([...text].flatMap((sign) => bytes.get(sign) ?? [...Buffer.from(sign)]));
}

test.each([
  ['COLLECTION_TOTAL_WRONG', csvOf([line('D-1', 1)]), 2_000_001, 0],
  ['COLLECTION_TOTAL_WRONG', csvOf([line('D-2', 1)], '19999.99'), 2_000_000, 0],
  [
    'COLLECTION_AMOUNT_WRONG',
    csvOf([line('D-3', 1), line('D-4', 1, { amount: '1e4' })]),
    2_000_000,
    3,
  ],
  ['COLLECTION_AMOUNT_WRONG', csvOf([line('D-5', 1, { amount: '20000.001' })]), 2_000_000, 2],
  ['COLLECTION_EMPTY', csvOf([]), 1, 0],
  ['COLUMN_MISSING', Buffer.from('"完税凭证号","实缴金额"\r\n"D-6","1.00"'), 100, 1],
])('a file is refused whole: %s (%#)', async (failure, bytes, totalFen, failureRow) => {
  const read = await readIn(service, { bytes, totalFen });
  expect(read).toMatchObject({ state: 'FAILED', failure, failureRow, lines: 0 });
  await expect(service.call('postCollection', stepOf(read), finance)).rejects.toThrow(
    problem('COLLECTION_STATE_WRONG'),
  );
});

test('what does not fit waits, and the rest is posted', async () => {
  await service.sql`update known_union set dissolved_on = '2026-01-01' where union_id = ${unions[2]}`;
  const lines = [
    line('E-1', 1),
    line('E-1', 1),
    line('A-1', 1, { amount: '1.00' }),
    line('E-2', 3),
    line('E-3', 1, { amount: '-20000.00' }),
    line('E-4', 1, { uscc: '913299990000000199' }),
    line('E-5', 1, { period: '2026-13' }),
    line('', 1),
    line('E-6', 99),
  ];
  const done = await collect(service, lines);
  expect(done).toMatchObject({ state: 'DONE', lines: 9, linesPosted: 1, linesHeld: 1 });
  expect(done).toMatchObject({ linesWaiting: 7, totalFen: BigInt(totalOf(lines)) });
  expect(done.postedFen + done.heldFen + done.waitingFen).toBe(done.totalFen);
  const { collectionId } = done;
  const ask = ListCollectionExceptionsRequest.fromPartial({ collectionId });
  const list = await service.call('listCollectionExceptions', ask, finance);
  expect(list.items.map(({ row, code }) => [row, code])).toEqual([
    [3, 'SLIP_TWICE'],
    [4, 'SLIP_TAKEN'],
    [5, 'UNION_CLOSED'],
    [6, 'LINE_NEGATIVE'],
    [7, 'LINE_USCC_WRONG'],
    [8, 'LINE_PERIOD_WRONG'],
    [9, 'SLIP_MISSING'],
  ]);
  expect(list.groups).toHaveLength(7);
});

test('a quarter beside a month waits; two slips for one month do not', async () => {
  const [unionId] = await openUnions(service, [70]);
  const first = await collect(service, [line('Q-1', 70), line('Q-2', 70)]);
  expect(first).toMatchObject({ linesPosted: 2 });
  const quarter = line('Q-3', 70, { period: '2026Q1' });
  const next = line('Q-4', 70, { period: '2026Q2' });
  const { collectionId, ...done } = await collect(service, [
    quarter,
    next,
    line('Q-5', 70, { period: '2026-05' }),
  ]);
  expect(done).toMatchObject({ linesPosted: 1, linesWaiting: 2 });
  const ask = ListCollectionExceptionsRequest.fromPartial({ collectionId });
  const { items } = await service.call('listCollectionExceptions', ask, finance);
  expect(items.map((item) => [item.slipNo, item.code, item.unionId])).toEqual([
    ['Q-3', 'PERIOD_OVERLAPS', unionId],
    ['Q-5', 'PERIOD_OVERLAPS', unionId],
  ]);
});

test('what stands further up in a file is known, in the chunk before and further away', async () => {
  const payers = await openUnions(service, [80, 81]);
  const lines = Array.from({ length: 2_100 }, (_, n) => line(`T-${n}`, 80, { amount: '1.00' }));
  lines[7] = line('T-7', 81);
  lines[1_500] = line('T-5', 80, { amount: '1.00' });
  lines[1_501] = line('T-Q', 81, { period: '2026Q1' });
  lines[2_050] = line('T-5', 80);
  lines[2_051] = line('T-1500', 81, { period: '2026Q1' });
  const { collectionId, ...done } = await collect(service, lines);
  expect(done).toMatchObject({ state: 'DONE', linesPosted: 2_096, linesWaiting: 4 });
  const ask = ListCollectionExceptionsRequest.fromPartial({ collectionId });
  const { items } = await service.call('listCollectionExceptions', ask, finance);
  expect(items.map((item) => [item.row, item.code, item.unionId])).toEqual([
    [1_502, 'SLIP_TWICE', ''],
    [1_503, 'PERIOD_OVERLAPS', payers[1]],
    [2_052, 'SLIP_TWICE', ''],
    [2_053, 'PERIOD_OVERLAPS', payers[1]],
  ]);
});

test('an upload is bound to its duty, its key and its state', async () => {
  const begin = {
    fileName: '代收.csv',
    sizeBytes: 10,
    sha256: '0'.repeat(64),
    totalFen: 100n,
    bank: 'basic',
  };
  const call = (over: object, caller: object) =>
    service.call('beginCollection', { ...begin, ...over }, { ...finance, ...caller });
  await expect(call({}, { duty: 'clerk' })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  await expect(call({}, { scope: unions[0] })).rejects.toThrow(
    expect.objectContaining({ kind: 'forbidden' }),
  );
  const begun = await call({}, { key: 'begin-1' });
  expect(await call({}, { key: 'begin-1' })).toEqual(begun);
  await expect(call({ totalFen: 101n }, { key: 'begin-1' })).rejects.toThrow(
    problem('IDEMPOTENCY_KEY_REUSED'),
  );
  await expect(service.call('readCollection', stepOf(begun), finance)).rejects.toThrow(
    problem('IMPORT_PARTS_MISSING'),
  );
  const stale = { collectionId: begun.collectionId, expectedVersion: 9 };
  await expect(service.call('cancelCollection', stale, finance)).rejects.toThrow(
    problem('VERSION_MOVED'),
  );
  const unknown = { collectionId: unions[0] ?? '' };
  await expect(service.call('getCollection', unknown, finance)).rejects.toThrow(
    problem('COLLECTION_UNKNOWN'),
  );
});
