/**
 * competition_row: a competition as the use cases read it; entries and units as far as the caller reaches.
 * effective_score: of each sheet what counts: its last correction, else what the judge gave.
 */
export const competitionViews = `
create view competition_row with (security_invoker = true) as
select c.competition_id as "competitionId", c.union_id as "unionId", coalesce(u.name, '') as "unionName",
  c.name, c.kind, c.level, c.competition_class as "competitionClass", c.origin,
  c.organiser_name as "organiserName", c.season, c.basis_document as "basisDocument",
  c.held_from::text as "heldFrom", c.held_to::text as "heldTo",
  coalesce(c.parent_competition_id::text, '') as "parentCompetitionId", c.project_name as "projectName",
  c.prize_fen as "prizeFen", c.organising_fen as "organisingFen", c.stages, c.state,
  coalesce(c.announced_on::text, '') as "announcedOn", c.filed_by as "filedBy", c.decided_by as "decidedBy",
  c.decision_reason as "decisionReason", c.appeal_until as "appealUntil", c.version,
  coalesce((
    select json_agg(json_build_object('tradeId', t.trade_id, 'title', t.title,
      'standardGrade', t.standard_grade, 'places', t.places, 'taken', t.taken, 'ageMax', t.age_max,
      'finalists', t.finalists, 'modules', t.modules) order by t.seq)
    from competition_trade as t where t.competition_id = c.competition_id), '[]'::json) as trades,
  coalesce(e.entries, 0)::int as entries, coalesce(e.units, 0)::int as units
from competition as c
left join known_union as u on u.union_id = c.union_id
left join lateral (
  select count(*) as entries, count(distinct o.union_id) as units
  from competition_entry as o where o.competition_id = c.competition_id and o.state = 'ENROLLED') as e on true;

create view effective_score with (security_invoker = true) as
select s.competition_id, s.trade_id, s.stage, s.bench_no, s.module_no, s.judge_id, s.seconds,
  coalesce(k.score, s.score) as score
from score_sheet as s
left join (
  select distinct on (trade_id, bench_no, module_no, judge_id) trade_id, bench_no, module_no, judge_id, score
  from score_correction order by trade_id, bench_no, module_no, judge_id, correction_id desc) as k
  on (k.trade_id, k.bench_no, k.module_no, k.judge_id) = (s.trade_id, s.bench_no, s.module_no, s.judge_id)
    and s.stage = 'FINAL';
`;

/** Of whoever asks: what his union holds, what is held below it, and what either of these only joined. */
export const figureOf = `
create function figure_of(holder uuid, origin text, scope text) returns text language sql stable as $$
  select case when holder::text <> scope and not exists (
      select from competitions.scope_below as b
      where b.above_id = case when scope ~ '^[0-9a-f-]{36}$' then scope::uuid end and b.union_id = holder) then 'ELSEWHERE'
    when origin = 'JOINED' then 'JOINED'
    when holder::text = scope then 'OWN' else 'BELOW' end $$;
`;

/** Whether two unions are one unit: the same, or one of them below the other's grassroots union. */
export const sameUnit = `
create function same_unit(one uuid, other uuid) returns boolean language sql stable as $$
  select one = other or exists (
    select from competitions.scope_below as b
    join competitions.known_union as u on u.union_id = b.above_id and u.level = 'GRASSROOTS'
    where (b.above_id, b.union_id) in ((one, other), (other, one))) $$;
`;

/** Of a union's level what figures are published by. */
export const organiserLevel = `
create function organiser_level(level text) returns text language sql immutable as $$
  select case when level in ('NATIONAL', 'PROVINCE', 'CITY', 'COUNTY') then level else 'GRASSROOTS' end $$;
`;
