// One of the three publicities begins: in the unit, in the region, at the deciding level, in this order.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { publicityEndsOn } from '@gonglian/kernel/publicity.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { competitionsPolicy } from '../policy.ts';
import { beginStep, nominationStep, requireStage, viewNow, writeStep } from './nomination.ts';
import { stageOf } from './steps.ts';

export const publishNomination = command({
  schema: z.strictObject({ ...nominationStep, channel: text(100) }),
  permission: 'competitions.nomination.write',
  async run(tx, ask): Promise<Nomination> {
    const { nomination, state } = await beginStep(tx, 'PUBLISH', ask);
    requireStage(tx, state);
    const { nominationId, happenedOn, channel } = ask;
    const days = competitionsPolicy('honour.publicity_days', happenedOn);
    const isModel = ['MODEL_WORKER', 'ADVANCED_WORKER'].includes(nomination.honourCode);
    const workingDays = isModel ? days.modelWorker : days.usual;
    const endsOn = publicityEndsOn({ startsOn: happenedOn, workingDays, objections: [] });
    await tx.sql`
      insert into honour_publicity (nomination_id, union_id, stage, starts_on, ends_on, working_days, channel)
      values (${nominationId}, ${nomination.unionId}, ${stageOf(state)}, ${happenedOn},
        ${endsOn}, ${workingDays}, ${channel})`;
    await writeStep(tx, nomination, { step: 'PUBLISH', state, happenedOn, note: channel });
    return viewNow(tx, nominationId);
  },
});
