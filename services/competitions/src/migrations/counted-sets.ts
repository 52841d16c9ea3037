/**
 * What contests were made of: trades, provinces and teams at whoever held them, industries and ranks at the unit that
 * entered. A rank is one in a superior's contest, among the first eight.
 */
const contests = `
with over as not materialized (
  select c.competition_id, c.union_id, c.held_to, c.origin, c.state,
    case when c.origin = 'JOINED' then c.level else organiser_level(u.level) end as organiser
  from competition as c left join known_union as u on u.union_id = c.union_id),
entered as not materialized (
  select o.*, e.entry_id, e.union_id as unit_id, e.entry_kind, e.team_name, e.from_node,
    left(coalesce(nullif(e.from_node, ''), u.region_code), 2) as province, left(u.industry, 3) as division
  from over as o join competition_entry as e using (competition_id) left join known_union as u on u.union_id = e.union_id
  where e.state = 'ENROLLED')
select distinct o.union_id, o.held_to as happened_on, 'trade_held' as movement, title_code(t.title) as kind,
  '' as organiser, '' as prize, false as frontline, 1 as heads, 0::bigint as fen, o.competition_id, o.state
from over as o join competition_trade as t using (competition_id) where o.origin = 'HELD'
union all
select distinct union_id, held_to, 'province_entered', province, '', '', false, 1, 0, competition_id, state
from entered where origin = 'HELD' and province > '10'
union all
select union_id, held_to, 'team_entered', '', organiser, '', false, count(distinct (unit_id, team_name))::int, 0,
  competition_id, state
from entered where origin = 'HELD' and entry_kind = 'PERSON'
group by union_id, held_to, organiser, competition_id, state
union all
select distinct unit_id, held_to, 'industry_entered', division, '', '', false, 1, 0, competition_id, state
from entered where from_node = '' and division <> ''
union all
select unit_id, held_to, 'rank_achieved', '', organiser, r.rank::text, false, 1, 0, e.competition_id, state
from entered as e join competition_result as r using (entry_id)
where origin = 'JOINED' and from_node = '' and r.rank <= 8`;

const works = `
select union_id, submitted_on as happened_on, 'work_submitted' as movement, kind, '' as organiser, '' as prize,
  false as frontline, 1 as heads, 0::bigint as fen
from work
union all
select h.union_id, h.honoured_on, 'work_honoured', w.kind, h.level, h.prize, false, 1, 0
from work_honour as h join work as w using (work_id)`;

/** Who leads a studio is on its roster. */
const studios = `
select n.union_id, n.named_on as happened_on, 'studio_members_came' as movement, '' as kind, '' as organiser,
  '' as prize, false as frontline, 1 as heads, 0::bigint as fen
from studio_naming as n join studio_member as m using (studio_id) where n.counted_level_before = ''
union all
select t.union_id, t.step_on, 'studio_members_left', '', '', '', false, 1, 0
from studio_step as t join studio_member as m using (studio_id) where t.state = 'REMOVED'`;

/** contest_made_of has the competition too: publication tells of one what the recount counts of all. */
export const countedSets = `
create view contest_made_of with (security_invoker = true) as ${contests};
create view counted_sets with (security_invoker = true) as
select union_id, happened_on, movement, kind, organiser, prize, frontline, heads, fen from contest_made_of
where state in ('RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED');
create view counted_works with (security_invoker = true) as ${works};
create view counted_rosters with (security_invoker = true) as ${studios};
create or replace view counted with (security_invoker = true) as
${[
  'contests',
  'honours',
  'innovation',
  'learning',
  'programmes',
  'care',
  'sets',
  'works',
  'rosters',
]
  .map((name) => `select * from counted_${name}`)
  .join('\nunion all\n')};
`;
