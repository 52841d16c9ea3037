import type { CompetitionAppeal } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { getCompetitionRow } from '../competition/competition.ts';
import { command } from '../pipeline.ts';
import { getAppeal } from './appeal.ts';

/** By whoever holds the competition, and not by whoever appealed; a score that was wrong is corrected besides. */
export const answerAppeal = command({
  schema: z.strictObject({ appealId: id, upheld: z.boolean(), answer: text(500) }),
  permission: 'competitions.competition.approve',
  async run({ sql, actor, requireUnions }, ask): Promise<CompetitionAppeal> {
    const { appealId } = ask;
    const { competitionId } = await getAppeal(sql, appealId);
    await requireUnions([(await getCompetitionRow(sql, competitionId)).unionId]);
    const [open] = await sql<{ filedBy: string }>`
      select filed_by as "filedBy" from competition_appeal
      where appeal_id = ${appealId} and state = 'OPEN' for update`;
    if (!open) throw refused('APPEAL_ANSWERED');
    if (open.filedBy === actor.id) throw refused('APPELLANT_IS_ANSWERER');
    await sql`
      update competition_appeal set state = ${ask.upheld ? 'UPHELD' : 'REJECTED'}, answer = ${ask.answer},
        answered_by = ${actor.id}
      where appeal_id = ${appealId}`;
    return getAppeal(sql, appealId);
  },
});
