import type { Mediation } from '@gonglian/contracts/gen/gonglian/welfare/v1/rights.ts';
import { chinaDate } from '@gonglian/kernel/dates.ts';
import { invalid } from '@gonglian/kernel/refusal.ts';
import { date } from '@gonglian/service/fields.ts';
import { optionalFen } from '@gonglian/service/record-fields.ts';
import { z } from 'zod';
import { command } from '../pipeline.ts';
import { beginMediationStep, endMediationStep, mediationStep, mediationView } from './mediation.ts';

/** What workers got is what was paid, and not what was agreed. */
export const recordMediationPerformance = command({
  schema: z.strictObject({
    ...mediationStep,
    performed: z.boolean(),
    recoveredFen: optionalFen,
    steppedOn: date,
  }),
  permission: 'welfare.mediation.write',
  async run(tx, ask): Promise<Mediation> {
    const { performed, recoveredFen, steppedOn: stepOn } = ask;
    if (!performed && recoveredFen > 0)
      throw invalid('FIELD_INVALID', { field: 'recoveredFen', rule: 'own' });
    const step = performed ? 'PERFORM' : 'BREAK';
    const at = { ...ask, stepOn, today: chinaDate(tx.now) };
    const { mediation, state } = await beginMediationStep(tx, at, step);
    await tx.sql`
      update mediation set recovered_fen = ${recoveredFen} where id = ${ask.mediationId}`;
    const after = await endMediationStep(tx, mediation, { step, state, stepOn });
    return mediationView(after, tx.own.vault);
  },
});
