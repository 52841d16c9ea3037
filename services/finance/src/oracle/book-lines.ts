// A book as it is exported: its accounts, its months and its vouchers, all as they stood when the export began.
import type { Sql } from '../pipeline.ts';

/** A book up to the voucher that was its last when the export began, whatever is posted meanwhile. */
export interface BookExtent {
  bookId: number;
  unionId: string;
  unionName: string;
  accountSet: string;
  lastNo: number;
  /** The months in which something was posted, in their order. */
  periods: string[];
  accounts: ReadonlyMap<number, ExportedAccount>;
}

export interface ExportedAccount {
  accountNo: number;
  code: string;
  partyId: string;
  project: string;
  mark: string;
}

export interface ExportedLeg extends ExportedAccount {
  n: number;
  amountFen: bigint;
}

export interface ExportedVoucher {
  no: number;
  period: string;
  periodNo: number;
  eventOn: string;
  kind: string;
  summary: string;
  docKind: string;
  docId: string;
  /** 0 where it takes none back. */
  reversesNo: number;
  makerId: string;
  checkerId: string;
  approverId: string;
  leaf: string;
  legs: ExportedLeg[];
}

/** In a page; each may have a thousand legs. */
const VOUCHERS_A_PAGE = 500;

export async function readExtent(
  sql: Sql,
  unionId: string,
  year: number,
): Promise<BookExtent | undefined> {
  const [row] = await sql<Omit<BookExtent, 'lastNo' | 'accounts'> & { lastNo: string }>`
    select b.book_id as "bookId", b.union_id as "unionId", u.name as "unionName",
      b.account_set as "accountSet", b.last_no as "lastNo",
      (select coalesce(array_agg(p.period order by p.period), '{}') from book_period as p
        where p.book_id = b.book_id and p.last_period_no > 0
          and (${year} = 0 or left(p.period, 4)::int = ${year})) as periods
    from book as b join known_union as u using (union_id) where b.union_id = ${unionId}`;
  if (!row) return undefined;
  const accounts = await sql<ExportedAccount>`
    select account_no as "accountNo", code, party as "partyId", project, mark
    from account where book_id = ${row.bookId} order by code, account_no`;
  const byNo = new Map(accounts.map((one) => [one.accountNo, one]));
  return { ...row, lastNo: Number(row.lastNo), accounts: byNo };
}

type Head = Omit<ExportedVoucher, 'no' | 'reversesNo' | 'legs'> & {
  no: string;
  reversesNo: string;
};

/** The vouchers of a month after the one with that number in it; none when there are no more. */
export async function readVouchers(
  sql: Sql,
  { bookId, lastNo, accounts }: BookExtent,
  { period, afterPeriodNo }: { period: string; afterPeriodNo: number },
): Promise<ExportedVoucher[]> {
  const year = Number(period.slice(0, 4));
  const heads = await sql<Head>`
    select no, period, period_no as "periodNo", event_on::text as "eventOn", kind, summary,
      doc_kind as "docKind", doc_id as "docId", coalesce(reverses_no, 0) as "reversesNo",
      maker_id as "makerId", checker_id as "checkerId", approver_id as "approverId",
      encode(leaf, 'hex') as leaf
    from voucher
    where book_id = ${bookId} and period = ${period} and fiscal_year = ${year}
      and period_no > ${afterPeriodNo} and no <= ${lastNo}
    order by period_no limit ${VOUCHERS_A_PAGE}`;
  const legs = await sql<{ no: string; n: number; accountNo: number; amountFen: string }>`
    select no, n, account_no as "accountNo", amount_fen as "amountFen" from leg
    where book_id = ${bookId} and fiscal_year = ${year} and no = any(${heads.map(({ no }) => no)}::bigint[])
    order by no, n`;
  const byNo = Map.groupBy(legs, ({ no }) => no);
  return heads.map(({ no, reversesNo, ...head }) => ({
    ...head,
    no: Number(no),
    reversesNo: Number(reversesNo),
    legs: (byNo.get(no) ?? []).map(({ n, accountNo, amountFen }) => ({
      ...accountOf(accounts, accountNo),
      n,
      amountFen: BigInt(amountFen),
    })),
  }));
}

/** One that was opened since the export began is of no voucher in it. */
function accountOf(
  accounts: ReadonlyMap<number, ExportedAccount>,
  accountNo: number,
): ExportedAccount {
  const found = accounts.get(accountNo);
  if (!found) throw new Error(`account ${accountNo} is not in its book`);
  return found;
}
