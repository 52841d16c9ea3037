import type { Migration } from '@gonglian/service/migrate.ts';

/** What waits is counted along these, however much has been done before. */
export const tasks: Migration = {
  name: '0016-tasks',
  sql: `
create index hardship_file_waiting on hardship_file (state, stood_on);
create index relief_grant_standing on relief_grant (state, stood_on);
create index notice_objection_open on notice_objection (notice_id) where closed_on is null;
create index mediation_due on mediation (due_on) where state in ('ACCEPTED', 'INVESTIGATED', 'MEDIATING');
create index legal_aid_due on legal_aid (due_on) where state = 'MATERIALS';
create index venue_proposed on venue (venue_id) where state = 'PROPOSED';
`,
};
