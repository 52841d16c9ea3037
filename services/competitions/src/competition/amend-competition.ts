import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { expectedVersion, id } from '@gonglian/service/fields.ts';
import { command } from '../pipeline.ts';
import { lockHeld, viewNow } from './competition.ts';
import { CompetitionContent } from './content.ts';
import { requireState } from './state.ts';
import { requireContent, writeTrades } from './write-competition.ts';

/** Other content for a draft; what was filed is what is decided on. */
export const amendCompetition = command({
  schema: CompetitionContent.extend({ competitionId: id, expectedVersion }),
  permission: 'competitions.competition.write',
  async run(tx, ask): Promise<Competition> {
    const { sql, actor } = tx;
    const competition = await lockHeld(tx, ask);
    requireState(competition, 'DRAFT');
    const { competitionId, unionId } = competition;
    await requireContent(sql, ask, competitionId);
    await sql`
      update competition set name = ${ask.name}, kind = ${ask.kind}, level = ${ask.level},
        competition_class = ${ask.competitionClass}, origin = ${ask.origin},
        organiser_name = ${ask.organiserName}, season = ${ask.season},
        basis_document = ${ask.basisDocument}, held_from = ${ask.heldFrom}, held_to = ${ask.heldTo},
        parent_competition_id = ${ask.parentCompetitionId || null}::uuid,
        project_name = ${ask.projectName}, prize_fen = ${ask.prizeFen},
        organising_fen = ${ask.organisingFen}, stages = ${JSON.stringify(ask.stages)},
        version = version + 1
      where competition_id = ${competitionId}`;
    await writeTrades(sql, competitionId, unionId, ask.trades);
    return viewNow(sql, actor.scope, competitionId);
  },
});
