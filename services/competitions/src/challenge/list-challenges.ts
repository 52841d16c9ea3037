import type { ChallengeList } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { limit, optionalId } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { query } from '../pipeline.ts';
import { CHALLENGE_STATES, challengeView, findChallenges } from './challenge.ts';

/** Of the whole node, the newest first: they are posted to be seen. */
export const listChallenges = query({
  schema: z.strictObject({
    state: z.string().pipe(z.enum(['', ...CHALLENGE_STATES], 'unknown_code')),
    cursor: optionalId,
    limit: limit(200),
  }),
  permission: 'competitions.challenge.read',
  wholeNode: 'a challenge is posted for whoever can solve it',
  async run({ sql, now }, ask): Promise<ChallengeList> {
    const rows = await findChallenges(sql, {
      state: ask.state || null,
      before: ask.cursor || null,
      limit: ask.limit,
    });
    const today = chinaDate(now);
    const last = rows.length === ask.limit ? rows.at(-1) : undefined;
    return {
      items: rows.map((row) => challengeView(row, today)),
      nextCursor: last?.challengeId ?? '',
    };
  },
});
