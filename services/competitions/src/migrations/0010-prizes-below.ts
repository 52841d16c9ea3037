import type { Migration } from '@gonglian/service/migrate.ts';

/**
 * Of who was entered by a node below: what is for that node alone is sealed with reply_key. Of a prize that a node above
 * gave: issuer_key verifies its certificate.
 */
export const prizesBelow: Migration = {
  name: '0010-prizes-below',
  sql: `
alter table competition_entry add column reply_key bytea;
alter table competition_result add column issuer_key bytea;
`,
};
