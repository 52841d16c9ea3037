import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, ofUnion, protect } from '@gonglian/service/row-security.ts';

/**
 * grant_rule: one version of a rule, this node's own or, with an issuer, its superior's as that announced it.
 * grant_list, grant_entitlement: who is entitled by a rule in a year; once approved it stays (`keep_entitlement`).
 * fund_grant: one grant from its draft to the report of its use. HERE: within this node; OUT: asked of the superior, which
 *   keeps the same id as IN. Its union is one of this node: of what a subordinate asks, the root.
 * fund_grant_row: the same as the use cases read it, with how far its payment has come.
 */
export const grants: Migration = {
  name: '0010-grants',
  sql: `
create table grant_rule (
  rule_id uuid primary key,
  issuer text not null default '',
  rule_code text collate "C" not null,
  kind text not null check (kind in ('BY_TIER', 'PER_SITE', 'STANDARD', 'FLOOR', 'REWARD', 'MATCHED')),
  name text not null,
  document_no text not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  amount_fen bigint not null check (amount_fen >= 0 and (amount_fen > 0) = (kind <> 'BY_TIER')),
  years int not null,
  matching_bp int not null check (matching_bp between 0 and 9999),
  recipient_level text not null,
  tiers json not null,
  members json not null,
  account_code text not null,
  project text not null,
  permitted_codes text[] not null,
  use_days int not null,
  state text not null check (state in ('PROPOSED', 'IN_FORCE', 'REJECTED')),
  proposed_by text not null,
  decided_by text not null default '',
  reason text not null default '',
  version int not null default 1,
  check (decided_by = '' or decided_by <> proposed_by)
);
-- One day, one version; and one proposal at a time.
create unique index grant_rule_day on grant_rule (issuer, rule_code, valid_from) where state = 'IN_FORCE';
create unique index grant_rule_open on grant_rule (issuer, rule_code) where state = 'PROPOSED';
${protect('finance', 'grant_rule', ofNode('finance'))}

create table grant_list (
  list_id uuid primary key,
  rule_id uuid not null references grant_rule,
  rule_code text collate "C" not null,
  fiscal_year int not null,
  state text not null default 'DRAFT' check (state in ('DRAFT', 'APPROVED')),
  missing json not null,
  generated_by text not null,
  approved_by text not null default '',
  version int not null default 1,
  check (approved_by = '' or approved_by <> generated_by),
  check ((state = 'APPROVED') = (approved_by <> ''))
);
create unique index grant_list_open on grant_list (rule_code, fiscal_year) where state = 'DRAFT';
${protect('finance', 'grant_list', ofNode('finance'))}

create table grant_entitlement (
  list_id uuid not null references grant_list,
  rule_code text collate "C" not null,
  fiscal_year int not null,
  union_id uuid not null,
  region_code text not null,
  name text not null,
  recipient_node text not null,
  tier text not null,
  collected_fen bigint not null,
  collected_from text not null check (collected_from in ('', 'RECEIPTS', 'DECLARED')),
  amount_fen bigint not null check (amount_fen > 0),
  primary key (list_id, union_id),
  -- Entitled once a year, by whatever version of the rule.
  unique (rule_code, fiscal_year, union_id)
);
${protect('finance', 'grant_entitlement', { using: ofUnion('finance') })}
create function keep_entitlement() returns trigger language plpgsql set search_path = finance, pg_temp as $$
declare
  it uuid := case when tg_op = 'INSERT' then new.list_id else old.list_id end;
begin
  if exists (select from grant_list where list_id = it and state = 'APPROVED') then
    raise exception 'grant list %: an approved list is kept', it using errcode = 'GL003';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger kept before insert or update or delete on grant_entitlement
  for each row execute function keep_entitlement();
alter table grant_entitlement enable always trigger kept;

create table fund_grant (
  grant_id uuid primary key,
  rule_id uuid not null references grant_rule,
  rule_code text collate "C" not null,
  kind text not null,
  fiscal_year int not null,
  direction text not null check (direction in ('HERE', 'OUT', 'IN')),
  neighbour text not null check ((direction = 'HERE') = (neighbour = '')),
  union_id uuid not null,
  recipient_union_id uuid not null,
  list_id uuid references grant_list,
  applied_fen bigint not null check (applied_fen > 0),
  -- What it said when it was handed in last; 0 before it was.
  submitted_fen bigint not null default 0,
  granted_fen bigint not null default 0 check (granted_fen between 0 and applied_fen),
  matching_bp int not null,
  beneficiary text not null,
  record_kind text not null,
  record_id text not null,
  acceptance_sha256 text not null,
  documents json not null,
  reason text not null,
  state text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'RETURNED', 'REFUSED', 'WITHDRAWN',
    'APPROVED', 'PAID', 'REPORTED')),
  answer_reason text not null default '',
  made_by text not null,
  checked_by text not null default '',
  approved_by text not null default '',
  applied_on date,
  approved_on date,
  paid_on date,
  due_on date,
  payout text not null default '',
  settlement_id uuid references settlement,
  used_fen bigint not null default 0,
  unspent_fen bigint not null default 0,
  matched_fen bigint not null default 0,
  report_sha256 text not null default '',
  reported_on date,
  version int not null default 1,
  check (checked_by = '' or checked_by <> made_by),
  check (approved_by = '' or (approved_by <> made_by and approved_by <> checked_by)),
  check (state <> 'REPORTED' or used_fen + unspent_fen = granted_fen)
);
-- What was accepted earns once under a rule; a studio or a team is matched once a year.
create unique index fund_grant_record on fund_grant
  (direction, rule_code, record_kind, record_id, (case kind when 'MATCHED' then fiscal_year else 0 end))
  where record_id <> '' and state not in ('REFUSED', 'WITHDRAWN');
create unique index fund_grant_of_list on fund_grant (list_id, recipient_union_id) where list_id is not null;
create index fund_grant_by_state on fund_grant (state, grant_id);
create index fund_grant_of_settlement on fund_grant (settlement_id) where settlement_id is not null;
create index fund_grant_of_payout on fund_grant (payout) where payout <> '';
create index payment_of_grant on payment (source_id) where source_service = 'grant';
${protect('finance', 'fund_grant', { using: ofUnion('finance') })}

create view fund_grant_row with (security_invoker = true) as
select g.grant_id as "grantId", g.rule_id as "ruleId", g.rule_code as "ruleCode", r.name as "ruleName",
  g.kind, g.fiscal_year as "fiscalYear", g.direction, g.neighbour,
  g.recipient_union_id as "unionId", coalesce(u.name, '') as "unionName",
  coalesce(g.list_id::text, '') as "listId", g.applied_fen::float8 as "appliedFen",
  g.granted_fen::float8 as "grantedFen", g.matching_bp as "matchingBp", g.beneficiary,
  g.record_kind as "recordKind", g.record_id as "recordId", g.acceptance_sha256 as "acceptanceSha256",
  g.documents, g.reason, g.state, g.answer_reason as "answerReason", g.made_by as "madeBy",
  g.checked_by as "checkedBy", g.approved_by as "approvedBy",
  coalesce(g.applied_on::text, '') as "appliedOn", coalesce(g.approved_on::text, '') as "approvedOn",
  coalesce(g.paid_on::text, '') as "paidOn", coalesce(g.due_on::text, '') as "dueOn",
  case
    when g.state <> 'APPROVED' or g.direction = 'OUT' then ''
    when g.direction = 'IN' then coalesce(nullif(nullif(s.state, 'WITHDRAWN'), 'RETURNED'), 'WAITING')
    else coalesce(p.state, case when exists (select from bank_account as b
      where b.union_id = g.recipient_union_id) then 'WAITING' else 'NO_ACCOUNT' end)
  end as "paymentState",
  coalesce(p.id::text, '') as "paymentId", coalesce(g.settlement_id::text, '') as "settlementId",
  g.used_fen::float8 as "usedFen", g.unspent_fen::float8 as "unspentFen",
  g.matched_fen::float8 as "matchedFen", g.report_sha256 as "reportSha256",
  coalesce(g.reported_on::text, '') as "reportedOn", g.version
from fund_grant as g
join grant_rule as r on r.rule_id = g.rule_id
left join known_union as u on u.union_id = g.recipient_union_id and g.direction <> 'IN'
left join settlement as s on s.settlement_id = g.settlement_id
left join lateral (
  select y.id, l.state from payment as y join payment_line as l on l.payment_id = y.id
  where y.source_service = 'grant' and y.source_id = g.payout and g.payout <> ''
    and l.beneficiary_id = g.recipient_union_id::text and l.state <> 'REJECTED'
  order by case l.state when 'PAID' then 1 when 'PENDING' then 2 else 3 end limit 1) as p on true;
`,
};
