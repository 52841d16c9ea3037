// What a bank answers to a list: each line, done or not. Only by this is a payment paid.
import { isCalendarDate } from '@gonglian/kernel/dates.ts';
import { canonicalJson, sha256Hex } from '@gonglian/kernel/hash.ts';
import { FEN_MAX } from '@gonglian/kernel/money.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import type { FileRow } from '../bank/read-bank-file.ts';

export const RESULT_COLUMNS = [
  'batch_no',
  'seq',
  'amount_fen',
  'status',
  'bank_serial',
  'paid_on',
  'failure_code',
] as const;
type Column = (typeof RESULT_COLUMNS)[number];

export interface LineResult {
  batchNo: string;
  seq: number;
  amountFen: number;
  paid: boolean;
  bankSerial: string;
  paidOn: string;
  failureCode: string;
}

/** Form of each cell; what a cell must be depends on whether the line was paid. */
const SERIAL = /^[0-9A-Za-z-]{1,64}$/;
const FAILURE = /^[0-9A-Za-z_-]{1,32}$/;

/** Invalid BANK_FILE_CELL_INVALID, which names the place and never what stands there. */
export function parseResults(rows: readonly FileRow<Column>[]): LineResult[] {
  return rows
    .map(({ row, cells }) => {
      const check = (column: Column, valid: boolean): string => {
        if (!valid) throw invalid('BANK_FILE_CELL_INVALID', { row, column });
        return cells[column];
      };
      const status = check('status', ['success', 'fail'].includes(cells.status));
      const paid = status === 'success';
      const none = (column: Column) => cells[column] === '';
      return {
        batchNo: check('batch_no', cells.batch_no !== '' && cells.batch_no.length <= 40),
        seq: Number(check('seq', /^[1-9]\d{0,5}$/.test(cells.seq))),
        amountFen: Number(check('amount_fen', isFen(cells.amount_fen))),
        paid,
        bankSerial: check(
          'bank_serial',
          paid ? SERIAL.test(cells.bank_serial) : none('bank_serial'),
        ),
        paidOn: check('paid_on', paid ? isCalendarDate(cells.paid_on) : none('paid_on')),
        failureCode: check(
          'failure_code',
          paid ? none('failure_code') : FAILURE.test(cells.failure_code),
        ),
      };
    })
    .toSorted((a, b) => a.seq - b.seq);
}

function isFen(text: string): boolean {
  return /^[1-9]\d{0,12}$/.test(text) && Number(text) <= FEN_MAX;
}

/** Of what it says, not of its bytes: the same answer sent in another format is the same answer. */
export function resultHash(results: readonly LineResult[]): string {
  return sha256Hex(canonicalJson(results));
}

interface Sent {
  batchNo: string;
  state: string;
  resultSha256: string;
}

/**
 * Whether the result is taken, or was before. Refused PAYMENT_STATE_WRONG, RESULT_CONTRADICTS, RESULT_OF_OTHER_BATCH,
 * RESULT_LINES_DIFFER, RESULT_AMOUNT_DIFFERS, RESULT_SERIAL_TWICE, IN_FUTURE.
 */
export function decideResult(
  payment: Sent,
  lines: readonly { seq: number; amountFen: number }[],
  results: readonly LineResult[],
  today: string,
): 'take' | 'taken' {
  if (payment.resultSha256 !== '') {
    if (payment.resultSha256 === resultHash(results)) return 'taken';
    throw refused('RESULT_CONTRADICTS');
  }
  if (payment.state !== 'SENT') throw refused('PAYMENT_STATE_WRONG', { state: payment.state });
  if (results.some(({ batchNo }) => batchNo !== payment.batchNo))
    throw refused('RESULT_OF_OTHER_BATCH', { batchNo: payment.batchNo });
  for (let at = 0; at < Math.max(lines.length, results.length); at += 1) {
    const [line, result] = [lines[at], results[at]];
    if (!line || !result || line.seq !== result.seq)
      throw refused('RESULT_LINES_DIFFER', { lines: lines.length, results: results.length });
    if (line.amountFen !== result.amountFen)
      throw refused('RESULT_AMOUNT_DIFFERS', { seq: line.seq });
    if (result.paidOn > today) throw refused('IN_FUTURE', { date: result.paidOn });
  }
  const serials = results.flatMap(({ paid, bankSerial }) => (paid ? bankSerial : []));
  if (new Set(serials).size !== serials.length) throw refused('RESULT_SERIAL_TWICE');
  return 'take';
}
