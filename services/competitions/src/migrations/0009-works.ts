import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { countedSets } from './counted-sets.ts';

/**
 * work, work_honour: what somebody sent in for a call, and what levels gave it.
 * known_union.industry: of the host, GB/T 4754. title_code: the same title has the same code at every node.
 * A practice station is a pilot by its document alone, of no programme.
 */
export const works: Migration = {
  name: '0009-works',
  sql: `
alter table known_union add column industry text not null default '';
alter table designation drop constraint designation_kind_check;
alter table designation add constraint designation_kind_check check (kind in ('REFORM_PILOT', 'TRAINING_BASE',
  'CRAFTSMAN_COLLEGE', 'LIFT_STATION', 'LECTURE_HALL', 'EDUCATION_BASE', 'SPEAKER_TEAM', 'PRACTICE_STATION'));
create function title_code(title text) returns text language sql immutable as $$
  select left(md5(lower(regexp_replace(normalize(title, NFKC), '\\s', '', 'g'))), 16) $$;

create table work (
  work_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('ESSAY', 'READING_ESSAY', 'SHORT_VIDEO', 'ONLINE_COMMENT', 'ART', 'OTHER')),
  campaign text not null,
  title text not null,
  person_id uuid not null references person,
  submitted_on date not null,
  version int not null default 1,
  unique (person_id, campaign, title)
);
create index work_of on work (union_id, work_id);
create table work_honour (
  work_id uuid not null references work,
  level text not null check (level in ('COUNTY', 'CITY', 'PROVINCE', 'NATIONAL')),
  union_id uuid not null,
  prize text not null check (prize in ('', 'FIRST', 'SECOND', 'THIRD', 'MERIT')),
  document_no text not null,
  honoured_on date not null,
  primary key (work_id, level)
);
${['work', 'work_honour']
  .map((table) => protect('competitions', table, { using: ofUnion('competitions') }))
  .join('')}
${countedSets}`,
};
