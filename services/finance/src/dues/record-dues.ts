// A grassroots union has collected a month's dues. Wages are worked with and never kept: what stays is how many and how much.
import type { DuesRecord } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { chinaDate, monthOf, type CalendarDate, type Month } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { FUND_LEVELS } from '@gonglian/kernel/split.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { optionalFen } from '../amount.ts';
import { requireLivingUnion } from '../budget/require-union.ts';
import { postOne } from '../ledger/post-one.ts';
import { command, type Sql } from '../pipeline.ts';
import { financePolicy } from '../policy.ts';
import { bank, month } from '../receipt/fields.ts';
import { sumDues, type DuesLine, type DuesRule, type DuesSum } from './dues.ts';
import { duesKey, duesVoucher } from './dues-voucher.ts';

/** Members of one union; with them a request stays well below what the gateway takes. */
const LINES_MAX = 50_000;

const RecordDues = z.strictObject({
  unionId: id,
  month,
  receivedOn: date,
  bank,
  documentNo: text(100),
  lines: z
    .array(z.strictObject({ baseWageFen: optionalFen, retained: z.boolean() }))
    .min(1, 'required')
    .max(LINES_MAX, 'too_many'),
});

interface Asked {
  month: Month;
  receivedOn: CalendarDate;
  lines: readonly DuesLine[];
}

/**
 * Refused DUES_NOT_GRASSROOTS, since account 401 is of grassroots books only; IN_FUTURE for what has not arrived and for
 * a month that has no wages yet; DUES_NOTHING where nobody owes anything.
 */
export function decideDues(
  { month: of, receivedOn, lines }: Asked,
  { level, rule, today }: { level: string; rule: DuesRule; today: CalendarDate },
): DuesSum {
  if (FUND_LEVELS.some((one) => one === level)) throw refused('DUES_NOT_GRASSROOTS', { level });
  if (receivedOn > today) throw refused('IN_FUTURE', { date: receivedOn });
  if (of > monthOf(today)) throw refused('IN_FUTURE', { date: of });
  const sum = sumDues(lines, rule);
  if (sum.amountFen === 0) throw refused('DUES_NOTHING', { members: sum.memberCount });
  return sum;
}

/** A union and month once: the voucher's key answers what is the same again and refuses what is not. */
export const recordDues = command({
  schema: RecordDues,
  permission: 'finance.dues.record',
  unions: ({ unionId }) => [unionId],
  async run(tx, ask): Promise<DuesRecord> {
    const { unionId } = ask;
    await requireLivingUnion(tx.sql, unionId);
    const { level, takenBack } = await readBefore(tx.sql, unionId, ask.month);
    const on = `${ask.month}-01`;
    const rule = {
      rateBp: financePolicy('dues.rate', on),
      truncateYuan: financePolicy('dues.truncate_yuan', on),
    };
    const sum = decideDues(ask, { level, rule, today: chinaDate(tx.now) });
    const { no } = await postOne(
      tx,
      unionId,
      duesVoucher(ask, sum, { makerId: tx.actor.id, takenBack }),
    );
    return {
      unionId,
      month: ask.month,
      memberCount: sum.memberCount,
      payerCount: sum.payerCount,
      retainedCount: sum.retainedCount,
      amountFen: BigInt(sum.amountFen),
      voucherNo: no,
    };
  },
});

interface Before {
  level: string;
  takenBack: number;
}

/** The union's level, and how often this month was entered and taken back: '#' is followed by '$'. */
async function readBefore(sql: Sql, unionId: string, of: Month): Promise<Before> {
  const key = duesKey(of);
  const [row] = await sql<Before>`
    select u.level, (select count(*) from book as b join voucher_key as k using (book_id)
        join reversal as r on r.book_id = k.book_id and r.original_no = k.no
        where b.union_id = u.union_id
          and (k.key = ${key} or (k.key > ${`${key}#`} and k.key < ${`${key}$`})))::int as "takenBack"
    from known_union as u where u.union_id = ${unionId}`;
  if (!row) throw new Error('a union that was there a moment ago');
  return row;
}
