import type { Migration } from '@gonglian/service/migrate.ts';

/** By a keyed hash two claims of different people that go to one account find each other; those before have none. */
export const mutualAccounts: Migration = {
  name: '0014-mutual-accounts',
  sql: `
alter table mutual_claim add column account_key bytea;
create index mutual_claim_to_account on mutual_claim (account_key) where account_key is not null;
`,
};
