import type { CompetitionPage } from '@gonglian/contracts/gen/gonglian/competitions/v1/competition.ts';
import { code, limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { competitionView, countCompetitions, FIGURES, findCompetitions } from './competition.ts';
import { KINDS, LEVELS } from './content.ts';
import { COMPETITION_STATES } from './state.ts';

export const listCompetitions = query({
  schema: z.strictObject({
    state: code(['', ...COMPETITION_STATES]),
    kind: code(['', ...KINDS]),
    figure: code(['', ...FIGURES]),
    level: code(['', ...LEVELS]),
    competitionClass: z.int().min(0, 'negative').max(3, 'too_large'),
    season: z.int().min(0, 'negative').max(2100, 'too_large'),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.competition.read',
  async run({ sql, actor }, { cursor, ...ask }): Promise<CompetitionPage> {
    const rows = await findCompetitions(sql, actor.scope, { ...ask, before: cursor || null });
    const counts = await countCompetitions(sql, actor.scope, ask);
    return {
      items: rows.map(competitionView),
      ownCount: counts.get('OWN') ?? 0,
      belowCount: counts.get('BELOW') ?? 0,
      joinedCount: counts.get('JOINED') ?? 0,
      nextCursor: rows.length === ask.limit ? (rows.at(-1)?.competitionId ?? '') : '',
    };
  },
});
