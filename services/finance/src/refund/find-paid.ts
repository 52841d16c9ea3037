// What each union has paid: in the years of the average, and for the months that are refunded.
import type { Month } from '@gonglian/kernel/dates.ts';
import type { Sql } from '../pipeline.ts';
import { PARTS, type LevelShares, type YearPaid } from './eligibility.ts';

/** More unions than any one node has. */
const UNIONS_MAX = 500_000;

export interface Paid {
  unionId: string;
  years: YearPaid[];
  /** Of the period, by who received it. */
  received: LevelShares;
  /** What went back in the same year before. */
  refundedFen: number;
}

interface PaidRow {
  unionId: string;
  years: (string | null)[];
  county: string;
  city: string;
  province: string;
  national: string;
  refunded: string;
}

/**
 * A receipt belongs to the last month of its period. Where the amount is 2 % of the wage bill, what was surrendered is
 * reckoned from the bill, unrounded; late fees are no fund. What the treasury pays is of no small payer.
 */
export async function findPaid(
  sql: Sql,
  asked: { years: readonly number[]; periodFrom: Month; periodTo: Month; rateBp: number },
): Promise<Paid[]> {
  const { periodFrom, periodTo, rateBp } = asked;
  const years = asked.years.map(String);
  const year = periodTo.slice(0, 4);
  const rows = await sql<PaidRow>`
    with paid as (
      select r.union_id, left(r.period_to, 4) as year,
        r.period_to between ${periodFrom} and ${periodTo} as asked,
        round(r.county_fen::numeric * r.amount_fen / nullif(r.fund_fen, 0)) as county,
        round(r.city_fen::numeric * r.amount_fen / nullif(r.fund_fen, 0)) as city,
        round(r.province_fen::numeric * r.amount_fen / nullif(r.fund_fen, 0)) as province,
        round(r.national_fen::numeric * r.amount_fen / nullif(r.fund_fen, 0)) as national,
        case when r.wage_base_fen > 0
            and r.amount_fen = round(r.wage_base_fen::numeric * ${rateBp}::int / 10000)
          then r.wage_base_fen::numeric * ${rateBp}::int * (10000 - r.grassroots_bp) end as exact
      from fund_receipt as r join known_union as u on u.union_id = r.union_id
      where r.mode <> 'FISCAL' and r.reversed_no is null and u.dissolved_on is null
        and left(r.period_to, 4) = any(${years}::text[])),
    yearly as (
      select union_id, year,
        sum(coalesce(exact, (county + city + province + national) * ${String(PARTS)}::numeric)) as sum
      from paid group by union_id, year)
    select p.union_id as "unionId", y.years,
      coalesce(sum(p.county) filter (where p.asked), 0)::text as county,
      coalesce(sum(p.city) filter (where p.asked), 0)::text as city,
      coalesce(sum(p.province) filter (where p.asked), 0)::text as province,
      coalesce(sum(p.national) filter (where p.asked), 0)::text as national,
      b.refunded
    from paid as p
    join (select union_id, array_agg(trunc(sum)::text) as years from yearly group by union_id) as y
      using (union_id)
    cross join lateral (
      select coalesce(sum(l.refund_fen), 0)::text as refunded
      from refund_line as l join refund_run as n on n.id = l.refund_id
      where l.union_id = p.union_id and l.removed_reason = '' and n.state <> 'CANCELLED'
        and left(n.period_to, 4) = ${year}) as b
    group by p.union_id, y.years, b.refunded
    order by p.union_id limit ${UNIONS_MAX}`;
  return rows.map(paidOf);
}

function paidOf(row: PaidRow): Paid {
  const { unionId, years, county, city, province, national, refunded } = row;
  return {
    unionId,
    years: years.map((sum) => ({ surrendered: BigInt(sum ?? 0) })),
    received: {
      countyFen: Number(county),
      cityFen: Number(city),
      provinceFen: Number(province),
      nationalFen: Number(national),
    },
    refundedFen: Number(refunded),
  };
}
