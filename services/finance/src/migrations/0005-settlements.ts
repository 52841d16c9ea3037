import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';

/**
 * settlement: money between this node and a neighbour, one row a payment at each end: OUT where it leaves, IN where it
 * is to arrive. The id is the sender's. It is of the node's root union, whose book it is posted to.
 * settlement_row: the same as the use cases read it.
 */
export const settlements: Migration = {
  name: '0005-settlements',
  sql: `
create table settlement (
  settlement_id uuid primary key,
  direction text not null check (direction in ('OUT', 'IN')),
  union_id uuid not null,
  neighbour text not null,
  kind text not null check (kind in ('REMITTANCE', 'SHARE', 'GENERAL_TRANSFER', 'SPECIAL_TRANSFER')),
  period text not null,
  amount_fen bigint not null check (amount_fen > 0),
  shares json not null,
  bank text not null default '',
  purpose text not null,
  project text not null,
  doc_no text not null,
  permitted_codes text[] not null,
  deadline date,
  state text not null check (state in ('PROPOSED', 'WITHDRAWN', 'SENT', 'CONFIRMED', 'EXPECTED', 'RECEIVED',
    'DISPUTED', 'RETURNED')),
  proposed_by text not null default '',
  approved_by text not null default '',
  sent_on date,
  voucher_no bigint,
  answered_on date,
  received_fen bigint not null default 0,
  reason_code text not null default '',
  neighbour_voucher_no bigint,
  returned_on date,
  version int not null default 1,
  check (approved_by = '' or approved_by <> proposed_by),
  check ((state in ('PROPOSED', 'WITHDRAWN')) = (sent_on is null))
);
create index settlement_open on settlement (sent_on) where state in ('SENT', 'EXPECTED', 'DISPUTED');
create index settlement_by_direction on settlement (direction, settlement_id);
${protect('finance', 'settlement', { using: ofUnion('finance') })}
create view settlement_row with (security_invoker = true) as
select settlement_id as "settlementId", direction, neighbour, kind, period, amount_fen::float8 as "amountFen", shares,
  bank, purpose, project, doc_no as "docNo", permitted_codes as "permittedCodes",
  coalesce(deadline::text, '') as deadline, state, proposed_by as "proposedBy", approved_by as "approvedBy",
  coalesce(sent_on::text, '') as "sentOn", coalesce(voucher_no, 0)::float8 as "voucherNo",
  coalesce(answered_on::text, '') as "answeredOn", received_fen::float8 as "receivedFen",
  reason_code as "reasonCode", coalesce(neighbour_voucher_no, 0)::float8 as "neighbourVoucherNo",
  coalesce(returned_on::text, '') as "returnedOn", version
from settlement;
`,
};
