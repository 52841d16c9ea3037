import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { recallNomination } from '../across/recall-nomination.ts';
import { command } from '../pipeline.ts';
import { beginStep, nominationStep, viewNow, writeStep } from './nomination.ts';

/** By whoever made it, until it is decided; its place is free again. One that was sent up is asked back. */
export const withdrawNomination = command({
  schema: z.strictObject({ ...nominationStep, reason: text(200) }),
  permission: 'competitions.nomination.write',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'WITHDRAW', ask);
    const { happenedOn, reason: note } = ask;
    if (nomination.heldBy === '')
      await writeStep(tx, nomination, { step: 'WITHDRAW', state, happenedOn, note });
    else await recallNomination(tx, nomination, { step: 'WITHDRAW', happenedOn, note });
    return viewNow(tx, ask.nominationId);
  },
});
