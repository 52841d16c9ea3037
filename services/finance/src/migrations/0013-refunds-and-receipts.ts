import type { Migration } from '@gonglian/service/migrate.ts';

/**
 * fund_receipt: a receipt that was entered or matched wrongly is taken back by a voucher of its own; then its slip may be
 * entered again, so that a number stands once among those that stand.
 * refund_run: the day on which each step was done, and by which document a list of old records was taken over.
 * refund_standing: with the payment that says how far a line has come.
 */
export const refundsAndReceipts: Migration = {
  name: '0013-refunds-and-receipts',
  sql: `
alter table fund_receipt
  add reversed_no bigint,
  add reversed_founding_no bigint,
  add reversed_on date,
  add reversed_by text not null default '',
  add reversal_reason text not null default '',
  add check ((reversed_no is null) = (reversed_on is null));
create unique index fund_receipt_reversal on fund_receipt (reversed_no) where reversed_no is not null;
create index fund_receipt_taken_back on fund_receipt (slip_no) where reversed_no is not null;
drop index fund_receipt_slip;
create unique index fund_receipt_slip on fund_receipt (slip_no, doc_kind, coalesce(reversed_no, 0));

alter table refund_run
  add made_on date,
  add take_over_no text not null default '',
  add approved_on date;

drop view refund_standing;
create view refund_standing with (security_invoker = true) as
select r.refund_id, r.union_id, r.refund_fen, r.county_fen, r.refund_fen - r.county_fen as upper_fen,
  coalesce(p.state, case when a.has then 'WAITING' else 'NO_ACCOUNT' end) as payment_state, p.payment_id
from refund_line as r
cross join lateral (
  select exists (select from bank_account where union_id = r.union_id) as has) as a
left join lateral (
  select l.state, y.id as payment_id from payment as y join payment_line as l on l.payment_id = y.id
  where y.source_service = 'refund' and l.beneficiary_id = r.union_id::text
    and split_part(y.source_id, '/', 1) = r.refund_id::text
    and l.state <> 'REJECTED'
  order by case l.state when 'PAID' then 1 when 'PENDING' then 2 else 3 end, y.id desc limit 1) as p on true
where r.removed_reason = '';
`,
};
