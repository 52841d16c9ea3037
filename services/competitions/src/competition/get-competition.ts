import type { Competition } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { id } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { viewNow } from './competition.ts';

export const getCompetition = query({
  schema: z.strictObject({ competitionId: id }),
  permission: 'competitions.competition.read',
  run: ({ sql, actor }, { competitionId }): Promise<Competition> =>
    viewNow(sql, actor.scope, competitionId),
});
