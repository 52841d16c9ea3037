/**
 * The only ways in (ledger.md §3.5): they run with the owner's rights, with a pinned search path, and ask first whether
 * the book is in the caller's reach. ledger_open locks the book and says how it stands; ledger_post writes a batch that
 * was worked out from that answer, and checks it against what it finds.
 */
export const LEDGER_FUNCTIONS = ['ledger_open', 'ledger_post', 'ledger_change_period'] as const;

/**
 * Planned once a connection: the lengths of the arrays would else have each statement planned anew, which for a small
 * batch costs more than all it does. Plans that are kept must suit any length, so nothing here leaves the planner a choice.
 */
const PLANNED_ONCE = 'set plan_cache_mode = force_generic_plan set enable_seqscan = off';

export const openFunction = `
-- Answers how far the caller reaches, and from here on the function reaches all: the owner is held to the policies too,
-- and would ask them again for each row. The function gives back what it got; an error takes it back by itself.
create function demand_reach(union_id uuid) returns text
language plpgsql set search_path = finance, pg_temp as $$
declare reached text := reach();
begin
  if reached <> 'all' and union_id is distinct from scope_root() and union_id <> all(scope_unions()) then
    raise exception 'the book is out of reach' using errcode = 'insufficient_privilege';
  end if;
  perform set_config('gonglian.reach', 'all', true);
  return reached;
end $$;

-- Locking is a statement of its own: what follows sees what the one before us has committed.
create function ledger_open(of_union uuid, keys text[], codes text[], parties text[], projects text[], marks text[],
  kinds text[], pot_keys text[], banks text[]) returns json
language plpgsql security definer set search_path = finance, pg_temp ${PLANNED_ONCE} as $$
declare b book; said json; reached text;
begin
  reached := demand_reach(of_union);
  select * into b from book where union_id = of_union for update;
  if not found then
    insert into book (union_id, account_set, head)
    select u.union_id, case when u.level in ('NATIONAL', 'PROVINCE', 'CITY', 'COUNTY') then 'COUNTY'
        else 'GRASSROOTS' end, sha256('\\x03'::bytea || uuid_send(u.union_id))
      from known_union as u where u.union_id = of_union
      on conflict (union_id) do nothing;
    select * into b from book where union_id = of_union for update;
    if not found then
      perform set_config('gonglian.reach', reached, true);
      return null;
    end if;
  end if;
  said := json_build_object(
    'bookId', b.book_id, 'accountSet', b.account_set, 'lastNo', b.last_no,
    'lastAccountNo', b.last_account_no, 'lastPotNo', b.last_pot_no, 'lastBlockNo', b.last_block_no,
    'head', encode(b.head, 'hex'), 'closedThrough', b.closed_through,
    'postedMs', case when isfinite(b.last_posted_at)
      then (extract(epoch from b.last_posted_at) * 1000)::bigint else 0 end,
    'periods', (select json_agg(json_build_array(p.period, p.last_period_no, p.reopened))
      from book_period as p where p.book_id = b.book_id),
    'keys', (select json_build_array(array_agg(k.key), array_agg(encode(v.request_hash, 'hex')), array_agg(k.no),
        array_agg(v.period), array_agg(v.period_no))
      from voucher_key as k cross join lateral (select request_hash, period, period_no from voucher
        where book_id = k.book_id and no = k.no offset 0) as v
      where k.book_id = b.book_id and k.key = any(keys)),
    'accounts', (select json_build_array(array_agg(w.n), array_agg(a.account_no), array_agg(s.balance_fen),
        array_agg(s.version))
      from unnest(codes, parties, projects, marks) with ordinality as w(code, party, project, mark, n)
      cross join lateral (select account_no from account where book_id = b.book_id and code = w.code
        and party = w.party and project = w.project and mark = w.mark offset 0) as a
      cross join lateral (select balance_fen, version from account_balance
        where book_id = b.book_id and account_no = a.account_no offset 0) as s),
    'pots', (select json_build_array(array_agg(w.n), array_agg(p.pot_no), array_agg(t.in_fen), array_agg(t.out_fen))
      from unnest(kinds, pot_keys, banks) with ordinality as w(kind, key, bank, n)
      cross join lateral (select pot_no from pot
        where book_id = b.book_id and kind = w.kind and key = w.key and bank = w.bank offset 0) as p
      cross join lateral (select in_fen, out_fen from pot_total
        where book_id = b.book_id and pot_no = p.pot_no offset 0) as t));
  perform set_config('gonglian.reach', reached, true);
  return said;
end $$;
`;

export const postFunction = `
create function ledger_post(of_union uuid, posted timestamptz, prev bytea, block_body bytea, block_hash bytea,
  account_no int[], account_code text[], account_party text[], account_project text[], account_mark text[],
  account_leaf bytea[],
  pot_no int[], pot_kind text[], pot_key text[], pot_bank text[], pot_floored boolean[], pot_leaf bytea[],
  v_no bigint[], v_key text[], v_request bytea[], v_period text[], v_period_no int[], v_kind text[],
  v_event_on date[], v_summary text[], v_doc_kind text[], v_doc_id text[], v_doc_hash bytea[], v_maker text[],
  v_checker text[], v_approver text[], v_reverses bigint[], v_legs smallint[], v_moves smallint[], v_leaf bytea[],
  l_no bigint[], l_n smallint[], l_account int[], l_amount bigint[], l_balance bigint[], l_version bigint[],
  l_last boolean[], l_month int[],
  m_no bigint[], m_n smallint[], m_from int[], m_to int[], m_amount bigint[], m_out bigint[], m_in bigint[],
  m_year smallint[]) returns void
language plpgsql security definer set search_path = finance, pg_temp ${PLANNED_ONCE} as $$
declare b book; block bigint; last bigint := v_no[array_upper(v_no, 1)]; reached text;
begin
  reached := demand_reach(of_union);
  select * into b from book where union_id = of_union for update;
  if b.head is distinct from prev or v_no[1] <> b.last_no + 1 or last <> b.last_no + array_length(v_no, 1)
    or posted < b.last_posted_at then
    raise exception 'the book has moved' using errcode = 'serialization_failure';
  end if;
  -- The guards look at the lines of a voucher that came: of one that came without any they are not asked.
  if (cardinality(l_no)::bigint, cardinality(m_no)::bigint) is distinct from
    (select (sum(v.legs), sum(v.moves)) from (select unnest(v_legs) as legs, unnest(v_moves) as moves) as v) then
    raise exception 'lines are missing or too many' using errcode = 'GL002';
  end if;
  block := b.last_block_no + 1;
  perform open_fiscal_year(y) from (select distinct left(p, 4)::int as y from unnest(v_period) as p) as years;

  if account_no <> '{}' then
    insert into account select b.book_id, a.no, a.code, a.party, a.project, a.mark, block, a.leaf
      from unnest(account_no, account_code, account_party, account_project, account_mark, account_leaf)
        as a(no, code, party, project, mark, leaf);
    insert into account_balance (book_id, account_no) select b.book_id, no from unnest(account_no) as a(no);
  end if;
  if pot_no <> '{}' then
    insert into pot select b.book_id, p.no, p.kind, p.key, p.bank, block, p.leaf
      from unnest(pot_no, pot_kind, pot_key, pot_bank, pot_leaf) as p(no, kind, key, bank, leaf);
    insert into pot_total (book_id, pot_no, floored)
      select b.book_id, p.no, p.floored from unnest(pot_no, pot_floored) as p(no, floored);
  end if;

  -- Lists of a select are walked side by side; those of a from would each be laid down as a table first.
  insert into voucher_key (book_id, key, no) select b.book_id, unnest(v_key), unnest(v_no);
  insert into reversal (book_id, original_no, no)
    select b.book_id, v.original, v.no from (select unnest(v_reverses) as original, unnest(v_no) as no) as v
      where v.original is not null;
  insert into voucher (book_id, fiscal_year, no, key, request_hash, period, period_no, kind, event_on, posted_at,
      summary, doc_kind, doc_id, doc_hash, maker_id, checker_id, approver_id, reverses_no, leg_count, move_count,
      block_no, leaf)
    select b.book_id, left(v.period, 4)::smallint, v.no, v.key, v.request, v.period, v.period_no, v.kind, v.event_on,
      posted, v.summary, v.doc_kind, v.doc_id, v.doc_hash, v.maker, v.checker, v.approver, v.reverses, v.legs, v.moves,
      block, v.leaf
    from (select unnest(v_no) as no, unnest(v_key) as key, unnest(v_request) as request, unnest(v_period) as period,
      unnest(v_period_no) as period_no, unnest(v_kind) as kind, unnest(v_event_on) as event_on,
      unnest(v_summary) as summary, unnest(v_doc_kind) as doc_kind, unnest(v_doc_id) as doc_id,
      unnest(v_doc_hash) as doc_hash, unnest(v_maker) as maker, unnest(v_checker) as checker,
      unnest(v_approver) as approver, unnest(v_reverses) as reverses, unnest(v_legs) as legs, unnest(v_moves) as moves,
      unnest(v_leaf) as leaf) as v;
  insert into leg (book_id, fiscal_year, no, n, account_no, amount_fen, balance_fen, version)
    select b.book_id, l.month / 100, l.no, l.n, l.account, l.amount, l.balance, l.version
    from (select unnest(l_no) as no, unnest(l_n) as n, unnest(l_account) as account, unnest(l_amount) as amount,
      unnest(l_balance) as balance, unnest(l_version) as version, unnest(l_month) as month) as l;
  if m_no <> '{}' then
    insert into move (book_id, fiscal_year, no, n, from_pot, to_pot, amount_fen, out_end, in_end)
      select b.book_id, unnest(m_year), unnest(m_no), unnest(m_n), unnest(m_from), unnest(m_to), unnest(m_amount),
        unnest(m_out), unnest(m_in);
  end if;

  perform ledger_carry_legs(b.book_id, l_account, l_amount, l_balance, l_version, l_last, l_month);
  perform ledger_carry_moves(b.book_id, l_account, l_amount, m_from, m_to, m_amount, m_out, m_in);
  insert into book_period as p (book_id, period, last_period_no)
    select b.book_id, v.period, max(v.no) from unnest(v_period, v_period_no) as v(period, no) group by v.period
    on conflict (book_id, period) do update set last_period_no = excluded.last_period_no;
  insert into block (book_id, block_no, first_no, last_no, posted_at, prev, body, hash)
    values (b.book_id, block, b.last_no + 1, last, posted, prev, block_body, block_hash);
  update book set last_no = last, last_account_no = b.last_account_no + coalesce(array_length(account_no, 1), 0),
      last_pot_no = b.last_pot_no + coalesce(array_length(pot_no, 1), 0), last_block_no = block, head = block_hash,
      last_posted_at = posted
    where book_id = b.book_id;
  perform set_config('gonglian.reach', reached, true);
end $$;
`;

/**
 * What follows from the rows: worked out again here, and compared with what the batch claims. A row is found by its key
 * and changed in its place, whatever the planner knows of the table.
 */
export const carryFunctions = `
create function ledger_carry_legs(of_book int, l_account int[], l_amount bigint[], l_balance bigint[],
  l_version bigint[], l_last boolean[], l_month int[]) returns void
language plpgsql set search_path = finance, pg_temp as $$
declare legs bigint;
begin
  with sums as (
    select l.account, overlay((l.month)::text placing '-' from 5 for 0) collate "C" as period, count(*) as n,
        coalesce(sum(l.amount) filter (where l.amount > 0), 0) as debit,
        coalesce(-sum(l.amount) filter (where l.amount < 0), 0) as credit,
        max(l.version) filter (where l.last) as version, max(l.balance) filter (where l.last) as balance
      from (select unnest(l_account) as account, unnest(l_month) as month, unnest(l_amount) as amount,
        unnest(l_version) as version, unnest(l_balance) as balance, unnest(l_last) as last) as l
      group by l.account, l.month),
  changed as (
    select account, sum(n) as n, sum(debit - credit) as amount, max(version) as version, max(balance) as balance,
        max(period) as period from sums group by 1),
  carried as (
    update account_balance as s set balance_fen = c.balance, version = c.version, period = greatest(s.period, c.period),
        debit_fen = case when c.period < s.period then 0 else g.debit end
          + case when c.period > s.period then 0 else s.debit_fen end,
        credit_fen = case when c.period < s.period then 0 else g.credit end
          + case when c.period > s.period then 0 else s.credit_fen end
      from changed as c join sums as g on g.account = c.account and g.period = c.period
      cross join lateral (select ctid from account_balance
        where book_id = of_book and account_no = c.account offset 0) as place
      where s.ctid = place.ctid and s.version = c.version - c.n and s.balance_fen = c.balance - c.amount
      returning c.account, c.n, old.period as left_at, old.debit_fen as debit, old.credit_fen as credit, new.period as newest),
  passed as (
    insert into account_past as m (book_id, period, account_no, debit_fen, credit_fen)
      select of_book, p.period, p.account, sum(p.debit), sum(p.credit) from (
        select account, left_at, debit, credit from carried where left_at < newest and left_at <> ''
        union all
        select s.account, s.period, s.debit, s.credit from sums as s join carried as c using (account)
          where s.period < c.newest) as p(account, period, debit, credit) group by p.account, p.period
      on conflict (book_id, period, account_no) do update set debit_fen = m.debit_fen + excluded.debit_fen,
        credit_fen = m.credit_fen + excluded.credit_fen)
  select sum(n) into legs from carried;
  if legs is distinct from array_length(l_account, 1) then
    raise exception 'a running balance does not follow from the one before' using errcode = 'GL002';
  end if;
end $$;

-- The constraint of the table says no where the cash account and the pots of a bank would differ.
create function ledger_carry_moves(of_book int, l_account int[], l_amount bigint[], m_from int[], m_to int[],
  m_amount bigint[], m_out bigint[], m_in bigint[]) returns void
language plpgsql set search_path = finance, pg_temp as $$
declare ends bigint;
begin
  with changed as (
    select e.pot, sum(e.gone)::bigint as gone, sum(e.come)::bigint as come, max(e.out_end) as out_end,
        max(e.in_end) as in_end, count(*) as n
      from (
        select unnest(m_from), unnest(m_amount), 0, unnest(m_out), null::bigint
        union all
        select unnest(m_to), 0, unnest(m_amount), null, unnest(m_in)) as e(pot, gone, come, out_end, in_end)
      group by 1),
  carried as (
    update pot_total as t set out_fen = t.out_fen + c.gone, in_fen = t.in_fen + c.come
      from changed as c cross join lateral (select ctid from pot_total
        where book_id = of_book and pot_no = c.pot offset 0) as place
      where t.ctid = place.ctid and coalesce(c.out_end, t.out_fen) = t.out_fen + c.gone
        and coalesce(c.in_end, t.in_fen) = t.in_fen + c.come
      returning c.pot, c.n, c.come - c.gone as amount, t.floored),
  purses as (
    insert into purse as u (book_id, bank, cash_fen, pots_fen)
      select of_book, e.bank, sum(e.cash), sum(e.pots) from (
        select a.mark, l.amount, 0 from (select unnest(l_account) as account, unnest(l_amount) as amount) as l
          join (select k.account_no, k.mark from (values ('101'), ('102')) as c(code)
            cross join lateral (select account_no, mark from account
              where book_id = of_book and code = c.code offset 0) as k) as a on a.account_no = l.account
        union all
        select p.bank, 0, c.amount from carried as c
          cross join lateral (select bank from pot where book_id = of_book and pot_no = c.pot offset 0) as p
          where c.floored) as e(bank, cash, pots) group by e.bank
      on conflict (book_id, bank) do update
        set cash_fen = u.cash_fen + excluded.cash_fen, pots_fen = u.pots_fen + excluded.pots_fen)
  select sum(n) into ends from carried;
  if ends is distinct from array_length(m_from || m_to, 1) then
    raise exception 'an interval does not follow from the one before' using errcode = 'GL002';
  end if;
end $$;
`;

/** A month and all before it are closed; one of them may be opened again. Either is a block of the chain. */
export const periodFunction = `
create function ledger_change_period(of_union uuid, of_period text, to_change text, actor text, why text,
  posted timestamptz, prev bytea, block_body bytea, block_hash bytea, change_leaf bytea) returns void
language plpgsql security definer set search_path = finance, pg_temp as $$
declare b book; closed boolean; made int; reached text;
begin
  reached := demand_reach(of_union);
  select * into b from book where union_id = of_union for update;
  if b.head is distinct from prev or posted < b.last_posted_at then
    raise exception 'the book has moved' using errcode = 'serialization_failure';
  end if;
  closed := of_period <= b.closed_through and not exists (
    select from book_period as p where p.book_id = b.book_id and p.period = of_period and p.reopened);
  if closed = (to_change = 'CLOSED') then
    raise exception '% is % already', of_period, to_change using errcode = 'GL002';
  end if;
  insert into book_period as p (book_id, period, reopened)
    values (b.book_id, of_period, to_change = 'REOPENED')
    on conflict (book_id, period) do update set reopened = excluded.reopened;
  select count(*) + 1 into made from period_change as c where c.book_id = b.book_id;
  insert into period_change values (b.book_id, made, of_period, to_change, b.last_no, actor, why, posted,
    b.last_block_no + 1, change_leaf);
  insert into block (book_id, block_no, first_no, last_no, posted_at, prev, body, hash)
    values (b.book_id, b.last_block_no + 1, b.last_no + 1, b.last_no, posted, prev, block_body, block_hash);
  update book set last_block_no = b.last_block_no + 1, head = block_hash, last_posted_at = posted,
      closed_through = greatest(closed_through, case when to_change = 'CLOSED' then of_period else '' end)
    where book_id = b.book_id;
  perform set_config('gonglian.reach', reached, true);
end $$;
`;
