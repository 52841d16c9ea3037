import { ofUnion, protect } from '@gonglian/service/row-security.ts';

/** What workers learn, and what their units do for safety; a part of 0004-innovation. */
export const learningTables = `
create table training_class (
  id uuid primary key,
  union_id uuid not null references known_union,
  kind text not null,
  title text not null,
  place text not null,
  teacher text not null,
  starts_on date not null,
  ends_on date not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'FINISHED')),
  finished_on date,
  version int not null default 1,
  check (ends_on >= starts_on),
  check ((state = 'FINISHED') = (finished_on is not null))
);
create index training_class_of on training_class (union_id, id);
create table training_enrolment (
  class_id uuid not null references training_class,
  person_id uuid not null references person,
  union_id uuid not null,
  completed boolean not null default false,
  primary key (class_id, person_id)
);
create table lecturer (
  id uuid primary key,
  union_id uuid not null references known_union,
  person_id uuid not null references person,
  kind text not null,
  subject text not null,
  appointed_on date not null,
  unique (union_id, person_id)
);
create table lecture_session (
  id uuid primary key,
  union_id uuid not null references known_union,
  lecturer_id uuid not null references lecturer,
  series text not null,
  topic text not null,
  place text not null,
  held_on date not null,
  attendance int not null check (attendance >= 0)
);
create index lecture_session_of on lecture_session (union_id, id);
create index lecture_session_by on lecture_session (lecturer_id);
create table apprenticeship (
  id uuid primary key,
  union_id uuid not null references known_union,
  master_id uuid not null references person,
  apprentice_id uuid not null references person,
  trade text not null,
  goals text not null,
  grade_before text not null,
  signed_on date not null,
  ends_on date not null,
  state text not null default 'SIGNED' check (state in ('SIGNED', 'ASSESSED')),
  passed boolean not null default false,
  assessment text not null default '',
  grade_after text not null default '',
  assessed_on date,
  version int not null default 1,
  check (master_id <> apprentice_id),
  check (ends_on > signed_on),
  check ((state = 'ASSESSED') = (assessed_on is not null))
);
create index apprenticeship_of on apprenticeship (union_id, id);
create unique index apprenticeship_open on apprenticeship (apprentice_id) where state = 'SIGNED';
create table safety_cup_entry (
  id uuid primary key,
  union_id uuid not null references known_union,
  year int not null,
  worker_count int not null check (worker_count >= 0),
  entered_on date not null,
  state text not null default 'ENTERED' check (state in ('ENTERED', 'EVALUATED')),
  score int not null default 0 check (score between 0 and 10000),
  result text not null default '',
  evaluated_on date,
  version int not null default 1,
  unique (union_id, year),
  check ((state = 'EVALUATED') = (evaluated_on is not null))
);
create table safety_cup_activity (
  entry_id uuid not null references safety_cup_entry,
  no int not null,
  union_id uuid not null,
  kind text not null,
  held_on date not null,
  participants int not null check (participants >= 0),
  note text not null,
  primary key (entry_id, no)
);
${[
  'training_class',
  'training_enrolment',
  'lecturer',
  'lecture_session',
  'apprenticeship',
  'safety_cup_entry',
  'safety_cup_activity',
]
  .map((table) => protect('competitions', table, { using: ofUnion('competitions') }))
  .join('')}
`;
