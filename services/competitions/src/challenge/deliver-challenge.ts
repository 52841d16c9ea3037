import type { Challenge } from '@gonglian/contracts/gen/gonglian/competitions/v1/innovation.ts';
import { challengeDelivered } from '@gonglian/contracts/competitions.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { date, text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { decideDay, evidence, optionalFen } from '@gonglian/service/record-fields.ts';
import { command } from '../pipeline.ts';
import {
  challengeStep,
  challengeView,
  decideStep,
  lockChallenge,
  readChallenge,
} from './challenge.ts';

/** Whoever posted it says what was delivered, and what it is worth. */
export const deliverChallenge = command({
  schema: z.strictObject({
    ...challengeStep,
    resultText: text(1_000),
    benefitFen: optionalFen,
    evidenceSha256: evidence,
    deliveredOn: date,
  }),
  permission: 'competitions.challenge.write',
  async run({ sql, now, emit }, ask): Promise<Challenge> {
    const { challengeId, state, takenOn, takerUnionId: unionId } = await lockChallenge(sql, ask);
    const next = decideStep(state, 'deliver');
    const today = chinaDate(now);
    decideDay(ask.deliveredOn, takenOn, today);
    await sql`
      update challenge set state = ${next}, result_text = ${ask.resultText},
        benefit_fen = ${ask.benefitFen}, evidence_sha256 = ${ask.evidenceSha256},
        delivered_on = ${ask.deliveredOn}, version = version + 1
      where id = ${challengeId}`;
    emit(challengeDelivered, { challengeId, unionId, deliveredOn: ask.deliveredOn });
    return challengeView(await readChallenge(sql, challengeId), today);
  },
});
