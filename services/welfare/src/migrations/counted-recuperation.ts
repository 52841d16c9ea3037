/**
 * What the facts of recuperation and check-ups have told, from the records; a part of 0009-recuperation. What hosts count
 * is a movement of its own, and never summed with who travelled.
 */
export const countedRecuperation = `
create view counted_recuperation with (security_invoker = true) as
select union_id, accredited_on as happened_on, 'recuperation_base_accredited' as movement, '' as kind, level, '' as source,
  1::bigint as heads, 0::bigint as fen
from recuperation_base
union all
select union_id, ended_on, 'recuperation_base_ended', '', level, '', 1, 0 from recuperation_base where ended_on is not null
union all
select union_id, published_on, 'recuperation_route_published', '', '', '', 1, 0 from recuperation_route
union all
select n.union_id, b.returned_on, 'recuperation_travelled', n.target_group, '', '', 1, 0
from recuperation_nominee as n join recuperation_batch as b using (batch_id) where n.state = 'TRAVELLED'
union all
select union_id, settled_on, 'recuperation_settled', case when cross_province then 'CROSS_PROVINCE' else 'IN_PROVINCE' end,
  '', '', 1, welfare_fen + union_fen
from recuperation_batch where settled_on is not null
union all
select union_id, (month || '-01')::date, 'recuperation_guests_received', '', '', '', guests, takings_fen
from recuperation_guests
union all
select union_id, closed_on, 'check_up_held', kind, '', worker_group, 1, cost_fen from check_up where state = 'CLOSED'
union all
select u.union_id, c.closed_on, 'check_up_attended', c.kind, '', c.worker_group, u.attended, 0
from check_up_unit as u join check_up as c using (check_up_id) where c.state = 'CLOSED' and u.attended > 0;
`;
