import type { Challenge } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, optionalFen } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import { challengeView, readChallenge } from './challenge.ts';

/** What is to be solved, until when, and what there is for it. Refused CHALLENGE_DEADLINE. */
export const postChallenge = command({
  schema: z.strictObject({
    unionId: id,
    title: text(200),
    content: text(2_000),
    rewardFen: optionalFen,
    postedOn: date,
    deadline: date,
  }),
  permission: 'competitions.challenge.write',
  unions: ({ unionId }) => [unionId],
  async run({ sql, now }, ask): Promise<Challenge> {
    const { unionId, postedOn, deadline } = ask;
    const today = chinaDate(now);
    decideDay(postedOn, '', today);
    if (deadline <= postedOn) throw refused('CHALLENGE_DEADLINE', { postedOn });
    await requireLivingUnion(sql, unionId);
    const challengeId = newId();
    await sql`
      insert into challenge (id, union_id, title, content, reward_fen, posted_on, deadline)
      values (${challengeId}, ${unionId}, ${ask.title}, ${ask.content}, ${ask.rewardFen}, ${postedOn},
        ${deadline})`;
    return challengeView(await readChallenge(sql, challengeId), today);
  },
});
