import type { LectureSession } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { lectureHeld } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound } from '@gonglian/kernel/refusal.ts';
import { count, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { findLectures } from './lecture.ts';

/** A lecture that was held, and how many came: a number, and nobody's name. */
export const holdLecture = command({
  schema: z.strictObject({
    unionId: id,
    lecturerId: id,
    series: text(50),
    topic: text(100),
    place: text(200),
    heldOn: date,
    attendance: count.max(1_000_000, 'too_large'),
  }),
  permission: 'competitions.lecture.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, ask): Promise<LectureSession> {
    const { unionId, lecturerId, series, heldOn, attendance } = ask;
    const [lecturer] = await sql<{ appointedOn: string }>`
      select appointed_on::text as "appointedOn" from lecturer where id = ${lecturerId}`;
    if (!lecturer) throw notFound('LECTURER_UNKNOWN', { lecturerId });
    decideDay(heldOn, lecturer.appointedOn, chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const lectureId = newId();
    await sql`
      insert into lecture_session (id, union_id, lecturer_id, series, topic, place, held_on, attendance)
      values (${lectureId}, ${unionId}, ${lecturerId}, ${series}, ${ask.topic}, ${ask.place}, ${heldOn},
        ${attendance})`;
    emit(lectureHeld, { lectureId, unionId, series, heldOn, attendance });
    const [lecture] = await findLectures(sql, own.vault, { id: lectureId, limit: 1 });
    if (!lecture) throw notFound('LECTURE_UNKNOWN', { lectureId });
    return lecture;
  },
});
