// The report of funds collected (经费收缴报告表, domain §5.4): of the periods of a year what is due to the levels above the
// unions, what of it has come, and what was sent on. What went back to small payers is due to nobody.
import type { FundReport } from '@gonglian/contracts/gen/gonglian/finance/v1/api.ts';
import { code, cursor, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query, type Sql } from '../pipeline.ts';

const GROUPINGS = ['MODE', 'LEVEL', 'UNION'] as const;

/** As the database answers: numbers of eight bytes as texts. */
interface Row {
  key: string;
  name: string;
  receipts: number;
  dueFen: string;
  receivedFen: string;
  paidUpFen: string;
}

interface Ask {
  year: string;
  after: string | null;
  limit: number;
}

export const getFundReport = query({
  schema: z.strictObject({
    year: z.int().min(1990, 'too_small').max(2199, 'too_large'),
    grouping: code(GROUPINGS),
    cursor: cursor.pipe(optionalId),
    limit: limit(500, 100),
  }),
  permission: 'finance.fund-report.read',
  async run({ sql, own }, { year, grouping, ...ask }): Promise<FundReport> {
    const asked: Ask = { year: String(year), after: ask.cursor || null, limit: ask.limit };
    const rows = await READ[grouping](sql, asked, own.level);
    const more = grouping === 'UNION' && rows.length === ask.limit;
    return {
      year,
      grouping,
      rows: rows.map((row) => rowOf(row, grouping === 'LEVEL')),
      nextCursor: more ? (rows.at(-1)?.key ?? '') : '',
    };
  },
});

function rowOf({ key, name, receipts, ...amounts }: Row, byLevel: boolean) {
  const dueFen = BigInt(amounts.dueFen);
  const receivedFen = BigInt(amounts.receivedFen);
  const paidUpFen = BigInt(amounts.paidUpFen);
  const differenceFen = dueFen - (byLevel ? paidUpFen : receivedFen);
  return { key, name, receipts, dueFen, receivedFen, paidUpFen, differenceFen };
}

const READ: Record<
  (typeof GROUPINGS)[number],
  (sql: Sql, ask: Ask, level: string) => Promise<Row[]>
> = { MODE: readModes, LEVEL: readLevels, UNION: readUnions };

/** A self-paying union keeps its own share before it pays up; of all others the share has come as well. */
function readModes(sql: Sql, { year }: Ask): Promise<Row[]> {
  return sql<Row>`
    select mode as key, '' as name, count(*)::int as receipts,
      sum(fund_fen - grassroots_fen)::text as "dueFen",
      sum(received_fen - case when mode = 'SELF_PAY' then 0 else grassroots_fen end)::text as "receivedFen",
      '0' as "paidUpFen"
    from fund_receipt
    where left(period_to, 4) = ${year} and union_id is not null and reversed_no is null
    group by mode order by mode`;
}

function readUnions(sql: Sql, { year, after, limit: most }: Ask): Promise<Row[]> {
  return sql<Row>`
    select r.union_id::text as key, coalesce(max(u.name), '') as name, count(*)::int as receipts,
      sum(r.fund_fen - r.grassroots_fen)::text as "dueFen",
      sum(r.received_fen - case when r.mode = 'SELF_PAY' then 0 else r.grassroots_fen end)::text
        as "receivedFen",
      '0' as "paidUpFen"
    from fund_receipt as r left join known_union as u on u.union_id = r.union_id
    where left(r.period_to, 4) = ${year} and r.union_id is not null and r.reversed_no is null
      and (${after}::uuid is null or r.union_id > ${after}::uuid)
    group by r.union_id order by r.union_id limit ${most}`;
}

/**
 * Collected here and received from below, less what the bank has paid back to small payers. The share of this level
 * stays: it counts as sent, as it is where it belongs.
 */
function readLevels(sql: Sql, { year }: Ask, level: string): Promise<Row[]> {
  return sql<Row>`
    with collected as (
      select v.level, sum(v.fen) as fen, count(*) as receipts from fund_receipt as r
      cross join lateral (values ('COUNTY', r.county_fen), ('CITY', r.city_fen),
        ('PROVINCE', r.province_fen), ('NATIONAL', r.national_fen)) as v(level, fen)
      where left(r.period_to, 4) = ${year} and r.union_id is not null and r.reversed_no is null
      group by v.level),
    refunded as (
      select v.level, sum(v.fen) as fen from refund_standing as s
      join refund_run as n on n.id = s.refund_id and left(n.period_to, 4) = ${year}
      join refund_line as l on l.refund_id = s.refund_id and l.union_id = s.union_id
      cross join lateral (values ('COUNTY', l.county_fen), ('CITY', l.city_fen),
        ('PROVINCE', l.province_fen), ('NATIONAL', l.national_fen)) as v(level, fen)
      where s.payment_state = 'PAID' group by v.level),
    moved as (
      select p.level,
        sum(p."amountFen") filter (where s.direction = 'IN') as came,
        sum(p."amountFen") filter (where s.direction = 'OUT') as sent
      from settlement as s
      cross join lateral json_to_recordset(s.shares) as p(level text, "amountFen" bigint)
      where s.kind = 'REMITTANCE' and left(s.period, 4) = ${year}
        and s.state in ('SENT', 'CONFIRMED', 'RECEIVED', 'DISPUTED')
        and (s.direction = 'OUT' or s.state = 'RECEIVED')
      group by p.level)
    select o.level as key, '' as name, coalesce(c.receipts, 0)::int as receipts,
      d.fen::text as "dueFen", d.fen::text as "receivedFen",
      case when o.level = ${level} then d.fen else coalesce(m.sent, 0) end::text as "paidUpFen"
    from (values ('COUNTY', 1), ('CITY', 2), ('PROVINCE', 3), ('NATIONAL', 4)) as o(level, place)
    left join collected as c using (level) left join refunded as b using (level)
    left join moved as m using (level)
    cross join lateral (
      select coalesce(c.fen, 0) + coalesce(m.came, 0) - coalesce(b.fen, 0) as fen) as d
    where d.fen <> 0 or m.sent <> 0 order by o.place`;
}
