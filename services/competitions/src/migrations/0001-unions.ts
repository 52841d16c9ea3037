import { mechanismTables } from '@gonglian/outbox/tables.ts';
import type { Migration } from '@gonglian/service/migrate.ts';
import { knownUnionTable } from '@gonglian/service/keep-unions.ts';
import { personTable } from '@gonglian/service/person.ts';

/**
 * person: whoever enters, judges or is nominated: the name sealed, of the ID number a keyed hash.
 */
export const unions: Migration = {
  name: '0001-unions',
  sql: `
${mechanismTables('competitions')}
${knownUnionTable('competitions')}
${personTable('competitions')}
`,
};
