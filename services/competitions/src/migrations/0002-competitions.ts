import type { Migration } from '@gonglian/service/migrate.ts';
import { ofUnion, protect } from '@gonglian/service/row-security.ts';
import { competitionViews, figureOf, organiserLevel, sameUnit } from './competition-views.ts';

const ofHolder = { using: ofUnion('competitions', 'holder_union_id') };
/** Of whoever has entered, and of whoever holds it. */
const ofBoth = {
  using: `${ofUnion('competitions')} or ${ofUnion('competitions', 'holder_union_id')}`,
};
const byAll = `(select competitions.reach()) <> 'none'`;

/**
 * competition: one from its draft to the archive. Once it is announced whoever works or is a member here may read it.
 * competition_trade: what is competed in, its places and how many are taken: the database counts them.
 * competition_entry: a person in a trade, or a unit in a labour competition; competition_judge: who scores.
 * score_sheet: what a judge gave a bench in a module; nothing of it changes once scoring is locked (`keep_scores`).
 * labour_target, labour_progress, labour_evaluation: what a unit has undertaken, done month by month, and was given for.
 * score_correction: the only way after that, signed by the node. competition_appeal, competition_result: what follows.
 */
export const competitions: Migration = {
  name: '0002-competitions',
  sql: `
create table competition (
  competition_id uuid primary key,
  union_id uuid not null,
  name text not null,
  kind text not null check (kind in ('SKILL', 'LABOUR', 'MIXED')),
  level text not null check (level in ('NATIONAL', 'PROVINCE', 'CITY', 'COUNTY', 'GRASSROOTS')),
  competition_class int not null check (competition_class between 0 and 3),
  origin text not null check (origin in ('HELD', 'JOINED')),
  organiser_name text not null check ((origin = 'JOINED') = (organiser_name <> '')),
  season int not null,
  basis_document text not null,
  held_from date not null,
  held_to date not null check (held_to >= held_from),
  parent_competition_id uuid references competition,
  project_name text not null,
  prize_fen bigint not null check (prize_fen >= 0),
  organising_fen bigint not null check (organising_fen >= 0),
  stages json not null,
  state text not null check (state in ('DRAFT', 'FILED', 'APPROVED', 'ANNOUNCED', 'ENROLLING', 'QUALIFYING', 'FINAL',
    'SCORING_LOCKED', 'APPEAL_WINDOW', 'RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED')),
  announced_on date,
  filed_by text not null default '',
  decided_by text not null default '',
  decision_reason text not null default '',
  appeal_until timestamptz,
  version int not null default 1,
  -- The node above that offered it, the last of its letters, and what is sealed for that one is sealed with.
  from_node text not null default '',
  offer_no int not null default 0,
  entry_key bytea,
  check (decided_by = '' or decided_by <> filed_by)
);
create index competition_of on competition (union_id, competition_id desc);
${protect('competitions', 'competition', {
  using: ofUnion('competitions'),
  alsoSeen: `state not in ('DRAFT', 'FILED', 'APPROVED') and ${byAll}`,
})}

create table competition_trade (
  trade_id uuid primary key,
  competition_id uuid not null references competition,
  holder_union_id uuid not null,
  seq int not null,
  title text not null,
  standard_grade int not null,
  places int not null check (places > 0),
  taken int not null default 0,
  age_max int not null,
  finalists int not null,
  modules json not null,
  drawn_on date,
  unique (competition_id, seq),
  constraint places_are_left check (taken between 0 and places)
);
${protect('competitions', 'competition_trade', {
  ...ofHolder,
  alsoSeen: `exists (select from competitions.competition as c
    where c.competition_id = competition_trade.competition_id)`,
})}

create table competition_entry (
  entry_id uuid primary key,
  competition_id uuid not null references competition,
  holder_union_id uuid not null,
  trade_id uuid references competition_trade,
  union_id uuid not null,
  entry_kind text not null check (entry_kind in ('PERSON', 'UNIT')),
  person_id uuid references person,
  -- Whose own account shows it.
  member_id uuid,
  team_name text not null,
  -- Of a unit: how many of its workers take part.
  workers int not null default 0,
  state text not null default 'ENROLLED' check (state in ('ENROLLED', 'WITHDRAWN')),
  in_final boolean not null default false,
  bench_no int check (bench_no > 0),
  enrolled_on date not null,
  version int not null default 1,
  -- Between nodes: who sent it and what its union is called there; to whom it went, what was answered and why; the number,
  -- sealed for the node above.
  from_node text not null default '',
  union_name text not null default '',
  sent_to text not null default '',
  sent_state text not null default '' check (sent_state in ('', 'SENT', 'ENTERED', 'REFUSED')),
  sent_reason text not null default '',
  number_sealed bytea,
  check ((entry_kind = 'PERSON') = (person_id is not null)),
  check ((entry_kind = 'PERSON') = (trade_id is not null)),
  check ((entry_kind = 'UNIT') = (workers > 0)),
  unique (trade_id, bench_no)
);
-- One person competes in one trade of a competition, one unit enters it once.
create unique index entry_of_person on competition_entry (competition_id, person_id)
  where state = 'ENROLLED' and entry_kind = 'PERSON';
create unique index entry_of_unit on competition_entry (competition_id, union_id)
  where state = 'ENROLLED' and entry_kind = 'UNIT';
create index entry_of_trade on competition_entry (trade_id, union_id);
create index entry_of_member on competition_entry (member_id) where member_id is not null;
${protect('competitions', 'competition_entry', ofBoth)}

create table competition_judge (
  judge_id uuid primary key,
  competition_id uuid not null references competition,
  trade_id uuid not null references competition_trade,
  holder_union_id uuid not null,
  union_id uuid not null,
  account_id text not null,
  person_id uuid not null references person,
  unique (trade_id, account_id),
  unique (trade_id, person_id)
);
create index judge_of on competition_judge (competition_id);
${protect('competitions', 'competition_judge', ofHolder)}

create table score_sheet (
  trade_id uuid not null references competition_trade,
  stage text not null check (stage in ('QUALIFYING', 'FINAL')),
  bench_no int not null,
  module_no int not null,
  judge_id uuid not null references competition_judge,
  competition_id uuid not null references competition,
  holder_union_id uuid not null,
  score int not null check (score between 0 and 10000),
  seconds int not null check (seconds >= 0),
  recorded_at timestamptz not null,
  primary key (trade_id, stage, bench_no, module_no, judge_id)
);
${protect('competitions', 'score_sheet', ofHolder)}
create function keep_scores() returns trigger language plpgsql set search_path = competitions, pg_temp as $$
declare
  it uuid := case when tg_op = 'INSERT' then new.competition_id else old.competition_id end;
begin
  if not exists (select from competition where competition_id = it and state in ('QUALIFYING', 'FINAL')) then
    raise exception 'competition %: its scores are locked', it using errcode = 'GL003';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger kept before insert or update or delete on score_sheet
  for each row execute function keep_scores();
alter table score_sheet enable always trigger kept;

create table score_correction (
  correction_id uuid primary key,
  competition_id uuid not null references competition,
  holder_union_id uuid not null,
  trade_id uuid not null,
  bench_no int not null,
  module_no int not null,
  judge_id uuid not null,
  old_score int not null,
  score int not null check (score between 0 and 10000),
  reason text not null,
  correction_document text not null,
  corrected_by text not null,
  corrected_at timestamptz not null,
  signature bytea not null,
  check (score <> old_score)
);
create index correction_of on score_correction (trade_id, bench_no, module_no, judge_id, correction_id desc);
${protect('competitions', 'score_correction', ofHolder)}
create function keep_corrections() returns trigger language plpgsql as $$
begin
  raise exception 'a correction record is kept' using errcode = 'GL003';
end $$;
create trigger kept before update or delete on score_correction
  for each row execute function keep_corrections();
alter table score_correction enable always trigger kept;

create table competition_appeal (
  appeal_id uuid primary key,
  competition_id uuid not null references competition,
  holder_union_id uuid not null,
  entry_id uuid not null references competition_entry,
  union_id uuid not null,
  grounds text not null,
  state text not null default 'OPEN' check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  answer text not null default '',
  filed_by text not null,
  answered_by text not null default '' check (answered_by <> filed_by),
  filed_at timestamptz not null
);
create index appeal_of on competition_appeal (competition_id);
${protect('competitions', 'competition_appeal', ofBoth)}

create table labour_target (
  target_id uuid primary key,
  entry_id uuid not null references competition_entry,
  holder_union_id uuid not null,
  union_id uuid not null,
  seq int not null,
  title text not null,
  measure text not null,
  target bigint not null check (target > 0),
  unique (entry_id, seq)
);
${protect('competitions', 'labour_target', ofBoth)}
create table labour_progress (
  target_id uuid not null references labour_target,
  month text not null,
  holder_union_id uuid not null,
  union_id uuid not null,
  value bigint not null check (value >= 0),
  primary key (target_id, month)
);
${protect('competitions', 'labour_progress', ofBoth)}
create table labour_evaluation (
  entry_id uuid primary key references competition_entry,
  holder_union_id uuid not null,
  union_id uuid not null,
  score int not null check (score between 0 and 10000),
  remark text not null,
  evaluated_by text not null
);
${protect('competitions', 'labour_evaluation', ofBoth)}

create table competition_result (
  entry_id uuid primary key references competition_entry,
  competition_id uuid not null references competition,
  holder_union_id uuid not null,
  trade_id uuid references competition_trade,
  union_id uuid not null,
  rank int not null check (rank > 0),
  total int not null,
  prize text not null check (prize in ('', 'FIRST', 'SECOND', 'THIRD')),
  awards text[] not null,
  issued_on date,
  certificate_no text not null default '',
  certificate_sealed bytea,
  check ((certificate_no = '') = (certificate_sealed is null))
);
create index result_of on competition_result (competition_id, trade_id, rank, entry_id);
${protect('competitions', 'competition_result', { ...ofHolder, alsoSeen: byAll })}
${competitionViews}
${figureOf}
${sameUnit}
${organiserLevel}
`,
};
