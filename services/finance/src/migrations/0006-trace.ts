import type { Migration } from '@gonglian/service/migrate.ts';

/**
 * The steps of the trace (ledger.md §3.1, §3.7), each for many pieces of money at once. A piece is so many fen of what
 * was asked about, `at` from its beginning; what comes out are moves, the first `most` in the order of `at`.
 *
 * trace_subject: in which book a voucher is, and how much it moves.
 * trace_seed: the moves of a voucher themselves, one after another, from so many fen to so many.
 * trace_step: intervals of pots. The fen that left a pot first are those that came first, so the moves that brought
 *   [lo, hi) are those whose own interval at that pot meets it; forward it is those that took it away.
 * trace_other_half: moves that lie beyond the book's pots, and the vouchers (`other`) that are their other half: a
 *   reversal gives back the last first, and so each fen of it is one fen of what it takes back.
 * trace_vouchers: what the vouchers of the hops say, with their seals.
 *
 * Functions, so that what a step asks of all years' partitions is planned once a connection and not for each step: the
 * policies of its tables cost more to plan than a look-up takes. The settings are theirs alone: each step is a handful of
 * look-ups by index, and the planner, who cannot know beforehand how few, would read the whole table.
 */
const traceFunctions = `
create function trace_seed(of_book int, back boolean, seed_no bigint, seed_n int, seed_from bigint, seed_to bigint,
  most int)
returns table (at float8, fen float8, skip float8, piece int, no float8, n int, "outStart" float8, "inStart" float8,
  "fromPot" int, "fromKind" text, "fromKey" text, "fromBank" text, "toPot" int, "toKind" text, "toKey" text,
  "toBank" text, other float8)
language plpgsql stable set search_path = finance, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
#variable_conflict use_column
begin
  return query
  select greatest(h.start, seed_from)::float8,
    (least(h.start + h.amount_fen, seed_to) - greatest(h.start, seed_from))::float8,
    greatest(seed_from - h.start, 0)::float8, 0,
    h.no::float8, h.n::int, (h.out_end - h.amount_fen)::float8, (h.in_end - h.amount_fen)::float8, h.from_pot,
    s.kind, s.key, s.bank, h.to_pot, t.kind, t.key, t.bank,
    (case when back then coalesce((select v.reverses_no from voucher as v
      where v.book_id = of_book and v.no = h.no and v.fiscal_year = h.fiscal_year), 0)
    else coalesce((select r.no from reversal as r
      where r.book_id = of_book and r.original_no = h.no), 0) end)::float8
  from (select m.*, (sum(m.amount_fen) over (order by m.n) - m.amount_fen)::bigint as start from move as m
    where m.book_id = of_book and m.no = seed_no and (seed_n = 0 or m.n = seed_n)) as h
  join pot as s on s.book_id = of_book and s.pot_no = h.from_pot
  join pot as t on t.book_id = of_book and t.pot_no = h.to_pot
  where h.start < seed_to and h.start + h.amount_fen > seed_from order by 1 limit most;
end $$;

create function trace_step(of_book int, back boolean, pots int[], los bigint[], his bigint[], ats bigint[], most int)
returns table (at float8, fen float8, skip float8, piece int, no float8, n int, "outStart" float8, "inStart" float8,
  "fromPot" int, "fromKind" text, "fromKey" text, "fromBank" text, "toPot" int, "toKind" text, "toKey" text,
  "toBank" text, other float8)
language plpgsql stable set search_path = finance, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
#variable_conflict use_column
begin
  if back then
  return query
  select (f.at + greatest(h.start, f.lo) - f.lo)::float8,
    (least(h.in_end, f.hi) - greatest(h.start, f.lo))::float8, greatest(f.lo - h.start, 0)::float8, f.piece::int,
    h.no::float8, h.n::int, (h.out_end - h.amount_fen)::float8, (h.in_end - h.amount_fen)::float8, h.from_pot,
    s.kind, s.key, s.bank, h.to_pot, t.kind, t.key, t.bank,
    (coalesce((select v.reverses_no from voucher as v
      where v.book_id = of_book and v.no = h.no and v.fiscal_year = h.fiscal_year), 0))::float8
  from unnest(pots, los, his, ats) with ordinality as f(pot, lo, hi, at, piece)
  -- Apart, since the policies let no expression but a plain value by as a bound of the index.
  cross join lateral (
    select coalesce((select e.in_end from move as e
      where e.book_id = of_book and e.to_pot = f.pot and e.in_end >= f.hi order by e.in_end limit 1), f.hi) as bound
    offset 0) as b
  cross join lateral (
    select m.*, m.in_end - m.amount_fen as start from move as m
    where m.book_id = of_book and m.to_pot = f.pot and m.in_end > f.lo and m.in_end <= b.bound
    order by m.in_end limit most) as h
  join pot as s on s.book_id = of_book and s.pot_no = h.from_pot
  join pot as t on t.book_id = of_book and t.pot_no = h.to_pot
  where h.start < f.hi order by 1 limit most;
  else
  return query
  select (f.at + greatest(h.start, f.lo) - f.lo)::float8,
    (least(h.out_end, f.hi) - greatest(h.start, f.lo))::float8, greatest(f.lo - h.start, 0)::float8, f.piece::int,
    h.no::float8, h.n::int, (h.out_end - h.amount_fen)::float8, (h.in_end - h.amount_fen)::float8, h.from_pot,
    s.kind, s.key, s.bank, h.to_pot, t.kind, t.key, t.bank,
    (coalesce((select r.no from reversal as r
      where r.book_id = of_book and r.original_no = h.no), 0))::float8
  from unnest(pots, los, his, ats) with ordinality as f(pot, lo, hi, at, piece)
  -- Apart, since the policies let no expression but a plain value by as a bound of the index.
  cross join lateral (
    select coalesce((select e.out_end from move as e
      where e.book_id = of_book and e.from_pot = f.pot and e.out_end >= f.hi order by e.out_end limit 1), f.hi) as bound
    offset 0) as b
  cross join lateral (
    select m.*, m.out_end - m.amount_fen as start from move as m
    where m.book_id = of_book and m.from_pot = f.pot and m.out_end > f.lo and m.out_end <= b.bound
    order by m.out_end limit most) as h
  join pot as s on s.book_id = of_book and s.pot_no = h.from_pot
  join pot as t on t.book_id = of_book and t.pot_no = h.to_pot
  where h.start < f.hi order by 1 limit most;
  end if;
end $$;

create function trace_other_half(of_book int, back boolean, r_no bigint[], r_n int[], r_other bigint[], r_skip bigint[],
  r_fen bigint[], r_at bigint[], most int)
returns table (at float8, fen float8, skip float8, piece int, no float8, n int, "outStart" float8, "inStart" float8,
  "fromPot" int, "fromKind" text, "fromKey" text, "fromBank" text, "toPot" int, "toKind" text, "toKey" text,
  "toBank" text, other float8)
language plpgsql stable set search_path = finance, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
#variable_conflict use_column
begin
  return query
  select (i.at + greatest(h.start, i.lo) - i.lo)::float8,
    (least(h.start + h.amount_fen, i.lo + i.fen) - greatest(h.start, i.lo))::float8,
    greatest(i.lo - h.start, 0)::float8, i.piece,
    h.no::float8, h.n::int, (h.out_end - h.amount_fen)::float8, (h.in_end - h.amount_fen)::float8, h.from_pot,
    s.kind, s.key, s.bank, h.to_pot, t.kind, t.key, t.bank,
    (case when back then coalesce((select v.reverses_no from voucher as v
      where v.book_id = of_book and v.no = h.no and v.fiscal_year = h.fiscal_year), 0)
    else coalesce((select r.no from reversal as r
      where r.book_id = of_book and r.original_no = h.no), 0) end)::float8
  from (
    select r.other, r.fen, r.at, r.piece::int as piece, m.from_pot, m.to_pot, (r.skip + coalesce((
        select sum(o.amount_fen) from move as o
        where o.book_id = of_book and o.no = m.no and o.from_pot = m.from_pot and o.to_pot = m.to_pot
          and case when back then o.n > m.n else o.n < m.n end), 0))::bigint as lo
      from unnest(r_no, r_n, r_other, r_skip, r_fen, r_at)
        with ordinality as r(no, n, other, skip, fen, at, piece)
      join move as m on m.book_id = of_book and m.no = r.no and m.n = r.n) as i
  cross join lateral (
    select m.*, (sum(m.amount_fen) over (order by case when back then m.n else -m.n end)
        - m.amount_fen)::bigint as start
      from move as m where m.book_id = of_book and m.no = i.other
        and m.from_pot = i.to_pot and m.to_pot = i.from_pot) as h
  join pot as s on s.book_id = of_book and s.pot_no = h.from_pot
  join pot as t on t.book_id = of_book and t.pot_no = h.to_pot
  where h.start < i.lo + i.fen and h.start + h.amount_fen > i.lo order by 1 limit most;
end $$;

create function trace_subject(of_union uuid, of_no bigint, of_n int) returns table ("bookId" int, fen float8)
language plpgsql stable set search_path = finance, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
#variable_conflict use_column
begin
  return query
  select b.book_id, (select sum(m.amount_fen) from move as m
      where m.book_id = b.book_id and m.no = v.no and (of_n = 0 or m.n = of_n))::float8
    from book as b join voucher as v using (book_id) where b.union_id = of_union and v.no = of_no;
end $$;

create function trace_vouchers(of_book int, nos bigint[])
returns table (no float8, period text, "periodNo" int, "eventOn" text, kind text, summary text, "docKind" text,
  "docId" text, "blockNo" float8, leaf text, "reversesNo" float8, "reversedByNo" float8)
language plpgsql stable set search_path = finance, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off as $$
#variable_conflict use_column
begin
  return query
  select v.no::float8, v.period, v.period_no, v.event_on::text, v.kind, v.summary, v.doc_kind, v.doc_id,
    v.block_no::float8, encode(v.leaf, 'hex'), coalesce(v.reverses_no, 0)::float8, coalesce(r.no, 0)::float8
  from voucher as v left join reversal as r on r.book_id = of_book and r.original_no = v.no
  where v.book_id = of_book and v.no = any(nos);
end $$;

-- The day it was in China; nothing of nothing.
create function china_day(at timestamptz) returns text language sql stable parallel safe as $$
  select coalesce(to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '') $$;
`;

export const trace: Migration = { name: '0006-trace', sql: traceFunctions };
