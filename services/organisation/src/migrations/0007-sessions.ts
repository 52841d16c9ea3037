import type { Migration } from '@gonglian/service/migrate.ts';

/** Old sessions are looked for every hour, and there are many times more than live ones. */
export const sessions: Migration = {
  name: '0007-sessions',
  sql: 'create index login_session_ends on login_session (ends_at);',
};
