import type { Designation } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { designationMade } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { invalid, refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, optionalId, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { holdReform } from '../programme/programme.ts';
import { STUDIO_LEVELS } from '../studio/studio-steps.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { DESIGNATION_KINDS, readDesignation } from './designation.ts';

/** By a document of a level. A pilot is one of a reform. Refused DESIGNATED_ALREADY. */
export const designate = command({
  schema: z.strictObject({
    unionId: id,
    designationKind: code(DESIGNATION_KINDS),
    level: code(STUDIO_LEVELS),
    title: text(100),
    documentNo: text(100),
    designatedOn: date,
    programmeId: optionalId,
  }),
  permission: 'competitions.designation.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<Designation> {
    const { unionId, designationKind, level, designatedOn, programmeId } = ask;
    const pilot = designationKind === 'REFORM_PILOT';
    if (pilot !== (programmeId !== ''))
      throw invalid('FIELD_INVALID', { field: 'programmeId', rule: pilot ? 'required' : 'own' });
    const since = pilot ? (await holdReform(sql, programmeId)).startsOn : '';
    decideDay(designatedOn, since, chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const designationId = newId();
    const named = await sql`
      insert into designation (designation_id, union_id, kind, level, title, document_no, designated_on, programme_id)
      values (${designationId}, ${unionId}, ${designationKind}, ${level}, ${ask.title}, ${ask.documentNo},
        ${designatedOn}, ${programmeId || null})
      on conflict do nothing returning 1`;
    if (named.length === 0) throw refused('DESIGNATED_ALREADY');
    emit(designationMade, { designationId, unionId, designationKind, level, designatedOn });
    return readDesignation(sql, designationId);
  },
});
