import type { Migration } from '@gonglian/service/migrate.ts';

/**
 * refund_standing: the lines of a list that stand, each with how far its payment has come. A line that the bank refused
 * is asked for again within the payments; one whose payment was rejected waits again.
 */
export const refundStanding: Migration = {
  name: '0009-refund-standing',
  sql: `
create index payment_of_refund on payment (split_part(source_id, '/', 1)) where source_service = 'refund';
create view refund_standing with (security_invoker = true) as
select r.refund_id, r.union_id, r.refund_fen, r.county_fen, r.refund_fen - r.county_fen as upper_fen,
  coalesce(p.state, case when a.has then 'WAITING' else 'NO_ACCOUNT' end) as payment_state
from refund_line as r
cross join lateral (
  select exists (select from bank_account where union_id = r.union_id) as has) as a
left join lateral (
  select l.state from payment as y join payment_line as l on l.payment_id = y.id
  where y.source_service = 'refund' and l.beneficiary_id = r.union_id::text
    and split_part(y.source_id, '/', 1) = r.refund_id::text
    and l.state <> 'REJECTED'
  order by case l.state when 'PAID' then 1 when 'PENDING' then 2 else 3 end limit 1) as p on true
where r.removed_reason = '';
`,
};
