/**
 * audit_population: what samples are drawn from: the vouchers of a book, and the lines that a bank has paid.
 * audit_row, finding_row: as the use cases read them.
 */
export const auditViews = `
create view audit_population with (security_invoker = true) as
select b.union_id, 'VOUCHER' as subject, v.period, v.fiscal_year, v.no::text as key, v.no as voucher_no,
  null::uuid as line_id, (select sum(l.amount_fen) from leg as l
    where l.book_id = v.book_id and l.no = v.no and l.fiscal_year = v.fiscal_year
      and l.amount_fen > 0)::bigint as amount_fen
from book as b join voucher as v using (book_id)
union all
select l.union_id, 'PAYMENT_LINE', to_char(l.paid_on, 'YYYY-MM'), extract(year from l.paid_on)::int, l.id::text,
  l.voucher_no, l.id, l.amount_fen
from payment_line as l where l.state = 'PAID';

create view audit_row with (security_invoker = true) as
select a.id as "auditId", a.union_id as "unionId", coalesce(u.name, '') as "unionName", a.kind, a.title,
  a.period_from as "periodFrom", a.period_to as "periodTo", a.basis, a.auditors, a.firm_name as "firmName",
  a.firm_uscc as "firmUscc", coalesce(a.follows_id::text, '') as "followsAuditId", a.state,
  coalesce(a.notified_on::text, '') as "notifiedOn", coalesce(a.entry_on::text, '') as "entryOn",
  coalesce(a.entered_on::text, '') as "enteredOn", coalesce(a.drafted_on::text, '') as "draftedOn",
  coalesce(a.comments_due_on::text, '') as "commentsDueOn", coalesce(a.commented_on::text, '') as "commentedOn",
  a.comment, coalesce(a.reported_on::text, '') as "reportedOn", coalesce(a.decided_on::text, '') as "decidedOn",
  a.decision_no as "decisionNo", coalesce(a.closed_on::text, '') as "closedOn", a.summary, a.opinion,
  f.findings, f."findingsSettled", f."findingsClosed", f."problemFen", f."correctedFen", a.version
from audit as a
left join known_union as u on u.union_id = a.union_id
cross join lateral (
  select count(*)::int as findings,
    count(*) filter (where state in ('CLOSED', 'ESCALATED'))::int as "findingsSettled",
    count(*) filter (where state = 'CLOSED')::int as "findingsClosed",
    coalesce(sum(amount_fen), 0)::float8 as "problemFen",
    coalesce(sum(recovered_fen + adjusted_fen + returned_fen), 0)::float8 as "correctedFen"
  from audit_finding where audit_id = a.id) as f;

create view finding_row with (security_invoker = true) as
select f.id as "findingId", f.audit_id as "auditId", f.union_id as "unionId", coalesce(u.name, '') as "unionName",
  f.seq, f.category, f.title, f.amount_fen::float8 as "amountFen", f.clause, f.cause,
  f.responsible_post as "responsiblePost", f.suggestion, coalesce(h.voucher_no, 0)::float8 as "voucherNo",
  coalesce(h.line_id::text, '') as "lineId", coalesce(h.rule, '') as rule, f.state,
  coalesce(f.notified_on::text, '') as "notifiedOn", coalesce(f.deadline::text, '') as deadline, f.plan,
  f.recovered_fen::float8 as "recoveredFen", f.adjusted_fen::float8 as "adjustedFen",
  f.returned_fen::float8 as "returnedFen", f.escalated_to as "escalatedTo",
  coalesce(f.closed_on::text, '') as "closedOn", f.last_step as "lastStep", f.version
from audit_finding as f
left join known_union as u on u.union_id = f.union_id
left join audit_hit as h on h.id = f.hit_id;
`;
