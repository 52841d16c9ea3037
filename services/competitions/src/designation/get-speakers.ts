import type {
  SpeakerFigure,
  SpeakerFigures,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const NONE: SpeakerFigure = { teams: 0, lecturers: 0, sessionCount: 0, attendance: 0 };

/** Teams that stood in the year, and the lectures of that year: the union's own and those of all below it apart. */
export const getSpeakers = query({
  schema: z.strictObject({
    unionId: id,
    year: z.int().min(2_000, 'too_small').max(2_100, 'too_large'),
  }),
  permission: 'competitions.designation.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, year }): Promise<SpeakerFigures> {
    const rows = await sql<SpeakerFigure & { own: boolean }>`
      with team as (
        select designation_id, union_id = ${unionId}::uuid as own from designation as d
        where kind = 'SPEAKER_TEAM' and designated_on <= make_date(${year}::int, 12, 31)
          and coalesce(ended_on, 'infinity') >= make_date(${year}::int, 1, 1)
          and (union_id = ${unionId}::uuid or exists (select from scope_below as b
            where b.above_id = ${unionId}::uuid and b.union_id = d.union_id)))
      select t.own, count(distinct t.designation_id)::int as teams,
        count(distinct a.attached_id) filter (where a.kind = 'LECTURER')::int as lecturers,
        count(s.id)::int as "sessionCount", coalesce(sum(s.attendance), 0)::int as attendance
      from team as t left join attachment as a using (designation_id)
      left join lecture_session as s on a.kind = 'LECTURE' and s.id = a.attached_id
        and extract(year from s.held_on) = ${year}::int
      group by t.own`;
    const figure = (own: boolean): SpeakerFigure => {
      const row = rows.find((one) => one.own === own);
      if (!row) return NONE;
      const { own: _, ...shown } = row;
      return shown;
    };
    return { own: figure(true), below: figure(false) };
  },
});
