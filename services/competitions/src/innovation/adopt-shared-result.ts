import type { SharedResult } from '@gonglian/contracts/gen/gonglian/competitions/v1/programme.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readShared } from './shared-result.ts';

/** Another unit applies it, and says what it is worth there. Refused RESULT_OF_OWN, RESULT_ADOPTED. */
export const adoptSharedResult = command({
  schema: z.strictObject({
    resultId: id,
    unionId: id,
    adoptedOn: date,
    benefitFen: optionalFen,
    note: optionalText(500),
  }),
  permission: 'competitions.innovation.write',
  unions: ({ unionId }) => [unionId],
  wholeNode: 'what is shared is of another unit',
  async run({ sql, now }, ask): Promise<SharedResult> {
    const { resultId, unionId, adoptedOn } = ask;
    const shared = await readShared(sql, resultId);
    if (shared.unionId === unionId) throw refused('RESULT_OF_OWN');
    decideDay(adoptedOn, shared.sharedOn, chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const adopted = await sql`
      insert into result_adoption (result_id, union_id, adopted_on, benefit_fen, note)
      values (${resultId}, ${unionId}, ${adoptedOn}, ${ask.benefitFen}, ${ask.note})
      on conflict do nothing returning 1`;
    if (adopted.length === 0) throw refused('RESULT_ADOPTED');
    return readShared(sql, resultId);
  },
});
