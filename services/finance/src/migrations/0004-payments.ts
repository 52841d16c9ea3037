import type { Migration } from '@gonglian/service/migrate.ts';
import { protect } from '@gonglian/service/row-security.ts';
import { ofUnion } from '@gonglian/service/row-security.ts';
import { paymentGuards } from './payment-guards.ts';

const ofItsUnion = { using: ofUnion('finance') };

/**
 * budget_line: what a year allows for an account, a project and a source; budget_change: each amount it had or was
 *   proposed, with the document and the persons.
 * bank_account: by the mark that the books know it by. payment, payment_line: a list for the bank and its lines; what
 *   names a payee or an account is sealed. bank_statement, statement_line: what the bank says it did;
 *   statement_match: which movements of the books a line is, all of it or none; statement_unmatch: those that were taken
 *   apart again, by whom and why.
 */
export const payments: Migration = {
  name: '0004-payments',
  sql: `
create table budget_line (
  id uuid primary key,
  union_id uuid not null,
  fiscal_year int not null,
  account_code text collate "C" not null,
  mark text not null check (mark in ('basic', 'project')),
  project text not null,
  source text not null check (source in ('fiscal', 'union')),
  amount_fen bigint not null check (amount_fen >= 0),
  -- What a second person agreed to last: small changes are measured from it, or many of them would add up unseen.
  agreed_fen bigint not null check (agreed_fen >= 0),
  version int not null default 1,
  unique (union_id, fiscal_year, account_code, project, source),
  check ((mark = 'project') = (project <> ''))
);
create table budget_change (
  id uuid primary key,
  line_id uuid not null references budget_line,
  union_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  document_no text not null,
  reason text not null,
  proposed_by text not null,
  proposed_at timestamptz not null,
  approved_by text,
  in_force_at timestamptz,
  check (approved_by <> proposed_by)
);
create unique index budget_change_open on budget_change (line_id) where in_force_at is null;
create index budget_change_of on budget_change (line_id, id);

create table bank_account (
  union_id uuid not null,
  bank text not null,
  holder_name text not null,
  account bytea not null,
  bank_code text not null,
  primary key (union_id, bank)
);
create table payment (
  id uuid primary key,
  union_id uuid not null,
  batch_no text not null,
  bank text not null,
  fiscal_year int not null,
  account_code text collate "C" not null,
  purpose_code text not null,
  title text not null,
  source_service text not null,
  source_id text not null,
  request_hash bytea not null,
  reissues_payment_id uuid references payment,
  line_count int not null,
  total_fen bigint not null,
  due_on date not null,
  made_by text not null,
  made_at timestamptz not null,
  state text not null default 'DRAFT',
  checked_by text,
  checked_at timestamptz,
  approved_by text,
  approved_at timestamptz,
  decision_no text not null default '',
  decision_on date,
  decision_sha256 text not null default '',
  rejected_by text,
  reject_reason text not null default '',
  exported_by text,
  exported_at timestamptz,
  file bytea,
  file_sha256 text,
  sent_by text,
  sent_at timestamptz,
  result_sha256 text,
  result_by text,
  result_at timestamptz,
  close_reason text not null default '',
  version int not null default 1,
  unique (union_id, batch_no),
  check (checked_by <> made_by and approved_by <> made_by and approved_by <> checked_by),
  check (exported_by <> checked_by)
);
create unique index payment_of_source on payment (source_service, source_id)
  where source_service <> '' and reissues_payment_id is null;
create index payment_at_work on payment (union_id, state) where state not in ('CLOSED', 'REJECTED');
create table payment_line (
  id uuid primary key,
  payment_id uuid not null references payment,
  union_id uuid not null,
  seq int not null,
  source_seq int not null,
  payee_kind text not null,
  payee_name bytea not null,
  account bytea not null,
  account_index bytea not null,
  bank_code text not null,
  amount_fen bigint not null check (amount_fen > 0),
  purpose text not null,
  project text not null,
  source text not null,
  beneficiary_id text not null,
  -- None for what takes income back and spends nothing.
  budget_line_id uuid references budget_line,
  upper_fen bigint not null check (upper_fen between 0 and amount_fen),
  luhn_ok boolean not null,
  reissue_of uuid references payment_line,
  state text not null default 'PENDING',
  bank_serial text not null default '',
  failure_code text not null default '',
  paid_on date,
  voucher_no bigint,
  unique (payment_id, seq),
  unique (payment_id, account_index),
  check ((state = 'PAID') = (voucher_no is not null and paid_on is not null and bank_serial <> ''))
);
create unique index payment_line_serial on payment_line (union_id, bank_serial) where bank_serial <> '';
-- What failed is reissued once, unless that was rejected.
create unique index payment_line_reissue on payment_line (reissue_of) where state <> 'REJECTED';
create index payment_line_of_budget on payment_line (budget_line_id) where state in ('PENDING', 'PAID');
create index payment_line_of_beneficiary on payment_line (union_id, beneficiary_id)
  where beneficiary_id <> '';
create index payment_line_of_voucher on payment_line (union_id, voucher_no) where voucher_no is not null;

create table bank_statement (
  id uuid primary key,
  union_id uuid not null,
  bank text not null,
  month text collate "C" not null,
  opening_fen bigint not null,
  closing_fen bigint not null,
  sha256 text not null,
  line_count int not null,
  imported_by text not null,
  imported_at timestamptz not null,
  unique (union_id, bank, month)
);
create table statement_line (
  id uuid primary key,
  statement_id uuid not null references bank_statement,
  union_id uuid not null,
  bank text not null,
  month text collate "C" not null,
  seq int not null,
  posted_on date not null,
  amount_fen bigint not null check (amount_fen <> 0),
  serial text not null,
  purpose bytea not null,
  unique (statement_id, seq)
);
create unique index statement_line_serial on statement_line (union_id, bank, serial) where serial <> '';
create index statement_line_of on statement_line (union_id, bank, month);
create table statement_match (
  line_id uuid not null references statement_line,
  union_id uuid not null,
  voucher_no bigint not null,
  leg_n int not null,
  matched_by text not null,
  matched_at timestamptz not null,
  primary key (line_id, voucher_no, leg_n),
  -- A movement of the books is matched once.
  unique (union_id, voucher_no, leg_n)
);
create table statement_unmatch (
  line_id uuid not null references statement_line,
  union_id uuid not null,
  voucher_no bigint not null,
  leg_n int not null,
  matched_by text not null,
  matched_at timestamptz not null,
  unmatched_by text not null,
  unmatched_at timestamptz not null,
  reason text not null check (reason <> ''),
  primary key (line_id, voucher_no, leg_n, matched_at)
);
${[
  'budget_line',
  'budget_change',
  'bank_account',
  'payment',
  'payment_line',
  'bank_statement',
  'statement_line',
  'statement_match',
  'statement_unmatch',
]
  .map((table) => protect('finance', table, ofItsUnion))
  .join('')}
${paymentGuards}`,
};
