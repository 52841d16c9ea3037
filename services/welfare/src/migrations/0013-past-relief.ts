import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { countedGrants } from './0004-relief.ts';

/** relief_past: what was paid long ago, as old lists have it. It counts as what took its steps here. */
export const pastRelief: Migration = {
  name: '0013-past-relief',
  sql: `
create table relief_past (
  past_relief_id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  programme text not null,
  file_level text not null,
  money_source text not null,
  paid_on date not null,
  amount_fen bigint not null check (amount_fen > 0),
  household_first boolean not null,
  person_first boolean not null,
  recorded_by text not null,
  unique (person_id, programme, paid_on)
);
${protect('welfare', 'relief_past', { using: ofUnion('welfare') })}
create or replace view counted_relief with (security_invoker = true) as
${countedGrants}
union all
select union_id, paid_on, 'relief_paid', programme, file_level, money_source, 1::bigint, amount_fen from relief_past
union all
select union_id, paid_on, 'relief_household', programme, file_level, money_source, 1::bigint, 0::bigint
from relief_past where household_first
union all
select union_id, paid_on, 'relief_person', programme, file_level, money_source, 1::bigint, 0::bigint
from relief_past where person_first;
`,
};
