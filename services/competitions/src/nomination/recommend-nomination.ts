// The workers' congress has agreed, the nominee too, and nothing is held against him.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { count, optionalDate } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { beginStep, nominationStep, viewNow, writeStep } from './nomination.ts';
import { decideRecommendation } from './steps.ts';

export const recommendNomination = command({
  schema: z
    .strictObject({
      ...nominationStep,
      congressPresent: count,
      congressFor: count,
      consentedOn: optionalDate,
      recordClear: z.boolean(),
    })
    .refine((ask) => ask.congressFor <= ask.congressPresent, {
      error: 'too_large',
      path: ['congressFor'],
    })
    .refine((ask) => ask.consentedOn <= ask.happenedOn, {
      error: 'too_late',
      path: ['consentedOn'],
    }),
  permission: 'competitions.nomination.write',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'RECOMMEND', ask);
    const share = competitionsPolicy('honour.congress_share', ask.happenedOn);
    decideRecommendation(nomination.holder, ask, share);
    const { happenedOn, congressFor, congressPresent } = ask;
    const note = `${congressFor}/${congressPresent}`;
    await writeStep(tx, nomination, { step: 'RECOMMEND', state, happenedOn, note });
    return viewNow(tx, ask.nominationId);
  },
});
