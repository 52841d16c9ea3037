import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { id } from '@gonglian/service/fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { viewNow } from './competition.ts';
import { CompetitionContent } from './content.ts';
import { requireContent, writeTrades } from './write-competition.ts';

/** A union writes what it will hold, or which contest of a superior it will join. */
export const draftCompetition = command({
  schema: CompetitionContent.extend({ unionId: id }),
  permission: 'competitions.competition.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, actor }, ask): Promise<Competition> {
    await requireLivingUnion(sql, ask.unionId);
    await requireContent(sql, ask);
    const competitionId = newId();
    await sql`
      insert into competition (competition_id, union_id, name, kind, level, competition_class, origin, organiser_name,
        season, basis_document, held_from, held_to, parent_competition_id, project_name, prize_fen, organising_fen,
        stages, state)
      values (${competitionId}, ${ask.unionId}, ${ask.name}, ${ask.kind}, ${ask.level},
        ${ask.competitionClass}, ${ask.origin}, ${ask.organiserName}, ${ask.season},
        ${ask.basisDocument}, ${ask.heldFrom}, ${ask.heldTo}, ${ask.parentCompetitionId || null}::uuid,
        ${ask.projectName}, ${ask.prizeFen}, ${ask.organisingFen}, ${JSON.stringify(ask.stages)},
        'DRAFT')`;
    await writeTrades(sql, competitionId, ask.unionId, ask.trades);
    return viewNow(sql, actor.scope, competitionId);
  },
});
