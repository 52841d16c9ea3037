import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { recallNomination } from '../across/recall-nomination.ts';
import { command } from '../pipeline.ts';
import { beginStep, nominationStep, viewNow, writeStep } from './nomination.ts';

/** One thing against it is enough (一票否决), until the honour is awarded. */
export const vetoNomination = command({
  schema: z.strictObject({ ...nominationStep, reason: text(200) }),
  permission: 'competitions.nomination.veto',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'VETO', ask);
    const { happenedOn, reason: note } = ask;
    if (nomination.heldBy === '')
      await writeStep(tx, nomination, { step: 'VETO', state, happenedOn, note });
    else await recallNomination(tx, nomination, { step: 'VETO', happenedOn, note });
    return viewNow(tx, ask.nominationId);
  },
});
