import { APPENDED, YEARLY } from './ledger-tables.ts';

const partitioned: ReadonlySet<string> = new Set(YEARLY);

/**
 * What PostgreSQL runs as text: row triggers are cloned into partitions, those of statements are not, so each partition
 * gets its own. `enable always`: they also run where a session says that it replicates.
 */
const statementGuards = `
  execute format('create trigger never_emptied before truncate on finance.%I
    for each statement execute function finance.refuse_change()', place);
  execute format('alter table finance.%I enable always trigger never_emptied', place);
  execute format('create trigger guarded after insert on finance.%I referencing new table as added
    for each statement execute function finance.%I()', place, 'guard_' || kept);
  execute format('alter table finance.%I enable always trigger guarded', place);`;

/**
 * The guards of ledger.md §3.4: a batch at a time, over the rows that were added. A voucher balances and has its legs and
 * moves whole; accounts and pots are of its book; its period is open; a reversal mirrors what it takes back. What is
 * added at once is of one book, and its vouchers are read as the one range of numbers that they are.
 */
export const ledgerGuards = `
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'finance.% is appended to, never changed', tg_table_name using errcode = 'GL001';
end $$;

create function guard_voucher() returns trigger language plpgsql set search_path = finance, pg_temp as $$
declare bad record;
begin
  select a.no, a.period into bad from (
      select book_id, period, min(no) as no from added group by 1, 2) as a join book as b using (book_id)
    left join book_period as p on p.book_id = a.book_id and p.period = a.period
    where a.period <= b.closed_through and not coalesce(p.reopened, false) limit 1;
  if found then
    raise exception 'voucher %: % is closed', bad.no, bad.period using errcode = 'GL002';
  end if;
  return null;
end $$;

create function guard_leg() returns trigger language plpgsql set search_path = finance, pg_temp
  set enable_nestloop = off as $$
declare bad bigint; taken_back bigint[];
begin
  -- From the first to the last and as many: the primary key then admits no second set.
  select min(a.no) filter (where a.total <> 0 or (a.least, a.most, a.n) is distinct from (1, v.leg_count, v.leg_count)),
      array_agg(a.no) filter (where v.reverses_no is not null) into bad, taken_back
    from (
      select book_id, fiscal_year, no, sum(amount_fen) as total, count(*) as n, min(n) as least, max(n) as most
        from added group by 1, 2, 3) as a
    left join (
      select no, fiscal_year, leg_count, move_count, reverses_no from voucher where book_id = (select min(book_id) from added)
        and no between (select min(no) from added) and (select max(no) from added)) as v
      on v.no = a.no and v.fiscal_year = a.fiscal_year;
  if bad is not null then
    raise exception 'voucher %: its legs do not balance or are not all there', bad using errcode = 'GL002';
  end if;
  -- Accounts are numbered without a gap: whether one is of the book is whether its number is.
  select min(a.no) into bad from added as a
    where a.account_no not between 1 and coalesce((select max(k.account_no) from account as k
      where k.book_id = (select min(book_id) from added)), 0);
  if bad is not null then
    raise exception 'voucher %: an account is not of its book', bad using errcode = 'GL002';
  end if;
  if taken_back is null then return null; end if;
  select m.no into bad from (
      select a.book_id, a.no, a.account_no, a.amount_fen from added as a where a.no = any(taken_back)
      union all
      select v.book_id, v.no, o.account_no, o.amount_fen from voucher as v
      join leg as o on o.book_id = v.book_id and o.no = v.reverses_no
      where (v.book_id, v.no) in (select book_id, no from added where no = any(taken_back))) as m
    group by m.book_id, m.no, m.account_no having sum(m.amount_fen) <> 0 limit 1;
  if bad is not null then
    raise exception 'voucher %: it does not mirror what it reverses', bad using errcode = 'GL002';
  end if;
  return null;
end $$;

create function guard_move() returns trigger language plpgsql set search_path = finance, pg_temp
  set enable_nestloop = off as $$
declare bad bigint;
begin
  select min(a.no) into bad from (
      select book_id, fiscal_year, no, count(*) as n, min(n) as least, max(n) as most
        from added group by 1, 2, 3) as a
    left join (
      select no, fiscal_year, leg_count, move_count, reverses_no from voucher where book_id = (select min(book_id) from added)
        and no between (select min(no) from added) and (select max(no) from added)) as v
      on v.no = a.no and v.fiscal_year = a.fiscal_year
    where (a.least, a.most, a.n) is distinct from (1, v.move_count, v.move_count);
  if bad is not null then
    raise exception 'voucher %: its moves are not all there', bad using errcode = 'GL002';
  end if;
  select min(a.no) into bad from added as a
    where least(a.from_pot, a.to_pot) < 1 or greatest(a.from_pot, a.to_pot) > coalesce((select max(p.pot_no)
      from pot as p where p.book_id = (select min(book_id) from added)), 0);
  if bad is not null then
    raise exception 'voucher %: a pot is not of its book', bad using errcode = 'GL002';
  end if;
  return null;
end $$;
${APPENDED.map(
  (table) => `
create trigger never_changed before update or delete on ${table}
  for each row execute function refuse_change();
alter table ${table} enable always trigger never_changed;`,
).join('')}
${APPENDED.filter((table) => !partitioned.has(table))
  .map(
    (table) => `
create trigger never_emptied before truncate on ${table}
  for each statement execute function refuse_change();
alter table ${table} enable always trigger never_emptied;`,
  )
  .join('')}
create function guard_statements(place text, kept text) returns void language plpgsql as $$
begin ${statementGuards}
end $$;
select guard_statements(kept, kept) from unnest(array['${YEARLY.join("', '")}']) as t(kept);

-- A year's tables are made beside and attached, which waits for nobody who posts.
create function open_fiscal_year(fiscal_year int) returns void
language plpgsql set search_path = finance, pg_temp as $$
declare kept text; place text;
begin
  if fiscal_year not between 1990 and 2199 then
    raise exception 'no fiscal year: %', fiscal_year using errcode = 'GL002';
  end if;
  if to_regclass('finance.move_' || fiscal_year) is not null then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('gonglian fiscal year', 0));
  if to_regclass('finance.move_' || fiscal_year) is not null then return; end if;
  foreach kept in array array['${YEARLY.join("', '")}'] loop
    place := kept || '_' || fiscal_year;
    execute format('create table finance.%I (like finance.%I including defaults including constraints)', place, kept);
    execute format('alter table finance.%I attach partition finance.%I for values in (%s)', kept, place, fiscal_year);
    execute format('alter table finance.%I enable row level security', place);
    execute format('alter table finance.%I force row level security', place);
    execute format('create policy reached on finance.%I using ((select finance.reach()) = ''all'')', place);
    perform guard_statements(place, kept);
  end loop;
end $$;
`;
