// The moves of a year by their two ends. A pot is named by its kind; whoever is beyond the book by what says most of
// the money: a payer by how he paid, a recipient by the account, a neighbour by its region.
import type { Sql } from '../pipeline.ts';

/** Pots that lie at a bank; whatever else a move names is beyond the book. */
export const HELD_KINDS = ['prep', 'trust', 'own', 'upper', 'lower', 'project'] as const;

/** The documents by which money comes in; whoever posts by hand names what he likes. */
const MODES = JSON.stringify({
  'tax-slip': 'TAX_COLLECT',
  'bank-receipt': 'SELF_PAY',
  'fiscal-order': 'FISCAL',
  'dues-list': 'DUES',
});

export interface FlowEnds {
  fromKind: string;
  fromPart: string;
  toKind: string;
  toPart: string;
}

export interface FlowRow extends FlowEnds {
  /** The voucher, where one flow is asked for; 0 where all are. */
  no: number;
  amountFen: number;
  moveCount: number;
}

export interface FlowAsk {
  bookId: number;
  year: number;
  /** One flow, voucher by voucher from this number down; left out: all of them, added up. */
  only?: FlowEnds & { belowNo: number };
  limit: number;
}

/** The number of a union's book; undefined where nothing was ever posted. */
export async function findBook(sql: Sql, unionId: string): Promise<number | undefined> {
  const [book] = await sql<{ bookId: number }>`
    select book_id as "bookId" from book where union_id = ${unionId}`;
  return book?.bookId;
}

/** Of a voucher that pays for several accounts at once nobody can say which fen were for which: it has none. */
export function readFlows(sql: Sql, { bookId, year, only, limit }: FlowAsk): Promise<FlowRow[]> {
  return sql<FlowRow>`
    with moved as materialized (
      select m.no, m.amount_fen, f.kind as from_kind, f.key as from_key, t.kind as to_kind,
        t.key as to_key
      from move as m join pot as f on f.book_id = m.book_id and f.pot_no = m.from_pot
      join pot as t on t.book_id = m.book_id and t.pot_no = m.to_pot
      where m.book_id = ${bookId} and m.fiscal_year = ${year}
        and (${only?.fromKind ?? null}::text is null
          or (f.kind = ${only?.fromKind ?? null} and t.kind = ${only?.toKind ?? null}))
        and (${only?.belowNo ?? 0} = 0 or m.no < ${only?.belowNo ?? 0})),
    spent as (
      select l.no, case when min(a.code) = max(a.code) then min(a.code) else '' end as part
      from leg as l join account as a using (book_id, account_no)
      where l.book_id = ${bookId} and l.fiscal_year = ${year} and a.code not in ('101', '102')
        and l.no in (select no from moved where 'recipient' in (from_kind, to_kind))
      group by 1),
    paid as (
      select v.no, coalesce(${MODES}::jsonb ->> v.doc_kind, 'BY_HAND') as part from voucher as v
      where v.book_id = ${bookId} and v.fiscal_year = ${year}
        and v.no in (select no from moved where 'payer' in (from_kind, to_kind))),
    named as (
      select m.no, amount_fen, from_kind, to_kind,
        case from_kind when 'payer' then p.part when 'recipient' then coalesce(s.part, '')
          when 'node' then from_key else '' end as from_part,
        case to_kind when 'payer' then p.part when 'recipient' then coalesce(s.part, '')
          when 'node' then to_key else '' end as to_part
      from moved as m left join spent as s using (no) left join paid as p using (no))
    select case when ${only !== undefined} then no else 0 end::float8 as no, from_kind as "fromKind",
      from_part as "fromPart", to_kind as "toKind", to_part as "toPart",
      sum(amount_fen)::float8 as "amountFen", count(*)::int as "moveCount"
    from named
    where ${only === undefined} or (from_part = ${only?.fromPart ?? ''} and to_part = ${only?.toPart ?? ''})
    group by 1, 2, 3, 4, 5 order by 1 desc, 2, 4, 3, 5 limit ${limit}`;
}

/** What lay in each kind of pot when the year began: what lies there now, less what has moved since. */
export async function readOpenings(
  sql: Sql,
  bookId: number,
  year: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ kind: string; fen: number }>`
    with since as (
      select pot_no, sum(fen) as fen from (
        select to_pot as pot_no, amount_fen as fen from move
        where book_id = ${bookId} and fiscal_year >= ${year}
        union all
        select from_pot, -amount_fen from move
        where book_id = ${bookId} and fiscal_year >= ${year}) as m
      group by 1)
    select p.kind, sum(t.in_fen - t.out_fen - coalesce(s.fen, 0))::float8 as fen
    from pot as p join pot_total as t using (book_id, pot_no) left join since as s using (pot_no)
    where p.book_id = ${bookId} and p.kind = any(${[...HELD_KINDS]}::text[])
    group by 1`;
  return new Map(rows.map(({ kind, fen }) => [kind, fen]));
}
