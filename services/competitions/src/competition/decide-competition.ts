import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { optionalText } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { CompetitionAsk, lockHeld, viewNow } from './competition.ts';
import { decideFiled } from './state.ts';

/** Somebody else than who filed it lets it be held, or gives it back with a reason. */
export const decideCompetition = command({
  schema: CompetitionAsk.extend({ approve: z.boolean(), reason: optionalText(200) }),
  permission: 'competitions.competition.approve',
  async run(tx, ask): Promise<Competition> {
    const competition = await lockHeld(tx, ask);
    const state = decideFiled(competition, { ...ask, account: tx.actor.id });
    await tx.sql`
      update competition set state = ${state}, decided_by = ${tx.actor.id},
        decision_reason = ${ask.reason}, version = version + 1
      where competition_id = ${ask.competitionId}`;
    return viewNow(tx.sql, tx.actor.scope, ask.competitionId);
  },
});
