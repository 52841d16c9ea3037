import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, protect } from '@gonglian/service/row-security.ts';

const wholeNode = { using: `(select finance.reach() = 'all')` };

/**
 * split_profile: from which day the fund divides how, by which document.
 * collection: a file of the tax bureau on its way into the books; collection_part: the file as it came, sealed, since it
 *   names enterprises; collection_chunk: what was read of it and is not posted yet, in its order.
 * fund_receipt: money that came in, with the shares it was divided into. Until a union is founded it has none. A line
 *   that was posted as it came is its receipt: it is kept once.
 * collection_line: the other lines of a file, and what came of each.
 */
export const receipts: Migration = {
  name: '0003-receipts',
  sql: `
create table split_profile (
  id uuid primary key,
  effective_from date not null unique,
  effective_to date check (effective_to >= effective_from),
  grassroots_bp int not null check (grassroots_bp >= 0),
  county_bp int not null check (county_bp >= 0),
  city_bp int not null check (city_bp >= 0),
  province_bp int not null check (province_bp >= 0),
  national_bp int not null check (national_bp >= 0),
  document_no text not null,
  set_by text not null,
  set_at timestamptz not null,
  check (grassroots_bp + county_bp + city_bp + province_bp + national_bp = 10000)
);
${protect('finance', 'split_profile', ofNode('finance'))}

create table collection (
  id uuid primary key,
  created_by text not null,
  posted_by text,
  file_name text not null,
  size_bytes int not null,
  sha256 text not null,
  total_fen bigint not null,
  bank text not null,
  state text not null,
  failure text not null default '',
  failure_row int not null default 0,
  lines int not null default 0,
  lines_done int not null default 0,
  attempts int not null default 0,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  done_at timestamptz,
  version int not null default 1
);
-- The same file is taken once, unless what came of it before was nothing.
create unique index collection_of_file on collection (sha256) where state not in ('FAILED', 'CANCELLED');
create index collection_at_work on collection (touched_at) where state in ('READING', 'POSTING');
${protect('finance', 'collection', wholeNode)}

create table collection_part (
  collection_id uuid not null references collection,
  no int not null,
  size_bytes int not null,
  sha256 text not null,
  content bytea not null,
  primary key (collection_id, no)
);
-- Sealed bytes do not compress.
alter table collection_part alter column content set storage external;
${protect('finance', 'collection_part', wholeNode)}

create table collection_chunk (
  collection_id uuid not null references collection,
  no int not null,
  lines json not null,
  primary key (collection_id, no)
);
-- It is gone before packing it would have paid.
alter table collection_chunk alter column lines set storage external;
${protect('finance', 'collection_chunk', wholeNode)}

create table collection_line (
  id uuid primary key,
  collection_id uuid not null references collection,
  row int not null,
  slip_no text collate "C" not null,
  payer_uscc text collate "C" not null,
  period_from text not null,
  period_to text not null,
  wage_base_fen bigint not null,
  amount_fen bigint not null,
  late_fee_fen bigint not null,
  tax_organ text not null,
  received_on date,
  code text not null default '',
  ledger_code text not null default '',
  state text not null check (state in ('KNOWN', 'WAITING', 'ASSIGNED', 'PREPARATORY', 'REJECTED')),
  union_id uuid,
  reason text not null default '',
  resolved_by text not null default '',
  version int not null default 1,
  unique (collection_id, row)
);
create index collection_line_by_slip on collection_line (slip_no);
create index collection_line_waiting on collection_line (id) where state = 'WAITING';
${protect('finance', 'collection_line', wholeNode)}

-- How many lines came to what, and how much: of a file with 100,000 lines nobody counts them for each look at it.
create table collection_outcome (
  collection_id uuid not null references collection,
  outcome text not null check (outcome in ('posted', 'held', 'known', 'waiting', 'rejected')),
  lines int not null,
  fen bigint not null,
  primary key (collection_id, outcome)
);
${protect('finance', 'collection_outcome', wholeNode)}

create table fund_receipt (
  id uuid primary key,
  mode text not null check (mode in ('TAX_COLLECT', 'SELF_PAY', 'FISCAL', 'PREP')),
  doc_kind text not null,
  slip_no text collate "C" not null,
  union_id uuid,
  payer_uscc text collate "C" not null,
  period_from text not null,
  period_to text not null,
  wage_base_fen bigint not null,
  amount_fen bigint not null,
  late_fee_fen bigint not null,
  fund_fen bigint not null check (fund_fen = amount_fen + late_fee_fen),
  received_fen bigint not null,
  tax_organ text not null,
  received_on date not null,
  bank text not null,
  grassroots_fen bigint not null default 0,
  county_fen bigint not null default 0,
  city_fen bigint not null default 0,
  province_fen bigint not null default 0,
  national_fen bigint not null default 0,
  grassroots_bp int not null default 0,
  county_bp int not null default 0,
  city_bp int not null default 0,
  province_bp int not null default 0,
  national_bp int not null default 0,
  voucher_no bigint not null,
  founding_voucher_no bigint,
  founding_refusal text not null default '',
  -- Of a collection that the same transaction has locked; looking each one up again would cost as much as the row.
  collection_id uuid,
  collection_row int,
  recorded_by text not null,
  recorded_at timestamptz not null,
  check ((collection_id is null) = (collection_row is null)),
  -- Divided to the fen, or held whole.
  check (case when union_id is null then mode = 'PREP' and grassroots_bp + county_bp + city_bp = 0
    else grassroots_fen + county_fen + city_fen + province_fen + national_fen = fund_fen end)
);
create unique index fund_receipt_slip on fund_receipt (slip_no, doc_kind);
create index fund_receipt_of_union on fund_receipt (union_id, id);
create index fund_receipt_of_payer on fund_receipt (payer_uscc, period_to);
create index fund_receipt_held on fund_receipt (payer_uscc) where union_id is null;
${protect('finance', 'fund_receipt', { using: ofUnion('finance') })}

create table refund_run (
  id uuid primary key,
  period_from text not null,
  period_to text not null,
  state text not null check (state in ('LISTED', 'REVIEWED', 'PUBLISHED', 'APPROVED', 'PAYING', 'PAID', 'CANCELLED')),
  limit_fen bigint not null,
  document_no text not null,
  made_by text not null,
  reviewed_by text,
  approved_by text,
  made_at timestamptz not null,
  published_on date,
  publicity_ends_on date,
  version int not null default 1,
  check (approved_by <> made_by and approved_by <> reviewed_by)
);
${protect('finance', 'refund_run', ofNode('finance'))}

-- What a month's fund was refunded by: a month is refunded once, whoever asks at the same time.
create table refunded_month (
  month text primary key,
  refund_id uuid not null references refund_run
);
${protect('finance', 'refunded_month', ofNode('finance'))}

create table refund_line (
  refund_id uuid not null references refund_run,
  union_id uuid not null,
  yearly_mean_fen bigint not null,
  surrendered_fen bigint not null,
  refund_fen bigint not null check (refund_fen > 0 and refund_fen <= surrendered_fen),
  county_fen bigint not null,
  city_fen bigint not null,
  province_fen bigint not null,
  national_fen bigint not null,
  removed_reason text not null default '',
  primary key (refund_id, union_id),
  check (county_fen + city_fen + province_fen + national_fen = refund_fen)
);
${protect('finance', 'refund_line', { using: ofUnion('finance') })}
`,
};
