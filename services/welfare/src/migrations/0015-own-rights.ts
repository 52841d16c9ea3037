import type { Migration } from '@gonglian/service/migrate.ts';

const own = (table: string) => `
alter table ${table} add column member_id uuid;
create index ${table}_of_member on ${table} (member_id) where member_id is not null;
create policy seen on welfare.${table} for select using (member_id = (select welfare.self_member()));`;

/** Who has asked for mediation or legal aid himself sees his own case, and nobody else's. */
export const ownRights: Migration = {
  name: '0015-own-rights',
  sql: `${own('mediation')}
${own('legal_aid')}
`,
};
