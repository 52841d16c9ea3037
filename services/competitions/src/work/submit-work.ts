import type { Work } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { workSubmitted } from '@gonglian/contracts/programmes.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readWork, WORK_KINDS } from './work.ts';

/** Refused WORK_SUBMITTED: the same title of the same person for one call is one work. */
export const submitWork = command({
  schema: z.strictObject({
    unionId: id,
    workKind: code(WORK_KINDS),
    campaign: text(100),
    title: text(100),
    personName: text(50),
    idNumber: text(18),
    submittedOn: date,
  }),
  permission: 'competitions.work.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, ask): Promise<Work> {
    const { unionId, workKind, submittedOn } = ask;
    const today = chinaDate(now);
    decideDay(submittedOn, '', today);
    await requireLivingUnion(sql, unionId);
    const [personId = ''] = await enterPeople({ sql, vault: own.vault, today }, [ask]);
    const workId = newId();
    const submitted = await sql`
      insert into work (work_id, union_id, kind, campaign, title, person_id, submitted_on)
      values (${workId}, ${unionId}, ${workKind}, ${ask.campaign}, ${ask.title}, ${personId}, ${submittedOn})
      on conflict do nothing returning 1`;
    if (submitted.length === 0) throw refused('WORK_SUBMITTED');
    emit(workSubmitted, { workId, unionId, workKind, submittedOn });
    return readWork(sql, own.vault, workId);
  },
});
