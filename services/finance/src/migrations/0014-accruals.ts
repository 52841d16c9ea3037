import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';

/**
 * accrual: what a year that is over still brings, or costs: IN from a neighbour or a union that pays up itself, OUT to a
 *   subordinate. Of the node's root union, whose book it is posted to. What is open of it goes down with each step.
 * accrual_step: the money that came, or what was taken back, with its voucher; reversed where the payment went back.
 * accrual_row: the same as the use cases read it.
 */
export const accruals: Migration = {
  name: '0014-accruals',
  sql: `
create table accrual (
  accrual_id uuid primary key,
  union_id uuid not null,
  direction text not null check (direction in ('IN', 'OUT')),
  kind text not null check (kind in ('REMITTANCE', 'SHARE', 'GENERAL_TRANSFER', 'SPECIAL_TRANSFER')),
  fiscal_year int not null,
  neighbour text not null,
  counterpart_id uuid not null,
  for_union_id uuid,
  project text not null,
  own_fen bigint not null,
  upper_fen bigint not null,
  lower_fen bigint not null,
  open_own_fen bigint not null check (open_own_fen between 0 and own_fen),
  open_upper_fen bigint not null check (open_upper_fen between 0 and upper_fen),
  open_lower_fen bigint not null check (open_lower_fen between 0 and lower_fen),
  document_no text not null,
  document_sha256 text not null,
  voucher_no bigint not null,
  accrued_by text not null,
  version int not null default 1,
  check (own_fen + upper_fen + lower_fen > 0),
  check ((lower_fen > 0) = (for_union_id is not null))
);
create index accrual_open on accrual (counterpart_id, fiscal_year)
  where open_own_fen + open_upper_fen + open_lower_fen > 0;
${protect('finance', 'accrual', { using: ofUnion('finance') })}

create table accrual_step (
  accrual_id uuid not null references accrual,
  union_id uuid not null,
  cause text not null check (cause in ('SETTLEMENT', 'RECEIPT', 'TAKEN_BACK')),
  source_id text not null,
  stepped_on date not null,
  own_fen bigint not null check (own_fen >= 0),
  upper_fen bigint not null check (upper_fen >= 0),
  lower_fen bigint not null check (lower_fen >= 0),
  voucher_no bigint not null,
  reversed_no bigint,
  reason text not null,
  stepped_by text not null,
  primary key (accrual_id, voucher_no)
);
create index accrual_step_of_source on accrual_step (source_id) where reversed_no is null;
${protect('finance', 'accrual_step', { using: ofUnion('finance') })}

create view accrual_row with (security_invoker = true) as
select a.accrual_id as "accrualId", a.direction, a.kind, a.fiscal_year as year, a.neighbour,
  a.counterpart_id as "counterpartId", coalesce(u.name, '') as "counterpartName",
  coalesce(a.for_union_id::text, '') as "forUnionId", coalesce(f.name, '') as "forUnionName", a.project,
  a.own_fen::float8 as "ownFen", a.upper_fen::float8 as "upperFen", a.lower_fen::float8 as "lowerFen",
  a.open_own_fen::float8 as "openOwnFen", a.open_upper_fen::float8 as "openUpperFen",
  a.open_lower_fen::float8 as "openLowerFen", a.document_no as "documentNo",
  a.document_sha256 as "documentSha256", a.voucher_no::float8 as "voucherNo", a.accrued_by as "accruedBy",
  coalesce((select json_agg(json_build_object('cause', s.cause, 'sourceId', s.source_id,
      'steppedOn', s.stepped_on, 'ownFen', s.own_fen, 'upperFen', s.upper_fen, 'lowerFen', s.lower_fen,
      'voucherNo', s.voucher_no, 'reversedNo', coalesce(s.reversed_no, 0), 'reason', s.reason,
      'steppedBy', s.stepped_by) order by s.voucher_no)
    from accrual_step as s where s.accrual_id = a.accrual_id), '[]') as steps, a.version
from accrual as a
left join known_union as u on u.union_id = a.counterpart_id
left join known_union as f on f.union_id = a.for_union_id;
`,
};
