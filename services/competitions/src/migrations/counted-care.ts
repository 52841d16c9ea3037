/** What payments, visits of model workers and help with degrees have told; a part of `counted`. */
export const countedCare = `
select union_id, paid_on as happened_on, 'paid_out' as movement, payout_kind as kind, '' as organiser, '' as prize,
  false as frontline, 1 as heads, amount_fen as fen
from payout_line where state = 'PAID'
union all
select union_id, happened_on, 'model_workers_cared', form, '', '', false,
  (select count(*)::int from care_visited as d where d.care_id = v.care_id), 0
from care_visit as v
union all
select union_id, approved_on, 'study_approved', degree, '', '', false, 1, amount_fen
from study_subsidy where state = 'APPROVED'`;
