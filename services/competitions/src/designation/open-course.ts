import type { Designation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { courseOpened } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { BASES, holdDesignation, readDesignation, requireStanding } from './designation.ts';

/** Refused DESIGNATION_KIND_WRONG: a team offers none; DESIGNATION_ENDED, COURSE_OPEN. */
export const openCourse = command({
  schema: z.strictObject({
    designationId: id,
    title: text(100),
    online: z.boolean(),
    openedOn: date,
  }),
  permission: 'competitions.designation.write',
  async run({ sql, now, emit }, ask): Promise<Designation> {
    const { designationId, title, online, openedOn } = ask;
    const base = await holdDesignation(sql, designationId);
    requireStanding(base, BASES);
    const { unionId } = base;
    decideDay(openedOn, base.designatedOn, chinaDate(now));
    const courseId = newId();
    const opened = await sql`
      insert into base_course (course_id, designation_id, union_id, title, online, opened_on)
      values (${courseId}, ${designationId}, ${unionId}, ${title}, ${online}, ${openedOn})
      on conflict do nothing returning 1`;
    if (opened.length === 0) throw refused('COURSE_OPEN', { title });
    emit(courseOpened, { courseId, unionId, online, openedOn });
    return readDesignation(sql, designationId);
  },
});
