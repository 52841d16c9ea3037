import { chartAccount } from '@gonglian/kernel/chart.ts';
import type { Sql } from '../pipeline.ts';

/** One account over a period: debit above zero, credit below. */
export interface TrialLine {
  accountNo: number;
  code: string;
  partyId: string;
  project: string;
  mark: string;
  openingFen: number;
  debitFen: number;
  creditFen: number;
}

export interface TrialAsk {
  unionId: string;
  /** From the beginning of this month … */
  from: string;
  /** … to the end of this one. */
  to: string;
  /** Counts vouchers up to this number; undefined for all there are. */
  upToNo?: number | undefined;
  /** Leaves out legs of the last month with a later business date. */
  onDate?: string | undefined;
}

type Row = Record<'openingFen' | 'debitFen' | 'creditFen', string> &
  Omit<TrialLine, 'openingFen' | 'debitFen' | 'creditFen'>;

/**
 * From the sums of months, which costs the same whatever lies beneath: what came later is taken off the balance of today.
 * What became known later, or bears a later date, is taken off leg by leg, and so costs what it is.
 */
export async function readTrialBalance(sql: Sql, ask: TrialAsk): Promise<TrialLine[]> {
  const { unionId, from, to, upToNo = null, onDate = null } = ask;
  const rows = await sql<Row>`
    with b as (select book_id from book where union_id = ${unionId}),
    month as (
      select m.account_no, coalesce(sum(debit_fen) filter (where period <= ${to}), 0) as debit,
        coalesce(sum(credit_fen) filter (where period <= ${to}), 0) as credit,
        sum(debit_fen - credit_fen) as since
      from account_month as m join b using (book_id) where period >= ${from} group by 1),
    unknown as (
      select l.account_no,
        coalesce(sum(l.amount_fen) filter (where v.period between ${from} and ${to} and l.amount_fen > 0), 0)
          as debit,
        coalesce(-sum(l.amount_fen) filter (where v.period between ${from} and ${to} and l.amount_fen < 0), 0)
          as credit,
        coalesce(sum(l.amount_fen) filter (where v.period < ${from}), 0) as before
      from leg as l join b using (book_id) join voucher as v using (book_id, no, fiscal_year)
      where (${upToNo}::bigint is not null and l.no > ${upToNo}::bigint)
        or (${onDate}::date is not null and v.period = ${to} and v.event_on > ${onDate}::date)
      group by 1)
    select a.account_no as "accountNo", a.code, a.party as "partyId", a.project, a.mark,
      s.balance_fen - coalesce(m.since, 0) - coalesce(u.before, 0) as "openingFen",
      coalesce(m.debit, 0) - coalesce(u.debit, 0) as "debitFen",
      coalesce(m.credit, 0) - coalesce(u.credit, 0) as "creditFen"
    from account as a join b using (book_id) join account_balance as s using (book_id, account_no)
    left join month as m using (account_no) left join unknown as u using (account_no)
    order by a.code, a.party, a.project, a.mark`;
  return rows
    .map((row) => ({
      ...row,
      openingFen: Number(row.openingFen),
      debitFen: Number(row.debitFen),
      creditFen: Number(row.creditFen),
    }))
    .filter((line) => line.openingFen !== 0 || line.debitFen !== 0 || line.creditFen !== 0);
}

export const closingOf = ({ openingFen, debitFen, creditFen }: TrialLine): number =>
  openingFen + debitFen - creditFen;

export const nameOf = (code: string): string => chartAccount(code)?.nameZh ?? '';
