// A person says which movements a line of the bank is: a whole list that the bank booked as one, or one of several equal.
import type { MatchedBankLine } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { lockLine, type Line } from './lock-line.ts';
import { writeMatches } from './match-statement.ts';
import { reconcilePayments } from './reconcile-payments.ts';

/** As many as a list for the bank may have lines. */
const VOUCHERS_MAX = 2_000;

const MatchBankLine = z.strictObject({
  lineId: id,
  voucherNos: z
    .array(z.bigint().min(1n, 'not_positive').transform(Number))
    .min(1, 'required')
    .max(VOUCHERS_MAX, 'too_many')
    .refine((nos) => new Set(nos).size === nos.length, 'twice'),
});

/** A movement of the cash account that a voucher makes. */
interface Leg {
  voucherNo: number;
  n: number;
  amountFen: number;
  matched: boolean;
}

/** Refused LINE_MATCHED, VOUCHER_NOT_OF_BANK, VOUCHER_MATCHED, MATCH_SUM_DIFFERS. */
export function decideMatch(
  line: Pick<Line, 'amountFen' | 'matched'>,
  voucherNos: readonly number[],
  legs: readonly Leg[],
): void {
  if (line.matched) throw refused('LINE_MATCHED');
  for (const no of voucherNos) {
    const some = legs.filter(({ voucherNo }) => voucherNo === no);
    if (some.length === 0) throw refused('VOUCHER_NOT_OF_BANK', { no });
    if (some.some(({ matched }) => matched)) throw refused('VOUCHER_MATCHED', { no });
  }
  const sumFen = legs.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (sumFen !== line.amountFen)
    throw refused('MATCH_SUM_DIFFERS', { differenceFen: sumFen - line.amountFen });
}

export const matchBankLine = command({
  schema: MatchBankLine,
  permission: 'finance.bank.import',
  async run(tx, { lineId, voucherNos }): Promise<MatchedBankLine> {
    const { sql, actor } = tx;
    const line = await lockLine(sql, lineId);
    const { unionId, bank } = line;
    const legs = await readLegs(sql, line, voucherNos);
    decideMatch(line, voucherNos, legs);
    const pairs = legs.map((leg) => ({ ...leg, lineId }));
    await writeMatches(tx, { unionId, by: actor.id }, pairs);
    await reconcilePayments(sql, unionId, bank);
    return { lineId, amountFen: BigInt(line.amountFen), voucherNos: voucherNos.map(BigInt) };
  },
});

function readLegs(
  sql: Sql,
  { unionId, bank }: Line,
  voucherNos: readonly number[],
): Promise<Leg[]> {
  return sql<Leg>`
    select l.no::float8 as "voucherNo", l.n::int as n, l.amount_fen::float8 as "amountFen",
      exists (select from statement_match as m
        where m.union_id = b.union_id and m.voucher_no = l.no and m.leg_n = l.n) as matched
    from book as b join leg as l using (book_id) join account as a using (book_id, account_no)
    where b.union_id = ${unionId} and a.code = '102' and a.mark = ${bank}
      and l.no = any(${voucherNos}::bigint[])`;
}
