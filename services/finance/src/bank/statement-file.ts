// A month of an account as the bank has it. Of each line four things are kept; names and accounts of others are not read.
import { isCalendarDate, monthOf } from '@gonglian/kernel/dates.ts';
import { fenOf } from '@gonglian/kernel/money.ts';
import { invalid, isRefusal, refused } from '@gonglian/kernel/refusal.ts';
import type { FileRow } from './read-bank-file.ts';

export const STATEMENT_COLUMNS = ['posted_on', 'amount', 'serial', 'purpose'] as const;
type Column = (typeof STATEMENT_COLUMNS)[number];

export interface StatementLine {
  postedOn: string;
  /** Above zero for what came in, below for what left. */
  amountFen: number;
  serial: string;
  purpose: string;
}

const PURPOSE_CHARS_MAX = 200;

/** Invalid BANK_FILE_CELL_INVALID, which names the place and never what stands there. */
export function parseStatement(rows: readonly FileRow<Column>[]): StatementLine[] {
  return rows.map(({ row, cells }) => {
    const fail = (column: Column) => invalid('BANK_FILE_CELL_INVALID', { row, column });
    const { posted_on: postedOn, amount, serial, purpose } = cells;
    if (!isCalendarDate(postedOn)) throw fail('posted_on');
    if (!/^[0-9A-Za-z-]{0,64}$/.test(serial)) throw fail('serial');
    if (purpose.length > PURPOSE_CHARS_MAX) throw fail('purpose');
    const amountFen = readFen(amount);
    if (amountFen === undefined || amountFen === 0) throw fail('amount');
    return { postedOn, amountFen, serial, purpose };
  });
}

function readFen(text: string): number | undefined {
  try {
    return fenOf(text);
  } catch (error) {
    if (isRefusal(error)) return undefined;
    throw error;
  }
}

export interface StatementHead {
  month: string;
  openingFen: number;
  closingFen: number;
}

/** What stands before and after it, where it is known. */
export interface Neighbours {
  closingBeforeFen?: number;
  openingAfterFen?: number;
}

/** Refused STATEMENT_MONTH_DIFFERS, STATEMENT_SUM_DIFFERS, STATEMENT_OPENING_DIFFERS, STATEMENT_SERIAL_TWICE. */
export function decideStatement(
  { month, openingFen, closingFen }: StatementHead,
  lines: readonly StatementLine[],
  { closingBeforeFen = openingFen, openingAfterFen = closingFen }: Neighbours,
): void {
  const stray = lines.findIndex(({ postedOn }) => monthOf(postedOn) !== month);
  if (stray !== -1) throw refused('STATEMENT_MONTH_DIFFERS', { seq: stray + 1 });
  const sumFen = lines.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (openingFen + sumFen !== closingFen)
    throw refused('STATEMENT_SUM_DIFFERS', { differenceFen: openingFen + sumFen - closingFen });
  if (closingBeforeFen !== openingFen)
    throw refused('STATEMENT_OPENING_DIFFERS', { differenceFen: openingFen - closingBeforeFen });
  if (openingAfterFen !== closingFen)
    throw refused('STATEMENT_OPENING_DIFFERS', { differenceFen: openingAfterFen - closingFen });
  const serials = lines.flatMap(({ serial }) => (serial === '' ? [] : serial));
  if (new Set(serials).size !== serials.length) throw refused('STATEMENT_SERIAL_TWICE');
}
