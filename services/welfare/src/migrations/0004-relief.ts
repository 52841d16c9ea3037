import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, openToService, protect } from '@gonglian/service/row-security.ts';
import { MONEY_SOURCES, PROGRAMMES } from '../relief/relief-policy.ts';
import { GRANT_STATES } from '../relief/steps.ts';

const ofItsUnion = ofUnion('welfare');
const own = 'member_id = (select welfare.self_member())';
const oneOf = (codes: readonly string[]) => codes.map((code) => `'${code}'`).join(', ');

/** What was paid and what came back; households and persons by their first payment of a year. */
export const countedGrants = `
select union_id, paid_on as happened_on, 'relief_paid' as movement, programme as kind, file_level as level,
  money_source as source, 1::bigint as heads, amount_fen as fen from relief_grant where paid_on is not null
union all
select union_id, paid_on, 'relief_household', programme, file_level, money_source, 1::bigint, 0::bigint
from relief_grant where household_first
union all
select union_id, paid_on, 'relief_person', programme, file_level, money_source, 1::bigint, 0::bigint
from relief_grant where person_first
union all
select union_id, recovered_on, 'relief_recovered', programme, file_level, money_source, 1::bigint, amount_fen
from relief_grant where recovered_on is not null`;

const counted = `
create view counted_relief with (security_invoker = true) as ${countedGrants}`;

/**
 * relief_grant: one payment of one programme to one person, from one source; the account and what it is worked out from
 * are sealed. relief_year: what a household or a person has had in a year, '' by all programmes; that row is locked by
 * whoever takes of it. relief_account: an account is one person's. relief_invoice: an invoice is used once.
 */
export const relief: Migration = {
  name: '0004-relief',
  sql: `
-- Of a million that are proposed at once union and person are those of the file: they are not looked up again.
create table relief_grant (
  grant_id uuid primary key,
  union_id uuid not null,
  file_id uuid references hardship_file,
  person_id uuid not null,
  member_id uuid,
  programme text not null check (programme in (${oneOf(PROGRAMMES)})),
  grant_year int not null,
  money_source text not null check (money_source in (${oneOf(MONEY_SOURCES)})),
  project_code text not null,
  file_level text not null,
  category text not null,
  amount_fen bigint not null check (amount_fen > 0),
  cap_fen bigint not null,
  ordered_by text not null,
  approval_need text not null check (approval_need in ('COUNTY', 'NEEDS_PROVINCE', 'NEEDS_NATIONAL')),
  basis_sealed bytea,
  account_sealed bytea,
  account_key bytea,
  bank_code text not null default '',
  state text not null default 'PROPOSED' check (state in (${oneOf(GRANT_STATES)})),
  stood_on date not null,
  made_by text not null,
  checked_by text not null default '',
  reviewed_by text not null default '',
  approved_by text not null default '',
  document_no text not null default '',
  superior_document_no text not null default '',
  payout_id uuid references payout,
  paid_on date,
  failure_code text not null default '',
  household_first boolean not null default false,
  person_first boolean not null default false,
  confirmed_on date,
  recovered_on date,
  reason_code text not null default '',
  version int not null default 1,
  check ((file_id is null) = (file_level = '')),
  check (approved_by = '' or approved_by not in (made_by, checked_by, reviewed_by)),
  check ((account_sealed is null) = (bank_code = '')),
  check (recovered_on is null or paid_on is not null)
);
create index relief_grant_of on relief_grant (union_id, grant_id);
create index relief_grant_of_file on relief_grant (file_id, paid_on) where file_id is not null;
create index relief_grant_of_person on relief_grant (person_id, programme, paid_on)
  where paid_on is not null;
create index relief_grant_of_member on relief_grant (member_id) where member_id is not null;
-- Of one household a programme waits once a person and a source; of an account it waits once a programme.
create unique index relief_grant_waiting on relief_grant (person_id, programme, grant_year, money_source)
  where state in ('PROPOSED', 'MATERIALS_CHECKED', 'REVIEWED', 'RETURNED');
create unique index relief_grant_account on relief_grant (programme, account_key)
  where account_key is not null
    and state in ('PROPOSED', 'MATERIALS_CHECKED', 'REVIEWED', 'APPROVED', 'PUBLISHED', 'SUSPENDED', 'PAY_ORDERED', 'RETURNED');
create table relief_step (
  step_no bigint generated always as identity primary key,
  grant_id uuid not null references relief_grant,
  union_id uuid not null,
  step text not null,
  state text not null,
  happened_on date not null,
  acted_by text not null,
  reason_code text not null
);
create index relief_step_of on relief_step (grant_id, step_no);
create table relief_year (
  owner_id uuid not null,
  grant_year int not null,
  programme text not null,
  used_fen bigint not null check (used_fen >= 0),
  primary key (owner_id, grant_year, programme)
);
create table relief_account (
  account_key bytea primary key,
  person_id uuid not null references person
);
create table relief_invoice (
  invoice_key bytea primary key,
  grant_id uuid not null references relief_grant
);
create index relief_invoice_of on relief_invoice (grant_id);
${protect('welfare', 'relief_grant', { using: ofItsUnion, alsoSeen: own })}
${protect('welfare', 'relief_step', { using: ofItsUnion })}
${['relief_year', 'relief_account', 'relief_invoice']
  .map((table) => openToService('welfare', table))
  .join('')}
${counted};
`,
};
