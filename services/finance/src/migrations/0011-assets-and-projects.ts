import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';

const ofItsUnion = { using: ofUnion('finance') };

/**
 * asset: a card a thing; its custodian is sealed. asset_depreciation: what a month took of a card; asset_month: that a
 *   month was written down, once. asset_count, asset_count_line: what was looked for on a day, and what was found.
 * project, project_report: who gives for what, and how far it has come; its money is in the books alone.
 * settlement: what makes a transfer one of an emergency, the decision that followed, and what its receiver has spent.
 * budget_line: the item of the plan that it pays for.
 */
export const assetsAndProjects: Migration = {
  name: '0011-assets-and-projects',
  sql: `
create table asset (
  id uuid primary key,
  union_id uuid not null,
  asset_no text not null,
  class text not null,
  name text not null,
  place text not null,
  custodian bytea,
  usage text not null,
  ownership text not null check (ownership in ('state', 'union')),
  value_fen bigint not null check (value_fen > 0),
  life_months int not null check (life_months > 0),
  added_on date,
  document_no text not null,
  state text not null check (state in ('ORDERED', 'PROPOSED', 'IN_USE', 'IDLE', 'DISPOSING', 'MISSING',
    'DISPOSED', 'WITHDRAWN')),
  depreciated_fen bigint not null default 0 check (depreciated_fen between 0 and value_fen),
  payment_id uuid references payment,
  voucher_no bigint,
  registered_by text not null,
  approved_by text,
  disposal_kind text not null default '',
  disposal_reason text not null default '',
  disposal_document_no text not null default '',
  disposal_by text,
  disposed_on date,
  disposal_voucher_no bigint,
  -- What it was before somebody proposed to let it go, or did not find it.
  state_before text not null default '',
  version int not null default 1,
  check (approved_by <> registered_by),
  check (state in ('ORDERED', 'PROPOSED', 'WITHDRAWN') or (added_on is not null and voucher_no is not null))
);
create unique index asset_number on asset (union_id, asset_no) where state <> 'WITHDRAWN';
create index asset_of on asset (union_id, id);
create index asset_of_payment on asset (payment_id) where payment_id is not null;
create table asset_month (
  union_id uuid not null,
  month text collate "C" not null,
  card_count int not null,
  amount_fen bigint not null check (amount_fen >= 0),
  voucher_no bigint,
  ran_by text not null,
  primary key (union_id, month),
  check ((amount_fen > 0) = (voucher_no is not null))
);
create table asset_depreciation (
  asset_id uuid not null references asset,
  month text collate "C" not null,
  union_id uuid not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (asset_id, month)
);
create table asset_count (
  id uuid primary key,
  union_id uuid not null,
  counted_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'FINISHED', 'AGREED', 'REFUSED')),
  opened_by text not null,
  finished_by text,
  decided_by text,
  voucher_no bigint,
  decision_voucher_no bigint,
  version int not null default 1,
  check (decided_by <> finished_by)
);
-- Two counts at once would each find what the other has written off.
create unique index asset_count_open on asset_count (union_id) where state in ('OPEN', 'FINISHED');
create index asset_count_of on asset_count (union_id, id);
create table asset_count_line (
  count_id uuid not null references asset_count,
  asset_id uuid not null references asset,
  union_id uuid not null,
  result text not null default '' check (result in ('', 'FOUND', 'MISSING', 'SURPLUS')),
  net_fen bigint not null default 0,
  primary key (count_id, asset_id)
);

create table project (
  id uuid primary key,
  union_id uuid not null,
  code text not null,
  name text not null,
  donor text not null,
  agreed_fen bigint not null check (agreed_fen > 0),
  document_no text not null,
  starts_on date not null,
  ends_on date not null,
  opened_by text not null,
  version int not null default 1,
  unique (union_id, code),
  check (starts_on <= ends_on)
);
create table project_report (
  project_id uuid not null references project,
  no int not null,
  union_id uuid not null,
  progress_bp int not null check (progress_bp between 0 and 10000),
  reported_on date not null,
  note text not null,
  reported_by text not null,
  primary key (project_id, no)
);
${[
  'asset',
  'asset_month',
  'asset_depreciation',
  'asset_count',
  'asset_count_line',
  'project',
  'project_report',
]
  .map((table) => protect('finance', table, ofItsUnion))
  .join('')}

alter table settlement
  add column emergency_event text not null default '',
  add column emergency_reason text not null default '',
  add column decision_no text not null default '',
  add column decision_on date,
  add column decision_sha256 text not null default '',
  add column decision_due_on date,
  add column used_fen bigint not null default 0,
  add column used_on date,
  add column used_note text not null default '',
  add check ((emergency_event = '') = (emergency_reason = ''));
create index settlement_undecided on settlement (decision_due_on)
  where decision_due_on is not null and decision_on is null;
create or replace view settlement_row with (security_invoker = true) as
select settlement_id as "settlementId", direction, neighbour, kind, period, amount_fen::float8 as "amountFen", shares,
  bank, purpose, project, doc_no as "docNo", permitted_codes as "permittedCodes",
  coalesce(deadline::text, '') as deadline, state, proposed_by as "proposedBy", approved_by as "approvedBy",
  coalesce(sent_on::text, '') as "sentOn", coalesce(voucher_no, 0)::float8 as "voucherNo",
  coalesce(answered_on::text, '') as "answeredOn", received_fen::float8 as "receivedFen",
  reason_code as "reasonCode", coalesce(neighbour_voucher_no, 0)::float8 as "neighbourVoucherNo",
  coalesce(returned_on::text, '') as "returnedOn", version,
  emergency_event as "emergencyEvent", emergency_reason as "emergencyReason", decision_no as "decisionNo",
  coalesce(decision_on::text, '') as "decisionOn", decision_sha256 as "decisionSha256",
  coalesce(decision_due_on::text, '') as "decisionDueOn", used_fen::float8 as "usedFen",
  coalesce(used_on::text, '') as "usedOn", used_note as "usedNote"
from settlement;

alter table budget_line
  add column plan_item_id text not null default '',
  add column plan_item_title text not null default '',
  add column headcount_target int not null default 0 check (headcount_target >= 0),
  add check ((plan_item_id = '') = (headcount_target = 0));
`,
};
