import { ofUnion, protect } from '@gonglian/service/row-security.ts';

/**
 * designation: a pilot, a base or a team that was named, until it is none any more. base_course: what a base offers.
 * attachment: classes of a base, lecturers and lectures of a team; a class or a lecture is of one alone. A part of
 * 0007-programmes.
 */
export const designationTables = `
create table designation (
  designation_id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null check (kind in ('REFORM_PILOT', 'TRAINING_BASE', 'CRAFTSMAN_COLLEGE', 'LIFT_STATION',
    'LECTURE_HALL', 'EDUCATION_BASE', 'SPEAKER_TEAM')),
  level text not null check (level in ('COUNTY', 'CITY', 'PROVINCE', 'NATIONAL')),
  title text not null,
  document_no text not null,
  designated_on date not null,
  programme_id uuid references programme,
  ended_on date check (ended_on >= designated_on),
  end_reason text not null default '',
  version int not null default 1,
  check ((kind = 'REFORM_PILOT') = (programme_id is not null))
);
create index designation_of on designation (union_id, designation_id);
create unique index designation_once on designation (union_id, kind, title) where ended_on is null;
-- A unit is a pilot of a reform once, whatever it is called there.
create unique index pilot_once on designation (union_id, programme_id) where ended_on is null;
create table base_course (
  course_id uuid primary key,
  designation_id uuid not null references designation,
  union_id uuid not null,
  title text not null,
  online boolean not null,
  opened_on date not null,
  unique (designation_id, title)
);
create table attachment (
  designation_id uuid not null references designation,
  kind text not null check (kind in ('CLASS', 'LECTURER', 'LECTURE')),
  attached_id uuid not null,
  union_id uuid not null,
  attached_on date not null,
  primary key (kind, attached_id, designation_id)
);
create index attachment_of on attachment (designation_id, kind);
create unique index attached_once on attachment (kind, attached_id) where kind <> 'LECTURER';
${['designation', 'base_course', 'attachment']
  .map((table) => protect('competitions', table, { using: ofUnion('competitions') }))
  .join('')}`;
