import type { Migration } from '@gonglian/service/migrate.ts';
import { ofNode, protect } from '@gonglian/service/row-security.ts';

/**
 * What services of this node write to those of neighbouring nodes. Upward a letter goes with the uplink, in its sequence.
 *
 * letter_down: what is for a subordinate, numbered without a gap, kept; said again until it is taken.
 * peer.letters_taken, uplink_state.letters_taken: up to which number, as the subordinate says and as this node has taken.
 */
export const letters: Migration = {
  name: '0005-letters',
  sql: `
create table letter_down (
  subordinate text not null,
  no bigint not null,
  letter_id uuid not null unique,
  kind text not null,
  data text not null,
  written_at timestamptz not null,
  primary key (subordinate, no)
);
${protect('sync', 'letter_down', ofNode('sync'))}
alter table peer add column letters_taken bigint not null default 0;
alter table uplink_state add column letters_taken bigint not null default 0;
`,
};
