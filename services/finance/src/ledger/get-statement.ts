import type { Statement } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { code, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';
import { decideStatement, REPORTS, type CodeSum } from './decide-statement.ts';
import { yearCloseKey } from './decide-year-close.ts';
import { closingOf, readTrialBalance } from './trial-balance.ts';
import { period } from './voucher-fields.ts';

export const getStatement = query({
  schema: z.strictObject({ unionId: id, report: code(REPORTS), period }),
  permission: 'finance.ledger.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, report, period: month }): Promise<Statement> {
    const sums =
      report === '01' ? await positions(sql, unionId, month) : await flows(sql, unionId, month);
    const { items, balanced } = decideStatement(report, sums);
    return {
      report,
      period: month,
      balanced,
      items: items.map((line) => ({
        ...line,
        openingFen: BigInt(line.openingFen),
        amountFen: BigInt(line.amountFen),
      })),
    };
  },
});

const januaryOf = (month: string) => `${month.slice(0, 4)}-01`;

async function positions(sql: Sql, unionId: string, month: string): Promise<CodeSum[]> {
  const lines = await readTrialBalance(sql, { unionId, from: januaryOf(month), to: month });
  return lines.map((line) => ({
    code: line.code,
    openingFen: line.openingFen,
    amountFen: closingOf(line),
  }));
}

/** Without what the close of the year has carried over: a year's income does not vanish with its end. */
async function flows(sql: Sql, unionId: string, month: string): Promise<CodeSum[]> {
  const [ofMonth, ofYear] = [
    await readTrialBalance(sql, { unionId, from: month, to: month }),
    await readTrialBalance(sql, { unionId, from: januaryOf(month), to: month }),
  ];
  const carried = await sql<{ code: string; period: string; fen: string }>`
    select a.code, v.period, sum(l.amount_fen) as fen
    from book as b join voucher_key as k using (book_id) join voucher as v using (book_id, no)
    join leg as l using (book_id, no, fiscal_year) join account as a using (book_id, account_no)
    where b.union_id = ${unionId} and v.kind = 'YEAR_CLOSE' and v.period <= ${month}
      and k.key between ${yearCloseKey(month.slice(0, 4), '')} and ${yearCloseKey(month.slice(0, 4), '~')}
    group by a.code, v.period`;
  const moved = ({ code: of, debitFen, creditFen }: (typeof ofYear)[number]) => ({
    code: of,
    fen: debitFen - creditFen,
  });
  return [
    ...ofMonth.map(moved).map(({ code: of, fen }) => ({ code: of, openingFen: fen, amountFen: 0 })),
    ...ofYear.map(moved).map(({ code: of, fen }) => ({ code: of, openingFen: 0, amountFen: fen })),
    ...carried.map((one) => ({
      code: one.code,
      openingFen: one.period === month ? -Number(one.fen) : 0,
      amountFen: -Number(one.fen),
    })),
  ];
}
