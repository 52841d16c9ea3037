import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { code, count } from '@gonglian/service/fields.ts';
import { command } from '../pipeline.ts';
import { CompetitionAsk, lockHeld, viewNow } from './competition.ts';
import { enterState } from './enter-state.ts';
import { COMPETITION_STATES, decideStep } from './state.ts';

/** The state that follows; none is skipped, and each does what it is there for in the same transaction. */
export const stepCompetition = command({
  schema: CompetitionAsk.extend({ toState: code(COMPETITION_STATES), appealHours: count }),
  permission: 'competitions.competition.write',
  async run(tx, { toState, appealHours, ...ask }): Promise<Competition> {
    const { sql, actor, now } = tx;
    const competition = await lockHeld(tx, ask);
    decideStep(competition, toState);
    await enterState(tx, competition, { toState, appealHours });
    // Of one that a superior holds nobody here announces anything; its rule book is the superior's.
    const announced = toState === 'ANNOUNCED' || competition.origin === 'JOINED';
    await sql`
      update competition set state = ${toState}, version = version + 1,
        announced_on = coalesce(announced_on, ${announced ? chinaDate(now) : null}::date)
      where competition_id = ${ask.competitionId}`;
    return viewNow(sql, actor.scope, ask.competitionId);
  },
});
