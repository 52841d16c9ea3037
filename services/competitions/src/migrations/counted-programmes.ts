/** What programmes, reforms, bases and services have told; a part of `counted`. A base that ended was named all the same. */
export const countedProgrammes = `
select union_id, recorded_on as happened_on,
  case kind when 'MEETING' then 'reform_meeting_held' when 'MEASURE' then 'reform_measure_issued'
    else 'reform_case_compiled' end as movement, document_kind as kind, '' as organiser, '' as prize,
  false as frontline, 1 as heads, 0::bigint as fen
from reform_record
union all
select union_id, designated_on, 'designated', kind, level, '', false, 1, 0 from designation
union all
select union_id, ended_on, 'designation_ended', kind, level, '', false, 1, 0
from designation where ended_on is not null
union all
select union_id, opened_on, 'course_opened', case when online then 'ONLINE' else '' end, '', '', false, 1, 0
from base_course
union all
select union_id, declared_on, 'support_declared', kind, '', '', false, 1, 0 from support
union all
select union_id, learned_on, 'learnt_online', '', '', '', false, 1, minutes from learning_record
union all
select union_id, finished_on, 'joint_project_finished', '', '', '', false, 1, benefit_fen
from joint_project where finished_on is not null`;
