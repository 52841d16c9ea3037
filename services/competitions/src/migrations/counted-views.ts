// What the facts have told, from the records themselves: one row for each thing that happened.
import { countedCare } from './counted-care.ts';
import { countedProgrammes } from './counted-programmes.ts';

/** Of a competition all counts in the month of its last day, once its result is published. Whom a node below sent it counts. */
const contests = `
with over as (
  select c.competition_id, c.union_id, c.kind, c.held_to, c.origin, c.project_name, c.prize_fen, c.organising_fen,
    case when c.origin = 'JOINED' then c.level else organiser_level(u.level) end as organiser
  from competition as c left join known_union as u on u.union_id = c.union_id
  where c.state in ('RESULT_PUBLISHED', 'AWARDS_ISSUED', 'ARCHIVED')),
entered as (
  select o.*, e.entry_id, e.union_id as unit_id, case e.entry_kind when 'PERSON' then 1 else e.workers end as heads
  from over as o join competition_entry as e using (competition_id) where e.state = 'ENROLLED' and e.from_node = '')
select union_id, held_to as happened_on, case origin when 'HELD' then 'held' else 'joined' end as movement, kind,
  organiser, '' as prize, false as frontline, 1 as heads,
  case origin when 'HELD' then prize_fen + organising_fen else 0 end as fen
from over
union all
select union_id, held_to, 'project_held', kind, organiser, '', false, 1, 0
from over where origin = 'HELD' and project_name <> ''
union all
select * from (select distinct on (competition_id, unit_id) unit_id, held_to, 'unit_entered', kind, organiser, '', false,
  1, 0 from entered order by competition_id, unit_id) as unit
union all
select unit_id, held_to, 'person_entered', kind, organiser, '', false, heads, 0 from entered
union all
select unit_id, held_to, 'prize_won', kind, organiser, r.prize, false, 1, 0
from entered join competition_result as r using (entry_id) where r.prize <> ''`;

/**
 * A grant that was taken back was given all the same; a nomination that was withdrawn was made. What another node has
 * sent, or is granted for one of its unions, is that one's figure.
 */
const honours = `
select union_id, granted_on as happened_on,
  case holder when 'PERSON' then 'individual_honoured' else 'collective_honoured' end as movement, honour_code as kind,
  level as organiser, '' as prize, frontline, 1 as heads, 0::bigint as fen
from honour_grant where for_node = ''
union all
select n.union_id, n.submitted_on, 'honour_declared', n.honour_code, r.level, '', false, 1, 0
from nomination as n join honour_round as r using (round_id) where n.submitted_on is not null and n.from_node = ''
union all
select root.union_id, r.opened_on, 'honour_round_opened', '', r.level, '', false, 1, 0
from honour_round as r, lateral (
  select union_id from honour_quota as q
  where q.round_id = r.round_id and q.from_union_id is null limit 1) as root
where r.from_node = ''`;

/** A studio is counted at one level at a time: at each naming it goes there from where it was counted before. */
const innovation = `
select union_id, submitted_on as happened_on, 'suggestion_submitted' as movement, '' as kind, '' as organiser,
  '' as prize, false as frontline, 1 as heads, 0::bigint as fen
from suggestion
union all
select union_id, reported_on, 'hazard_reported', '', '', '', false, 1, 0 from hazard_report
union all
select union_id, named_on, 'studio_founded', '', '', '', false, 1, 0
from studio_naming where counted_level_before = ''
union all
select union_id, named_on, 'studio_named', '', level, '', false, 1, 0 from studio_naming
union all
select union_id, named_on, 'studio_counted', '', counted_level, '', false, 1, 0
from studio_naming where counted_level <> counted_level_before
union all
select union_id, named_on, 'studio_counted', '', counted_level_before, '', false, -1, 0
from studio_naming where counted_level <> counted_level_before and counted_level_before <> ''
union all
select t.union_id, t.step_on, 'studio_removed', '', s.level, '', false, 1, 0
from studio_step as t join studio as s on s.id = t.studio_id where t.state = 'REMOVED'
union all
select union_id, reported_on, 'patent_granted', '', '', '', false, patents, 0 from studio_report
union all
select union_id, funded_on, 'studio_funded', '', level, '', false, 1, amount_fen from studio_funding
union all
select union_id, joined_on, 'alliance_joined', '', '', '', false, 1, 0 from alliance_membership
union all
select union_id, left_on, 'alliance_left', '', '', '', false, 1, 0
from alliance_membership where left_on is not null
union all
select union_id, registered_on, 'innovation_registered', '', '', '', false, 1, benefit_fen from innovation_result
union all
select union_id, declared_on, 'innovation_declared', '', level, '', false, 1, 0 from innovation_declaration
union all
select union_id, decided_on, 'innovation_honoured', '', level, '', false, 1, 0
from innovation_declaration where state = 'HONOURED'
union all
select taker_union_id, taken_on, 'challenge_taken', '', '', '', false, 1, 0
from challenge where taken_on is not null
union all
select taker_union_id, delivered_on, 'challenge_delivered', '', '', '', false, 1, 0
from challenge where delivered_on is not null`;

/** A unit in the safety cup counts in its year, whenever it was entered. */
const learning = `
select union_id, finished_on as happened_on, 'training_held' as movement, kind, '' as organiser, '' as prize,
  false as frontline, 1 as heads, 0::bigint as fen
from training_class where finished_on is not null
union all
select c.union_id, c.finished_on, 'worker_trained', c.kind, '', '', false, 1, 0
from training_enrolment as e join training_class as c on c.id = e.class_id
where e.completed and c.finished_on is not null
union all
select union_id, held_on, 'lecture_held', series, '', '', false, 1, 0 from lecture_session
union all
select union_id, held_on, 'lecture_attended', series, '', '', false, attendance, 0 from lecture_session
union all
select union_id, appointed_on, 'lecturer_appointed', kind, '', '', false, 1, 0 from lecturer
union all
select union_id, signed_on, 'apprenticeship_signed', '', '', '', false, 1, 0 from apprenticeship
union all
select union_id, assessed_on, 'grade_promoted', '', '', '', false, 1, 0
from apprenticeship where assessed_on is not null and grade_after <> grade_before
union all
select union_id, least(greatest(entered_on, make_date(year, 1, 1)), make_date(year, 12, 31)), 'safety_cup_entered', '',
  '', '', false, 1, 0 from safety_cup_entry
union all
select union_id, held_on, 'safety_activity_held', kind, '', '', false, participants, 0 from safety_cup_activity`;

const named = {
  contests,
  honours,
  innovation,
  learning,
  programmes: countedProgrammes,
  care: countedCare,
};

export const countedViews = `
${Object.entries(named)
  .map(([name, sql]) => `create view counted_${name} with (security_invoker = true) as ${sql};`)
  .join('\n')}
create view counted with (security_invoker = true) as
${Object.keys(named)
  .map((name) => `select * from counted_${name}`)
  .join('\nunion all\n')};
`;
