import { mechanismTables } from '@gonglian/outbox/tables.ts';
import { payoutTables } from '@gonglian/payout/payout-tables.ts';
import type { Migration } from '@gonglian/service/migrate.ts';
import { knownUnionTable } from '@gonglian/service/keep-unions.ts';
import { personTable } from '@gonglian/service/person.ts';

/**
 * What every area stands on: unions, people, and money on its way to finance.
 * person: whoever asks, is helped or is in a household: the name sealed, of the ID number a keyed hash.
 */
export const unions: Migration = {
  name: '0001-unions',
  sql: `
${mechanismTables('welfare')}
${knownUnionTable('welfare')}
${personTable('welfare')}
${payoutTables('welfare')}
`,
};
