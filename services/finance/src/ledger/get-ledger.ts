import type { LedgerPage } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chartAccount } from '@gonglian/kernel/chart.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { id, limit } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { numberCursor } from './number-cursor.ts';
import { voucherNo } from './voucher-fields.ts';

interface Account {
  bookId: number;
  code: string;
  partyId: string;
  project: string;
  mark: string;
  balanceFen: string;
}

interface Line {
  no: string;
  period: string;
  eventOn: string;
  summary: string;
  amountFen: string;
  balanceFen: string;
  version: string;
}

export const getLedger = query({
  schema: z.strictObject({
    unionId: id,
    accountNo: voucherNo,
    cursor: numberCursor,
    limit: limit(200),
  }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, accountNo, cursor, limit: most }): Promise<LedgerPage> {
    const [account] = await sql<Account>`
      select a.book_id as "bookId", a.code, a.party as "partyId", a.project, a.mark,
        s.balance_fen as "balanceFen"
      from book as b join account as a using (book_id)
      join account_balance as s using (book_id, account_no)
      where b.union_id = ${unionId} and a.account_no = ${accountNo}`;
    if (!account) throw notFound('BOOK_ACCOUNT_UNKNOWN', { accountNo });
    const { bookId, balanceFen, ...ref } = account;
    const lines = await findLines(sql, { bookId, accountNo, cursor, most });
    return {
      account: ref,
      nameZh: chartAccount(ref.code)?.nameZh ?? '',
      balanceFen: BigInt(balanceFen),
      items: lines.map((line) => ({
        ...line,
        no: BigInt(line.no),
        amountFen: BigInt(line.amountFen),
        balanceFen: BigInt(line.balanceFen),
        version: BigInt(line.version),
      })),
      nextCursor: lines.length === most ? (lines.at(-1)?.version ?? '') : '',
    };
  },
});

/** The newest first; the cursor is the version of the last leg that was shown. */
function findLines(
  sql: Sql,
  of: { bookId: number; accountNo: number; cursor: number; most: number },
): Promise<Line[]> {
  return sql`
    select l.no, v.period, v.event_on::text as "eventOn", v.summary, l.amount_fen as "amountFen",
      l.balance_fen as "balanceFen", l.version
    from leg as l join voucher as v using (book_id, no, fiscal_year)
    where l.book_id = ${of.bookId} and l.account_no = ${of.accountNo}
      and (${of.cursor} = 0 or l.version < ${of.cursor})
    order by l.version desc limit ${of.most}`;
}
