/**
 * audit_scope: which vouchers and paid lines are of a project (an account's), of an earmarked fund (a pot's), or of a source
 *   of the budget; an audit of one of them looks at nothing else.
 * audit_scope_keys: the same as the keys of audit_population.
 * audit_row, finding_row: as the use cases read them, with what 0012 adds.
 * inspection_standing: each unit of a round and how far it is. That is worked out: nobody sets it.
 */
export const oversightViews = `
create view audit_scope with (security_invoker = true) as
select b.union_id, 'PROJECT' as kind, a.project as code, l.fiscal_year::int as fiscal_year, l.no as voucher_no,
  null::uuid as line_id
from book as b join account as a using (book_id) join leg as l using (book_id, account_no) where a.project <> ''
union all
select b.union_id, 'FUND', p.key, m.fiscal_year::int, m.no, null::uuid
from book as b join pot as p using (book_id) join move as m on m.book_id = p.book_id and m.from_pot = p.pot_no
where p.kind = 'project'
union all
select b.union_id, 'FUND', p.key, m.fiscal_year::int, m.no, null::uuid
from book as b join pot as p using (book_id) join move as m on m.book_id = p.book_id and m.to_pot = p.pot_no
where p.kind = 'project'
union all
select l.union_id, k.kind, k.code, extract(year from l.paid_on)::int, l.voucher_no, l.id
from payment_line as l cross join lateral (
  values ('PROJECT', l.project), ('FUND', l.project), ('SOURCE', l.source)) as k (kind, code)
where l.state = 'PAID' and k.code <> '';
create function audit_scope_keys(of_union uuid, of_subject text, of_kind text, of_code text, first_year int,
  last_year int) returns setof text language sql stable as $$
  select case of_subject when 'VOUCHER' then voucher_no::text else line_id::text end from finance.audit_scope
  where union_id = of_union and kind = of_kind and code = of_code and fiscal_year between first_year and last_year $$;

drop view audit_row;
create view audit_row with (security_invoker = true) as
select a.id as "auditId", a.union_id as "unionId", coalesce(u.name, '') as "unionName", a.kind, a.title,
  a.period_from as "periodFrom", a.period_to as "periodTo", a.basis, a.auditors, a.firm_name as "firmName",
  a.firm_uscc as "firmUscc", coalesce(a.follows_id::text, '') as "followsAuditId", a.state,
  coalesce(a.notified_on::text, '') as "notifiedOn", coalesce(a.entry_on::text, '') as "entryOn",
  coalesce(a.entered_on::text, '') as "enteredOn", coalesce(a.drafted_on::text, '') as "draftedOn",
  coalesce(a.comments_due_on::text, '') as "commentsDueOn", coalesce(a.commented_on::text, '') as "commentedOn",
  a.comment, coalesce(a.reported_on::text, '') as "reportedOn", coalesce(a.decided_on::text, '') as "decidedOn",
  a.decision_no as "decisionNo", coalesce(a.closed_on::text, '') as "closedOn", a.summary, a.opinion,
  f.findings, f."findingsSettled", f."findingsClosed", f."problemFen", f."correctedFen", a.version,
  a.scope_kind as "scopeKind", a.scope_code as "scopeCode", a.auditor_node as "auditorNode",
  a.auditor_node_name as "auditorNodeName"
from audit as a
left join known_union as u on u.union_id = a.union_id
cross join lateral (
  select count(*)::int as findings,
    count(*) filter (where state in ('CLOSED', 'ESCALATED'))::int as "findingsSettled",
    count(*) filter (where state = 'CLOSED')::int as "findingsClosed",
    coalesce(sum(amount_fen), 0)::float8 as "problemFen",
    coalesce(sum(recovered_fen + adjusted_fen + returned_fen), 0)::float8 as "correctedFen"
  from audit_finding where audit_id = a.id) as f;

drop view finding_row;
create view finding_row with (security_invoker = true) as
select f.id as "findingId", coalesce(f.audit_id::text, '') as "auditId", f.union_id as "unionId",
  coalesce(u.name, '') as "unionName", f.seq, f.category, f.title, f.amount_fen::float8 as "amountFen", f.clause,
  f.cause, f.responsible_post as "responsiblePost", f.suggestion,
  coalesce(h.voucher_no, 0)::float8 as "voucherNo", coalesce(h.line_id::text, '') as "lineId",
  coalesce(h.rule, '') as rule, f.state,
  coalesce(f.notified_on::text, '') as "notifiedOn", coalesce(f.deadline::text, '') as deadline, f.plan,
  f.recovered_fen::float8 as "recoveredFen", f.adjusted_fen::float8 as "adjustedFen",
  f.returned_fen::float8 as "returnedFen", f.escalated_to as "escalatedTo",
  coalesce(f.closed_on::text, '') as "closedOn", f.last_step as "lastStep", f.version,
  coalesce(f.round_id::text, '') as "roundId"
from audit_finding as f
left join known_union as u on u.union_id = f.union_id
left join audit_hit as h on h.id = f.hit_id;
create index audit_finding_of_round on audit_finding (round_id, union_id) where round_id is not null;

create view inspection_standing with (security_invoker = true) as
select i.round_id, i.union_id, coalesce(u.name, '') as union_name, i.inspected_on, i.organising_result,
  i.organising_note, i.money_result, i.money_note, i.version, f.findings, f.closed, f.next_deadline,
  case when i.inspected_on is null then 'PLANNED' when f.findings > f.settled then 'RECTIFYING'
    else 'SETTLED' end as state
from inspection_unit as i
left join known_union as u on u.union_id = i.union_id
cross join lateral (
  select count(*)::int as findings, count(*) filter (where state = 'CLOSED')::int as closed,
    count(*) filter (where state in ('CLOSED', 'ESCALATED'))::int as settled,
    min(deadline) filter (where state not in ('CLOSED', 'ESCALATED')) as next_deadline
  from audit_finding where round_id = i.round_id and union_id = i.union_id) as f;
`;
