// The monthly reconciliation statement (余额调节表): both sides, put right by what only the other one knows, must be equal.
import type { BankReconciliation } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import type { Reading } from '../pipeline.ts';
import { purposePlace } from './match-statement.ts';
import { readUnmatches } from './read-unmatches.ts';

/** Sizes: none of them is below zero. */
export interface Sums {
  bankClosingFen: number;
  bookClosingFen: number;
  receivedByBookOnlyFen: number;
  paidByBookOnlyFen: number;
  receivedByBankOnlyFen: number;
  paidByBankOnlyFen: number;
}

export function reconcile(sums: Sums) {
  const adjustedBankFen = sums.bankClosingFen + sums.receivedByBookOnlyFen - sums.paidByBookOnlyFen;
  const adjustedBookFen = sums.bookClosingFen + sums.receivedByBankOnlyFen - sums.paidByBankOnlyFen;
  return { adjustedBankFen, adjustedBookFen, differenceFen: adjustedBankFen - adjustedBookFen };
}

/** Of each list as many are named; the sums are of all. */
const NAMED_MAX = 500;

interface Of {
  unionId: string;
  bank: string;
  month: string;
}

/** STATEMENT_UNKNOWN where no statement of the month was imported. */
export async function readReconciliation(
  { sql, own }: Pick<Reading, 'sql' | 'own'>,
  of: Of,
): Promise<BankReconciliation> {
  const { unionId, bank, month } = of;
  const [statement] = await sql<{ closing: number; lines: number; matched: number }>`
    select closing_fen::float8 as closing, line_count as lines,
      (select count(*)::int from statement_line as l
        where l.statement_id = s.id
          and exists (select from statement_match as m where m.line_id = l.id)) as matched
    from bank_statement as s
    where union_id = ${unionId} and bank = ${bank} and month = ${month}`;
  if (!statement) throw notFound('STATEMENT_UNKNOWN', { month });
  const ofBank = await readBankOnly({ sql, own }, of);
  const ofBook = await readBookOnly({ sql }, of);
  const sums: Sums = {
    bankClosingFen: statement.closing,
    bookClosingFen: ofBook.closing,
    receivedByBookOnlyFen: ofBook.received,
    paidByBookOnlyFen: ofBook.paid,
    receivedByBankOnlyFen: ofBank.received,
    paidByBankOnlyFen: ofBank.paid,
  };
  const fen = Object.fromEntries(
    Object.entries({ ...sums, ...reconcile(sums) }).map(([name, value]) => [name, BigInt(value)]),
  ) as Record<keyof Sums | keyof ReturnType<typeof reconcile>, bigint>;
  const { lines, matched } = statement;
  return { ...of, ...fen, lines, matched, bankOnly: ofBank.items, bookOnly: ofBook.items };
}

/**
 * Lines up to the month that are not wholly booked up to the month. A line that is several vouchers, one of which is of
 * a later month, stands here whole, and those of its vouchers that are not later stand on the other side.
 */
async function readBankOnly({ sql, own }: Pick<Reading, 'sql' | 'own'>, of: Of) {
  interface Row {
    id: string;
    postedOn: string;
    amountFen: string;
    serial: string;
    purpose: Buffer;
    received: number;
    paid: number;
  }
  const rows = await sql<Row>`
    select s.id, s.posted_on::text as "postedOn", s.amount_fen as "amountFen", s.serial, s.purpose,
      coalesce(sum(s.amount_fen) filter (where s.amount_fen > 0) over (), 0)::float8 as received,
      coalesce(sum(-s.amount_fen) filter (where s.amount_fen < 0) over (), 0)::float8 as paid
    from statement_line as s
    where s.union_id = ${of.unionId} and s.bank = ${of.bank} and s.month <= ${of.month}
      and not exists (
        select from statement_match as m join book as b using (union_id)
        join voucher as v on v.book_id = b.book_id and v.no = m.voucher_no
        where m.line_id = s.id having count(*) > 0 and max(v.period) <= ${of.month})
    order by s.posted_on, s.seq limit ${NAMED_MAX}`;
  const unmatchOf = await readUnmatches(
    sql,
    rows.map(({ id }) => id),
  );
  const items = rows.map(({ id, postedOn, amountFen, serial, purpose }) => ({
    ...unmatchOf(id),
    lineId: id,
    postedOn,
    amountFen: BigInt(amountFen),
    serial,
    purpose: own.vault.open(purpose, purposePlace(id)),
  }));
  return { items, received: rows[0]?.received ?? 0, paid: rows[0]?.paid ?? 0 };
}

/**
 * Movements up to the month that no statement up to the month shows. What was booked before the first statement is in
 * its opening balance; where the two did not agree then, the difference stays in sight.
 */
async function readBookOnly({ sql }: Pick<Reading, 'sql'>, of: Of) {
  interface Row {
    voucherNo: string;
    eventOn: string;
    amountFen: string;
    summary: string;
    received: number;
    paid: number;
  }
  const [book] = await sql<{ closing: number }>`
    select coalesce(sum(m.debit_fen - m.credit_fen), 0)::float8 as closing
    from book as b join account as a using (book_id) join account_month as m using (book_id, account_no)
    where b.union_id = ${of.unionId} and a.code = '102' and a.mark = ${of.bank}
      and m.period <= ${of.month}`;
  const rows = await sql<Row>`
    select v.no::text as "voucherNo", v.event_on::text as "eventOn", l.amount_fen as "amountFen",
      v.summary,
      coalesce(sum(l.amount_fen) filter (where l.amount_fen > 0) over (), 0)::float8 as received,
      coalesce(sum(-l.amount_fen) filter (where l.amount_fen < 0) over (), 0)::float8 as paid
    from book as b join account as a using (book_id) join leg as l using (book_id, account_no)
    join voucher as v using (book_id, no, fiscal_year)
    where b.union_id = ${of.unionId} and a.code = '102' and a.mark = ${of.bank}
      and v.period <= ${of.month}
      and v.period >= (select min(month) from bank_statement
        where union_id = ${of.unionId} and bank = ${of.bank})
      and not exists (
        select from statement_match as m join statement_line as s on s.id = m.line_id
        where m.union_id = b.union_id and m.voucher_no = v.no and m.leg_n = l.n
          and s.month <= ${of.month}
          and not exists (
            select from statement_match as o
            join voucher as w on w.book_id = b.book_id and w.no = o.voucher_no
            where o.line_id = m.line_id and w.period > ${of.month}))
    order by v.no, l.n limit ${NAMED_MAX}`;
  const items = rows.map(({ voucherNo, eventOn, amountFen, summary }) => ({
    voucherNo: BigInt(voucherNo),
    eventOn,
    amountFen: BigInt(amountFen),
    summary,
  }));
  const [first] = rows;
  return {
    items,
    closing: book?.closing ?? 0,
    received: first?.received ?? 0,
    paid: first?.paid ?? 0,
  };
}
