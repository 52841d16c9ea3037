import { newId } from '@gonglian/kernel/id.ts';
import type { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import type { Caller } from '@gonglian/testing/service.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { postVouchers } from '../ledger/post-vouchers.ts';
import {
  inTx,
  openUnion,
  receipt20000,
  startFinance,
  voucher,
  type Service,
} from '../ledger/scene.ts';

let service: Service;
let unionId: string;
beforeAll(async () => {
  service = await startFinance();
  unionId = await openUnion(service);
  const dated = (eventOn: string, over = {}) => receipt20000(unionId, { eventOn, ...over });
  await inTx(service, (tx) =>
    postVouchers(tx, unionId, [
      dated('2025-12-31', { summary: '=1+1' }),
      dated('2026-03-05'),
      voucher({ eventOn: '2026-03-06', reversesNo: 2, legs: [], moves: [] }),
    ]),
  );
});
afterAll(() => service.stop());

interface Taken {
  fileName: string;
  mediaType: string;
  text: string;
}

async function taken(
  over: { unionId?: string; year?: number; listing?: string } = {},
  caller: Caller = { duty: 'auditor' },
): Promise<Taken> {
  const client = service.client({ deadlineMs: 30_000 });
  const call = { token: await service.token(caller), idempotencyKey: 'x' };
  const ask = { unionId, year: 0, listing: 'VOUCHERS', ...over };
  const pieces: Buffer[] = [];
  let head: Pick<FileChunk, 'fileName' | 'mediaType'> | undefined;
  for await (const chunk of client.exportBook(ask, call) as AsyncIterable<FileChunk>) {
    head ??= chunk;
    pieces.push(Buffer.from(chunk.content));
  }
  const text = Buffer.concat(pieces).toString();
  return { fileName: head?.fileName ?? '', mediaType: head?.mediaType ?? '', text };
}

const rowsOf = ({ text }: Taken) =>
  text
    .trim()
    .split('\r\n')
    .map((row) => row.split(','));

test('vouchers, a line a leg; no summary becomes a formula', async () => {
  const file = await taken();
  expect(file).toMatchObject({ fileName: '合成工会-全部-凭证.csv', mediaType: /csv/ });
  const [headings, ...rows] = rowsOf(file);
  expect(headings?.slice(1, 4)).toEqual(['凭证号', '全账序号', '业务日期']);
  expect(rows).toHaveLength(12);
  expect(rows[0]?.slice(1, 6)).toEqual(['1', '1', '2025-12-31', 'RECEIPT', "'=1+1"]);
  expect(rows[0]?.slice(12, 14)).toEqual(['1', '102']);
  expect(rows.map((row) => row[8]).filter(Boolean)).toEqual(['2', '2', '2', '2']);
});

test('balances by account and month, of one year with what it began with', async () => {
  const [, ...rows] = rowsOf(await taken({ year: 2026, listing: 'BALANCES' }));
  expect(rows.map((row) => [row[0], row[1], ...row.slice(6)])).toEqual([
    ['2026-03', '102', '借', '20000.00', '20000.00', '20000.00', '借', '20000.00'],
    ['2026-03', '211', '贷', '4000.00', '4000.00', '4000.00', '贷', '4000.00'],
    ['2026-03', '21202', '贷', '12000.00', '12000.00', '12000.00', '贷', '12000.00'],
    ['2026-03', '402', '贷', '4000.00', '4000.00', '4000.00', '贷', '4000.00'],
  ]);
});

test('a journal of a year begins with what the year before left', async () => {
  const file = await taken({ year: 2026, listing: 'JOURNAL' });
  expect(file.fileName).toBe('合成工会-2026-账簿.journal');
  expect(file.text.match(/^\d.*$/gm)).toEqual([
    '2026-03-01 (期初) 期初余额',
    expect.stringMatching(/^2026-03-05 \(2\) 合成凭证 {2};/),
    expect.stringMatching(/^2026-03-06 \(3\) 合成凭证 {2};.*reverses:2$/),
    '2026-03-31 (月末) 2026-03 余额核对',
  ]);
});

test('who took it is written down before the first byte', async () => {
  const id = newId();
  await taken({ year: 2026, listing: 'BALANCES' }, { duty: 'finance', id });
  const rows = await service.sql`
    select entity, entity_id, duty, how, reason, fields from access_log where account_id = ${id}`;
  expect(rows).toEqual([
    {
      entity: 'book',
      entity_id: unionId,
      duty: 'finance',
      how: 'export',
      reason: 'BALANCES 2026',
      fields: ['ledger'],
    },
  ]);
});

type Refused = [
  what: string,
  code: string,
  over: Parameters<typeof taken>[0],
  caller?: () => Promise<Caller>,
];
test.each<Refused>([
  ['a chair', 'PERMISSION_MISSING', {}, async () => ({ duty: 'chair' })],
  [
    'a union out of reach',
    'UNION_UNKNOWN',
    {},
    async () => ({ duty: 'auditor', scope: await openUnion(service) }),
  ],
  ['a union without a book', 'BOOK_EMPTY', { unionId: newId() }],
  ['a year without a voucher', 'BOOK_EMPTY', { year: 2024 }],
  ['a year that is none', 'FIELD_INVALID', { year: 26 }],
  ['a listing that is none', 'FIELD_INVALID', { listing: 'PDF' }],
])('refused to %s: %s', async (_, code, over, caller) => {
  await expect(taken(over, await caller?.())).rejects.toMatchObject({ code });
});
