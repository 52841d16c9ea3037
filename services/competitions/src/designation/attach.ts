import type { Designation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command, type Sql } from '../pipeline.ts';
import {
  BASES,
  holdDesignation,
  readDesignation,
  requireStanding,
  type DesignationKind,
} from './designation.ts';

const ATTACHED_KINDS = ['CLASS', 'LECTURER', 'LECTURE'] as const;
type AttachedKind = (typeof ATTACHED_KINDS)[number];

const TO: Record<AttachedKind, readonly DesignationKind[]> = {
  CLASS: BASES,
  LECTURER: ['SPEAKER_TEAM'],
  LECTURE: ['SPEAKER_TEAM'],
};

/**
 * A class is held at a base, a lecturer is of a team, a lecture was the team's. Refused DESIGNATION_KIND_WRONG,
 * DESIGNATION_ENDED, LECTURER_NOT_OF_TEAM, ATTACHED_ALREADY: a class and a lecture count once.
 */
export const attach = command({
  schema: z.strictObject({
    designationId: id,
    attachedKind: code(ATTACHED_KINDS),
    attachedId: id,
    attachedOn: date,
  }),
  permission: 'competitions.designation.write',
  async run({ sql, now }, ask): Promise<Designation> {
    const { designationId, attachedKind, attachedId, attachedOn } = ask;
    const row = await holdDesignation(sql, designationId);
    requireStanding(row, TO[attachedKind]);
    decideDay(attachedOn, row.designatedOn, chinaDate(now));
    await requireThing(sql, { designationId, attachedKind, attachedId });
    const attached = await sql`
      insert into attachment (designation_id, kind, attached_id, union_id, attached_on)
      values (${designationId}, ${attachedKind}, ${attachedId}, ${row.unionId}, ${attachedOn})
      on conflict do nothing returning 1`;
    if (attached.length === 0) throw refused('ATTACHED_ALREADY');
    return readDesignation(sql, designationId);
  },
});

async function requireThing(
  sql: Sql,
  of: { designationId: string; attachedKind: AttachedKind; attachedId: string },
): Promise<void> {
  const { designationId, attachedKind, attachedId } = of;
  switch (attachedKind) {
    case 'CLASS': {
      const known = await sql`select from training_class where id = ${attachedId}`;
      if (known.length === 0) throw notFound('TRAINING_UNKNOWN', { trainingClassId: attachedId });
      break;
    }
    case 'LECTURER': {
      const known = await sql`select from lecturer where id = ${attachedId}`;
      if (known.length === 0) throw notFound('LECTURER_UNKNOWN', { lecturerId: attachedId });
      break;
    }
    case 'LECTURE': {
      const [lecture] = await sql<{ ofTeam: boolean }>`
        select exists (select from attachment as a where a.designation_id = ${designationId}::uuid
          and a.kind = 'LECTURER' and a.attached_id = s.lecturer_id) as "ofTeam"
        from lecture_session as s where s.id = ${attachedId}`;
      if (!lecture) throw notFound('LECTURE_UNKNOWN', { lectureId: attachedId });
      if (!lecture.ofTeam) throw refused('LECTURER_NOT_OF_TEAM');
    }
  }
}
