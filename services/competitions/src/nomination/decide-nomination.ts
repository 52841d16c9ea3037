// The decision: the last publicity is over, and this node is of the level whose honour it is.
import type { Nomination } from '@gonglian/contracts/gen/gonglian/competitions/v1/honour.ts';
import { refused } from '@gonglian/kernel/refusal.ts';
import { text } from '@gonglian/service/fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import {
  beginStep,
  nominationStep,
  viewNow,
  writeStep,
  requirePublicityOver,
} from './nomination.ts';

export const decideNomination = command({
  schema: z.strictObject({ ...nominationStep, decisionNo: text(100) }),
  permission: 'competitions.honour.decide',
  async run(tx, ask): Promise<Nomination> {
    const { nominationId, happenedOn, decisionNo } = ask;
    const { nomination, state } = await beginStep(tx, 'DECIDE', ask);
    const { level } = nomination;
    if (level !== tx.own.level) throw refused('HONOUR_DECIDED_ELSEWHERE', { level });
    requirePublicityOver(nomination, happenedOn);
    await tx.sql`
      update nomination set decided_on = ${happenedOn}, decision_no = ${decisionNo}
      where nomination_id = ${nominationId}`;
    await writeStep(tx, nomination, { step: 'DECIDE', state, happenedOn, note: decisionNo });
    return viewNow(tx, nominationId);
  },
});
