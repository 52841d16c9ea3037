import type { Migration } from '@gonglian/service/migrate.ts';

/** Steps from what was asked to the end of it; real ways have two or three. */
export const STEPS_MAX = 16;

/** What a step asks of one end of a move and of the other. */
interface Side {
  /** The pot a move is looked up by and where it ends there; the pot it leads to and where it ends there. */
  pot: string;
  end: string;
  next: string;
  nextEnd: string;
  /** The voucher whose other half the voucher of the move h is; nothing where it is none. */
  other: string;
}

const BACK: Side = {
  pot: 'to_pot',
  end: 'in_end',
  next: 'from_pot',
  nextEnd: 'out_end',
  other: `select v.reverses_no from voucher as v
          where v.book_id = of_book and v.no = h.no and v.fiscal_year = h.fiscal_year`,
};
const FORWARD: Side = {
  pot: 'from_pot',
  end: 'out_end',
  next: 'to_pot',
  nextEnd: 'in_end',
  other: 'select r.no from reversal as r where r.book_id = of_book and r.original_no = h.no',
};

const settings = `stable set search_path = finance, pg_temp set plan_cache_mode = force_generic_plan
  set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set jit = off`;

const move =
  'm.no, m.n::int as n, m.fiscal_year, m.amount_fen, m.from_pot, m.to_pot, m.in_end, m.out_end';

/**
 * What follows upon a piece w: moves h, where each begins in a line of fen, and where the piece does.
 * SEED: the moves of a voucher themselves, one after another.
 * POT: the fen that left a pot first are those that came first, so the moves that brought [lo, lo + fen) are those whose
 *   own interval at that pot meets it; forward it is those that took it away.
 * HALF: beyond the book, of one half of a reversal the other.
 */
const follows = ({ pot, end }: Side) => `
        select h.*, w.lo from (
          select ${move}, (sum(m.amount_fen) over (order by m.n) - m.amount_fen)::bigint as start
          from unnest(seeds) as m) as h
        where w.leads = 'SEED'
        union all
        select h.*, w.lo
        -- Apart, since the policies let no expression but a plain value by as a bound of the index.
        from (select coalesce((select e.${end} from move as e
            where e.book_id = of_book and e.${pot} = w.next_pot and e.${end} >= w.lo + w.fen
            order by e.${end} limit 1), w.lo + w.fen) as bound offset 0) as b
        cross join lateral (
          select ${move}, m.${end} - m.amount_fen as start from move as m
          where m.book_id = of_book and m.${pot} = w.next_pot and m.${end} > w.lo and m.${end} <= b.bound
          order by m.${end} limit most) as h
        where w.leads = 'POT'
        union all
        select h.* from trace_half(of_book, back, w.other, w.no, w.n, w.from_pot, w.to_pot, w.skip) as h
        where w.leads = 'HALF'`;

/** All steps, each from the moves of the one before; of each the first `most` by where they begin. */
const steps = (side: Side) => `
  with recursive way as (
    select case when of_pot is null then -1 else 0 end as depth, from_fen as at, to_fen - from_fen as fen, 0::bigint as skip,
      0::bigint as no, 0 as n, 0 as from_pot, 0 as to_pot, from_fen as after, '' collate "C" as kind,
      case when of_pot is null then 'SEED' else 'POT' end as leads, of_pot as next_pot, from_fen as lo, 0::bigint as other
    union all
    select * from (
      select w.depth + 1, w.at + greatest(h.start, h.lo) - h.lo as at,
        least(h.start + h.amount_fen, h.lo + w.fen) - greatest(h.start, h.lo), greatest(h.lo - h.start, 0),
        h.no, h.n, h.from_pot, h.to_pot, w.at as after, p.kind,
        case when p.kind in ('own', 'upper', 'lower', 'prep', 'trust', 'project') then 'POT'
          when x.other <> 0 then 'HALF' else '' end,
        h.${side.next}, h.${side.nextEnd} - h.amount_fen + greatest(h.lo - h.start, 0), x.other
      from way as w
      cross join lateral (${follows(side)}) as h
      join pot as p on p.book_id = of_book and p.pot_no = h.${side.next}
      cross join lateral (
        select case when p.kind in ('payer', 'recipient', 'node') then coalesce((
          ${side.other}), 0) else 0 end as other) as x
      where w.leads <> '' and w.depth < ${STEPS_MAX} and h.start < h.lo + w.fen and h.start + h.amount_fen > h.lo
      order by at limit most) as step)
  select json_agg(json_build_array(depth, at, fen, skip, no, n, from_pot, to_pot, after, leads) order by depth, at),
    array_agg(no), array_agg(from_pot) || array_agg(to_pot),
    array_agg(no) filter (where leads = '' and kind = 'payer'),
    array_agg(no) filter (where leads = '' and kind = 'recipient'),
    array_agg(no) filter (where leads = '' and kind = 'node')
  into hops, nos, pots, payers, recipients, nodes from way where from_pot <> 0;`;

/** What the hops and the ends are called: their vouchers with their seals, and what is behind an end. */
const names = `
  select json_agg(json_build_array(p.pot_no, p.kind, p.key, p.bank)),
      array_agg(p.key) filter (where p.kind = 'lower' and p.key ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$')
    into said_pots, kept_for
    from pot as p where p.book_id = of_book and p.pot_no = any(pots);
  select json_agg(json_build_object('no', v.no, 'period', v.period, 'periodNo', v.period_no, 'eventOn', v.event_on,
      'kind', v.kind, 'summary', v.summary, 'docKind', v.doc_kind, 'docId', v.doc_id, 'blockNo', v.block_no,
      'leaf', encode(v.leaf, 'hex'), 'reversesNo', coalesce(v.reverses_no, 0), 'reversedByNo', coalesce(r.no, 0))),
      array_agg(v.no) filter (where v.no = any(payers)), array_agg(v.doc_id) filter (where v.no = any(payers))
    into said_vouchers, slip_nos, slips
    from voucher as v left join reversal as r on r.book_id = of_book and r.original_no = v.no
    where v.book_id = of_book and v.no = any(nos);
  if kept_for is not null then
    select json_agg(json_build_object('unionId', u.union_id, 'unionName', u.name)) into unions
      from known_union as u where u.union_id = any(kept_for::uuid[]);
  end if;
  if payers is not null then
    select json_agg(json_build_object('no', r.voucher_no, 'receiptId', r.id, 'slipNo', r.slip_no,
        'periodFrom', r.period_from, 'periodTo', r.period_to)) into receipts
      from unnest(slip_nos, slips) as v(no, slip_no)
      join fund_receipt as r on r.slip_no = v.slip_no and r.voucher_no = v.no;
  end if;
  if recipients is not null then
    select json_agg(json_build_object('no', l.voucher_no, 'paymentId', l.payment_id, 'lineId', l.id,
        'batchNo', p.batch_no, 'seq', l.seq)) into lines
      from payment_line as l join payment as p on p.id = l.payment_id
      where l.union_id = of_union and l.voucher_no = any(recipients);
  end if;
  if nodes is not null then
    select json_agg(json_build_object('no', s.voucher_no, 'settlementId', s.settlement_id)) into settlements
      from settlement as s where s.union_id = of_union and s.voucher_no = any(nodes);
    -- What the moves before each of a settlement's come to: they are the settlement, one after another.
    select json_agg(json_build_object('no', m.no, 'n', m.n, 'fen', m.fen)) into befores
      from (select b.no, b.n, sum(b.amount_fen) over (partition by b.no order by b.n) - b.amount_fen as fen
        from move as b where b.book_id = of_book and b.no = any(nodes)) as m;
  end if;`;

/**
 * Of a move beyond the book, whose voucher is one half of a reversal, those of the other half between the same two pots:
 * it gives back the last first, and so each fen of it is one fen of what it takes back. `lo`: where in them `of_skip` is.
 * Apart from the steps, since it is asked seldom, and to have it ready costs as much as all that they ask.
 */
const traceHalf = `
create function trace_half(of_book int, back boolean, of_other bigint, of_no bigint, of_n int, source int, target int,
  of_skip bigint)
returns table (no bigint, n int, fiscal_year smallint, amount_fen bigint, from_pot int, to_pot int, in_end bigint,
  out_end bigint, start bigint, lo bigint)
language plpgsql ${settings} rows 10 as $$
#variable_conflict use_column
declare before bigint;
begin
  select coalesce(sum(m.amount_fen), 0) into before from move as m
    where m.book_id = of_book and m.no = of_no and m.from_pot = source and m.to_pot = target
      and case when back then m.n > of_n else m.n < of_n end;
  return query
    select ${move}, (sum(m.amount_fen) over (order by case when back then m.n else -m.n end) - m.amount_fen)::bigint,
      of_skip + before
    from move as m
    where m.book_id = of_book and m.no = of_other and m.from_pot = target and m.to_pot = source;
end $$;
`;

/**
 * trace_way: all of a trace within one book (ledger.md §3.1, §3.7), from so many fen to so many (0: all) of a voucher's
 * moves, of one of them, or of what went through a pot. Nothing where there is no such thing; no `wholeFen` where the
 * voucher moves nothing. Which way a move leads on is decided here and nowhere else.
 *
 * One function, so that what it asks of all years' partitions is planned once a connection and not for each trace; one
 * statement for all steps, since each that is begun sets up the policies of its tables, and that takes longer than its
 * look-ups. The settings are its own: a trace is a handful of look-ups by index, and the planner, who cannot know
 * beforehand how few, would read the whole table.
 */
const traceWay = `
create function trace_way(of_union uuid, back boolean, of_no bigint, of_n int, of_kind text, of_key text, of_bank text,
  from_fen bigint, to_fen bigint, most int) returns json
language plpgsql ${settings} as $$
#variable_conflict use_column
declare
  of_book int; of_pot int; whole bigint; seeds move[]; nos bigint[]; pots int[];
  payers bigint[]; recipients bigint[]; nodes bigint[]; slip_nos bigint[]; slips text[]; kept_for text[];
  hops json; said_pots json; said_vouchers json; receipts json; lines json; settlements json; befores json;
  unions json;
begin
  select b.book_id into of_book from book as b where b.union_id = of_union;
  if of_kind = '' then
    select sum(m.amount_fen), array_agg(m) into whole, seeds from move as m
      where m.book_id = of_book and m.no = of_no and (of_n = 0 or m.n = of_n);
    if whole is null then
      return (select '{}'::json from voucher as v where v.book_id = of_book and v.no = of_no);
    end if;
  else
    select p.pot_no, t.in_fen into of_pot, whole from pot as p join pot_total as t using (book_id, pot_no)
      where p.book_id = of_book and p.kind = of_kind and p.key = of_key and p.bank = of_bank;
    if of_pot is null then return null; end if;
  end if;
  if to_fen = 0 then to_fen := whole; end if;
  if from_fen < to_fen then
    if back then ${steps(BACK)}
    else ${steps(FORWARD)}
    end if;
  end if;
  if hops is not null then ${names}
  end if;
  return json_build_object('wholeFen', whole, 'hops', hops, 'pots', said_pots, 'vouchers', said_vouchers,
    'receipts', receipts, 'lines', lines, 'settlements', settlements, 'befores', befores,
    'unions', unions);
end $$;
`;

const ofDay = `
-- The day it was in China; nothing of nothing.
create function china_day(at timestamptz) returns text language sql stable parallel safe as $$
  select coalesce(to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD'), '') $$;
create index settlement_of_voucher on settlement (union_id, voucher_no) where voucher_no is not null;
`;

export const trace: Migration = { name: '0006-trace', sql: traceHalf + traceWay + ofDay };
