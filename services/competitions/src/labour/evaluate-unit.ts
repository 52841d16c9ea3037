import type { LabourEntry } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow, holdCompetition } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command } from '../pipeline.ts';
import { getLabourRow, labourView } from './labour-entry.ts';

/** By whoever holds the competition, from what the unit has reported; another evaluation replaces it until the lock. */
export const evaluateUnit = command({
  schema: z.strictObject({
    entryId: id,
    scoreHundredths: z.int().min(0, 'negative').max(10_000, 'too_large'),
    remark: text(500),
  }),
  permission: 'competitions.competition.write',
  async run({ sql, actor, requireUnions }, ask): Promise<LabourEntry> {
    const { entryId, scoreHundredths, remark } = ask;
    const { competitionId, unionId, targets } = await getLabourRow(sql, entryId);
    await requireUnions([(await getCompetitionRow(sql, competitionId)).unionId]);
    const competition = await holdCompetition(sql, competitionId);
    requireState(competition, 'FINAL');
    if (targets.every(({ months }) => months === 0)) throw refused('LABOUR_WITHOUT_PROGRESS');
    await sql`
      insert into labour_evaluation (entry_id, holder_union_id, union_id, score, remark, evaluated_by)
      values (${entryId}, ${competition.unionId}, ${unionId}, ${scoreHundredths}, ${remark}, ${actor.id})
      on conflict (entry_id) do update
        set score = excluded.score, remark = excluded.remark, evaluated_by = excluded.evaluated_by`;
    return labourView(sql, entryId);
  },
});
