import type { Apprenticeship } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { apprenticeshipSigned } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { code, date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { enterPeople } from '@gonglian/service/person.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readApprenticeship, SKILL_GRADES } from './apprenticeship.ts';

/** Proto has no message that must be there: one left out is refused here. */
const person = z
  .strictObject({ personName: text(50), idNumber: text(18) })
  .optional()
  .transform((value, context) => {
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });

/** Refused APPRENTICESHIP_DATES, APPRENTICESHIP_SAME_PERSON; APPRENTICESHIP_OPEN for who is an apprentice now. */
export const signApprenticeship = command({
  schema: z.strictObject({
    unionId: id,
    master: person,
    apprentice: person,
    trade: text(50),
    goals: text(500),
    gradeBefore: code(SKILL_GRADES),
    signedOn: date,
    endsOn: date,
  }),
  permission: 'competitions.apprenticeship.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, own, now, emit }, ask): Promise<Apprenticeship> {
    const { unionId, signedOn, endsOn } = ask;
    const today = chinaDate(now);
    decideDay(signedOn, '', today);
    if (endsOn <= signedOn) throw refused('APPRENTICESHIP_DATES', { signedOn });
    await requireLivingUnion(sql, unionId);
    const both = [ask.master, ask.apprentice];
    const [master, apprentice] = await enterPeople({ sql, vault: own.vault, today }, both);
    if (master === apprentice) throw refused('APPRENTICESHIP_SAME_PERSON');
    const apprenticeshipId = newId();
    const [signed] = await sql`
      insert into apprenticeship (id, union_id, master_id, apprentice_id, trade, goals, grade_before,
        signed_on, ends_on)
      values (${apprenticeshipId}, ${unionId}, ${master}, ${apprentice}, ${ask.trade}, ${ask.goals},
        ${ask.gradeBefore}, ${signedOn}, ${endsOn})
      on conflict do nothing returning id`;
    if (!signed) throw refused('APPRENTICESHIP_OPEN');
    emit(apprenticeshipSigned, { apprenticeshipId, unionId, signedOn });
    return readApprenticeship(sql, own.vault, apprenticeshipId);
  },
});
