import type { SafetyCupEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { safetyCupEntered } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { count, date, id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { readEntry } from './safety-cup.ts';

/** Refused SAFETY_CUP_ENTERED: a unit is in it once a year. */
export const enterSafetyCup = command({
  schema: z.strictObject({
    unionId: id,
    year: z.int().min(2000, 'too_small').max(2100, 'too_large'),
    workerCount: count.max(10_000_000, 'too_large'),
    enteredOn: date,
  }),
  permission: 'competitions.safety-cup.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now, emit }, ask): Promise<SafetyCupEntry> {
    const { unionId, year, workerCount, enteredOn } = ask;
    decideDay(enteredOn, '', chinaDate(now));
    await requireLivingUnion(sql, unionId);
    const safetyCupEntryId = newId();
    const [entered] = await sql`
      insert into safety_cup_entry (id, union_id, year, worker_count, entered_on)
      values (${safetyCupEntryId}, ${unionId}, ${year}, ${workerCount}, ${enteredOn})
      on conflict (union_id, year) do nothing returning id`;
    if (!entered) throw refused('SAFETY_CUP_ENTERED', { year });
    emit(safetyCupEntered, { safetyCupEntryId, unionId, year, enteredOn, workerCount });
    return readEntry(sql, safetyCupEntryId);
  },
});
