import { ofUnion, protect } from '@gonglian/service/row-security.ts';

/**
 * payout: money that was decided on here, as finance is asked for it; `round` goes on where a person there has rejected it.
 * payout_line: to whom; a record, or a part of it, has one line until that is dropped. Of payees all is sealed.
 * payout_state: how far the money of a record has come, '' where nobody has asked for it.
 */
export const payoutTables = (schema: string): string => `
create table payout (
  payout_id uuid primary key,
  payout_kind text not null,
  union_id uuid not null references known_union,
  bank text not null,
  project_code text not null,
  source_code text not null,
  account_code text not null,
  purpose_code text not null,
  purpose text not null,
  title text not null,
  document_no text not null,
  round int not null default 1,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'REQUESTED', 'REFUSED', 'REJECTED', 'DROPPED')),
  payment_id uuid,
  refusal_code text not null default '',
  tries int not null default 0,
  try_at timestamptz not null,
  made_by text not null,
  made_at timestamptz not null,
  version int not null default 1,
  check (state <> 'REQUESTED' or payment_id is not null),
  check ((state = 'REFUSED') = (refusal_code <> ''))
);
create index payout_waiting on payout (try_at) where state = 'WAITING';
create index payout_of on payout (union_id, payout_id);
create table payout_line (
  payout_id uuid not null references payout,
  seq int not null,
  union_id uuid not null,
  payout_kind text not null,
  record_id text not null,
  record_part text not null,
  payee_kind text not null check (payee_kind in ('PERSON', 'UNIT')),
  payee_sealed bytea not null,
  account_sealed bytea not null,
  bank_code text not null,
  amount_fen bigint not null check (amount_fen > 0),
  beneficiary_id text not null,
  member_id uuid,
  state text not null default 'WAITING'
    check (state in ('WAITING', 'REQUESTED', 'REFUSED', 'REJECTED', 'DROPPED', 'PAID', 'FAILED')),
  paid_on date,
  failure_code text not null default '',
  primary key (payout_id, seq),
  check ((state = 'PAID') = (paid_on is not null))
);
create unique index payout_line_once on payout_line (payout_kind, record_id, record_part)
  where state <> 'DROPPED';
${protect(schema, 'payout', { using: ofUnion(schema) })}
${protect(schema, 'payout_line', { using: ofUnion(schema), alsoSeen: `member_id = (select ${schema}.self_member())` })}
create function payout_state(kind text, record text, part text) returns text language sql stable as $$
  select coalesce((select l.state from ${schema}.payout_line as l
    where l.payout_kind = kind and l.record_id = record and l.record_part = part and l.state <> 'DROPPED'), '') $$;
`;
