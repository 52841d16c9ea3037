import { ofUnionListed, protect } from '@gonglian/service/row-security.ts';

const reach = '(select membership.reach())';

/** What belongs to an import or an export is seen by whom that is seen by. */
const ofImport = (table: string) =>
  `${reach} = 'all'
    or exists (select from membership.import_job as j where j.id = ${table}.import_id)`;

/**
 * import_job: a workbook on its way into the register. What its cells and headings say is sealed: nobody knows what
 *   stands in the first row of a stranger's sheet.
 * import_part: the file as it came, sealed, kept for disputes.
 * import_chunk: rows that are in order, sealed until they are taken; then who joined by which row, for taking back.
 * import_result: rows that were refused, by rule. No personal data.
 * import_mapping: what somebody's headings meant the last time, by keyed hash.
 * annulled_member: who was taken back with an import; nothing else is left of them.
 * member_export: files of members that were asked for; export_download: each time one was taken away.
 */
export const files = {
  name: '0004-files',
  sql: `
create table import_job (
  id uuid primary key,
  union_id uuid not null,
  created_by text not null,
  joined_on date not null,
  file_name text not null,
  size_bytes int not null,
  sha256 text not null,
  state text not null check (state in ('UPLOADING', 'READING', 'READ', 'CHECKING', 'CHECKED',
    'COMMITTING', 'DONE', 'UNDOING', 'UNDONE', 'CANCELLED', 'FAILED')),
  failure text not null default '',
  sheets bytea,
  mapping bytea,
  rows int not null default 0,
  rows_done int not null default 0,
  rows_valid int not null default 0,
  rows_refused int not null default 0,
  rows_unchanged int not null default 0,
  rows_joined int not null default 0,
  attempts int not null default 0,
  created_at timestamptz not null,
  touched_at timestamptz not null,
  done_at timestamptz,
  version int not null default 1
);
create unique index import_running on import_job (created_by)
  where state in ('UPLOADING', 'READING', 'READ', 'CHECKING', 'CHECKED', 'COMMITTING');
create index import_at_work on import_job (touched_at)
  where state in ('READING', 'CHECKING', 'COMMITTING', 'UNDOING');
create index import_of_union on import_job (union_id, id);
${protect('membership', 'import_job', { using: ofUnionListed('membership') })}

create table import_part (
  import_id uuid not null references import_job,
  no int not null,
  size_bytes int not null,
  sha256 text not null,
  content bytea not null,
  primary key (import_id, no)
);
-- Sealed bytes do not compress.
alter table import_part alter column content set storage external;
${protect('membership', 'import_part', { using: ofImport('import_part') })}

create table import_chunk (
  import_id uuid not null references import_job,
  no int not null,
  rows int not null,
  state text not null default 'READY' check (state in ('READY', 'DONE', 'UNDONE')),
  content bytea,
  joined_rows int[] not null default '{}',
  joined_ids uuid[] not null default '{}',
  again_rows int[] not null default '{}',
  primary key (import_id, no),
  check ((state = 'READY') = (content is not null)),
  check (cardinality(joined_rows) = cardinality(joined_ids))
);
alter table import_chunk alter column content set storage external;
${protect('membership', 'import_chunk', { using: ofImport('import_chunk') })}

create table import_result (
  import_id uuid not null references import_job,
  row int not null,
  code text not null,
  field text not null,
  held_by_union_id uuid,
  primary key (import_id, row)
);
create index import_result_by_cause on import_result (import_id, code, field, row);
${protect('membership', 'import_result', { using: ofImport('import_result') })}

create table import_mapping (
  account_id text not null,
  union_id uuid not null,
  heading bytea not null,
  field text not null,
  at timestamptz not null,
  primary key (account_id, union_id, heading)
);
create index import_mapping_of_union on import_mapping (union_id, heading);
${protect('membership', 'import_mapping', { using: ofUnionListed('membership') })}

create table annulled_member (
  member_id uuid primary key,
  member_no text not null,
  union_id uuid not null,
  joined_on date not null,
  import_id uuid not null references import_job,
  at timestamptz not null
);
${protect('membership', 'annulled_member', { using: ofUnionListed('membership') })}

create table member_export (
  id uuid primary key,
  union_id uuid not null,
  all_below boolean not null,
  member_state text not null,
  format text not null check (format in ('xlsx', 'csv')),
  fields text[] not null,
  reason_code text not null,
  reason text not null,
  rows int not null,
  last_member_id uuid,
  state text not null check (state in ('WAITING', 'READY')),
  requested_by text not null,
  requested_at timestamptz not null,
  approved_by text,
  expires_at timestamptz not null,
  downloads int not null default 0,
  version int not null default 1,
  check (approved_by <> requested_by)
);
create index member_export_of_union on member_export (union_id, id);
create index member_export_waiting on member_export (requested_at) where state = 'WAITING';
${protect('membership', 'member_export', { using: ofUnionListed('membership') })}

create table export_download (
  id uuid primary key,
  export_id uuid not null references member_export,
  account_id text not null,
  rows int not null,
  at timestamptz not null
);
create index export_download_by on export_download (account_id, at);
${protect('membership', 'export_download', {
  using: `${reach} = 'all' or account_id = current_setting('gonglian.account', true)`,
})}
`,
};
