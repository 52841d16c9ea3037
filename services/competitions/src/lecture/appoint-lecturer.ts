import type { Lecturer } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { lecturerAppointed } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { findLecturers, LECTURER_KINDS } from './lecturer.ts';

/** Refused LECTURER_APPOINTED: a person is on the roster of a union once. */
export const appointLecturer = command({
  schema: z.strictObject({
    unionId: id,
    personName: text(50),
    idNumber: text(18),
    lecturerKind: code(LECTURER_KINDS),
    subject: text(100),
    appointedOn: date,
  }),
  permission: 'competitions.lecture.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, ask): Promise<Lecturer> {
    const { unionId, lecturerKind, appointedOn } = ask;
    const today = chinaDate(now);
    decideDay(appointedOn, '', today);
    await requireLivingUnion(sql, unionId);
    const [personId] = await enterPeople({ sql, vault: own.vault, today }, [ask]);
    const lecturerId = newId();
    const [entered] = await sql`
      insert into lecturer (id, union_id, person_id, kind, subject, appointed_on)
      values (${lecturerId}, ${unionId}, ${personId}, ${lecturerKind}, ${ask.subject},
        ${appointedOn})
      on conflict do nothing returning id`;
    if (!entered) throw refused('LECTURER_APPOINTED');
    const [lecturer] = await findLecturers(sql, own.vault, { id: lecturerId, limit: 1 });
    if (!lecturer) throw notFound('LECTURER_UNKNOWN', { lecturerId });
    emit(lecturerAppointed, { lecturerId, unionId, lecturerKind, appointedOn });
    return lecturer;
  },
});
