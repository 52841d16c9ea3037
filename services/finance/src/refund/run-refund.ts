// Without application: who pays little is found, and what of a period goes back to him.
import type { Refund } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import {
  chinaDate,
  monthOf,
  monthsBetween,
  type CalendarDate,
  type Month,
} from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { orderOn } from '@gonglian/kernel/policy.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { optionalDate, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command, type Sql } from '../pipeline.ts';
import { FINANCE_POLICY, financePolicy } from '../policy.ts';
import { month } from '../receipt/fields.ts';
import { isEligible, refundOf, sumOf, yearlyMean, type LevelShares } from './eligibility.ts';
import { findPaid, type Paid } from './find-paid.ts';
import { viewNow } from './refund.ts';
import { decideTakeOver } from './take-over.ts';

const RunRefund = z.strictObject({
  periodFrom: month,
  periodTo: month,
  madeOn: optionalDate,
  takeOverNo: optionalText(80),
});

/** Months of one year that are over. Refused REFUND_PERIOD_WRONG, REFUND_PERIOD_OPEN. */
export function decidePeriod(
  { periodFrom, periodTo }: { periodFrom: Month; periodTo: Month },
  today: CalendarDate,
): Month[] {
  if (periodFrom > periodTo || periodFrom.slice(0, 4) !== periodTo.slice(0, 4)) {
    throw refused('REFUND_PERIOD_WRONG', { periodFrom, periodTo });
  }
  if (periodTo >= monthOf(today)) throw refused('REFUND_PERIOD_OPEN', { periodTo });
  return monthsBetween(periodFrom, periodTo);
}

export interface Line extends LevelShares {
  unionId: string;
  yearlyMeanFen: number;
  surrenderedFen: number;
  refundFen: number;
}

/** undefined for who pays more, and for whom nothing is left to give back. */
export function decideLine(paid: Paid, limitFen: number, withNational: boolean): Line | undefined {
  if (!isEligible(paid.years, limitFen)) return undefined;
  const capFen = limitFen - paid.refundedFen;
  const shares = capFen > 0 ? refundOf(paid.received, capFen, withNational) : undefined;
  if (!shares) return undefined;
  return {
    ...shares,
    unionId: paid.unionId,
    yearlyMeanFen: yearlyMean(paid.years),
    surrenderedFen: sumOf(paid.received),
    refundFen: sumOf(shares),
  };
}

/** Refused REFUND_TAKE_OVER_INCOMPLETE, REFUND_NOT_OLD, REFUND_PERIOD_WRONG, REFUND_PERIOD_OPEN, PERIOD_REFUNDED, REFUND_EMPTY. */
export const runRefund = command({
  schema: RunRefund,
  permission: 'finance.refund.write',
  async run({ sql, actor, now }, ask): Promise<Refund> {
    const { periodFrom, periodTo, takeOverNo } = ask;
    const today = decideTakeOver(ask, chinaDate(now));
    const months = decidePeriod({ periodFrom, periodTo }, today);
    const limitFen = financePolicy('refund.limit', today);
    const withNational = financePolicy('refund.national_share', today);
    const rateBp = financePolicy('fund.rate', today);
    const last = Number(periodTo.slice(0, 4));
    const count = financePolicy('refund.basis_years', today);
    const years = Array.from({ length: count }, (_, back) => last - back);
    const refundId = newId();
    const documentNo = orderOn(FINANCE_POLICY, 'refund.limit', today);
    await sql`
      insert into refund_run (id, period_from, period_to, state, limit_fen, document_no, made_by, made_at,
        made_on, take_over_no)
      values (${refundId}, ${periodFrom}, ${periodTo}, 'LISTED', ${limitFen}, ${documentNo},
        ${actor.id}, ${now}, ${today}, ${takeOverNo})`;
    await claimMonths(sql, refundId, months);
    const paid = await findPaid(sql, { years, periodFrom, periodTo, rateBp });
    const lines = paid.flatMap((one) => decideLine(one, limitFen, withNational) ?? []);
    if (lines.length === 0) throw refused('REFUND_EMPTY', { unions: paid.length });
    await insertLines(sql, refundId, lines);
    return viewNow(sql, refundId);
  },
});

/** A month is refunded once: whoever asks for it at the same time waits here, and is refused. */
async function claimMonths(sql: Sql, refundId: string, months: readonly Month[]): Promise<void> {
  const claimed = await sql<{ month: Month }>`
    insert into refunded_month (month, refund_id)
    select m, ${refundId} from unnest(${months}::text[]) as m order by m
    on conflict (month) do nothing returning month`;
  if (claimed.length === months.length) return;
  const ours = new Set(claimed.map((one) => one.month));
  throw refused('PERIOD_REFUNDED', { month: months.find((one) => !ours.has(one)) ?? '' });
}

async function insertLines(sql: Sql, refundId: string, lines: readonly Line[]): Promise<void> {
  const of = <Key extends keyof Line>(key: Key) => lines.map((line) => line[key]);
  await sql`
    insert into refund_line (refund_id, union_id, yearly_mean_fen, surrendered_fen, refund_fen,
      county_fen, city_fen, province_fen, national_fen)
    select ${refundId}, l.* from unnest(${of('unionId')}::uuid[], ${of('yearlyMeanFen')}::bigint[],
      ${of('surrenderedFen')}::bigint[], ${of('refundFen')}::bigint[],
      ${of('countyFen')}::bigint[], ${of('cityFen')}::bigint[], ${of('provinceFen')}::bigint[],
      ${of('nationalFen')}::bigint[]) as l`;
}
