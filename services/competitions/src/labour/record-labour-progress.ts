import type { LabourEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate, monthOf } from '@gonglian/kernel/dates.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdCompetition } from '../competition/competition.ts';
import { command } from '../pipeline.ts';
import { getLabourRow, labourView } from './labour-entry.ts';
import { decideProgress } from './target.ts';

const VALUE_MAX = 10_000_000_000n;

/** What a month has added to each target; said again it stands in place of what was said. */
export const recordLabourProgress = command({
  schema: z.strictObject({
    entryId: id,
    month: text(7).regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'not_a_month'),
    values: z
      .array(
        z.strictObject({
          targetId: id,
          valueHundredths: z.bigint().min(0n, 'negative').max(VALUE_MAX, 'too_large'),
        }),
      )
      .min(1, 'required')
      .max(20, 'too_many'),
  }),
  permission: 'competitions.entry.enter',
  async run({ sql, now, requireUnions, beyondScope }, ask): Promise<LabourEntry> {
    const { entryId, month, values } = ask;
    const entry = await getLabourRow(sql, entryId);
    await requireUnions([entry.unionId]);
    await beyondScope('the competition is of a union above');
    const competition = await holdCompetition(sql, entry.competitionId);
    const targetIds = values.map(({ targetId }) => targetId);
    decideProgress({
      state: competition.state,
      first: monthOf(competition.heldFrom),
      last: monthOf(competition.heldTo),
      present: monthOf(chinaDate(now)),
      month,
      known: new Set(entry.targets.map(({ targetId }) => targetId)),
      targetIds,
    });
    await sql`
      insert into labour_progress (target_id, month, holder_union_id, union_id, value)
      select id, ${month}, ${competition.unionId}::uuid, ${entry.unionId}::uuid, value
      from unnest(${targetIds}::uuid[],
        ${values.map(({ valueHundredths }) => valueHundredths)}::bigint[]) as v(id, value)
      on conflict (target_id, month) do update set value = excluded.value`;
    return labourView(sql, entryId);
  },
});
