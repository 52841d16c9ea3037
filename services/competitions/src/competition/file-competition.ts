import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { command } from '../pipeline.ts';
import { CompetitionAsk, lockHeld, viewNow } from './competition.ts';
import { requireState } from './state.ts';

/** From here on it waits for somebody else's decision. */
export const fileCompetition = command({
  schema: CompetitionAsk,
  permission: 'competitions.competition.write',
  async run(tx, ask): Promise<Competition> {
    const competition = await lockHeld(tx, ask);
    requireState(competition, 'DRAFT');
    await tx.sql`
      update competition set state = 'FILED', filed_by = ${tx.actor.id}, decided_by = '',
        decision_reason = '', version = version + 1
      where competition_id = ${ask.competitionId}`;
    return viewNow(tx.sql, tx.actor.scope, ask.competitionId);
  },
});
