import { protect } from '@gonglian/service/row-security.ts';

const known =
  'exists (select from membership.membership as m where m.member_id = consent.member_id)';

/** consent: what a person agreed to, by the version of the notice that was shown; never changed. */
export const consent = {
  name: '0006-consent',
  sql: `
create table consent (
  member_id uuid not null references membership on delete cascade,
  notice_version text not null,
  kind text not null check (kind in ('general', 'sensitive')),
  given_at timestamptz not null,
  primary key (member_id, notice_version, kind)
);
${protect('membership', 'consent', {
  using: `(select membership.reach() = 'all') or ((select membership.reach() = 'scope') and ${known})`,
  alsoSeen: 'member_id = (select membership.self_member())',
})}
`,
};
