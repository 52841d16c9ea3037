import type { CompetitionAppeal } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { notFound, refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { holdCompetition } from '../competition/competition.ts';
import { requireState } from '../competition/state.ts';
import { command } from '../pipeline.ts';
import { getAppeal } from './appeal.ts';

/** Of the unit that entered, while the window is open. */
export const fileAppeal = command({
  schema: z.strictObject({ competitionId: id, entryId: id, grounds: text(500) }),
  permission: 'competitions.entry.enter',
  async run({ sql, actor, now, requireUnions, beyondScope }, ask): Promise<CompetitionAppeal> {
    const { competitionId, entryId } = ask;
    const [entry] = await sql<{ unionId: string; holderId: string }>`
      select union_id as "unionId", holder_union_id as "holderId" from competition_entry
      where entry_id = ${entryId} and competition_id = ${competitionId}`;
    if (!entry) throw notFound('ENTRY_UNKNOWN', { entryId });
    await requireUnions([entry.unionId]);
    await beyondScope('the window is of the union that holds it');
    const competition = await holdCompetition(sql, competitionId);
    requireState(competition, 'APPEAL_WINDOW');
    const { appealUntil } = competition;
    if (appealUntil === null || now >= new Date(appealUntil)) throw refused('APPEAL_WINDOW_CLOSED');
    const appealId = newId();
    await sql`
      insert into competition_appeal (appeal_id, competition_id, holder_union_id, entry_id, union_id, grounds, filed_by,
        filed_at)
      values (${appealId}, ${competitionId}, ${entry.holderId}, ${entryId}, ${entry.unionId},
        ${ask.grounds}, ${actor.id}, ${now})`;
    return getAppeal(sql, appealId);
  },
});
