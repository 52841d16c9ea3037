// A book as a file for other programs: vouchers or balances for a spreadsheet, or a journal that hledger checks.
import { FileChunk } from '@gonglian/contracts/gen/gonglian/options/v1/options.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { logAccess } from '@gonglian/service/access-log.ts';
import { code, id } from '@gonglian/service/fields.ts';
import type { Read } from '@gonglian/service/use-case.ts';
import { csvOf } from '@gonglian/sheets/write-workbook.ts';
import { z } from 'zod';
import { readTrialBalance, type TrialLine } from '../ledger/trial-balance.ts';
import { download, type Own, type Reading } from '../pipeline.ts';
import { readExtent, readVouchers, type BookExtent, type ExportedVoucher } from './book-lines.ts';
import { BALANCE_HEADINGS, balanceRow, VOUCHER_HEADINGS, voucherRows } from './csv-rows.ts';
import { headText, monthEndText, openingText, voucherText } from './journal-text.ts';

/** A reader who has to wait for a piece waits for this much. */
const PIECE_BYTES = 256 * 1024;
const CSV = 'text/csv; charset=utf-8';
const NAMES = { VOUCHERS: '凭证.csv', BALANCES: '余额.csv', JOURNAL: '账簿.journal' } as const;

/** 0 for every year there is. */
const year = z.union([z.literal(0), z.int().min(1990).max(2199)], 'too_large');
const listing = code(['VOUCHERS', 'BALANCES', 'JOURNAL']);

export const exportBook = download({
  schema: z.strictObject({ unionId: id, year, listing }),
  permission: 'finance.book-export.read',
  unions: ({ unionId }) => [unionId],
  async *run(read, ask) {
    const book = await read((tx) => takeOut(tx, ask));
    const fileName = `${book.unionName}-${ask.year || '全部'}-${NAMES[ask.listing]}`;
    const mediaType = ask.listing === 'JOURNAL' ? 'text/plain; charset=utf-8' : CSV;
    yield FileChunk.fromPartial({ fileName, mediaType });
    for await (const bytes of listingOf(read, book, ask.listing))
      for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
        const content = bytes.subarray(at, at + PIECE_BYTES);
        yield { fileName: '', mediaType: '', content };
      }
  },
});

/** What is exported, written down before the first byte. */
async function takeOut(
  tx: Reading,
  ask: { unionId: string; year: number; listing: string },
): Promise<BookExtent> {
  const book = await readExtent(tx.sql, ask.unionId, ask.year);
  if (!book || book.periods.length === 0) throw refused('BOOK_EMPTY', { year: ask.year });
  const { unionId } = book;
  const reason = `${ask.listing} ${ask.year}`;
  const taken = { entity: 'book', entityId: unionId, unionId, fields: ['ledger'] } as const;
  await logAccess(tx, [{ ...taken, how: 'export', reasonCode: 'ledger', reason }]);
  return book;
}

function listingOf(
  read: Read<Own>,
  book: BookExtent,
  of: z.output<typeof listing>,
): AsyncIterable<Buffer> {
  if (of === 'JOURNAL') return journal(read, book);
  return of === 'VOUCHERS'
    ? csvOf(allVoucherRows(read, book), { headings: VOUCHER_HEADINGS })
    : csvOf(allBalanceRows(read, book), { headings: BALANCE_HEADINGS });
}

async function* allVoucherRows(read: Read<Own>, book: BookExtent): AsyncGenerator<string[]> {
  for (const period of book.periods)
    for await (const voucher of vouchersOf(read, book, period)) yield* voucherRows(voucher);
}

async function* allBalanceRows(read: Read<Own>, book: BookExtent): AsyncGenerator<string[]> {
  for (const period of book.periods)
    for (const line of await balancesOf(read, book, period)) yield balanceRow(period, line);
}

async function* journal(read: Read<Own>, book: BookExtent): AsyncGenerator<Buffer> {
  yield Buffer.from(headText(book));
  for (const [n, period] of book.periods.entries()) {
    const balances = await balancesOf(read, book, period);
    if (n === 0) yield Buffer.from(openingText(period, balances));
    let text = '';
    for await (const voucher of vouchersOf(read, book, period)) {
      text += voucherText(voucher);
      if (text.length < PIECE_BYTES) continue;
      yield Buffer.from(text);
      text = '';
    }
    yield Buffer.from(text + monthEndText(period, balances));
  }
}

/** From the sums of months, less what was posted since the export began. */
function balancesOf(
  read: Read<Own>,
  { unionId, lastNo }: BookExtent,
  period: string,
): Promise<TrialLine[]> {
  const to = { unionId, from: period, to: period, upToNo: lastNo };
  return read(({ sql }) => readTrialBalance(sql, to));
}

/** A page in a transaction. A month ends where a page of it is empty. */
async function* vouchersOf(
  read: Read<Own>,
  book: BookExtent,
  period: string,
): AsyncGenerator<ExportedVoucher> {
  for (let after = 0; ;) {
    const from = { period, afterPeriodNo: after };
    const page = await read(({ sql }) => readVouchers(sql, book, from));
    const last = page.at(-1);
    if (!last) return;
    yield* page;
    after = last.periodNo;
  }
}
