import { ofUnion, protect } from '@gonglian/service/row-security.ts';

// Rows carry their book's number and not the union's id: a ledger's indexes are most of its weight.

/**
 * Rows of the books in reach: a book's own policy says which those are. Asked by a function, once a statement and only of
 * those who do not reach all: a policy that names the book has its own policies planned and set up again for each table
 * of each statement, which was a quarter of what a trace cost.
 */
export const ofBook = `(select finance.reach()) = 'all' or book_id = any((select finance.reached_books())::int[])`;

/** Written once, by the functions alone. */
export const APPENDED = [
  'account',
  'pot',
  'voucher_key',
  'reversal',
  'voucher',
  'leg',
  'move',
  'period_change',
  'block',
] as const;
/** What follows from those, kept so that nobody must add up; changed by the functions alone. */
export const DERIVED = [
  'book',
  'account_balance',
  'account_past',
  'pot_total',
  'purse',
  'book_period',
] as const;
/** Those that are divided by fiscal year. */
export const YEARLY = ['voucher', 'leg', 'move'] as const;

/**
 * book: one a union, with the head of its chain; whoever posts locks its row first.
 * account, pot: what a book has, in the order of first use. A pot is a purse of one purpose (ledger/voucher.ts).
 * account_balance, account_past: how an account stands, with the sums of its newest month, and those of the months
 * before: in most batches all of an account is in one row. Together the sums are account_month.
 * voucher_key, reversal: what is once in all years, which a table divided by year cannot promise.
 * voucher, leg, move: what was posted. A move carries how much had left its source and reached its target with it:
 * where a yuan came from is then a look-up of intervals.
 * purse: at each bank the cash account and the pots hold the same.
 * block: the chain; each batch of vouchers, and each closing of a period, is one.
 */
export const ledgerTables = `
create table book (
  book_id int generated always as identity primary key,
  union_id uuid not null unique,
  account_set text not null check (account_set in ('GRASSROOTS', 'COUNTY')),
  last_no bigint not null default 0,
  last_account_no int not null default 0,
  last_pot_no int not null default 0,
  last_block_no bigint not null default 0,
  head bytea not null,
  last_posted_at timestamptz not null default '-infinity',
  closed_through text collate "C" not null default ''
) with (fillfactor = 50);

create table account (
  book_id int not null,
  account_no int not null,
  code text collate "C" not null,
  party text collate "C" not null,
  project text not null,
  mark text not null,
  block_no bigint not null,
  leaf bytea not null,
  primary key (book_id, account_no),
  unique (book_id, code, party, project, mark)
);
create table account_balance (
  balance_fen bigint not null default 0,
  version bigint not null default 0,
  debit_fen bigint not null default 0 check (debit_fen >= 0),
  credit_fen bigint not null default 0 check (credit_fen >= 0),
  book_id int not null,
  account_no int not null,
  period text collate "C" not null default '',
  primary key (book_id, account_no)
) with (fillfactor = 50);
create table account_past (
  book_id int not null,
  period text collate "C" not null,
  account_no int not null,
  debit_fen bigint not null check (debit_fen >= 0),
  credit_fen bigint not null check (credit_fen >= 0),
  primary key (book_id, period, account_no)
) with (fillfactor = 50);
create view account_month with (security_invoker) as
  select book_id, period, account_no, debit_fen, credit_fen from account_past
  union all
  select book_id, period, account_no, debit_fen, credit_fen from account_balance where period <> '';

create table pot (
  book_id int not null,
  pot_no int not null,
  kind text collate "C" not null,
  key text collate "C" not null,
  bank text not null,
  block_no bigint not null,
  leaf bytea not null,
  primary key (book_id, pot_no),
  unique (book_id, kind, key, bank)
);
create table pot_total (
  book_id int not null,
  pot_no int not null,
  floored boolean not null,
  in_fen bigint not null default 0,
  out_fen bigint not null default 0,
  primary key (book_id, pot_no),
  constraint pot_not_overdrawn check (not floored or in_fen >= out_fen)
) with (fillfactor = 50);
create table purse (
  book_id int not null,
  bank text not null,
  cash_fen bigint not null,
  pots_fen bigint not null,
  primary key (book_id, bank),
  constraint pots_are_cash check (cash_fen = pots_fen)
) with (fillfactor = 50);

create table book_period (
  book_id int not null,
  period text collate "C" not null check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  last_period_no int not null default 0,
  reopened boolean not null default false,
  primary key (book_id, period)
) with (fillfactor = 50);
create table period_change (
  book_id int not null,
  change_no int not null,
  period text collate "C" not null,
  change text not null check (change in ('CLOSED', 'REOPENED')),
  after_no bigint not null,
  actor_id text not null,
  reason text not null,
  changed_at timestamptz not null,
  block_no bigint not null,
  leaf bytea not null,
  primary key (book_id, change_no)
);

create table voucher_key (
  no bigint not null,
  book_id int not null,
  key text collate "C" not null,
  primary key (book_id, key)
);
create table reversal (
  book_id int not null,
  original_no bigint not null,
  no bigint not null,
  primary key (book_id, original_no)
);
create table voucher (
  no bigint not null,
  posted_at timestamptz not null,
  reverses_no bigint,
  block_no bigint not null,
  book_id int not null,
  period_no int not null,
  event_on date not null,
  fiscal_year smallint not null,
  leg_count smallint not null check (leg_count >= 2),
  move_count smallint not null,
  period text collate "C" not null,
  key text not null,
  kind text not null,
  summary text not null,
  doc_kind text not null,
  doc_id text not null,
  maker_id text not null,
  checker_id text not null,
  approver_id text not null,
  doc_hash bytea,
  request_hash bytea not null,
  leaf bytea not null,
  primary key (book_id, no, fiscal_year),
  unique (book_id, period, period_no, fiscal_year),
  check (fiscal_year = left(period, 4)::int),
  check (checker_id = '' or checker_id not in (maker_id, approver_id)),
  check (approver_id <> maker_id)
) partition by list (fiscal_year);
create table leg (
  no bigint not null,
  amount_fen bigint not null check (amount_fen <> 0),
  balance_fen bigint not null,
  version bigint not null,
  book_id int not null,
  account_no int not null,
  n smallint not null,
  fiscal_year smallint not null,
  primary key (book_id, no, n, fiscal_year),
  unique (book_id, account_no, version, fiscal_year)
) partition by list (fiscal_year);
create table move (
  no bigint not null,
  amount_fen bigint not null check (amount_fen > 0),
  out_end bigint not null,
  in_end bigint not null,
  book_id int not null,
  from_pot int not null,
  to_pot int not null,
  n smallint not null,
  fiscal_year smallint not null,
  primary key (book_id, no, n, fiscal_year),
  unique (book_id, from_pot, out_end, fiscal_year),
  unique (book_id, to_pot, in_end, fiscal_year),
  check (from_pot <> to_pot)
) partition by list (fiscal_year);
create table block (
  book_id int not null,
  block_no bigint not null,
  first_no bigint not null,
  last_no bigint not null,
  posted_at timestamptz not null,
  prev bytea not null,
  body bytea not null,
  hash bytea not null,
  primary key (book_id, block_no)
);

create function reached_books() returns int[] language plpgsql stable parallel safe as $$
begin
  return array(select book_id from finance.book);
end $$;
${[...APPENDED, ...DERIVED]
  .map((table) =>
    protect('finance', table, { using: table === 'book' ? ofUnion('finance') : ofBook }),
  )
  .join('')}`;
