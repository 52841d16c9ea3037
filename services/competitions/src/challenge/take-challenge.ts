import type { Challenge } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { challengeTaken } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, id, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import { requireLivingUnion } from '@gonglian/service/living-union.ts';
import {
  challengeStep,
  challengeView,
  decideStep,
  lockChallenge,
  readChallenge,
} from './challenge.ts';

/** By a team or a studio of any union that takes part; a posted challenge is seen by the whole node. */
export const takeChallenge = command({
  schema: z.strictObject({ ...challengeStep, takerUnionId: id, taker: text(100), takenOn: date }),
  permission: 'competitions.challenge.write',
  unions: ({ takerUnionId }) => [takerUnionId],
  wholeNode: 'who takes it is of another union than who posted it',
  async run({ sql, now, emit }, ask): Promise<Challenge> {
    const { challengeId, state, postedOn } = await lockChallenge(sql, ask);
    const next = decideStep(state, 'take');
    const today = chinaDate(now);
    decideDay(ask.takenOn, postedOn, today);
    await requireLivingUnion(sql, ask.takerUnionId);
    await sql`
      update challenge set state = ${next}, taker_union_id = ${ask.takerUnionId}, taker = ${ask.taker},
        taken_on = ${ask.takenOn}, version = version + 1
      where id = ${challengeId}`;
    emit(challengeTaken, { challengeId, unionId: ask.takerUnionId, takenOn: ask.takenOn });
    return challengeView(await readChallenge(sql, challengeId), today);
  },
});
