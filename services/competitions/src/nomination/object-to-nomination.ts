// Somebody objects while a nomination is shown; until he is answered it does not go on.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { newId } from '@gonglian/kernel/id.ts';
import { decideObjection } from '@gonglian/kernel/publicity.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginStep, nominationStep, viewNow, writeStep } from './nomination.ts';
import { stageOf } from './steps.ts';

export const objectToNomination = command({
  schema: z.strictObject({ ...nominationStep, summary: text(500) }),
  permission: 'competitions.nomination.write',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'OBJECT', ask);
    const { nominationId, happenedOn, summary } = ask;
    const { stoodOn, publicityEndsOn, openObjections } = nomination;
    const endsOn = openObjections > 0 ? '' : publicityEndsOn;
    decideObjection({ startsOn: stoodOn, endsOn }, happenedOn);
    await tx.sql`
      insert into honour_objection (objection_id, nomination_id, union_id, stage, raised_on, summary)
      values (${newId()}, ${nominationId}, ${nomination.unionId}, ${stageOf(state)}, ${happenedOn},
        ${summary})`;
    await writeStep(tx, nomination, { step: 'OBJECT', state, happenedOn });
    return viewNow(tx, nominationId);
  },
});
