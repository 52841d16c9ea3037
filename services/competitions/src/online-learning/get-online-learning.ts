import type {
  OnlineCourse,
  OnlineLearning,
} from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';

const COURSES_MAX = 500;

interface CourseRow extends Omit<OnlineCourse, 'minutes'> {
  minutes: string;
}

/** Of a union and all below it in a year: numbers, and nobody's name. */
export const getOnlineLearning = query({
  schema: z.strictObject({
    unionId: id,
    year: z.int().min(2_000, 'too_small').max(2_100, 'too_large'),
  }),
  permission: 'competitions.learning.read',
  unions: ({ unionId }) => [unionId],
  async run({ sql }, { unionId, year }): Promise<OnlineLearning> {
    const [sum] = await sql<{ records: number; persons: number; minutes: string }>`
      select count(*)::int as records, count(distinct person_id)::int as persons,
        coalesce(sum(minutes), 0)::text as minutes
      from learning_record as r where extract(year from learned_on) = ${year}::int
        and (union_id = ${unionId}::uuid or exists (select from scope_below as b
          where b.above_id = ${unionId}::uuid and b.union_id = r.union_id))`;
    const courses = await sql<CourseRow>`
      select platform, course_title as "courseTitle", count(*)::int as records, sum(minutes)::text as minutes
      from learning_record as r where extract(year from learned_on) = ${year}::int
        and (union_id = ${unionId}::uuid or exists (select from scope_below as b
          where b.above_id = ${unionId}::uuid and b.union_id = r.union_id))
      group by 1, 2 order by 3 desc, 1, 2 limit ${COURSES_MAX}`;
    return {
      records: sum?.records ?? 0,
      persons: sum?.persons ?? 0,
      minutes: BigInt(sum?.minutes ?? 0),
      courses: courses.map((row) => ({ ...row, minutes: BigInt(row.minutes) })),
    };
  },
});
