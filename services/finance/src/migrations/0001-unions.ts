import { mechanismTables } from '@gonglian/outbox/tables.ts';
import type { Migration } from '@gonglian/service/migrate.ts';
import { knownUnionTable } from '@gonglian/service/keep-unions.ts';
import { openToService } from '@gonglian/service/row-security.ts';

/**
 * covered_employer: by which union an employer's fund is due, dated; the tax bureau names employers by USCC alone.
 */
export const unions: Migration = {
  name: '0001-unions',
  sql: `
${mechanismTables('finance')}
${knownUnionTable('finance')}
create table covered_employer (
  union_id uuid not null,
  uscc text collate "C" not null,
  started_on date not null,
  ended_on date,
  primary key (uscc, union_id, started_on),
  check (ended_on >= started_on)
);
create index covered_employer_of on covered_employer (union_id);
${openToService('finance', 'covered_employer')}
`,
};
